import type { FactBook } from "../../src/core/facts/index.js";
import { recalculate, type CellPlace } from "../../src/core/formula/index.js";
import type { Pack } from "../../src/core/pack/index.js";
import type { Cell, CellEdit, CellValue, SheetSnapshot, WorkbookSnapshot } from "../../src/core/sheet/index.js";
import { shownText } from "../../src/documents/xlsx/shown-text.js";
import type { SheetFill } from "./fills.js";

/** A workbook of a unit in some layout, and the cell of every role: `a2 fund.total.rate`, `a3.0 indicators[2].score`. */
export interface DrawnBook {
  /** Unit and layout, for people. */
  readonly name: string;
  readonly pack: Pack;
  readonly workbook: WorkbookSnapshot;
  readonly places: ReadonlyMap<string, CellPlace>;
  /** What the unit's facts put into the slots. */
  readonly fills: readonly SheetFill[];
  /** What last year's workbook said, where it is given. */
  readonly prior: FactBook | null;
  /** Totals and rates are formulas, so that they follow what is typed. */
  readonly hasFormulas: boolean;
}

/** What a cell is made to hold. A formula is computed, unless what is stored with it is told. */
export interface Change {
  readonly role: string;
  readonly value?: CellValue;
  readonly formula?: string;
  /** What is stored with the formula, out of date. */
  readonly stored?: number;
  readonly format?: string;
}

export function placeOf(book: DrawnBook, role: string): CellPlace {
  const place = book.places.get(role);
  if (!place) throw new Error(`${book.name} has no ${role}`);
  return place;
}

export function cellIn(book: DrawnBook, role: string): Cell | null {
  return cellAt(book.workbook, placeOf(book, role));
}

export function cellAt({ sheets }: WorkbookSnapshot, { sheet: name, row, column }: CellPlace): Cell | null {
  const sheet = sheets.find((one) => one.name === name);
  return sheet?.rows[row - sheet.top]?.[column - sheet.left] ?? null;
}

/** The figure that a cell holds; null where it holds words or nothing. */
export function figureIn(book: DrawnBook, role: string): number | null {
  const value = book.places.has(role) ? cellIn(book, role)?.value : null;
  return typeof value === "number" ? value : null;
}

export function textIn(book: DrawnBook, role: string): string {
  return book.places.has(role) ? (cellIn(book, role)?.text ?? "") : "";
}

/** The workbook after these cells were typed anew, and its formulas have followed. */
export function changed(book: DrawnBook, changes: readonly Change[]): WorkbookSnapshot {
  const rows = new Map(book.workbook.sheets.map(({ name, rows }) => [name, [...rows]]));
  const put = (place: CellPlace, cell: Cell | null): void => {
    const sheet = book.workbook.sheets.find(({ name }) => name === place.sheet);
    const own = rows.get(place.sheet);
    if (!sheet || !own) throw new Error(`no sheet ${place.sheet}`);
    const row = [...(own[place.row - sheet.top] ?? [])];
    while (row.length <= place.column - sheet.left) row.push(null);
    row[place.column - sheet.left] = cell;
    own[place.row - sheet.top] = row;
  };
  const sheets = (): SheetSnapshot[] =>
    book.workbook.sheets.map((sheet) => ({ ...sheet, rows: rows.get(sheet.name) ?? sheet.rows }));
  const edits: CellEdit[] = [];
  for (const change of changes) {
    const place = placeOf(book, change.role);
    const format = change.format ?? cellIn(book, change.role)?.format ?? "General";
    const { formula = null, stored = null, value = null } = change;
    put(
      place,
      formula === null && value === null ? null : cellWith(formula === null ? value : stored, format, formula),
    );
    if (change.stored !== undefined) continue;
    const content =
      formula === null ? ({ kind: "value", value } as const) : ({ kind: "formula", formula, cached: null } as const);
    edits.push({ ...place, content });
  }
  const computed = recalculate(sheets(), edits);
  for (const { sheet, row, column, value, isError } of computed.values) {
    const place = { sheet, row, column };
    const cell = cellAt({ ...book.workbook, sheets: sheets() }, place);
    if (!cell) continue;
    const text = isError ? String(value) : shownText(value, cell.format, false);
    put(place, { ...cell, value, text, isError });
  }
  return { ...book.workbook, sheets: sheets() };
}

function cellWith(value: CellValue, format: string, formula: string | null): Cell {
  return { value, text: shownText(value, format, false), formula, format, isError: false };
}
