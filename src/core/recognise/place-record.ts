import type { RecordBlock } from "../pack/index.js";
import type { HeaderRow } from "./header-row.js";
import type { PlacedNode } from "./placed.js";
import { columnCell } from "./column-cell.js";
import type { Region } from "./region.js";

const mostEmpty = 3;

/** One header row and the row of values below it. */
export function placeRecord(
  region: Region,
  block: RecordBlock,
  header: HeaderRow,
  bottom: number,
): [string, PlacedNode][] {
  // Empty rows slipped in below the header are stepped over.
  const isEmpty = (row: number): boolean =>
    header.columns.every(({ area }) => region.grid.textAt(row, area.left) === "");
  const first = header.bottom + 1;
  let row = first;
  while (isEmpty(row) && row - first < mostEmpty && row < bottom) row++;
  if (isEmpty(row)) row = first;
  if (row > bottom) return [];
  const fields = new Map<string, PlacedNode>(
    header.columns.map((column) => [column.role, columnCell(region.grid, row, column)]),
  );
  return [[block.id, { node: "record", label: "", anchor: null, fields }]];
}
