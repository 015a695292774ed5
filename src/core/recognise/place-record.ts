import type { RecordBlock } from "../pack/index.js";
import type { HeaderRow } from "./header-row.js";
import type { PlacedNode } from "./placed.js";
import { placeCell, type Region } from "./region.js";

/** One header row and the row of values below it. */
export function placeRecord(
  region: Region,
  block: RecordBlock,
  header: HeaderRow,
  bottom: number,
): [string, PlacedNode][] {
  // An empty row slipped in below the header is stepped over.
  const isEmpty = (row: number): boolean =>
    header.columns.every(({ area }) => region.grid.textAt(row, area.left) === "");
  const below = header.bottom + 1;
  const row = isEmpty(below) && below < bottom && !isEmpty(below + 1) ? below + 1 : below;
  if (row > bottom) return [];
  const fields = new Map<string, PlacedNode>(
    header.columns.map(({ role, spec, area, text }) => [role, placeCell(region.grid, row, area.left, spec, text)]),
  );
  return [[block.id, { node: "record", label: "", anchor: null, fields }]];
}
