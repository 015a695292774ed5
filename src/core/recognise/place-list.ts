import type { ListBlock } from "../pack/index.js";
import type { Area } from "../sheet/index.js";
import type { HeaderColumn, HeaderRow } from "./header-row.js";
import { labelText, matcherOf, type LabelText } from "./label.js";
import type { PlacedCell, PlacedNode, PlacedRecord } from "./placed.js";
import { placeCell, type Region } from "./region.js";
import { assignedPlace, type AssignedPlaces } from "./role-assignment.js";

/** Rows that a blank form leaves for people to fill: ……, 指标1：, *, ×. */
const placeholderKey = /^(?:[.…·*×Xx_]+|指标\d*:?|项目\d*:?)$/;

const noLabels: readonly string[] = [];

interface Row {
  readonly record: PlacedRecord;
  readonly group: PlacedCell | null;
  readonly isPlaceholder: boolean;
}

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
  const rows: Row[] = [];
  const carried = new Map<string, PlacedCell>();
  for (let row = header.bottom + 1; row <= bottom; row++) {
    const first = firstLabels(region, row, header);
    const isTotal = totalSaid === undefined ? first.some((label) => totals.match(label)) : row === totalSaid;
    if (block.total && isTotal && !placed.some(([id]) => id === block.total?.id)) {
      placed.push([block.total.id, totalRecord(region, block, header, row)]);
      if (rows.length > 0) break;
      continue;
    }
    if (first.some((label) => until.match(label) ?? startsWithLabel(label, block.until))) break;
    const read = readRow(region, block, header, row, carried);
    if (read) rows.push(read);
  }
  const items = rows.filter((row) => !row.isPlaceholder);
  placed.push([
    block.id,
    {
      node: "list",
      items: leavesOf(
        items.map(({ record }) => record),
        block,
      ),
    },
  ]);
  placed.push([
    `${block.id}Blanks`,
    { node: "list", items: rows.filter((row) => row.isPlaceholder).map(({ record }) => record) },
  ]);
  if (block.groups) placed.push(["groups", { node: "list", items: groupsOf(rows) }]);
  return placed;
}

function firstLabels(region: Region, row: number, header: HeaderRow): LabelText[] {
  const first = Math.min(...header.columns.map(({ area }) => area.left));
  return region.cells.filter(({ area }) => area.top === row && area.left <= first).map(({ label }) => label);
}

function startsWithLabel(label: LabelText, words: readonly string[]): boolean {
  return words.some((word) => label.plain.startsWith(word + ":") || label.bare.startsWith(word + ":"));
}

function totalRecord(region: Region, block: ListBlock, header: HeaderRow, row: number): PlacedRecord {
  const wanted = new Set(block.total?.columns ?? []);
  const fields = new Map<string, PlacedNode>();
  for (const { role, spec, area, text } of header.columns) {
    if (wanted.has(role)) fields.set(role, placeCell(region.grid, row, area.left, spec, text));
  }
  const label = region.cells.find(({ area }) => area.top === row);
  return { node: "record", label: label?.text.trim() ?? "", anchor: label?.area ?? null, fields };
}

function readRow(
  region: Region,
  block: ListBlock,
  header: HeaderRow,
  row: number,
  carried: Map<string, PlacedCell>,
): Row | null {
  const fields = new Map<string, PlacedNode>();
  let own = false;
  let values = 0;
  for (const column of header.columns) {
    const cell = placeCell(region.grid, row, column.area.left, column.spec, column.text);
    const begins = cell.area.top === row;
    if (column.spec.carry) {
      carry(block, column, cell, begins, carried);
      fields.set(column.role, carried.get(column.role) ?? cell);
      continue;
    }
    // A cell merged over several rows belongs to its first row; the others share it and have none of their own to fill.
    if (begins) fields.set(column.role, cell);
    else if (column.role === block.key) fields.set(column.role, { ...cell, cell: null, text: "" });
    if (begins && cell.text.trim() !== "") {
      if (column.role === block.key) own = true;
      else values++;
    }
  }
  if (!own && values === 0) return null;
  const key = fields.get(block.key);
  const name = key?.node === "cell" ? key.text.trim() : "";
  const group = block.groups ? (carried.get(block.groups) ?? null) : null;
  const isPlaceholder =
    name !== "" && values === 0 && placeholderKey.test(labelText(name).plain || name.normalize("NFKC"));
  return {
    record: { node: "record", label: name, anchor: key?.node === "cell" ? key.area : null, fields },
    group,
    isPlaceholder,
  };
}

/** A new group text resets the columns to its right, so that no level-2 name reaches over into the next level 1. */
function carry(
  block: ListBlock,
  column: HeaderColumn,
  cell: PlacedCell,
  begins: boolean,
  carried: Map<string, PlacedCell>,
): void {
  if (!begins || cell.text.trim() === "") return;
  const roles = Object.keys(block.columns);
  for (const role of roles.slice(roles.indexOf(column.role) + 1)) carried.delete(role);
  carried.set(column.role, cell);
}

function groupsOf(rows: readonly Row[]): PlacedRecord[] {
  const groups = new Map<string, { cell: PlacedCell; items: PlacedRecord[] }>();
  for (const { record, group, isPlaceholder } of rows) {
    if (!group) continue;
    const key = areaKey(group.area);
    const entry = groups.get(key) ?? { cell: group, items: [] };
    if (!isPlaceholder) entry.items.push(record);
    groups.set(key, entry);
  }
  return [...groups.values()].map(({ cell, items }) => ({
    node: "record",
    label: cell.text.trim(),
    anchor: cell.area,
    fields: new Map<string, PlacedNode>([
      ["name", cell],
      ["kind", { ...cell, text: groupKind(cell.text), inText: true }],
      // 产出指标（50分）: the weight printed in the header.
      ["weight", { ...cell, type: "weight", text: printedWeight(cell.text), inText: true }],
      ["items", { node: "list", items }],
    ]),
  }));
}

/** 产出指标（50分） and 效益指标30分) without the weight. */
function groupKind(text: string): string {
  return labelText(text).bare.replace(/\d{1,3}(?:\.\d{1,2})?分?\)?$/, "");
}

function printedWeight(text: string): string {
  const match = /(\d{1,3}(?:\.\d{1,2})?)\s*(?:分|\))/.exec(text.normalize("NFKC"));
  return match?.[1] ?? "";
}

function areaKey({ top, left }: Area): string {
  return `${top}:${left}`;
}

/** Rows whose code begins another row's code are subtotals (类 over 款 over 项). */
function leavesOf(items: readonly PlacedRecord[], block: ListBlock): PlacedRecord[] {
  const column = block.leavesBy;
  if (!column) return [...items];
  const codeOf = (record: PlacedRecord): string => {
    const cell = record.fields.get(column);
    return cell?.node === "cell" ? cell.text.replace(/\s/g, "") : "";
  };
  const codes = items.map(codeOf);
  return items.filter((_, index) => {
    const code = codes[index] ?? "";
    return code === "" || !codes.some((other) => other !== code && other.startsWith(code));
  });
}
