import { decimal, halfWidth } from "../../core/quantity/index.js";

/** A number as typed into a cell, with the number format that Excel gives it in a cell without one. */
export interface TypedNumber {
  readonly value: number;
  readonly isPercent: boolean;
  readonly format: string | null;
}

/** Beyond these a number loses its last digits; such a code (of a project, an account) is kept as text. */
const mostDigits = 15;

const whole = /^([+-]?)(?:([0-9]+)|([0-9]{1,3}(?:,[0-9]{3})+))?(\.[0-9]*)?(?:[Ee]([+-]?[0-9]{1,3}))?( ?%)?$/;

/**
 * Reads `1234.5`, `1,234.5`, `80.45%`, `１２３`, `(5)` (minus five), `1e3`; null for anything else. The value is exact:
 * 80.45% is 0.8045.
 */
export function typedNumber(text: string): TypedNumber | null {
  const bracketed = /^\(([0-9.,]+)\)$/.exec(text.trim());
  const match = whole.exec(bracketed ? `-${bracketed[1] ?? ""}` : halfWidth(text).trim());
  if (!match) return null;
  const [, sign = "", plain, grouped, fraction = "", exponent, percent] = match;
  const digits = (plain ?? grouped ?? "").replaceAll(",", "");
  if (digits === "" && fraction.length < 2) return null;
  const figures = (digits + fraction.slice(1)).replace(/^0+/, "");
  if (figures.length > mostDigits && digits.replace(/^0+/, "").length > mostDigits) return null;
  const unsigned = `${digits === "" ? "0" : digits}${fraction.length > 1 ? fraction : ""}${exponent ? `e${exponent}` : ""}`;
  const exact = decimal(`${sign === "-" ? "-" : ""}${unsigned}`);
  const value = Number((percent ? exact.div(100) : exact).toString());
  if (!Number.isFinite(value) || Math.abs(value) > 9.99e307) return null;
  return { value: value === 0 ? 0 : value, isPercent: Boolean(percent), format: formatOf() };

  function formatOf(): string | null {
    const places = fraction.length > 1 ? ".00" : "";
    if (percent) return `0${places}%`;
    if (exponent) return "0.00E+00";
    return grouped === undefined ? null : `#,##0${places}`;
  }
}
