import type { GridBlock, RowSpec } from "../pack/index.js";
import type { Area } from "../sheet/index.js";
import { columnCell } from "./column-cell.js";
import type { HeaderRow } from "./header-row.js";
import { headerPoints } from "./header-points.js";
import { labelText, matcherOf, type LabelMatcher } from "./label.js";
import { isPlaceholder } from "./placeholder.js";
import type { PlacedCell, PlacedNode, PlacedRecord } from "./placed.js";
import type { Region, TextCell } from "./region.js";
import { assignedPlace, type AssignedPlaces } from "./role-assignment.js";

const noLabels: readonly string[] = [];

interface OpenRow {
  readonly spec: RowSpec;
  readonly label: string;
  readonly anchor: Area;
  readonly row: number;
  readonly items: PlacedRecord[];
}

/** Header columns by labelled rows; rows below a row with items belong to it until the next known row. */
export function placeGrid(
  region: Region,
  block: GridBlock,
  header: HeaderRow,
  bottom: number,
  assigned: AssignedPlaces,
): [string, PlacedNode][] {
  const said = rowsSaid(block, header, bottom, assigned);
  const saidSpecs = new Set(said.values());
  const matchers = block.rows
    .filter((spec) => !saidSpecs.has(spec))
    .map((spec) => ({ spec, matcher: matcherOf(spec.labels) }));
  const skip = matcherOf(block.skip);
  const first = Math.min(...header.columns.map(({ area }) => area.left));
  const points = headerPoints(region, block.columns, header);
  const rows = new Map<string, PlacedNode>();
  const rest: PlacedRecord[] = [];
  let open = null as OpenRow | null;
  const close = (): void => {
    if (!open) return;
    const values = rowFields(region, header, open.row);
    if (open.spec.partOf === undefined) for (const [role, cell] of points) values.set(role, cell);
    if (open.spec.items) values.set("items", { node: "list", items: withLeaves(open.items, open.spec) });
    rows.set(open.spec.id, { node: "record", label: open.label, anchor: open.anchor, fields: values });
  };
  for (let row = header.bottom + 1; row <= bottom; row++) {
    const texts = region.rowCells(row).filter(({ area }) => area.left < first && area.right <= first);
    const hit: RowSpec | null = said.get(row) ?? specFor(matchers, texts, rows, open?.spec.id);
    if (hit) {
      close();
      const cell: TextCell | undefined = texts.find(({ label }) => matcherOf(hit.labels).match(label)) ?? texts.at(-1);
      open = { spec: hit, label: cell?.text ?? "", anchor: cell?.area ?? rowStart(row, first), row, items: [] };
      continue;
    }
    const fields = rowFields(region, header, row);
    const isFilled = [...fields.values()].some((node) => node.node === "cell" && node.text.trim() !== "");
    const label = texts.at(-1);
    if (!label && isFilled && !open && saidSpecs.size === 0) {
      open = unlabelled(region, block, row, first);
    } else if (open?.spec.items) {
      if ((label || isFilled) && !isRemark(label, isFilled, skip, block.skip))
        open.items.push({ node: "record", label: label?.text.trim() ?? "", anchor: label?.area ?? null, fields });
    } else if (block.rest && label && hasFigure(fields) && !isRemark(label, isFilled, skip, block.skip)) {
      rest.push({ node: "record", label: label.text.trim(), anchor: label.area, fields });
    }
  }
  close();
  if (block.rest && rest.length > 0) rows.set(block.rest, { node: "list", items: rest });
  if (block.headerYears) rows.set(block.headerYears, headerYears(header));
  return [[block.id, { node: "record", label: "", anchor: null, fields: rows }]];
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

function specFor(
  matchers: readonly { spec: RowSpec; matcher: LabelMatcher }[],
  texts: readonly TextCell[],
  done: ReadonlyMap<string, PlacedNode>,
  open: string | undefined,
): RowSpec | null {
  for (const { label } of texts) {
    const hit = matchers.find(({ spec, matcher }) => spec.id !== open && !done.has(spec.id) && matcher.match(label));
    if (hit) return hit.spec;
  }
  return null;
}

function hasFigure(fields: ReadonlyMap<string, PlacedNode>): boolean {
  return [...fields.values()].some((node) => node.node === "cell" && node.text.length <= 24 && /\d/.test(node.text));
}

/** The first row beside the label of the block (项目资金（万元）) has no label of its own. */
function unlabelled(region: Region, block: GridBlock, row: number, first: number): OpenRow | null {
  const [spec] = block.rows;
  if (!spec) return null;
  const beside = region.grid.areaAt(row, first - 1);
  const text = beside.top < row ? region.grid.textAt(row, first - 1) : "";
  const anchor = text === "" ? rowStart(row, first) : beside;
  return { spec, label: text, anchor, row, items: [] };
}

function rowStart(row: number, left: number): Area {
  return { top: row, bottom: row, left, right: left };
}

/** A blank form's …… line, a note, a subtotal. */
function isRemark(
  label: TextCell | undefined,
  isFilled: boolean,
  skip: LabelMatcher,
  words: readonly string[],
): boolean {
  if (!label) return false;
  if (!isFilled && isPlaceholder(label.text)) return true;
  return skip.match(label.label) !== null || words.some((word) => label.label.plain.startsWith(`${word}:`));
}

function rowFields(region: Region, header: HeaderRow, row: number): Map<string, PlacedNode> {
  return new Map(header.columns.map((column) => [column.role, columnCell(region.grid, row, column)]));
}

/** A heading such as 1、业务工作专项 with rows of its own below it is a subtotal, not an item. */
function withLeaves(items: readonly PlacedRecord[], spec: RowSpec): PlacedRecord[] {
  const headings = matcherOf(spec.items?.headings ?? noLabels);
  const isHeading = (record: PlacedRecord): boolean => headings.match(labelText(record.label)) !== null;
  return items.filter((record, index) => {
    if (!isHeading(record)) return true;
    const next = items[index + 1];
    return next === undefined || isHeading(next);
  });
}

/** The years printed in the headers, as a record of the same roles. */
function headerYears(header: HeaderRow): PlacedRecord {
  const fields = new Map<string, PlacedNode>();
  for (const { role, area, text, year } of header.columns) {
    const cell: PlacedCell = {
      node: "cell",
      type: "year",
      unit: null,
      label: text,
      area,
      cell: null,
      text: year === null ? "" : String(year),
      inText: true,
    };
    fields.set(role, cell);
  }
  return { node: "record", label: "", anchor: null, fields };
}
