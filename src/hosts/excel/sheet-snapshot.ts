import type { Area, SheetSnapshot } from "../../core/sheet/index.js";
import type { SheetBand } from "./sheet-piece.js";

type BandedPart = Pick<SheetSnapshot, "top" | "left" | "rows" | "merges" | "hiddenRows" | "hiddenColumns">;

/** Bands of one sheet, from top to bottom without gaps, as one rectangle. A merge across two bands comes once. */
export function joinBands(bands: readonly SheetBand[]): BandedPart {
  const [first] = bands;
  if (first === undefined) return { top: 0, left: 0, rows: [], merges: [], hiddenRows: [], hiddenColumns: [] };
  const merges = new Map<string, Area>();
  for (const band of bands) {
    for (const area of band.merges) merges.set(`${area.top},${area.left},${area.bottom},${area.right}`, area);
  }
  return {
    top: first.top,
    left: first.left,
    rows: bands.flatMap(({ rows }) => rows),
    merges: [...merges.values()],
    hiddenRows: bands.flatMap(({ hiddenRows }) => hiddenRows),
    hiddenColumns: first.hiddenColumns,
  };
}
