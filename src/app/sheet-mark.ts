import type { SheetSnapshot, WorkbookSnapshot } from "../core/sheet/index.js";

/**
 * Stands in a hidden row at the top of a check sheet: by this a sheet is known as ours, whatever it is called, in every
 * program that keeps cells. A sheet without it is a person's own.
 */
export const checkSheetMark = "urn:annex-desk:check-sheet:1";

/** The mark may have moved down or aside when rows and columns were put before it. */
const searchedRows = 6;
const searchedColumns = 4;

export function isMarked({ rows, top, left }: Pick<SheetSnapshot, "rows" | "top" | "left">, mark: string): boolean {
  if (top >= searchedRows || left >= searchedColumns) return false;
  return rows
    .slice(0, searchedRows - top)
    .some((row) => row.slice(0, searchedColumns - left).some((cell) => cell?.value === mark));
}

/** A check sheet repeats the words of annexes; it is none, and nothing in it is checked. */
export function withoutCheckSheets(workbook: WorkbookSnapshot): WorkbookSnapshot {
  const sheets = workbook.sheets.filter((sheet) => !isMarked(sheet, checkSheetMark));
  return sheets.length === workbook.sheets.length ? workbook : { ...workbook, sheets };
}

/** The name, or the first of `name (2)`, `name (3)` … that no sheet has; capitals make no difference to Excel. */
export function freeSheetName(wanted: string, taken: readonly string[]): string {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  let name = wanted;
  for (let number = 2; used.has(name.toLowerCase()); number++) {
    const ending = ` (${number})`;
    name = wanted.slice(0, 31 - ending.length) + ending;
  }
  return name;
}
