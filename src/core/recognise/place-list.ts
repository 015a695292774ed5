import type { ListBlock } from "../pack/index.js";
import type { Area } from "../sheet/index.js";
import { hierarchyOf } from "./code-hierarchy.js";
import { columnCell } from "./column-cell.js";
import { groupKind, groupsOf, type GroupedRow } from "./groups-of.js";
import type { HeaderColumn, HeaderRow } from "./header-row.js";
import { indexOf, labelText, matcherOf, type LabelText } from "./label.js";
import { isNothing, isPlaceholder, withoutNumber } from "./placeholder.js";
import type { PlacedCell, PlacedNode, PlacedRecord } from "./placed.js";
import type { Region, TextCell } from "./region.js";
import { assignedPlace, type AssignedPlaces } from "./role-assignment.js";

const noLabels: readonly string[] = [];

/** Rows left blank within a list; behind more of them something else begins. */
const mostBlank = 8;

/**
 * A list block gives `id` (its rows), `idBlanks` (placeholder rows left over), `groups` (runs of the group column)
 * and the total row.
 */
export function placeList(
  region: Region,
  block: ListBlock,
  header: HeaderRow,
  bottom: number,
  assigned: AssignedPlaces,
): [string, PlacedNode][] {
  const totalSaid = block.total ? assignedPlace(assigned, block.total.id)?.area.top : undefined;
  const until = matcherOf(block.until);
  const totals = matcherOf(block.total?.labels ?? noLabels);
  const placed: [string, PlacedNode][] = [];
  const rows: GroupedRow[] = [];
  const carried = new Map<string, PlacedCell>();
  const reader = new RowReader(region, block, header, carried);
  const isTotalRow = (row: number): boolean => row <= bottom && reader.labels(row).some((label) => totals.match(label));
  let blank = 0;
  for (let row = header.bottom + 1; row <= bottom && blank <= mostBlank; row++) {
    blank = region.rowCells(row).length === 0 ? blank + 1 : 0;
    if (reader.isHeader(row)) continue;
    const first = reader.labels(row);
    const isTotal = totalSaid === undefined ? isTotalRow(row) : row === totalSaid;
    // 合计 of the rows above, and 总分 right below it: the last of them is the total.
    if (isTotal && totalSaid === undefined && isTotalRow(row + 1)) continue;
    if (block.total && isTotal && placed.length === 0) {
      placed.push([block.total.id, totalRecord(region, block, header, row)]);
      if (rows.length > 0) break;
      continue;
    }
    if (first.some((label) => until.match(label) ?? startsWithLabel(label, block.until))) break;
    const read = reader.read(row);
    if (read) rows.push(read);
  }
  const items = rows.filter((row) => !row.isPlaceholder).map(({ record }) => record);
  const hierarchy = block.leavesBy === undefined ? null : hierarchyOf(items, block.leavesBy);
  placed.push([block.id, { node: "list", items: hierarchy?.leaves ?? items }]);
  if (hierarchy) placed.push([`${block.id}Subtotals`, { node: "list", items: hierarchy.subtotals }]);
  placed.push([
    `${block.id}Blanks`,
    { node: "list", items: rows.filter((row) => row.isPlaceholder).map(({ record }) => record) },
  ]);
  if (block.groups) placed.push(["groups", { node: "list", items: groupsOf(rows) }]);
  return placed;
}

function startsWithLabel(label: LabelText, words: readonly string[]): boolean {
  return words.some((word) => label.plain.startsWith(word + ":") || label.bare.startsWith(word + ":"));
}

function totalRecord(region: Region, block: ListBlock, header: HeaderRow, row: number): PlacedRecord {
  const wanted = new Set(block.total?.columns ?? []);
  const fields = new Map<string, PlacedNode>();
  for (const column of header.columns) {
    if (wanted.has(column.role)) fields.set(column.role, columnCell(region.grid, row, column));
  }
  const [label] = region.rowCells(row);
  return { node: "record", label: label?.text.trim() ?? "", anchor: label?.area ?? null, fields };
}

/** Reads the rows of a list one by one; `carried` are the group cells that reach down to the row. */
class RowReader {
  private readonly skip;
  private readonly headers;
  /** Every text of the header rows, groups and parts included. */
  private readonly headerTexts = new Set<string>();
  private lastHeader: number;
  /** Left of the first column that is neither a group nor the key. */
  private readonly firstFigure: number;

  constructor(
    private readonly region: Region,
    private readonly block: ListBlock,
    private readonly header: HeaderRow,
    private readonly carried: Map<string, PlacedCell>,
  ) {
    this.skip = matcherOf(block.skip);
    this.headers = indexOf(block.columns);
    this.lastHeader = header.bottom;
    for (let row = header.top; row <= header.bottom; row++)
      for (const { label } of region.rowCells(row)) this.headerTexts.add(label.plain);
    const names = header.columns.filter(({ role, spec }) => spec.carry || role === block.key);
    const lastName = Math.max(...names.map(({ area }) => area.left));
    const behind = header.columns.map(({ area }) => area.left).filter((left) => left > lastName);
    this.firstFigure = Math.min(...behind, region.area.right + 1);
  }

