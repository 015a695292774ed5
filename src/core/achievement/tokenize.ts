import {
  type Decimal,
  type Unit,
  decimal,
  halfWidth,
  isBlank,
  isDigit,
  isHan,
  isLetter,
  readNumeral,
  readUnit,
} from "../quantity/index.js";
import { type Lexicon, oneOf, wordAt } from "./lexicon.js";
import { type DateReading, readDate } from "./read-date.js";
import type { Token } from "./token.js";

/** Cells longer than this are prose; the rest is not read. */
const longestText = 1000;

const closers: ReadonlyMap<string, string> = new Map([
  ["(", ")"],
  ["[", "]"],
  ["【", "】"],
  ["〔", "〕"],
  ["“", "”"],
  ["‘", "’"],
  ["「", "」"],
  ["『", "』"],
  ["《", "》"],
  ["{", "}"],
]);
const remarks = "([【〔{";
const stops = ",;，；。、!?！？|\n";
const joints = "-—–~∼〜/±+:∶";
const chineseDigits = "零〇一二两三四五六七八九十百千万亿半壹贰叁肆伍陆柒捌玖拾佰仟";

/** Half width, blanks gone (but between two digits), line breaks as stops. */
export function normalise(text: string): string {
  const source = halfWidth(text.length > longestText ? text.slice(0, longestText) : text);
  let out = "";
  for (let at = 0; at < source.length; at++) {
    const char = source.charAt(at);
    if (char === "\r" || char === "\n") {
      if (out !== "" && !out.endsWith("\n")) out += "\n";
    } else if (!isBlank(char)) out += char;
    else if (isDigit(out.charAt(out.length - 1)) && isDigit(nextSolid(source, at))) out += " ";
  }
  return out.endsWith("\n") ? out.slice(0, -1) : out;
}

function nextSolid(text: string, at: number): string {
  let next = at;
  while (next < text.length && isBlank(text.charAt(next))) next++;
  // Only the first blank of a run asks, so a run costs its length once.
  return at > 0 && isBlank(text.charAt(at - 1)) ? "" : text.charAt(next);
}

/** Tokens of normalised text, in one pass; every step looks only a bounded way ahead. */
export function tokenize(text: string, lexicon: Lexicon, year: number | null): readonly Token[] {
  const tokens: Token[] = [];
  const closing = closingBrackets(text);
  let at = 0;
  let words = "";
  let wordsStart = 0;
  const flush = (): void => {
    if (words !== "") tokens.push({ kind: "text", text: words, start: wordsStart });
    words = "";
  };
  const push = (token: Token, end: number): void => {
    flush();
    tokens.push(token);
    at = end;
  };
  const skip = (end: number): void => {
    if (words === "") wordsStart = at;
    words += text.slice(at, end);
    at = end;
  };
  while (at < text.length) {
    const char = text.charAt(at);
    const previous = words === "" ? tokens[tokens.length - 1] : undefined;
    const close = closing.get(at);
    if (close !== undefined) {
      const inside = text.slice(at + 1, close);
      push({ kind: remarks.includes(char) ? "aside" : "name", text: inside, start: at }, close + 1);
      continue;
    }
    const sign = readSign(text, at);
    if (sign) {
      push({ kind: "sign", bound: sign.bound, strict: sign.strict, start: at }, sign.end);
      continue;
    }
    if (followsNumber(previous)) {
      const after = wordAt(lexicon.after, text, at);
      if (after) {
        push({ kind: "after", role: after.role, start: at }, at + after.word.length);
        continue;
      }
      if (char === "+" && !isAlphanumeric(text.charAt(at + 1))) {
        push({ kind: "after", role: "moreAfter", start: at }, at + 1);
        continue;
      }
      const unit = previous?.kind === "unit" ? null : readUnit(text, at, { unknown: true });
      if (unit) {
        push({ kind: "unit", unit: unit.unit, start: at }, unit.end);
        continue;
      }
    }
    const marker = readListMarker(text, at, words === "" && (previous === undefined || previous.kind === "stop"));
    if (marker) {
      push({ kind: "stop", start: at }, marker);
      continue;
    }
    if (!isAlphanumeric(text.charAt(at - 1)) || !isDigit(char)) {
      const date = readDate(text, at, lexicon, year);
      if (date && !followsNumber(previous)) {
        push({ kind: "date", date, start: at }, date.end);
        continue;
      }
    }
    const word = wordAt(lexicon.before, text, at);
    if (word) {
      const end = at + word.word.length;
      if (word.role === "phrase") {
        skip(end);
        continue;
      }
      if (word.role === "each") {
        const per = readPer(text, end);
        if (per) {
          push({ kind: "per", unit: per.unit, times: per.times, symbol: per.symbol, start: at }, per.end);
          const recurring = per.unit.dimension === "calendar" ? readRecurring(text, at, lexicon) : null;
          if (recurring) push({ kind: "date", date: recurring, start: at }, recurring.end);
          continue;
        }
      } else if (word.role === "ordinal") {
        const rank = readRank(text, end);
        if (rank === "name") {
          skip(identifierEnd(text, end));
          continue;
        }
        if (rank === "rank") {
          push({ kind: "before", role: "ordinal", word: word.word, start: at }, end);
          continue;
        }
      } else if (word.role === "zero") {
        push({ kind: "before", role: "zero", word: word.word, start: at }, end);
        continue;
      } else if (!needsNumber(word.role, word.word) || beginsNumber(text, end)) {
        push({ kind: "before", role: word.role, word: word.word, start: at }, end);
        continue;
      }
    }
    if (isLetter(char)) {
      skip(identifierEnd(text, at));
      continue;
    }
    if (isDigit(char) || char === "." || chineseDigits.includes(char)) {
      const identifier = isDigit(char) ? identifierFrom(text, at) : null;
      if (identifier) {
        skip(identifier);
        continue;
      }
      const numeral = readNumeral(text, at);
      if (
        numeral &&
        !numeral.bareMagnitude &&
        !(numeral.chinese && !standsAlone(text, at, numeral.end, previous, numeral.share !== null))
      ) {
        push({ kind: "number", numeral, start: at }, numeral.end);
        continue;
      }
      if (numeral?.bareMagnitude && previous?.kind === "before" && previous.role === "about") {
        push({ kind: "number", numeral, start: at }, numeral.end);
        continue;
      }
      if (numeral && numeral.chinese) {
        skip(numeral.end);
        continue;
      }
    }
    if (stops.includes(char)) push({ kind: "stop", start: at }, at + 1);
    else if (joints.includes(char) && (char !== ":" || isDigit(text.charAt(at + 1))))
      push({ kind: "joint", char, start: at }, at + 1);
    else skip(at + 1);
  }
  flush();
  return tokens;
}

