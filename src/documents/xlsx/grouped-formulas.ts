import { shiftFormula } from "../../core/formula/index.js";
import { addressOf, areaAddress, contains } from "../../core/sheet/index.js";
import type { CellWrite } from "./cell-write.js";
import type { CellSpan, SheetLayout } from "./sheet-layout.js";

/** Key of a cell within its sheet. */
export function place({ row, column }: { readonly row: number; readonly column: number }): number {
  return row * 16_384 + column;
}

/** The first cell to write that lies inside an array formula or data table of several cells. */
export function arrayInTheWay(
  layout: SheetLayout,
  writes: readonly CellWrite[],
): { cell: string; area: string } | null {
  for (const row of layout.rows) {
    for (const { formula } of row.cells) {
      const area = formula?.fills;
      if (!area || (area.top === area.bottom && area.left === area.right)) continue;
      const hit = writes.find((write) => write.kind === "content" && contains(area, write));
      if (hit) return { cell: addressOf(hit), area: areaAddress(area) };
    }
  }
  return null;
}

/**
 * A shared formula is written once, at its master. When the master is overwritten its followers get the formula in
 * full, so that they keep computing what they did.
 */
export function freedFollowers(layout: SheetLayout, written: ReadonlySet<number>): ReadonlyMap<CellSpan, string> {
  const masters = new Map<string, CellSpan>();
  const freed = new Map<CellSpan, string>();
  for (const { cells } of layout.rows) {
    for (const cell of cells) {
      const group = cell.formula?.group ?? null;
      if (group === null || !cell.formula) continue;
      if (cell.formula.text !== "") masters.set(group, cell);
      const master = masters.get(group);
      if (!master?.formula || master === cell || !written.has(place(master))) continue;
      freed.set(cell, shiftFormula(master.formula.text, cell.row - master.row, cell.column - master.column));
    }
  }
  return freed;
}
