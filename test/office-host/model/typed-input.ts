import type { CellValue } from "../../../src/core/sheet/index.js";
import { assumptions } from "../assumptions.js";

/** What a cell becomes when this is put into it, by a person or through `values` and `formulas`. */
export interface ParsedInput {
  readonly value: CellValue;
  readonly formula: string | null;
  readonly isError: boolean;
  /** Set when Excel changes the number format along (a typed percentage or date in a `General` cell). */
  readonly format: string | null;
}

export const errorCodes: ReadonlySet<string> = new Set([
  "#NULL!",
  "#DIV/0!",
  "#VALUE!",
  "#REF!",
  "#NAME?",
  "#NUM!",
  "#N/A",
]);

const numberPattern = /^[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d*)?([eE][+-]?\d{1,3})?$/;
const datePattern = /^(\d{4})[-/年](\d{1,2})[-/月](\d{1,2})日?$/;

function plain(value: CellValue): ParsedInput {
  return { value, formula: null, isError: false, format: null };
}

/** Strings are read like typed input; a cell formatted as text (`@`) keeps them as they are. */
export function parseInput(input: string | number | boolean, cellFormat: string): ParsedInput {
  if (typeof input !== "string") return plain(input);
  if (input === "") return plain(null);
  if (cellFormat === "@") return plain(input);
  if (input.startsWith("'")) return plain(input.slice(1));
  if (input.startsWith("=") && input.length > 1) return { ...plain(null), formula: input };
  const text = input.trim();
  if (/^(true|false)$/i.test(text)) return plain(text.toLowerCase() === "true");
  if (errorCodes.has(text.toUpperCase())) return { ...plain(text.toUpperCase()), isError: true };
  if (numberPattern.test(text)) return plain(Number(text.replaceAll(",", "")));
  if (text.endsWith("%") && numberPattern.test(text.slice(0, -1).trim())) {
    const percentage = Number(text.slice(0, -1).replaceAll(",", ""));
    return { ...plain(percentage / 100), format: Number.isInteger(percentage) ? "0%" : "0.00%" };
  }
  const date = datePattern.exec(text);
  if (date) return { ...plain(serialOf(date)), format: assumptions.typedDateFormat };
  return plain(input);
}

function serialOf([, year = "", month = "", day = ""]: RegExpExecArray): number {
  return Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000 + 25_569;
}