function followsNumber(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (token.kind === "number" || token.kind === "unit" || token.kind === "after" || token.kind === "aside")
  );
}

function isAlphanumeric(char: string): boolean {
  return isDigit(char) || isLetter(char);
}

/** Where the bracket or quote that opens at a position closes; unmatched ones are left out. Innermost pairs are swallowed. */
function closingBrackets(text: string): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const open: { at: number; closer: string }[] = [];
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    const top = open[open.length - 1];
    if (top && char === top.closer) {
      open.pop();
      found.set(top.at, at);
      continue;
    }
    const closer = closers.get(char);
    if (closer && open.length < 16 && !(char === "《" && isDigit(text.charAt(at + 1)))) open.push({ at, closer });
  }
  return found;
}

/** ≥ ≧ >= => > and 》 before a number; ≤ ≦ <= =< < and 《 before a number; =. */
function readSign(text: string, at: number): { bound: ">=" | "<=" | "="; strict: boolean; end: number } | null {
  const char = text.charAt(at);
  const next = text.charAt(at + 1);
  const sign = (bound: ">=" | "<=" | "=", strict: boolean, length: number) => ({ bound, strict, end: at + length });
  switch (char) {
    case "≥":
    case "≧":
    case "⩾":
      return sign(">=", false, next === "=" ? 2 : 1);
    case "≤":
    case "≦":
    case "⩽":
      return sign("<=", false, next === "=" ? 2 : 1);
    case ">":
      return next === "=" ? sign(">=", false, 2) : sign(">=", true, 1);
    case "<":
      return next === "=" ? sign("<=", false, 2) : sign("<=", true, 1);
    case "=":
      if (next === ">") return sign(">=", false, 2);
      if (next === "<") return sign("<=", false, 2);
      return sign("=", false, next === "=" ? 2 : 1);
    case "》":
      return isDigit(next) ? sign(">=", false, 1) : null;
    case "《":
      return isDigit(next) ? sign("<=", false, 1) : null;
    default:
      return null;
  }
}

/** 1、 2. 3) (4) at the start of a clause; the index after it. */
function readListMarker(text: string, at: number, atStart: boolean): number | null {
  if (!atStart) return null;
  const char = text.charAt(at);
  if (char >= "①" && char <= "⑳") return at + 1;
  let end = at;
  while (end - at < 3 && isDigit(text.charAt(end))) end++;
  if (end === at || end - at > 2) {
    if (!"一二三四五六七八九十".includes(char)) return null;
    return text.charAt(at + 1) === "、" ? at + 2 : null;
  }
  const mark = text.charAt(end);
  const after = text.charAt(end + 1);
  if (mark === "、" && after !== "") return end + 1;
  if ((mark === "." || mark === ")" || mark === ":") && after !== "" && !isDigit(after)) return end + 1;
  return null;
}

