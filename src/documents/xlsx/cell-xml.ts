import { addressOf, type CellAddress, type CellValue } from "../../core/sheet/index.js";
import { escapeText } from "../xml/index.js";
import { storedFormula } from "./stored-formula.js";
import { encodeEscapes } from "./strings.js";

/** What a cell is to hold. */
export type CellContent =
  | { readonly kind: "value"; readonly value: CellValue }
  | {
      readonly kind: "formula";
      /** With `=`. */
      readonly formula: string;
      readonly cached: CellValue;
      readonly cachedIsError: boolean;
    };

/** A formula's stored text that is one of these is an error; nobody computes such a text. */
const errorCodes = new Set(["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"]);

/** A whole `<c>`; empty text for an empty cell without a style. Text is always text, never a formula. */
export function cellXml(at: CellAddress, style: number, content: CellContent, prefix: string): string {
  const value = content.kind === "value" && content.value === "" ? null : content;
  const head = `<${prefix}c r="${addressOf(at)}"${style === 0 ? "" : ` s="${style}"`}`;
  if (value === null || (value.kind === "value" && value.value === null)) return style === 0 ? "" : `${head}/>`;
  if (value.kind === "formula") {
    const isError = value.cachedIsError || (typeof value.cached === "string" && errorCodes.has(value.cached));
    const { type, xml } = cachedXml(value.cached, isError, prefix);
    const formula = `<${prefix}f>${escapeText(storedFormula(value.formula))}</${prefix}f>`;
    return `${head}${type === null ? "" : ` t="${type}"`}>${formula}${xml}</${prefix}c>`;
  }
  if (typeof value.value === "string") {
    const text = escapeText(encodeEscapes(value.value));
    return `${head} t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${text}</${prefix}t></${prefix}is></${prefix}c>`;
  }
  const { type, xml } = cachedXml(value.value, false, prefix);
  return `${head}${type === null ? "" : ` t="${type}"`}>${xml}</${prefix}c>`;
}

/** The stored value of a formula or a plain number or boolean, with the type that goes on its cell. */
export function cachedXml(
  value: CellValue,
  isError: boolean,
  prefix: string,
): { readonly type: string | null; readonly xml: string } {
  if (value === null) return { type: null, xml: "" };
  const wrapped = (text: string): string => `<${prefix}v>${text}</${prefix}v>`;
  if (isError) return { type: "e", xml: wrapped(escapeText(String(value))) };
  if (typeof value === "boolean") return { type: "b", xml: wrapped(value ? "1" : "0") };
  if (typeof value === "number") return { type: null, xml: wrapped(String(value)) };
  return { type: "str", xml: wrapped(escapeText(encodeEscapes(value))) };
}
