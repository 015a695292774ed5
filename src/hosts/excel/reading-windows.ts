import type { Area } from "../../core/sheet/index.js";
import type { SheetPiece, SheetReading } from "./sheet-piece.js";

/** Cells that one batch may ask for; with texts and formulas that stays below 4 MB. */
const batchCells = 60_000;
const firstColumns = 50;
const firstRows = { least: 40, most: 1_000 };
/** Room for what a person adds between two readings. */
const growth = { rows: 50, columns: 5 };

export function cellCount(area: Area): number {
  return (area.bottom - area.top + 1) * (area.right - area.left + 1);
}

/** From A1, for a sheet of unknown size. Annexes fit into it; the more sheets, the smaller it is. */
export function firstWindow(sheetCount: number): Area {
  const fair = Math.floor(batchCells / Math.max(sheetCount, 1) / firstColumns);
  const rows = Math.min(Math.max(fair, firstRows.least), firstRows.most);
  return { top: 0, left: 0, bottom: rows - 1, right: firstColumns - 1 };
}

/** From A1 to a little beyond what was used before; null where that was more than one batch. */
export function grownWindow(used: Area | undefined): Area | null {
  if (used === undefined || cellCount(used) > batchCells) return null;
  return {
    top: 0,
    left: 0,
    bottom: Math.min(used.bottom + growth.rows, 1_048_575),
    right: Math.min(used.right + growth.columns, 16_383),
  };
}

/** The used range in bands of rows, each small enough for a batch. */
export function bandsOf(used: Area): Area[] {
  const height = Math.max(1, Math.floor(batchCells / (used.right - used.left + 1)));
  const bands: Area[] = [];
  for (let top = used.top; top <= used.bottom; top += height) {
    bands.push({ ...used, top, bottom: Math.min(top + height - 1, used.bottom) });
  }
  return bands;
}

/** Pieces in the given order, as many to a batch as its size allows. */
export function batchesOf(pieces: readonly SheetPiece[]): SheetPiece[][] {
  const batches: SheetPiece[][] = [];
  let cells = Infinity;
  for (const piece of pieces) {
    const size = piece.window === null ? 0 : cellCount(piece.window);
    if (cells + size > batchCells) {
      batches.push([]);
      cells = 0;
    }
    batches.at(-1)?.push(piece);
    cells += size;
  }
  return batches;
}

/** Whether the windows of a sheet's readings cover its used range. */
export function isWhole(readings: readonly SheetReading[]): boolean {
  const windows = readings.flatMap(({ band }) => (band === null ? [] : [band.window]));
  const used = readings[0]?.used;
  if (used === undefined || windows.length === 0) return false;
  return (
    Math.min(...windows.map(({ top }) => top)) <= used.top &&
    Math.min(...windows.map(({ left }) => left)) <= used.left &&
    Math.max(...windows.map(({ bottom }) => bottom)) >= used.bottom &&
    Math.max(...windows.map(({ right }) => right)) >= used.right
  );
}
