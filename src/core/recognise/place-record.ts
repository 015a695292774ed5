import type { RecordBlock } from "../pack/index.js";
import { columnCell } from "./column-cell.js";
import { findHeaderRow, type HeaderRow } from "./header-row.js";
import type { PlacedCell, PlacedNode } from "./placed.js";
import { regionOf, type Region } from "./region.js";

const mostEmpty = 3;

/** One header row and the row of values below it; columns that the form prints in a second such pair of rows follow. */
export function placeRecord(
  region: Region,
  block: RecordBlock,
  headers: readonly HeaderRow[],
  bottom: number,
): [string, PlacedNode][] {
  const fields = new Map<string, PlacedNode>();
  headers.forEach((header, index) => {
    const last = Math.min((headers[index + 1]?.top ?? bottom + 1) - 1, bottom);
    for (const [role, cell] of valuesBelow(region, header, last)) fields.set(role, cell);
  });
  return fields.size === 0 ? [] : [[block.id, { node: "record", label: "", anchor: null, fields }]];
}

/** 批复规模 · 实际规模 · 规模控制率, their values, and then 预算投资 · 实际投资 · 投资概算控制率. */
export function secondHeader(region: Region, block: RecordBlock, first: HeaderRow): HeaderRow | null {
  const found = new Set(first.columns.map(({ role }) => role));
  const others = Object.entries(block.columns).filter(([role]) => !found.has(role));
  if (others.length < 2) return null;
  const top = first.bottom + 2;
  const area = { ...region.area, top, bottom: Math.min(top + mostEmpty, region.area.bottom) };
  return findHeaderRow(regionOf(region.grid, area, region.cells), Object.fromEntries(others), 2);
}

function valuesBelow(region: Region, header: HeaderRow, bottom: number): [string, PlacedCell][] {
  // Empty rows slipped in below the header are stepped over.
  const isEmpty = (row: number): boolean =>
    header.columns.every(({ area }) => region.grid.textAt(row, area.left) === "");
  const first = header.bottom + 1;
  let row = first;
  while (isEmpty(row) && row - first < mostEmpty && row < bottom) row++;
  if (isEmpty(row)) row = first;
  if (row > bottom) return [];
  return header.columns.map((column) => [column.role, columnCell(region.grid, row, column)]);
}
