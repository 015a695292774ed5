import type { ColumnSpec } from "../pack/index.js";
import type { HeaderRow } from "./header-row.js";
import type { PlacedCell } from "./placed.js";
import { placeCell, type Region } from "./region.js";

/**
 * Columns that are missing, but whose points are printed in another header: 得分（20分×执行率） stands for a weight of
 * 20. The role's cell is that header.
 */
export function headerPoints(
  region: Region,
  columns: Readonly<Record<string, ColumnSpec>>,
  header: HeaderRow,
): [string, PlacedCell][] {
  return Object.entries(columns).flatMap(([role, spec]): [string, PlacedCell][] => {
    if (header.columns.some((column) => column.role === role)) return [];
    const holder = header.columns.find((column) => column.role === spec.pointsIn);
    if (!holder) return [];
    const points = /(\d{1,3}(?:\.\d{1,2})?)\s*分/.exec(holder.text.normalize("NFKC"))?.[1];
    if (points === undefined) return [];
    const { top, left } = holder.area;
    return [[role, { ...placeCell(region.grid, top, left, spec, holder.text), text: points, inText: true }]];
  });
}
