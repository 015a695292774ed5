import { isDigit, isLetter, readNumeral, readUnit, unitOf } from "../quantity/index.js";
import { closingBrackets } from "./brackets.js";
import { identifierEnd, identifierFrom, isAlphanumeric } from "./identifier.js";
import { type Lexicon, oneOf, wordAt } from "./lexicon.js";
import {
  beginsNumber,
  chineseDigits,
  digitRunEnd,
  pairedEnd,
  readListMarker,
  readRank,
  standsAlone,
  stops,
} from "./numerals.js";
import { readPer, readRecurring } from "./per.js";
import { readDate } from "./read-date.js";
import { readSign } from "./sign.js";
import type { Token } from "./token.js";

const remarks = "([【〔{";
const yuan = unitOf("元");
const jointMarks: ReadonlySet<string> = new Set("-—–~∼〜/±+:∶");
const stopMarks: ReadonlySet<string> = new Set(stops);
const chineseStarts: ReadonlySet<string> = new Set(chineseDigits);

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
    const close = closing?.get(at);
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
    if (
      lexicon.dateStarts.has(char) &&
      !followsNumber(previous) &&
      (!isDigit(char) || !isAlphanumeric(text.charAt(at - 1)))
    ) {
      const date = readDate(text, at, lexicon, year) ?? readRecurring(text, at, lexicon);
      if (date) {
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
          continue;
        }
      } else if (word.role === "ordinal") {
        const rank = readRank(text, end, word.word);
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
      } else if (
        !needsNumber(word.role, word.word) ||
        beginsNumber(text, end) ||
        (isChange(word.role) && reachesNumber(text, end, lexicon))
      ) {
        push({ kind: "before", role: word.role, word: word.word, start: at }, end);
        continue;
      }
    }
    if (isLetter(char)) {
      skip(identifierEnd(text, at));
      continue;
    }
    if (char === "¥") {
      const money = readNumeral(text, at + 1);
      if (money && !money.chinese) {
        push({ kind: "number", numeral: money, start: at }, money.end);
        if (yuan && !readUnit(text, at)) tokens.push({ kind: "unit", unit: yuan, start: at });
        continue;
      }
    }
    if ((char === "几" || char === "数") && "十百千万亿".includes(text.charAt(at + 1) || " ")) {
      skip(digitRunEnd(text, at));
      continue;
    }
    const paired = pairedEnd(text, at);
    if (paired !== null) {
      skip(paired);
      continue;
    }
    const chinese = chineseStarts.has(char);
    if (chinese || isDigit(char) || char === ".") {
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
      if (!numeral && chinese) {
        skip(digitRunEnd(text, at));
        continue;
      }
    }
    if (stopMarks.has(char)) push({ kind: "stop", start: at }, at + 1);
    else if (jointMarks.has(char) && (char !== ":" || isDigit(text.charAt(at + 1))))
      push({ kind: "joint", char, start: at }, jointEnd(text, at));
    else skip(at + 1);
  }
  flush();
  return tokens;
}

/** —— and ~~ join like one: 5——10. */
function jointEnd(text: string, at: number): number {
  const char = text.charAt(at);
  const doubled = "-—–~〜∼".includes(char) && text.charAt(at + 1) === char && isDigit(text.charAt(at + 2));
  return doubled ? at + 2 : at + 1;
}

function followsNumber(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (token.kind === "number" || token.kind === "unit" || token.kind === "after" || token.kind === "aside")
  );
}

function isChange(role: string): boolean {
  return role === "increase" || role === "decrease";
}

/** 降至3%, 增到50人 */
function reachesNumber(text: string, at: number, lexicon: Lexicon): boolean {
  const word = oneOf(lexicon.profile.targets.comparisons.reaching, text, at);
  return word !== null && beginsNumber(text, at + word.length);
}

/** Single characters and the small words are only words of the grammar when a number follows. */
function needsNumber(role: string, word: string): boolean {
  return word.length === 1 || role === "about" || role === "more" || role === "reaching";
}
