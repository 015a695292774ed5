import { format as formatNumber } from "numfmt";
import type { CellValue } from "../../core/sheet/index.js";
import { decimal, formatDecimal, roundHalfUp } from "../../core/quantity/index.js";
import { isDateFormat, placesShown, usualSpelling } from "./format-code.js";

/** Formats of nearly every figure in an annex; `_ ` and the like only pad with a space. */
const fixedFormat = /^(#,##)?0(?:\.(0{1,15}))?(%)?(_.)?$/;

const daysBetweenEpochs = 1462;

/**
 * What the sheet shows. Decimals are rounded exactly (half up over 15 significant digits, as Excel does: 1.005 under
 * `0.00` is 1.01, where binary rounding gives 1.00); all but the plainest formats are laid out by numfmt.
 */
export function shownText(value: CellValue, format: string, date1904: boolean): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string") return format === "General" || format === "@" ? value : formatted(value, format);
  if (format === "General" || format === "@") return general(value);
  const fixed = fixedFormat.exec(format);
  if (fixed) {
    const [, grouping, places = "", percent, pad] = fixed;
    const exact = percent ? decimal(value).times(100) : decimal(value);
    const text = formatDecimal(exact, places.length);
    return `${grouping ? grouped(text) : text}${percent ?? ""}${pad ? " " : ""}`;
  }
  if (date1904 && isDateFormat(format)) return formatted(value + daysBetweenEpochs, format);
  const places = placesShown(format, value);
  return formatted(places === null ? value : Number(roundHalfUp(decimal(value), places)), format);
}

/** Eleven characters at most, as a cell shows them. */
function general(value: number): string {
  const short = String(value);
  const size = Math.abs(value);
  if (short.length <= 11 && (value === 0 || (size >= 1e-4 && size < 1e11))) return short;
  return formatted(value, "General");
}

function grouped(text: string): string {
  const point = text.indexOf(".");
  const whole = point < 0 ? text : text.slice(0, point);
  let result = "";
  for (let at = whole.length; at > 0; at -= 3) {
    const piece = whole.slice(Math.max(0, at - 3), at);
    result = result === "" ? piece : piece === "-" ? `-${result}` : `${piece},${result}`;
  }
  return point < 0 ? result : result + text.slice(point);
}

/** A format that numfmt cannot read shows the bare value; Excel would have refused to store it. */
function formatted(value: string | number, format: string): string {
  try {
    return formatNumber(usualSpelling(format), value, { locale: "zh-CN", overflow: String(value) });
  } catch {
    return String(value);
  }
}
