import type { PlacedRecord } from "./placed.js";

/** A row that sums up others of its list, which become its `items`. */
export function subtotalOf(row: PlacedRecord, items: readonly PlacedRecord[]): PlacedRecord {
  return { ...row, fields: new Map([...row.fields, ["items", { node: "list", items }]]) };
}
