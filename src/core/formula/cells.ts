import { decimal, readNumber, remembered } from "../quantity/index.js";
import type { Area, Cell, CellAddress, CellValue, SheetSnapshot } from "../sheet/index.js";
import type { CellSource } from "./evaluate.js";
import { errored, unsupported, valued, type Outcome } from "./outcome.js";

/** The values of one sheet, as formulas read them. */
export interface SheetCells {
  readonly name: string;
  get(row: number, column: number): Outcome | undefined;
  /** `undefined` empties the cell. */
  set(row: number, column: number, outcome: Outcome | undefined): void;
  within(area: Area): readonly Outcome[];
}

/** Sheet names are compared as Excel does: without regard to case. */
export const sheetKey = remembered((name: string): string => name.toUpperCase());

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
 * What the cells of an area hold, row by row, read off the sheet; `valueOf` may know better. A formula that was stored
 * without its value has none. With `withTexts` texts that are plain numbers count as numbers.
 */
export function cellsOf(
  sheet: SheetSnapshot,
  area: Area,
  withTexts = false,
  valueOf?: (cell: Cell, at: CellAddress) => Outcome | null,
): readonly Outcome[] {
  const found: Outcome[] = [];
  const [first, last] = [Math.max(area.top, sheet.top), Math.min(area.bottom, sheet.top + sheet.rows.length - 1)];
  for (let row = first; row <= last; row++) {
    const cells = sheet.rows[row - sheet.top] ?? [];
    const end = Math.min(area.right, sheet.left + cells.length - 1);
    for (let column = Math.max(area.left, sheet.left); column <= end; column++) {
      const cell = cells[column - sheet.left];
      if (!cell) continue;
      const outcome = valueOf?.(cell, { row, column }) ?? storedOutcome(cell, withTexts);
      if (outcome) found.push(outcome);
    }
  }
  return found;
}

function storedOutcome(cell: Cell, withTexts: boolean): Outcome | undefined {
  if (cell.value === null && cell.formula !== null) return unsupported(cell.formula);
  if (withTexts && typeof cell.value === "string" && !cell.isError) {
    const number = readNumber(cell.value);
    if (number.kind === "number" && number.unit === null) return valued(number.printed);
  }
  return outcomeOf(cell.value, cell.isError);
}

/**
 * The stored values of a workbook as a source per sheet: what a formula comes to from what its cells hold now, without
 * recomputing those.
 */
export function storedValues(sheets: readonly SheetSnapshot[]): (ownSheet: string) => CellSource {
  const byName = new Map(sheets.map((sheet) => [sheetKey(sheet.name), sheet]));
  return (ownSheet) => ({
    cells: (sheet, area) => {
      const found = byName.get(sheetKey(sheet ?? ownSheet));
      return found ? cellsOf(found, area) : null;
    },
  });
}
