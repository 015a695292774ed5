import { decimal, formatDecimal } from "../../core/quantity/index.js";
import type { Cell } from "../../core/sheet/index.js";
import { isDateFormat } from "../../documents/xlsx/index.js";
import { typedContent } from "./typed-content.js";

const daysBetweenEpochs = 1462;

/** What a person edits: the formula, else the value as one would type it. Typing it again changes nothing. */
export function editText(cell: Cell | null, date1904: boolean): string {
  if (!cell) return "";
  if (cell.formula !== null) return cell.formula;
  const { value, format } = cell;
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string") return quoted(value, cell);
  if (format.includes("%")) return `${formatDecimal(decimal(value).times(100))}%`;
  return (isDateFormat(format) ? dateText(value, date1904) : null) ?? plain(value);
}

/** Text that would be read as something else carries Excel's apostrophe. */
function quoted(value: string, { format, isError }: Cell): string {
  if (isError || format === "@") return value;
  const again = typedContent(value, { format, year: 2000, date1904: false }).content.value;
  return again === value && !/^[=＝]./.test(value) ? value : `'${value}`;
}

function plain(value: number): string {
  const size = Math.abs(value);
  return size !== 0 && (size >= 1e15 || size < 1e-9) ? String(value).toUpperCase() : formatDecimal(decimal(value));
}

/** Null for a time of day and for what no calendar shows. */
function dateText(serial: number, date1904: boolean): string | null {
  const days = date1904 ? serial + daysBetweenEpochs : serial < 61 ? serial + 1 : serial;
  if (!Number.isInteger(serial) || serial < 1 || days > 2_958_465) return null;
  const date = new Date((days - 25_569) * 86_400_000);
  return `${date.getUTCFullYear()}/${date.getUTCMonth() + 1}/${date.getUTCDate()}`;
}
