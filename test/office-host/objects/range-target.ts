import { parseArea, type Area } from "../../../src/core/sheet/index.js";
import type { SheetModel } from "../model/sheet-model.js";
import { wholeSheet } from "../model/sheet-model.js";
import type { WorkbookModel } from "../model/workbook-model.js";
import { assumptions } from "../assumptions.js";
import { HostError } from "../protocol/errors.js";
import type { ModelCell } from "../model/cell.js";

/** A rectangle on a sheet: the target of `Range`. */
export interface RangeTarget {
  readonly book: WorkbookModel;
  readonly sheet: SheetModel;
  readonly area: Area;
}

const readableCells = 5_000_000;

export function heightOf(area: Area): number {
  return area.bottom - area.top + 1;
}

export function widthOf(area: Area): number {
  return area.right - area.left + 1;
}

export function cellCountOf(area: Area): number {
  return heightOf(area) * widthOf(area);
}

/** `A1:B2`, `A:C`, `5:5`, with or without `$` and a sheet name in front. */
export function areaOf(address: string): Area {
  const local = address.slice(address.lastIndexOf("!") + 1).replaceAll("$", "");
  const cells = parseArea(local);
  if (cells !== null) return cells;
  const columns = /^([A-Za-z]{1,3}):([A-Za-z]{1,3})$/.exec(local);
  if (columns) {
    const from = parseArea(`${columns[1] ?? ""}1:${columns[2] ?? ""}1`);
    if (from !== null) return { ...wholeSheet, left: from.left, right: from.right };
  }
  const rows = /^(\d{1,7}):(\d{1,7})$/.exec(local);
  if (rows) {
    const numbers = [Number(rows[1]), Number(rows[2])].toSorted((one, other) => one - other);
    const [top = 1, bottom = 1] = numbers;
    if (top >= 1 && bottom <= wholeSheet.bottom + 1) return { ...wholeSheet, top: top - 1, bottom: bottom - 1 };
  }
  throw new HostError("InvalidArgument");
}

/** Row-major values of the area; null above the five million cells that one call may get, as Excel does. */
export function readMatrix<V>(
  { sheet, area }: RangeTarget,
  of: (cell: ModelCell, row: number, column: number) => V,
): V[][] | null {
  if (cellCountOf(area) > readableCells) return null;
  const rows: V[][] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    const cells: V[] = [];
    for (let column = area.left; column <= area.right; column++) cells.push(of(sheet.cell(row, column), row, column));
    rows.push(cells);
  }
  return rows;
}

const sizeMismatch =
  "The number of rows or columns in the input array doesn't match the size or dimensions of the range.";

/** Visits each cell with its entry of the array; a single value goes into every cell, null entries are passed over. */
export function eachEntry(
  { area }: RangeTarget,
  input: unknown,
  put: (row: number, column: number, entry: unknown) => void,
): void {
  const matrix = Array.isArray(input) ? (input as unknown[]) : null;
  if (matrix !== null) validateSize(area, matrix.length, Array.isArray(matrix[0]) ? matrix[0].length : 0);
  for (let row = area.top; row <= area.bottom; row++) {
    const line: unknown = matrix?.[row - area.top];
    for (let column = area.left; column <= area.right; column++) {
      const entry: unknown = matrix === null ? input : Array.isArray(line) ? line[column - area.left] : null;
      if (entry !== null && entry !== undefined) put(row, column, entry);
    }
  }
}

export function validateSize(area: Area, rows: number, columns: number): void {
  if (rows !== heightOf(area) || columns !== widthOf(area)) throw new HostError("InvalidArgument", sizeMismatch);
}

/** Raises what Excel raises where the workbook is read-only or the sheet protects one of the cells. */
export function requireWritable({ book, sheet, area }: RangeTarget): void {
  if (book.readOnly) throw new HostError(assumptions.writeRefused);
  if (!sheet.protected) return;
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      if (sheet.cell(row, column).locked) throw new HostError(assumptions.writeRefused);
    }
  }
}

/** Hiding, formats and protection of a protected sheet are refused even on unlocked cells. */
export function requireFormattable({ book, sheet }: RangeTarget): void {
  if (book.readOnly || sheet.protected) throw new HostError(assumptions.writeRefused);
}

/** True, false, or null where the cells differ: the way all shared properties of a range answer. */
export function shared<V>(values: Iterable<V>): V | null {
  let first: V | undefined;
  let seen = false;
  for (const value of values) {
    if (seen && value !== first) return null;
    first = value;
    seen = true;
  }
  return first ?? null;
}

export function scalarEntry(entry: unknown): string | number | boolean {
  if (typeof entry === "string" || typeof entry === "number" || typeof entry === "boolean") return entry;
  throw new HostError("InvalidArgument");
}
