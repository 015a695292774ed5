import { type Decimal, decimal, decimalsOf } from "./decimal.js";
import type { Numeral } from "./numeral.js";

const digitValues: ReadonlyMap<string, number> = new Map(
  [..."零〇一二三四五六七八九"]
    .map((char, index): [string, number] => [char, index === 0 ? 0 : index - 1] as const)
    .concat([..."壹贰叁肆伍陆柒捌玖"].map((char, index): [string, number] => [char, index + 1]))
    .concat([
      ["两", 2],
      ["貳", 2],
      ["叄", 3],
      ["陸", 6],
    ]),
);

const smallUnits: ReadonlyMap<string, number> = new Map([
  ["十", 10],
  ["拾", 10],
  ["百", 100],
  ["佰", 100],
  ["千", 1000],
  ["仟", 1000],
]);

const largeUnits: ReadonlyMap<string, number> = new Map([
  ["万", 1e4],
  ["萬", 1e4],
  ["亿", 1e8],
  ["億", 1e8],
]);

interface Run {
  readonly value: Decimal;
  readonly decimals: number;
  readonly magnitude: number;
  readonly bareMagnitude: boolean;
  readonly end: number;
}

/** 一百二十, 二〇二四, 三点五, 百分之九十五, 三分之二, 九成五, 半数; null where none begins. */
export function readChineseNumeral(text: string, at: number): Numeral | null {
  return readShare(text, at) ?? readHalf(text, at) ?? readPlain(text, at);
}

const sharePrefixes: readonly (readonly [string, "%" | "‰", number])[] = [
  ["百分之", "%", 1],
  ["千分之", "‰", 1],
  ["万分之", "‰", 0.1],
];

function readShare(text: string, at: number): Numeral | null {
  for (const [prefix, share, factor] of sharePrefixes) {
    if (!text.startsWith(prefix, at)) continue;
    const start = at + prefix.length;
    const run = text.startsWith("百", start)
      ? hundred(start)
      : (readRun(text, start) ?? readArabicInteger(text, start));
    return run ? numeralOf(run, run.value.times(decimal(factor)), share) : null;
  }
  return null;
}

/** 百分之百 */
function hundred(at: number): Run {
  return { value: decimal(100), decimals: 0, magnitude: 0, bareMagnitude: false, end: at + 1 };
}

/** 百分之95.5 */
function readArabicInteger(text: string, at: number): Run | null {
  let end = at;
  while (end - at < 12 && "0123456789.".includes(text.charAt(end) || " ")) end++;
  const digits = text.slice(at, end);
  const point = digits.indexOf(".");
  if (digits === "" || point === 0 || point === digits.length - 1 || point !== digits.lastIndexOf(".")) return null;
  const decimals = point < 0 ? 0 : digits.length - point - 1;
  return { value: decimal(digits), decimals, magnitude: 0, bareMagnitude: false, end };
}

/** 半数, and 半 before a span of time: 半年. */
function readHalf(text: string, at: number): Numeral | null {
  if (text.charAt(at) !== "半" && !text.startsWith("一半", at)) return null;
  if (text.charAt(at + 1) === "数" || text.charAt(at) === "一") {
    return numeralOf(
      { value: decimal(50), decimals: 0, magnitude: 0, bareMagnitude: false, end: at + 2 },
      decimal(50),
      "%",
    );
  }
  const unit = text.startsWith("个", at + 1) ? at + 2 : at + 1;
  if (!["年", "天", "日", "月", "小时"].some((word) => text.startsWith(word, unit))) return null;
  const half = decimal("0.5");
  return numeralOf({ value: half, decimals: 1, magnitude: 0, bareMagnitude: false, end: at + 1 }, half, null);
}

function readPlain(text: string, at: number): Numeral | null {
  const run = readRun(text, at);
  if (!run) return null;
  // 三分之二
  if (text.startsWith("分之", run.end) && run.value.gt(0)) {
    const numerator = readRun(text, run.end + 2);
    if (!numerator || numerator.value.gt(run.value)) return null;
    const value = numerator.value.div(run.value);
    return numeralOf({ ...numerator, value, decimals: decimalsOf(value) }, value, null);
  }
  // 九成, 九成五
  if (
    text.charAt(run.end) === "成" &&
    run.value.gt(0) &&
    run.value.lte(10) &&
    !"果立员品效绩本交功活熟套为年人就长".includes(text.charAt(run.end + 1) || " ")
  ) {
    const tail = digitValues.get(text.charAt(run.end + 1));
    const value = run.value.times(10).plus(tail ?? 0);
    return numeralOf({ ...run, end: run.end + (tail === undefined ? 1 : 2) }, value, "%");
  }
  // 三百多万
  const more = text.charAt(run.end);
  const large = largeUnits.get(text.charAt(run.end + 1));
  if ((more === "余" || more === "多" || more === "来") && large !== undefined) {
    const value = run.value.times(decimal(large));
    return { ...numeralOf({ ...run, end: run.end + 2 }, value, null), approximate: true };
  }
  return numeralOf(run, run.value, null);
}

