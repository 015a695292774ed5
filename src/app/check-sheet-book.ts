import { writeNewWorkbook, type NewSheet } from "../documents/xlsx/index.js";
import type { CheckSheet } from "./check-sheet.js";
import { layOutCheckSheet } from "./check-sheet-layout.js";
import { layOutOverview } from "./check-sheet-overview.js";
import { freeSheetName } from "./sheet-mark.js";

/** A workbook (or several of one unit) and what its check came to. */
export interface CheckedUnit {
  /** File name for people. */
  readonly name: string;
  /** Null when it could not be read. */
  readonly sheet: CheckSheet | null;
  /** Why not; empty otherwise. */
  readonly problem: string;
}

/** The name that a check sheet has in a workbook. */
export const checkSheetName = "核对单";

/**
 * Check sheets as a workbook of their own. One unit is one sheet; several are an overview with a line for each, then a
 * sheet for each that could be read, named by its number in the overview and its unit.
 */
export function checkSheetBook(units: readonly CheckedUnit[]): Uint8Array {
  return writeNewWorkbook({ title: "绩效附表核对单", creator: "绩效附表台", sheets: sheetsOf(units), deskXml: null });
}

function sheetsOf(units: readonly CheckedUnit[]): readonly NewSheet[] {
  const [first] = units;
  if (units.length === 1 && first?.sheet) return [layOutCheckSheet(first.sheet, checkSheetName)];
  const names: string[] = ["汇总"];
  const sheets = units.flatMap(({ sheet, name }, index) => {
    if (!sheet) return [];
    names.push(freeSheetName(sheetName(index + 1, sheet.unit ?? name), names));
    return [layOutCheckSheet(sheet, names.at(-1) ?? name)];
  });
  return [layOutOverview(units, "汇总"), ...sheets];
}

/** At most 31 characters, without those that Excel refuses. */
function sheetName(number: number, name: string): string {
  return `${number} ${name.replace(/[\\/?*[\]:'\p{Cc}]/gu, " ").trim()}`.slice(0, 31).trim();
}
