import type { CellEdit } from "../../core/sheet/index.js";
import { isDateFormat } from "../../documents/xlsx/index.js";
import { typedDate } from "./typed-date.js";
import { typedNumber, type TypedNumber } from "./typed-number.js";

/** What typing comes to: the content of the cell, and the number format where the typing asks for one. */
export interface TypedContent {
  readonly content: Extract<CellEdit["content"], { readonly kind: "value" }>;
  readonly format?: string;
}

export interface TypingPlace {
  /** Number format of the cell. */
  readonly format: string;
  /** The year that a day without one belongs to. */
  readonly year: number;
  readonly date1904: boolean;
}

/**
 * A typed constant, read as Excel reads it: numbers (any width, grouped, per cent), dates, TRUE and FALSE, else text. A
 * leading apostrophe, or a cell in text format, keeps what was typed. Formulas are `typedFormula`'s.
 */
export function typedContent(text: string, { format, year, date1904 }: TypingPlace): TypedContent {
  if (text === "") return valueOf(null);
  if (text.startsWith("'")) return valueOf(text.slice(1));
  if (format === "@") return valueOf(text);
  const number = typedNumber(text);
  if (number) return numberOf(number, format);
  const date = typedDate(text, year, date1904);
  if (date) return isDateFormat(format) ? valueOf(date.serial) : { ...valueOf(date.serial), format: date.format };
  const upper = text.trim().toUpperCase();
  if (upper === "TRUE" || upper === "FALSE") return valueOf(upper === "TRUE");
  return valueOf(text);
}

function numberOf({ value, isPercent, format: wanted }: TypedNumber, format: string): TypedContent {
  const showsPercent = format.includes("%");
  if (isPercent) return showsPercent || wanted === null ? valueOf(value) : { ...valueOf(value), format: wanted };
  // In a cell of per cents, 80 is 80% and 0.8 is too.
  if (showsPercent && Math.abs(value) >= 1) return valueOf(Number((value / 100).toPrecision(15)));
  return format === "General" && wanted !== null ? { ...valueOf(value), format: wanted } : valueOf(value);
}

function valueOf(value: string | number | boolean | null): TypedContent {
  return { content: { kind: "value", value } };
}
