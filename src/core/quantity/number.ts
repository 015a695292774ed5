import { hasFullWidth, halfWidth, isBlank, isDigit } from "./characters.js";
import type { Decimal } from "./decimal.js";
import { readNumeral } from "./read-numeral.js";
import { readUnit } from "./read-unit.js";
import { remembered } from "./remembered.js";
import type { Unit } from "./unit.js";

/**
 * What a cell says when a number is expected. A number in brackets is `text`: (3.5) may be a negative
 * amount or a remark, and a wrong sign would be worse than a question.
 */
export type NumberReading =
  | {
      readonly kind: "number";
      /** In the base unit: 1.2亿元 is 12000 万元, 3万亩 is 30000 亩, 91.35% is 91.35. */
      readonly value: Decimal;
      /** The digits alone, signed: 1.2 of 1.2亿元. */
      readonly printed: Decimal;
      /** Decimals of `printed`. */
      readonly decimals: number;
      /**
       * Decimals of `value` that were printed: the last place is worth 10^-baseDecimals, so 1.2万亩 has -3
       * and 12345.67元 has 6 (in 万元).
       */
      readonly baseDecimals: number;
      /** Symbol of the base unit, null when none was printed. */
      readonly unit: string | null;
      /** As typed, with 万 or 亿 before it: 万元, 万, 人次. */
      readonly printedUnit: string | null;
      /** The number with 万 and 亿 multiplied out, in `measure`: 3.5 of 3.5公里, 30000 of 3万亩. */
      readonly plain: Decimal;
      /** The unit that was printed, without its 万 or 亿. */
      readonly measure: Unit | null;
      /** 约, 近, 余, 左右 … */
      readonly approximate: boolean;
      readonly separators: boolean;
      readonly fullWidth: boolean;
    }
  /** 无, —, /, 不适用: written, and means nothing. */
  | { readonly kind: "nothing" }
  | { readonly kind: "empty" }
  | { readonly kind: "text" };

const nothingWords = new Set(["无", "没有", "暂无", "不适用", "不涉及", "未涉及", "N/A", "n/a", "NA", "无此项", "空"]);
const prefixes = ["大约", "约为", "约", "将近", "接近", "近", "大概", "≈", "~", "超过", "超", "逾"];
const suffixes = ["左右", "上下", "余", "多", "有余"];
const longestNumberText = 60;

/** Reads a text as people type a number into a cell. Linear in its length; never throws. */
export const readNumber = remembered(readAnew);

function readAnew(text: string): NumberReading {
  if (text.length > 4 * longestNumberText && text.trim().length > longestNumberText) return { kind: "text" };
  const source = withoutBlanks(halfWidth(text.trim()));
  if (source === null) return { kind: "text" };
  let body = source;
  if (body === "" || body === "'") return { kind: "empty" };
  if ("'‘’`".includes(body.charAt(0))) body = body.slice(1);
  if (isNothing(body)) return { kind: "nothing" };
  if (body.length > longestNumberText) return { kind: "text" };

  let at = 0;
  let approximate = false;
  const prefix = prefixes.find((word) => body.startsWith(word));
  if (prefix) {
    approximate = true;
    at = prefix.length;
  }
  if (body.charAt(at) === "¥") at += 1;
  let sign = 1;
  if (body.charAt(at) === "-" || body.charAt(at) === "+") {
    sign = body.charAt(at) === "-" ? -1 : 1;
    at += 1;
  }
  const numeral = readNumeral(body, at);
  if (!numeral) return { kind: "text" };
  const unitStart = numeral.magnitude > 0 ? magnitudeStart(body, numeral.end) : numeral.end;
  at = numeral.end;
  approximate ||= numeral.approximate;
  const more = suffixes.find((word) => body.startsWith(word, at));
  if (more) {
    approximate = true;
    at += more.length;
  }
  if (numeral.bareMagnitude && !approximate) return { kind: "text" };
  let measure: Unit | null = null;
  const signUnit = numeral.share;
  const found = readUnit(body, at, { unknown: true });
  if (signUnit !== null) {
    if (found) return { kind: "text" };
    measure = readUnit(signUnit, 0)?.unit ?? null;
  } else if (found) {
    // 三人: a Chinese digit needs a listed unit; 一致 and 一般 are words.
    if (numeral.chinese && readUnit(body, at) === null) return { kind: "text" };
    measure = found.unit;
    at = found.end;
  }
  const after = suffixes.find((word) => body.startsWith(word, at));
  if (after && at < body.length) {
    approximate = true;
    at += after.length;
  }
  if (at < body.length) return { kind: "text" };

  const plain = numeral.value.times(sign);
  const value = measure ? plain.times(measure.factor) : plain;
  return {
    kind: "number",
    value,
    printed: numeral.printed.times(sign),
    decimals: numeral.decimals,
    baseDecimals: numeral.decimals - numeral.magnitude - (measure ? powerOfTen(measure.factor) : 0),
    unit: measure?.base ?? null,
    printedUnit: body.slice(unitStart, at) || null,
    plain,
    measure,
    approximate,
    separators: numeral.separators,
    fullWidth: hasFullWidth(text),
  };
}

/** Only dashes or slashes, or a word for nothing. */
function isNothing(body: string): boolean {
  if (nothingWords.has(body)) return true;
  for (const char of body) if (!"-—–―─━/\\_".includes(char)) return false;
  return true;
}

/** Blanks dropped; a blank between two digits is kept (it separates thousands, or two numbers). Null on a line break inside. */
function withoutBlanks(text: string): string | null {
  let out = "";
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === "\n" || char === "\r") return null;
    if (!isBlank(char)) {
      out += char;
      continue;
    }
    let next = at + 1;
    while (next < text.length && isBlank(text.charAt(next))) next++;
    if (isDigit(text.charAt(next)) && isDigit(out.charAt(out.length - 1))) out += " ";
    at = next - 1;
  }
  return out;
}

function magnitudeStart(body: string, end: number): number {
  let start = end;
  while (start > 0 && "十百千万萬亿億".includes(body.charAt(start - 1))) start--;
  return start;
}

/** Power of ten of a factor such as 0.0001; factors like 15 or 0.5 count by their size. */
function powerOfTen(factor: Decimal): number {
  return factor.eq(0) ? 0 : factor.e;
}
