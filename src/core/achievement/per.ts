import { type Decimal, type Unit, decimal, readNumeral, readUnit } from "../quantity/index.js";
import { type Lexicon, oneOf } from "./lexicon.js";
import { type DateReading, readInteger } from "./read-date.js";

/** What 每 counts by: 亩, 个乡镇, 两周, 万人. */
export function readPer(text: string, at: number): { unit: Unit; times: Decimal; symbol: string; end: number } | null {
  const numeral = readNumeral(text, at);
  const start = numeral && numeral.share === null && !text.startsWith("半年", at) ? numeral.end : at;
  const times = start > at && numeral ? numeral.value : decimal(1);
  const inner = text.charAt(start) === "个" ? readUnit(text, start + 1, { simple: true }) : null;
  const found = inner ?? readUnit(text, start, { simple: true });
  if (!found || times.lte(0)) return null;
  const symbol = start > at ? text.slice(at, start) + found.unit.symbol : found.unit.symbol;
  return { unit: found.unit, times, symbol, end: found.end };
}

/** 15日前, of every month. */
export function readRecurring(text: string, at: number, lexicon: Lexicon): DateReading | null {
  if (!lexicon.dateStarts.has(text.charAt(at))) return null;
  const day = readInteger(text, at);
  if (!day || day.n < 1 || day.n > 31 || !"日号".includes(text.charAt(day.end) || " ")) return null;
  const before = oneOf(lexicon.profile.dates.words.before, text, day.end + 1);
  if (!before) return null;
  const last = { year: null, month: 12, day: day.n };
  return { last, precision: "day", deadline: true, recurring: true, end: day.end + 1 + before.length };
}
