import type { GridBlock, RowSpec } from "../pack/index.js";
import type { Area } from "../sheet/index.js";
import type { HeaderRow } from "./header-row.js";
import { matcherOf, type LabelMatcher } from "./label.js";
import { isPlaceholder } from "./placeholder.js";
import type { Region, TextCell } from "./region.js";
import { assignedPlace, type AssignedPlaces } from "./role-assignment.js";

/** What a row of a grid is. */
export interface RowStart {
  readonly spec: RowSpec;
  readonly label: string;
  readonly anchor: Area;
  /** False where the label only heads the rows beside it: the row belongs to one of them. */
  readonly ownFigures: boolean;
}

/** Tells the rows of a grid by the labels left of its first column of figures. */
export class GridRows {
  private readonly said: ReadonlyMap<number, RowSpec>;
  private readonly matchers: readonly { readonly spec: RowSpec; readonly matcher: LabelMatcher }[];
  private readonly skip: LabelMatcher;
  private readonly subtotals: LabelMatcher;
  private readonly first: number;

  constructor(
    private readonly region: Region,
    private readonly block: GridBlock,
    header: HeaderRow,
    bottom: number,
    assigned: AssignedPlaces,
  ) {
    this.said = rowsSaid(block, header, bottom, assigned);
    const saidSpecs = new Set(this.said.values());
    this.matchers = block.rows
      .filter((spec) => !saidSpecs.has(spec))
      .map((spec) => ({ spec, matcher: matcherOf(spec.labels) }));
    this.skip = matcherOf(block.skip);
    this.subtotals = matcherOf(block.subtotals);
    this.first = Math.min(...header.columns.map(({ area }) => area.left));
  }

  labels(row: number): readonly TextCell[] {
    return this.region.rowCells(row).filter(({ area }) => area.left < this.first);
  }

  /** A text written over the figures as well: it heads rows or remarks on them, and says no figure of its own. */
  isAcross({ left, right }: Area): boolean {
    return left < this.first && right > this.first;
  }

  /** The known row that begins here, if any; `isDone` says which were there before. */
  start(row: number, isDone: (id: string) => boolean): RowStart | null {
    const texts = this.labels(row);
    const said = this.said.get(row);
    if (said) {
      const cell = texts.at(-1);
      return rowStart(said, cell, cell?.area ?? this.edge(row));
    }
    const at = texts.findIndex((cell) => this.specFor(cell, isDone) !== null);
    const cell = texts[at];
    const spec = cell && this.specFor(cell, isDone);
    if (!cell || !spec) return null;
    const beside = cell.area.bottom > row ? texts[at + 1] : undefined;
    if (!beside) return rowStart(spec, cell, cell.area);
    // 三公经费 merged beside its rows: 小计 is its own row, any other is a row of its own.
    if (this.subtotals.match(beside.label) ?? matcherOf(spec.labels).match(beside.label))
      return rowStart(spec, cell, cell.area);
    const inner = this.specFor(beside, isDone);
    return inner ? rowStart(inner, beside, beside.area) : { ...rowStart(spec, cell, cell.area), ownFigures: false };
  }

  /** The first row beside the label of the block (项目资金（万元）) has no label of its own. */
  unlabelled(row: number): RowStart | null {
    const [spec] = this.block.rows;
    if (!spec || this.said.size > 0) return null;
    const beside = this.region.grid.areaAt(row, this.first - 1);
    const text = beside.top < row ? this.region.grid.textAt(row, this.first - 1) : "";
    return { spec, label: text, anchor: text === "" ? this.edge(row) : beside, ownFigures: true };
  }

  /** A blank form's …… line, a note, a subtotal. */
  isRemark(label: TextCell | undefined, isFilled: boolean): boolean {
    if (!label) return false;
    if (!isFilled && isPlaceholder(label.text)) return true;
    return (
      this.skip.match(label.label) !== null || this.block.skip.some((word) => label.label.plain.startsWith(`${word}:`))
    );
  }

  private specFor({ label }: TextCell, isDone: (id: string) => boolean): RowSpec | null {
    return this.matchers.find(({ spec, matcher }) => !isDone(spec.id) && matcher.match(label))?.spec ?? null;
  }

  private edge(row: number): Area {
    return { top: row, bottom: row, left: this.first, right: this.first };
  }
}

function rowStart(spec: RowSpec, cell: TextCell | undefined, anchor: Area): RowStart {
  return { spec, label: cell?.text ?? "", anchor, ownFigures: true };
}

/** Row → the role that a person gave it. */
function rowsSaid(
  block: GridBlock,
  header: HeaderRow,
  bottom: number,
  assigned: AssignedPlaces,
): ReadonlyMap<number, RowSpec> {
  const rows = new Map<number, RowSpec>();
  for (const spec of block.rows) {
    const top = assignedPlace(assigned, spec.id)?.area.top;
    if (top !== undefined && top > header.bottom && top <= bottom && !rows.has(top)) rows.set(top, spec);
  }
  return rows;
}