  /** The header printed again after a page break: most of its texts stand in their columns, or the row holds no others. */
  isHeader(row: number): boolean {
    const { columns } = this.header;
    const cells = this.region.rowCells(row);
    const again = columns.filter(({ role, area }) => {
      const cell = cells.find((one) => one.area.left === area.left);
      return cell !== undefined && this.headers.match(cell.label).some((match) => match.role === role);
    });
    const isMost = again.length >= 2 && again.length * 2 >= columns.length;
    const known = cells.filter(({ label }) => this.headerTexts.has(label.plain)).length;
    const isAll = known === cells.length && known >= (this.lastHeader === row - 1 ? 1 : 3);
    if (isMost || isAll) this.lastHeader = row;
    return isMost || isAll;
  }

  /** Texts that may name the row: those left of its figures, up to the first that is not a label of its own. */
  labels(row: number): LabelText[] {
    const first = Math.min(...this.header.columns.map(({ area }) => area.left));
    const cells = this.region.rowCells(row).filter(({ area }) => area.left < this.firstFigure);
    return cells.filter(({ area }) => area.left <= first || cells.length === 1).map(({ label }) => label);
  }

  read(row: number): GroupedRow | null {
    const { region, block, header, carried } = this;
    const cells = region.rowCells(row);
    if (cells.length === 0) return null;
    if (this.isRemark(cells)) {
      this.carryBeside(row, cells);
      return null;
    }
    const fields = new Map<string, PlacedCell>();
    let hasValues = false;
    for (const column of header.columns) {
      const cell = columnCell(region.grid, row, column);
      const begins = cell.area.top === row;
      if (column.spec.carry) {
        this.carry(column, cell, begins, cells);
        fields.set(column.role, carried.get(column.role) ?? cell);
        continue;
      }
      // A cell merged over several rows belongs to its first row; the others share it and have none of their own to fill.
      if (begins) fields.set(column.role, cell);
      else if (column.role === block.key) fields.set(column.role, { ...cell, cell: null, text: "" });
      if (begins && column.role !== block.key) hasValues ||= !isNothing(cell.text);
    }
    const key = fields.get(block.key);
    const name = key?.area.top === row ? key.text.trim() : "";
    const isCrossedOut = !hasValues && isNothing(withoutNumber(name));
    // A list without groups may say 无 in its only row.
    if (isCrossedOut && (name === "" || block.groups)) return null;
    return {
      record: { node: "record", label: name, anchor: key?.area ?? null, fields },
      group: block.groups ? (carried.get(block.groups) ?? null) : null,
      isPlaceholder: !hasValues && isPlaceholder(name),
    };
  }

  /** A subtotal, a note, or one text written across several columns. */
  private isRemark(cells: readonly TextCell[]): boolean {
    const { skip } = this.block;
    const named = cells.filter(({ area }) => area.left < this.firstFigure);
    if (named.some(({ label }) => this.skip.match(label) ?? skip.some((word) => label.plain.startsWith(`${word}:`))))
      return true;
    return cells.some(
      ({ area }) => this.columnsUnder(area) >= 3 && this.columnsUnder(area) * 2 > this.header.columns.length,
    );
  }

  /** Beside a remark a group may begin that reaches further down; a heading written across heads one. */
  private carryBeside(row: number, cells: readonly TextCell[]): void {
    for (const column of this.header.columns.filter(({ spec }) => spec.carry)) {
      const cell = columnCell(this.region.grid, row, column);
      const isGroup = cell.area.bottom > row && cell.area.left === cell.area.right;
      if (isGroup || isHeading(column, cell)) this.carry(column, cell, cell.area.top === row, cells);
    }
  }

  private columnsUnder({ left, right }: Area): number {
    return this.header.columns.filter(({ area }) => area.left >= left && area.left <= right).length;
  }

  /** A new group text resets the columns to its right, so that no level-2 name reaches over into the next level 1. */
  private carry(column: HeaderColumn, cell: PlacedCell, begins: boolean, cells: readonly TextCell[]): void {
    if (!begins || cell.text.trim() === "") return;
    const { carried } = this;
    const kind = groupKind(cell.text);
    const isAlone = cells.every(({ area }) => area.left <= cell.area.left);
    const isRow = isAlone && cell.area.top === cell.area.bottom && column.spec.headings.length > 0;
    if (isRow && !isHeading(column, cell)) return;
    const before = carried.get(column.role);
    carried.set(column.role, cell);
    if (before && groupKind(before.text) === kind) return;
    const roles = Object.keys(this.block.columns);
    for (const role of roles.slice(roles.indexOf(column.role) + 1)) carried.delete(role);
  }
}

/** 一、产出指标（50分）: short, and one of the words that the pack knows. */
function isHeading({ spec }: HeaderColumn, { text }: PlacedCell): boolean {
  const kind = groupKind(text);
  return kind.length <= 12 && spec.headings.some((word) => kind.startsWith(labelText(word).plain));
}
