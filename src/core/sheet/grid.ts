import type { Area, Cell, SheetSnapshot } from "./snapshot.js";

/** Reads cells of a snapshot by absolute position, merges resolved to their top-left cell. */
export interface Grid {
  readonly sheet: SheetSnapshot;
  readonly bounds: Area;
  /** The merge that covers the position, else the position itself. */
  areaAt(row: number, column: number): Area;
  /** The cell that shows at the position (the top-left one of a merge); `null` when empty or outside. */
  cellAt(row: number, column: number): Cell | null;
  /** Shown text, `""` when empty. */
  textAt(row: number, column: number): string;
}

export function gridOf(sheet: SheetSnapshot): Grid {
  const height = sheet.rows.length;
  const width = sheet.rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  const bounds: Area = {
    top: sheet.top,
    left: sheet.left,
    bottom: sheet.top + Math.max(height, 1) - 1,
    right: sheet.left + Math.max(width, 1) - 1,
  };
  const merged = mergeIndex(sheet.merges, bounds);
  const raw = (row: number, column: number): Cell | null => sheet.rows[row - sheet.top]?.[column - sheet.left] ?? null;
  const areaAt = (row: number, column: number): Area =>
    merged.get(row * 16_384 + column) ?? { top: row, left: column, bottom: row, right: column };
  const cellAt = (row: number, column: number): Cell | null => {
    const area = areaAt(row, column);
    return raw(area.top, area.left);
  };
  return { sheet, bounds, areaAt, cellAt, textAt: (row, column) => cellAt(row, column)?.text ?? "" };
}

/** Merges reach no further than the used range here, so a merge over the whole grid costs nothing. */
function mergeIndex(merges: readonly Area[], bounds: Area): Map<number, Area> {
  const index = new Map<number, Area>();
  for (const area of merges) {
    const bottom = Math.min(area.bottom, bounds.bottom);
    const right = Math.min(area.right, bounds.right);
    for (let row = Math.max(area.top, bounds.top); row <= bottom; row++) {
      for (let column = Math.max(area.left, bounds.left); column <= right; column++) {
        index.set(row * 16_384 + column, area);
      }
    }
  }
  return index;
}
