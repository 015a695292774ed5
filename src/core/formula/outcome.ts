import { type Decimal, decimal, isZero } from "../quantity/index.js";

/** A value inside a formula; null is an empty cell. */
export type FormulaValue = Decimal | string | boolean | null;

/** What a formula, or a cell it reads, comes to. */
export type Outcome =
  | { readonly kind: "value"; readonly value: FormulaValue }
  /** An Excel error: `#DIV/0!`, `#VALUE!` … */
  | { readonly kind: "error"; readonly code: string }
  /** It may well have a value, but not one that this evaluator can tell. `reason` names the function or the construct. */
  | { readonly kind: "unsupported"; readonly reason: string };

export type Problem = Exclude<Outcome, { readonly kind: "value" }>;

/** Either a result or the problem that stands in its place. */
export type Attempt<T> = { readonly value: T } | { readonly problem: Problem };

export function valued(value: FormulaValue): Outcome {
  return { kind: "value", value };
}

export function errored(code: string): Problem {
  return { kind: "error", code };
}

export function unsupported(reason: string): Problem {
  return { kind: "unsupported", reason };
}

export function isDecimal(value: FormulaValue): value is Decimal {
  return value !== null && typeof value === "object";
}

/** Excel's longest text. */
const maxText = 32_767;

/** Excel compares and rounds on 15 significant digits: a third times three is one. */
export function snapped(value: Decimal): Decimal {
  return isZero(value) ? value : value.prec(15, 1);
}

/** Keeps products of products from growing without end, and magnitudes inside of what a sheet can hold. */
export function settled(value: Decimal): Outcome {
  if (value.e > 308) return errored("#NUM!");
  if (value.e < -307) return valued(decimal(0));
  return valued(value.c.length > 60 ? value.prec(45, 1) : value);
}

export function textOutcome(text: string): Outcome {
  return text.length > maxText ? errored("#VALUE!") : valued(text);
}

const plainNumber = /^[+-]?(?:[0-9]{1,15}|[0-9]{1,3}(?:,[0-9]{3}){1,4})(?:\.[0-9]{0,15})?(%?)$/;

/** As arithmetic takes a value: an empty cell is 0, TRUE is 1, text counts when it is a plain number. */
export function asNumber(value: FormulaValue): Attempt<Decimal> {
  if (isDecimal(value)) return { value };
  if (value === null) return { value: decimal(0) };
  if (typeof value === "boolean") return { value: decimal(value ? 1 : 0) };
  const text = value.trim();
  const match = plainNumber.exec(text);
  if (match) {
    const digits = text.replaceAll(",", "").replace("+", "").replace("%", "").replace(/\.$/, "");
    return { value: match[1] ? decimal(digits).div(100) : decimal(digits) };
  }
  // Excel reads dates, times and currencies here too.
  return { problem: /[0-9]/.test(text) ? unsupported(text) : errored("#VALUE!") };
}

export function asBoolean(value: FormulaValue): Attempt<boolean> {
  if (typeof value === "boolean") return { value };
  if (value === null) return { value: false };
  if (isDecimal(value)) return { value: !isZero(value) };
  const upper = value.trim().toUpperCase();
  return upper === "TRUE" || upper === "FALSE" ? { value: upper === "TRUE" } : { problem: errored("#VALUE!") };
}

export function asText(value: FormulaValue): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return isDecimal(value) ? plainText(snapped(value)) : value;
}

function plainText(value: Decimal): string {
  return Math.abs(value.e) > 20 ? value.toString().toUpperCase() : value.toFixed();
}
