import type { GridBlock, RowSpec } from "../pack/index.js";
import { columnCell } from "./column-cell.js";
import { GridRows, type RowStart } from "./grid-rows.js";
import { headerPoints } from "./header-points.js";
import type { HeaderRow } from "./header-row.js";
import { isOfWhich, labelText, matcherOf, type LabelText } from "./label.js";
import type { PlacedCell, PlacedNode, PlacedRecord } from "./placed.js";
import type { Region } from "./region.js";
import type { AssignedPlaces } from "./role-assignment.js";
import { subtotalOf } from "./subtotal.js";

const noLabels: readonly string[] = [];

interface OpenRow extends RowStart {
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
  const gridRows = new GridRows(region, block, header, bottom, assigned);
  const points = headerPoints(region, block.columns, header);
  const rows = new Map<string, PlacedNode>();
  const rest: PlacedRecord[] = [];
  let open = null as OpenRow | null;
  let inDetail = false;
  const close = (): void => {
    if (!open || (!open.ownFigures && !open.spec.items)) return;
    const values = open.ownFigures ? rowFields(region, header, gridRows, open.row) : new Map<string, PlacedNode>();
    if (open.spec.partOf === undefined) for (const [role, cell] of points) values.set(role, cell);
    if (open.spec.items) for (const [name, list] of itemsOf(open.items, open.spec)) values.set(name, list);
    rows.set(open.spec.id, { node: "record", label: open.label, anchor: open.anchor, fields: values });
  };
  for (let row = header.bottom + 1; row <= bottom; row++) {
    const start = gridRows.start(row, (id) => rows.has(id) || open?.spec.id === id);
    if (start) {
      close();
      open = { ...start, row, items: [] };
      inDetail = false;
      if (start.ownFigures) continue;
    }
    const fields = rowFields(region, header, gridRows, row);
    const isFilled = [...fields.values()].some((node) => node.node === "cell" && node.text.trim() !== "");
    const label = gridRows.labels(row).at(-1);
    const record: PlacedRecord = {
      node: "record",
      label: label?.text.trim() ?? "",
      anchor: label?.area ?? null,
      fields,
    };
    if (!label && isFilled && !open) {
      const first = gridRows.unlabelled(row);
      open = first && { ...first, row, items: [] };
    } else if (gridRows.isRemark(label, isFilled)) continue;
    else if (label && gridRows.isAcross(label.area) && !isHeading(label.label, open?.spec)) continue;
    else if (open?.spec.items) {
      if (label || isFilled) open.items.push(record);
    } else if (block.rest && label && hasFigure(fields)) {
      // 财政拨款, then 其中：中央补助 and 省级补助: details of a part, not parts of their own.
      inDetail ||= open?.spec.partOf !== undefined && isOfWhich(label.text);
      if (!inDetail) rest.push(record);
    }
  }
  close();
  if (block.rest && rest.length > 0) rows.set(block.rest, { node: "list", items: rest });
  if (block.headerYears) rows.set(block.headerYears, headerYears(header));
  return [[block.id, { node: "record", label: "", anchor: null, fields: rows }]];
}

function hasFigure(fields: ReadonlyMap<string, PlacedNode>): boolean {
  return [...fields.values()].some((node) => node.node === "cell" && node.text.length <= 24 && /\d/.test(node.text));
}

function rowFields(region: Region, header: HeaderRow, rows: GridRows, row: number): Map<string, PlacedNode> {
  return new Map(
    header.columns.map((column) => {
      const cell = columnCell(region.grid, row, column);
      return [column.role, rows.isAcross(cell.area) ? { ...cell, cell: null, text: "" } : cell];
    }),
  );
}

function isHeading(label: LabelText, spec: RowSpec | undefined): boolean {
  return matcherOf(spec?.items?.headings ?? noLabels).match(label) !== null;
}

/**
 * `items`: the rows below; `subtotals`: headings such as 1、业务工作专项 with rows of their own, which are their `items`. A
 * heading without rows is an item itself.
 */
function itemsOf(rows: readonly PlacedRecord[], spec: RowSpec): [string, PlacedNode][] {
  const items: PlacedRecord[] = [];
  const subtotals: PlacedRecord[] = [];
  let last = null as { readonly heading: PlacedRecord; readonly rows: PlacedRecord[] } | null;
  const close = (): void => {
    if (last && last.rows.length === 0) items.push(last.heading);
    else if (last) subtotals.push(subtotalOf(last.heading, last.rows));
  };
  for (const row of rows) {
    if (isHeading(labelText(row.label), spec)) {
      close();
      last = { heading: row, rows: [] };
    } else {
      last?.rows.push(row);
      items.push(row);
    }
  }
  close();
  return [
    ["items", { node: "list", items }],
    ["subtotals", { node: "list", items: subtotals }],
  ];
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