/** Single characters and the small words are only words of the grammar when a number follows. */
function needsNumber(role: string, word: string): boolean {
  return word.length === 1 || role === "about" || role === "more" || role === "reaching";
}

function beginsNumber(text: string, at: number): boolean {
  const char = text.charAt(at);
  return (
    isDigit(char) ||
    "约近超逾¥-每≥≤>=<".includes(char || " ") ||
    (chineseDigits.includes(char || " ") && readNumeral(text, at) !== null)
  );
}

/** What 每 counts by: 亩, 个乡镇, 两周, 万人. */
function readPer(text: string, at: number): { unit: Unit; times: Decimal; symbol: string; end: number } | null {
  const numeral = readNumeral(text, at);
  const start = numeral && numeral.share === null && !text.startsWith("半年", at) ? numeral.end : at;
  const times = start > at && numeral ? numeral.value : decimal(1);
  const inner = text.charAt(start) === "个" ? readUnit(text, start + 1, { simple: true }) : null;
  const found = inner ?? readUnit(text, start, { simple: true });
  if (!found || times.lte(0)) return null;
  const symbol = start > at ? text.slice(at, start) + found.unit.symbol : found.unit.symbol;
  return { unit: found.unit, times, symbol, end: found.end };
}

/** 15日前 after 每月. */
function readRecurring(text: string, at: number, lexicon: Lexicon): DateReading | null {
  const day = readNumeral(text, at);
  if (!day || day.decimals > 0 || day.value.gt(31) || !"日号".includes(text.charAt(day.end) || " ")) return null;
  const before = oneOf(lexicon.profile.dates.words.before, text, day.end + 1);
  if (!before) return null;
  const last = { year: null, month: 12, day: Number(day.value.toFixed()) };
  return { last, precision: "day", deadline: true, end: day.end + 1 + before.length };
}

/** 第三条 is a name, 前10名 a rank, anything else no ordinal. */
function readRank(text: string, at: number): "rank" | "name" | null {
  const numeral = readNumeral(text, at);
  if (!numeral || numeral.decimals > 0) return null;
  return "名位".includes(text.charAt(numeral.end) || " ") ? "rank" : text.charAt(at - 1) === "第" ? "name" : null;
}

/** Letters with digits: GB3095-2012, PM2.5, H7N9. */
function identifierEnd(text: string, at: number): number {
  let end = at;
  while (
    end < text.length &&
    (isAlphanumeric(text.charAt(end)) || isInnerMark(text, end) || chineseDigitAt(text, end, at))
  )
    end++;
  return Math.max(end, at + 1);
}

function isInnerMark(text: string, at: number): boolean {
  return "-.+_".includes(text.charAt(at)) && isAlphanumeric(text.charAt(at + 1)) && isAlphanumeric(text.charAt(at - 1));
}

function chineseDigitAt(text: string, at: number, start: number): boolean {
  return at === start && chineseDigits.includes(text.charAt(at));
}

/** A number that is part of a name: 5A, 4G, 1+1+N, 12号, 123456号; the index after it, or null. */
function identifierFrom(text: string, at: number): number | null {
  let end = at;
  while (isDigit(text.charAt(end)) && end - at < 12) end++;
  const next = text.charAt(end);
  // 7×24小时
  if ((next === "×" || next === "*") && isDigit(text.charAt(end + 1))) return identifierEnd(text, end + 1);
  if (next === "号" || (next === "+" && isAlphanumeric(text.charAt(end + 1))))
    return identifierEnd(text, at) + (next === "号" ? 1 : 0);
  if (!isLetter(next)) return null;
  if (readUnit(text, end) || ((next === "E" || next === "e") && /* 1.2E5 */ isDigit(text.charAt(end + 1)))) return null;
  return identifierEnd(text, at);
}

/** A Chinese numeral counts where a unit, a share or a word of the grammar makes it a number. */
function standsAlone(text: string, at: number, end: number, previous: Token | undefined, share: boolean): boolean {
  if (share) return true;
  if (readUnit(text, end)) return true;
  const rest = text.charAt(end);
  const introduced =
    previous !== undefined && (previous.kind === "sign" || previous.kind === "before" || previous.kind === "per");
  if (introduced)
    return rest === "" || !isHan(rest) || oneOf(["余", "多", "左右", "以上", "以下", "以内"], text, end) !== null;
  return at === 0 && (rest === "" || oneOf(["余", "多", "左右", "以上", "以下", "以内"], text, end) !== null);
}
