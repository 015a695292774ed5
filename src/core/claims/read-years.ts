import { halfWidth, isDigit, isLetter, readUnit } from "../quantity/index.js";
import type { YearClaim, YearWords } from "./year-claim.js";

const openers = new Map([
  ["《", "》"],
  ["“", "”"],
  ["「", "」"],
  ["『", "』"],
]);

const joints: ReadonlySet<string> = new Set("-—–~〜∼至到");

/** How far behind a year a word still speaks of it. */
const reach = 8;

/** Years from 1990 to 2099, in the order of the text; one pass. */
export function readYears(text: string, words: YearWords): readonly YearClaim[] {
  const source = halfWidth(text);
  const found: YearClaim[] = [];
  let closer: string | null = null;
  for (let at = 0; at < source.length; at++) {
    const char = source.charAt(at);
    if (closer === null) closer = openers.get(char) ?? null;
    else if (char === closer) closer = null;
    if (!isDigit(char)) continue;
    let end = at;
    while (isDigit(source.charAt(end))) end++;
    const year = end - at === 4 ? Number(source.slice(at, end)) : 0;
    if (year >= 1990 && year < 2100 && !isPart(source, at, end)) {
      const use = closer === null ? useOf(source, at, end, words) : "quoted";
      found.push({ year, use, start: at, end });
    }
    at = end - 1;
  }
  return found;
}

/** GB50204-2015, 12.2024, 2027.72万元: digits of something else. */
function isPart(source: string, start: number, end: number): boolean {
  if (isDecimal(source, end)) return true;
  const before = source.charAt(start - 1);
  const further = source.charAt(start - 2);
  if (isLetter(before) || isLetter(source.charAt(end))) return true;
  return (
    (before === "." || before === "-" || before === "/") &&
    (isDigit(further) || isLetter(further)) &&
    !isRangeEnd(source, start)
  );
}

/** 2052.1万元, 2027.72; 2024.1前 and 2024.1.31 are dates. */
function isDecimal(source: string, point: number): boolean {
  if (source.charAt(point) !== "." || !isDigit(source.charAt(point + 1))) return false;
  let end = point + 1;
  while (isDigit(source.charAt(end))) end++;
  const month = end - point <= 3 ? Number(source.slice(point + 1, end)) : 0;
  if (month < 1 || month > 12) return true;
  const counted = readUnit(source, end, { magnitude: true });
  return counted !== null && counted.unit.dimension !== "calendar";
}

function useOf(source: string, start: number, end: number, words: YearWords): YearClaim["use"] {
  const after = source.charAt(end);
  const isNumbered = "〕】])".includes(after || " ") && source.startsWith("号", afterDigits(source, end + 1));
  if (isNumbered) return "document";
  const rest = after === "年" ? end + 1 + (source.charAt(end + 1) === "度" ? 1 : 0) : end;
  if (isRangeEnd(source, start) || beginsRange(source, rest)) return "range";
  if (words.before.some((word) => source.startsWith(word, start - word.length))) return "compared";
  const ahead = clauseAhead(source, rest);
  if (words.after.some((word) => ahead.includes(word))) return "compared";
  if (after === "年") return "stated";
  return "./-".includes(after || " ") && isDigit(source.charAt(end + 1)) ? "stated" : "bare";
}

function afterDigits(source: string, at: number): number {
  let end = at;
  if (source.charAt(end) === "第") end++;
  while (isDigit(source.charAt(end)) && end - at < 8) end++;
  return end;
}

/** 2021-2025, 2021年至2025年: the later end; a day such as 2024-12-31 is no range. */
function isRangeEnd(source: string, start: number): boolean {
  let at = start - 1;
  let marks = 0;
  while (joints.has(source.charAt(at)) && marks < 3) {
    at--;
    marks++;
  }
  if (marks === 0) return false;
  // 2023年11月至2024年3月, 2023.11-2024.3
  const before = source.charAt(at);
  return before === "年" || before === "月" || before === "日" || before === "度" || fourDigitsEndAt(source, at);
}

function fourDigitsEndAt(source: string, at: number): boolean {
  for (let back = 0; back < 4; back++) if (!isDigit(source.charAt(at - back))) return false;
  return !isDigit(source.charAt(at - 4));
}

/** What stands between a year and the joint may be a month and a day. */
function beginsRange(source: string, from: number): boolean {
  let at = from;
  for (let steps = 0; steps < 6 && (isDigit(source.charAt(at)) || "月日.".includes(source.charAt(at) || " ")); steps++)
    at++;
  let marks = 0;
  while (joints.has(source.charAt(at)) && marks < 3) {
    at++;
    marks++;
  }
  if (marks === 0) return false;
  let end = at;
  while (isDigit(source.charAt(end)) && end - at < 5) end++;
  return end - at === 4;
}

/** The words behind a year, to the end of its clause. */
function clauseAhead(source: string, from: number): string {
  let end = from;
  while (end < source.length && end - from < reach && !"，,。；;、\n".includes(source.charAt(end))) end++;
  return source.slice(from, end);
}
