import { decimal } from "../quantity/index.js";
import type { Area, CellValue, SheetSnapshot } from "../sheet/index.js";
import type { CellSource } from "./evaluate.js";
import { errored, valued, type Outcome } from "./outcome.js";

/** The values of one sheet, as formulas read them. */
export interface SheetCells {
  readonly name: string;
  get(row: number, column: number): Outcome | undefined;
  /** `undefined` empties the cell. */
  set(row: number, column: number, outcome: Outcome | undefined): void;
  within(area: Area): readonly Outcome[];
}

/** Sheet names are compared as Excel does: without regard to case. */
export function sheetKey(name: string): string {
  return name.toUpperCase();
}

/** Key of a cell within its sheet. */
export function cellKey(row: number, column: number): number {
  return row * 16_384 + column;
}

export function outcomeOf(value: CellValue, isError: boolean): Outcome | undefined {
  if (value === null) return undefined;
  if (isError) return errored(String(value));
  return valued(typeof value === "number" ? decimal(value) : value);
}

/** A copy of the stored values that can be written over. */
export function sheetCells(sheet: SheetSnapshot): SheetCells {
  const outcomes = new Map<number, Outcome>();
  let [bottom, right] = [0, 0];
  const set: SheetCells["set"] = (row, column, outcome) => {
    if (!outcome) {
      outcomes.delete(cellKey(row, column));
      return;
    }
    bottom = Math.max(bottom, row);
    right = Math.max(right, column);
    outcomes.set(cellKey(row, column), outcome);
  };
  sheet.rows.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      if (cell) set(sheet.top + row, sheet.left + column, outcomeOf(cell.value, cell.isError));
    });
  });
  const get: SheetCells["get"] = (row, column) => outcomes.get(cellKey(row, column));
  const within: SheetCells["within"] = (area) => {
    const found: Outcome[] = [];
    for (let row = area.top; row <= Math.min(area.bottom, bottom); row++) {
      for (let column = area.left; column <= Math.min(area.right, right); column++) {
        const outcome = get(row, column);
        if (outcome) found.push(outcome);
      }
    }
    return found;
  };
  return { name: sheet.name, get, set, within };
}

/**
 * The stored values of a workbook as a source per sheet: what a formula comes to from what its cells hold now, without
 * recomputing those.
 */
export function storedValues(sheets: readonly SheetSnapshot[]): (ownSheet: string) => CellSource {
  const cells = new Map(sheets.map((sheet) => [sheetKey(sheet.name), sheetCells(sheet)]));
  return (ownSheet) => ({
    cells: (sheet, area) => cells.get(sheetKey(sheet ?? ownSheet))?.within(area) ?? null,
  });
}