function numeralOf(run: Run, value: Decimal, share: Numeral["share"]): Numeral {
  return {
    value,
    printed: value,
    decimals: run.decimals,
    magnitude: run.magnitude,
    share,
    approximate: false,
    separators: false,
    bareMagnitude: run.bareMagnitude,
    chinese: true,
    end: run.end,
  };
}

const longestRun = 24;

/** The longest run of numeral characters; null when they make no number. */
function readRun(text: string, at: number): Run | null {
  let end = at;
  while (end - at < longestRun && isNumeralChar(text.charAt(end)) && !beginsUnit(text, end, at)) end++;
  if (end === at) return null;
  const run = text.slice(at, end);
  const value = wholeValue(run);
  if (value === null) return null;
  const bareMagnitude = !digitValues.has(run.charAt(0)) && run.charAt(0) !== "十" && run.charAt(0) !== "拾";
  let decimals = 0;
  let total = decimal(value);
  if (text.charAt(end) === "点" && digitValues.has(text.charAt(end + 1))) {
    let digits = "";
    end += 1;
    while (digits.length < 12 && digitValues.has(text.charAt(end)))
      digits += String(digitValues.get(text.charAt(end++)));
    decimals = digits.length;
    total = total.plus(decimal(`0.${digits}`));
    const large = largeUnits.get(text.charAt(end));
    if (large !== undefined) {
      total = total.times(decimal(large));
      decimals = 0;
      end += 1;
    }
  }
  return { value: total, decimals, magnitude: 0, bareMagnitude, end };
}

function isNumeralChar(char: string): boolean {
  return char !== "" && (digitValues.has(char) || smallUnits.has(char) || largeUnits.has(char));
}

/** 三千米 is three kilometres; 百分之 begins a share. */
function beginsUnit(text: string, at: number, start: number): boolean {
  if (text.startsWith("分之", at + 1)) return at > start && ["百", "千"].includes(text.charAt(at));
  return at > start && ["千米", "千克", "千瓦", "百分点"].some((unit) => text.startsWith(unit, at));
}

function wholeValue(run: string): number | null {
  const chars = [...run];
  if (chars.every((char) => digitValues.has(char))) {
    if (chars.length === 1) return digitValues.get(run) ?? null;
    // 二〇二四: read digit by digit; 三五 is a phrase.
    if (chars.length < 3) return null;
    return Number(chars.map((char) => digitValues.get(char)).join(""));
  }
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let afterZero = false;
  let lastUnit = Infinity;
  let lastLarge = Infinity;
  for (const char of chars) {
    const value = digitValues.get(char);
    const small = smallUnits.get(char);
    const large = largeUnits.get(char);
    if (value !== undefined) {
      if (value === 0) {
        if (digit !== null) return null;
        afterZero = true;
        continue;
      }
      if (digit !== null) return null;
      digit = value;
    } else if (small !== undefined) {
      if (small >= lastUnit) return null;
      section += (digit ?? 1) * small;
      if (digit === null && section !== small && small !== 10) return null;
      digit = null;
      afterZero = false;
      lastUnit = small;
    } else if (large !== undefined) {
      const part = section + (digit ?? 0);
      if (large >= lastLarge && !(large > lastLarge && total > 0)) return null;
      total = large > lastLarge ? (total + part) * large : total + (part === 0 && total === 0 ? 1 : part) * large;
      section = 0;
      digit = null;
      afterZero = false;
      lastUnit = Infinity;
      lastLarge = large;
    }
  }
  if (digit !== null) {
    // 一百二 is 120, 三万五 is 35,000; 一百零二 is 102.
    const unit = Number.isFinite(lastUnit) ? lastUnit : section === 0 && Number.isFinite(lastLarge) ? lastLarge : 1;
    section += !afterZero && unit >= 100 ? digit * (unit / 10) : digit;
  }
  return total + section;
}
