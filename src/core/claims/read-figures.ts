import {
  decimal,
  halfWidth,
  isBlank,
  isDigit,
  isLetter,
  readNumeral,
  readUnit,
  type Numeral,
  type Unit,
} from "../quantity/index.js";
import type { FigureClaim, FigureWords } from "./figure-claim.js";

const sentenceEnds: ReadonlySet<string> = new Set("。；;！!？?\n");
const clauseEnds: ReadonlySet<string> = new Set("，,：:（）()");

/** Reports are tens of thousands of characters; what is longer is no report. */
const longestText = 200_000;
const longestLabel = 40;
/** A longer run of digits is a number of an account or a file. */
const longestDigits = 18;

/**
 * Figures written in digits, in the order of the text; dates, numbering and parts of names are passed over, numerals in
 * Chinese characters are not read. One pass, every step looks only a bounded way ahead.
 */
export function readFigures(text: string, words: FigureWords): readonly FigureClaim[] {
  const source = halfWidth(text.slice(0, longestText));
  const found: FigureClaim[] = [];
  let sentence = 0;
  let clause = 0;
  let labelStart = 0;
  for (let at = nextMark(source, 0); at < source.length; at = nextMark(source, at)) {
    const char = source.charAt(at);
    if (!isDigit(char)) {
      const ends = sentenceEnds.has(char);
      if (ends) sentence++;
      if (ends || clauseEnds.has(char)) {
        clause++;
        labelStart = at + 1;
      }
      at++;
      continue;
    }
    const passed = endOfOther(source, at, labelStart);
    if (passed !== null) {
      at = passed;
      // 目标1:, （2）, 2024年: what follows begins anew; 5A and 第3 are part of the words.
      if (":、.)年-—~～".includes(source.charAt(at - 1))) labelStart = at;
      continue;
    }
    const numeral = readNumeral(source, at);
    if (!numeral) {
      at++;
      continue;
    }
    const { unit, end, more } = unitBehind(source, numeral);
    const before = labelBefore(source, labelStart, at, words);
    found.push({
      ...intervalOf(numeral, unit),
      unit,
      label: before.label,
      text: source.slice(at, end),
      approximate: before.about || more || numeral.approximate,
      changes: before.changes,
      sentence,
      clause,
      start: at,
      end,
    });
    at = end;
    labelStart = end;
  }
  return found;
}

const marks = /[\d。；;！!？?\n，,：:（）()]/g;

/** The next digit, or the end of a sentence or a clause; the end of the text where there is none. */
function nextMark(source: string, from: number): number {
  marks.lastIndex = from;
  return marks.exec(source)?.index ?? source.length;
}

/** The end of digits that are no figure: a day, a list number, part of a name; null where a figure begins. */
function endOfOther(source: string, start: number, labelStart: number): number | null {
  let end = start;
  while (isDigit(source.charAt(end))) end++;
  const before = source.charAt(start - 1);
  const after = source.charAt(end);
  if (isLetter(before) || before === "第" || before === "〔" || before === "№") return end;
  if (after === "号" || after === "年" || after === "月" || after === "日") return end + 1;
  if (after === "-" || after === "—" || after === "~" || after === "～") return end + 1;
  if (isLetter(after) && !readUnit(source, end)) return end;
  if (end - start > longestDigits) return end;
  const opens = start - labelStart <= 4 && source.slice(labelStart, start).trim() === "";
  if (opens && (after === "、" || (after === "." && !isDigit(source.charAt(end + 1))) || after === ")")) return end + 1;
  return after === ":" ? end + 1 : null;
}

function unitBehind(source: string, numeral: Numeral): { unit: Unit | null; end: number; more: boolean } {
  let end = numeral.end;
  let more = false;
  for (let steps = 0; steps < 3; steps++) {
    const char = source.charAt(end);
    if (char === "余" || char === "多" || char === "来") more = true;
    else if (!isBlank(char)) break;
    end++;
  }
  if (numeral.share !== null) return { unit: readUnit(numeral.share, 0)?.unit ?? null, end, more };
  const found = readUnit(source, end, { magnitude: true });
  return found ? { unit: found.unit, end: found.end, more } : { unit: null, end: numeral.end, more };
}

/** Words right before a figure that say how it is meant are no part of what it counts. */
function labelBefore(
  source: string,
  from: number,
  to: number,
  words: FigureWords,
): { label: string; about: boolean; changes: boolean } {
  let label = source.slice(Math.max(from, to - longestLabel), to).trim();
  let about = false;
  let changes = false;
  for (let steps = 0; steps < 3; steps++) {
    const bound = ending(label, words.bounds);
    const near = bound === "" ? ending(label, words.about) : "";
    const change = bound === "" && near === "" ? ending(label, words.changes) : "";
    about ||= near !== "";
    changes ||= change !== "";
    const cut = bound + near;
    if (cut === "") break;
    label = label.slice(0, label.length - cut.length).trimEnd();
  }
  return { label, about, changes };
}

function ending(label: string, words: readonly string[]): string {
  return words.find((word) => label.endsWith(word)) ?? "";
}

const measured: ReadonlySet<string> = new Set(["money", "share", "land", "area", "length"]);
const habitualPlaces = 2;

/** Counts are exact; what is measured stands for what rounds to its printed places, two at least. */
function intervalOf(numeral: Numeral, unit: Unit | null): Pick<FigureClaim, "value" | "low" | "high"> {
  const factor = unit?.factor ?? decimal(1);
  const value = numeral.value.times(factor);
  if (!unit || !measured.has(unit.dimension) || value.eq(0)) return { value, low: value, high: value };
  const places = Math.min(Math.max(numeral.decimals, habitualPlaces), 8);
  const half = decimal(`5e${numeral.magnitude - places - 1}`).times(factor);
  return { value, low: value.minus(half), high: value.plus(half) };
}
