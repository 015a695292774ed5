import { halfWidth } from "../../core/quantity/index.js";

/** A day as Excel counts it, with the format that shows it the way it was typed. */
export interface TypedDate {
  readonly serial: number;
  readonly format: string;
}

const dashed = /^([0-9]{4})([-/])([0-9]{1,2})\2([0-9]{1,2})$/;
const chinese = /^(?:([0-9]{4}) ?年 ?)?([0-9]{1,2}) ?月(?: ?([0-9]{1,2}) ?[日号])?$/;

const daysBetweenEpochs = 1462;

/**
 * `2024-12-31`, `2024/12/31`, `2024年12月31日`, `2024年12月`, `12月31日` (of `year`); null for anything else, and for days that
 * no calendar has. `1-2` and `1/2` stay text: in an annex they number things.
 */
export function typedDate(text: string, year: number, date1904: boolean): TypedDate | null {
  const half = halfWidth(text).trim();
  const plain = dashed.exec(half);
  if (plain) return dayOf(Number(plain[1]), Number(plain[3]), Number(plain[4]), "yyyy/m/d", date1904);
  const spoken = chinese.exec(half);
  if (!spoken) return null;
  const [, written, month, day] = spoken;
  if (written === undefined && day === undefined) return null;
  const parts = `${written ? 'yyyy"年"' : ""}m"月"${day ? 'd"日"' : ""}`;
  return dayOf(Number(written ?? year), Number(month), Number(day ?? 1), parts, date1904);
}

function dayOf(year: number, month: number, day: number, format: string, date1904: boolean): TypedDate | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  if (!isReal) return null;
  const days = date.getTime() / 86_400_000 + 25_569;
  // Excel counts a 29 February 1900 that never was.
  const serial = date1904 ? days - daysBetweenEpochs : days < 61 ? days - 1 : days;
  return serial >= 1 ? { serial, format } : null;
}
