import { isDigit } from "./characters.js";
import { readChineseNumeral } from "./chinese-numeral.js";
import { type Decimal, decimal, decimalsOf } from "./decimal.js";
import type { Numeral } from "./numeral.js";

const magnitudes: ReadonlyMap<string, number> = new Map([
  ["十", 1],
  ["百", 2],
  ["千", 3],
  ["万", 4],
  ["萬", 4],
  ["亿", 8],
  ["億", 8],
]);

/** 千米, 千克, 百分点 … begin a unit, not a magnitude. */
const unitsThatLookLikeMagnitudes = ["千米", "千克", "千瓦", "千卡", "千伏", "千字", "千帕", "百分", "千分", "万分"];

const maximumDigits = 30;

/**
 * Reads a number at `at` in half-width text without blanks inside the number: `1,234.50`, `1.2亿`, `3万5千`,
 * `1/3`, `百分之九十五`, `九成`, `一百二十`. Null where none begins. Signs belong to the caller.
 */
export function readNumeral(text: string, at: number): Numeral | null {
  return isDigit(text.charAt(at)) || (text.charAt(at) === "." && isDigit(text.charAt(at + 1)))
    ? readArabic(text, at)
    : readChineseNumeral(text, at);
}

interface Digits {
  readonly value: Decimal;
  readonly decimals: number;
  readonly separators: boolean;
  readonly end: number;
}

function readArabic(text: string, at: number): Numeral | null {
  const digits = readDigits(text, at);
  if (!digits) return null;
  const fraction = readFraction(text, digits);
  if (fraction) return fraction;
  let end = digits.end;
  let value = digits.value;
  let magnitude = 0;
  let approximate = false;
  const exponent = readExponent(text, end);
  if (exponent) {
    value = value.times(decimal(`1e${exponent.power}`));
    magnitude = exponent.power;
    end = exponent.end;
  } else {
    if ("余多来".includes(text.charAt(end) || " ") && "万亿".includes(text.charAt(end + 1) || " ")) {
      approximate = true;
      end += 1;
    }
    const scaled = readMagnitudes(text, end);
    if (scaled.power > 0) value = value.times(decimal(`1e${scaled.power}`));
    magnitude = scaled.power;
    end = scaled.end;
    // 1亿2000万, 3万5千: a smaller part follows.
    let smallest = scaled.power;
    while (smallest > 0 && isDigit(text.charAt(end))) {
      const next = readDigits(text, end);
      if (!next) break;
      const part = readMagnitudes(text, next.end);
      const partValue = next.value.times(decimal(`1e${part.power}`));
      if (part.power === 0 || part.power >= smallest || partValue.gte(decimal(`1e${smallest}`))) break;
      value = value.plus(partValue);
      smallest = part.power;
      end = part.end;
    }
    if (smallest < magnitude) return { ...plainNumeral(value, smallest, end), separators: digits.separators };
  }
  let share: Numeral["share"] = null;
  if (text.charAt(end) === "成" && magnitude === 0 && digits.value.lte(10) && !continuesWord(text, end + 1)) {
    share = "%";
    value = value.times(10);
    end += 1;
  }
  return {
    value,
    printed: digits.value,
    decimals: digits.decimals,
    magnitude,
    share,
    approximate,
    separators: digits.separators,
    bareMagnitude: false,
    chinese: false,
    end,
  };
}

/** 3万5千: printed in several parts, good to the smallest of them. */
function plainNumeral(value: Decimal, magnitude: number, end: number): Numeral {
  return {
    value,
    printed: value,
    decimals: 0,
    magnitude,
    share: null,
    approximate: false,
    separators: false,
    bareMagnitude: false,
    chinese: false,
    end,
  };
}

/** Digits with an optional fraction; separators only where every later group has three digits. */
function readDigits(text: string, at: number): Digits | null {
  let end = at;
  while (isDigit(text.charAt(end))) end++;
  let whole = text.slice(at, end);
  let separators = false;
  if (whole.length >= 1 && whole.length <= 3) {
    for (;;) {
      const mark = text.charAt(end);
      const group = text.slice(end + 1, end + 4);
      if (mark !== "," && mark !== "'" && mark !== " ") break;
      if (group.length !== 3 || ![...group].every(isDigit) || isDigit(text.charAt(end + 4))) break;
      whole += group;
      end += 4;
      separators = true;
    }
  }
  let decimals = 0;
  let part = "";
  if (text.charAt(end) === "." && isDigit(text.charAt(end + 1))) {
    const start = end + 1;
    end = start;
    while (isDigit(text.charAt(end))) end++;
    part = text.slice(start, end);
    decimals = part.length;
  }
  if (whole.length + decimals > maximumDigits) return null;
  return { value: decimal(part === "" ? whole : `${whole || "0"}.${part}`), decimals, separators, end };
}

function readFraction(text: string, numerator: Digits): Numeral | null {
  if (numerator.decimals > 0 || numerator.separators || text.charAt(numerator.end) !== "/") return null;
  const denominator = isDigit(text.charAt(numerator.end + 1)) ? readDigits(text, numerator.end + 1) : null;
  if (!denominator || denominator.decimals > 0 || denominator.separators) return null;
  const after = text.charAt(denominator.end);
  if (after === "/" || after === "." || after === "%" || after === "‰") return null;
  if (denominator.value.gt(100) || denominator.value.lt(2) || numerator.value.gte(denominator.value)) return null;
  if (numerator.value.eq(0)) return null;
  const value = numerator.value.div(denominator.value);
  return {
    value,
    printed: value,
    decimals: decimalsOf(value),
    magnitude: 0,
    share: null,
    approximate: false,
    separators: false,
    bareMagnitude: false,
    chinese: false,
    end: denominator.end,
  };
}

function readExponent(text: string, at: number): { power: number; end: number } | null {
  if (text.charAt(at) !== "E" && text.charAt(at) !== "e") return null;
  let end = at + 1;
  const sign = text.charAt(end) === "-" ? -1 : 1;
  if (text.charAt(end) === "+" || text.charAt(end) === "-") end++;
  const start = end;
  while (isDigit(text.charAt(end)) && end - start < 3) end++;
  if (end === start || isDigit(text.charAt(end))) return null;
  const power = sign * Number(text.slice(start, end));
  return Math.abs(power) <= maximumDigits ? { power, end } : null;
}

function readMagnitudes(text: string, at: number): { power: number; end: number } {
  let end = at;
  let power = 0;
  while (power <= 12) {
    const step = magnitudes.get(text.charAt(end));
    if (step === undefined || beginsUnit(text, end)) break;
    power += step;
    end += 1;
  }
  return { power, end };
}

function beginsUnit(text: string, at: number): boolean {
  return unitsThatLookLikeMagnitudes.some((unit) => text.startsWith(unit, at));
}

/** 成 of 成果, 成立, 成活 … is no tenth. */
function continuesWord(text: string, at: number): boolean {
  return "果立员品效绩本交功活熟套为年人就长".includes(text.charAt(at) || " ");
}
