import type { CellEdit, CellValue } from "../../core/sheet/index.js";

const errorCodes: ReadonlySet<string> = new Set(["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"]);

/** Han characters, full-width marks; nothing that Excel could take for a number, date, formula or logical value. */
const plainText = /^[\p{Script=Han}（《“][^\d０-９〇一二三四五六七八九十]*$/u;

/**
 * What to assign to `values` for a constant. Excel reads strings like typed input, so a text that could become a number,
 * a date or a formula gets the apostrophe that keeps it text; in a cell formatted as text (`@`) nothing is read.
 */
export function constantEntry(value: CellValue, format: string): string | number | boolean {
  if (value === null) return "";
  if (typeof value !== "string" || format === "@" || value === "") return value;
  return plainText.test(value) || errorCodes.has(value) ? value : `'${value}`;
}

/** The number format a cell must have to take the content: a cell formatted as text would keep a formula as text. */
export function formatFor(edit: CellEdit, current: string): string {
  if (edit.format !== undefined) return edit.format;
  const isText = edit.content.kind === "value" && typeof edit.content.value === "string";
  return current === "@" && !isText ? "General" : current;
}

/** What `formulas` shows for a cell: its formula, else its constant, `""` when empty. */
export type Entry = string | number | boolean;

export function entryOf(value: CellValue, formula: string | null): Entry {
  return formula ?? value ?? "";
}

/** The same content, spelling of formulas aside: Excel writes functions in capitals and may drop blanks. */
export function sameEntry(one: Entry, other: Entry): boolean {
  if (one === other) return true;
  if (typeof one === "number" && typeof other === "number") {
    return Math.abs(one - other) <= Math.abs(one) * 1e-14;
  }
  return typeof one === "string" && typeof other === "string" && one.startsWith("=") && spelled(one) === spelled(other);
}

/** Blanks go and letters become capitals, outside of quoted texts and sheet names. */
function spelled(formula: string): string {
  return formula
    .split(/("[^"]*"|'[^']*')/)
    .map((part, index) => (index % 2 === 1 ? part : part.replaceAll(/\s/g, "").toUpperCase()))
    .join("");
}
