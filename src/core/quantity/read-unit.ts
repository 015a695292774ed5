import { type Decimal, decimal } from "./decimal.js";
import { isHan, isLetter } from "./characters.js";
import type { Unit } from "./unit.js";
import { knownUnits, periodsPerYear } from "./unit-table.js";

/** A unit read from the middle of a text. */
export interface UnitAt {
  readonly unit: Unit;
  readonly end: number;
}

const one = decimal(1);

const magnitudePrefixes: readonly (readonly [string, Decimal])[] = [
  ["百万", decimal("1e6")],
  ["千万", decimal("1e7")],
  ["万", decimal("1e4")],
  ["亿", decimal("1e8")],
  ["千", decimal("1e3")],
  ["百", decimal("1e2")],
];

/** Longest known name by first character. */
const longestNames = new Map<string, number>();
for (const name of knownUnits.keys()) {
  longestNames.set(name.charAt(0), Math.max(name.length, longestNames.get(name.charAt(0)) ?? 0));
}

/** A whole text as a unit: `万元`, `元/人·月`, `个工作日`, `支`; null when it is none. */
export function unitOf(text: string): Unit | null {
  const found = readUnit(text, 0, { magnitude: true, unknown: true });
  return found && found.end === text.length ? found.unit : null;
}

/** Which words may be taken for units: `magnitude` admits 万 before the unit, `unknown` counters nobody listed. */
export interface UnitReading {
  readonly magnitude?: boolean;
  readonly unknown?: boolean;
  /** Nothing below the line. */
  readonly simple?: boolean;
}

/** A unit at `at` of half-width text without blanks, compound ones included. */
export function readUnit(text: string, at: number, allow: UnitReading = {}): UnitAt | null {
  const numerator = readSimple(text, at, allow);
  if (!numerator) return null;
  let { unit, end } = numerator;
  if (allow.simple) return numerator;
  for (let depth = 0; depth < 3; depth++) {
    const denominator = readDenominator(text, end, allow);
    if (!denominator) break;
    for (const part of denominator.units) unit = perUnit(unit, part);
    end = denominator.end;
  }
  return { unit, end };
}

function readDenominator(text: string, at: number, allow: UnitReading): { units: readonly Unit[]; end: number } | null {
  const mark = text.charAt(at);
  if (mark !== "/" && mark !== "每" && mark !== "·") return null;
  const bracket = text.charAt(at + 1) === "(" ? 1 : 0;
  const start = at + 1 + bracket;
  // 元/每亩, 次/每年
  const found = readSimple(text, text.charAt(start) === "每" ? start + 1 : start, { unknown: allow.unknown ?? false });
  if (!found) return null;
  if (bracket === 0) return { units: [found.unit], end: found.end };
  const units = [found.unit];
  let end = found.end;
  while (units.length < 3 && "·*/".includes(text.charAt(end) || " ")) {
    const next = readSimple(text, end + 1, {});
    if (!next) return null;
    units.push(next.unit);
    end = next.end;
  }
  return text.charAt(end) === ")" ? { units, end: end + 1 } : null;
}

/** 元 per 亩: money counts in 元 here; a span of time below the line counts per year. */
export function perUnit(numerator: Unit, denominator: Unit): Unit {
  const money = numerator.dimension === "money";
  const top = money
    ? { symbol: numerator.symbol, base: "元", factor: numerator.factor.times(decimal("1e4")) }
    : numerator;
  const perYear = periodsPerYear.get(denominator.symbol);
  const mark = numerator.symbol.includes("/") ? "·" : "/";
  return {
    symbol: `${top.symbol}${mark}${denominator.symbol}`,
    dimension: `${numerator.dimension}${mark}${perYear === undefined ? denominator.dimension : "time"}`,
    base: `${top.base}${mark}${perYear === undefined ? denominator.base : "年"}`,
    factor: perYear === undefined ? top.factor.div(denominator.factor) : top.factor.times(perYear),
  };
}

/** Do quantities in these two units compare? No unit compares with anything only by the caller's decision. */
export function sameDimension(a: Unit, b: Unit): boolean {
  return a.dimension === b.dimension;
}

function readSimple(text: string, at: number, allow: UnitReading): UnitAt | null {
  const known = readKnown(text, at);
  if (known) return known;
  if (allow.magnitude) {
    for (const [prefix, factor] of magnitudePrefixes) {
      if (!text.startsWith(prefix, at)) continue;
      const rest =
        readKnown(text, at + prefix.length) ?? (allow.unknown ? readUnknown(text, at + prefix.length) : null);
      if (rest)
        return {
          unit: { ...rest.unit, symbol: prefix + rest.unit.symbol, factor: rest.unit.factor.times(factor) },
          end: rest.end,
        };
    }
  }
  return allow.unknown ? readUnknown(text, at) : null;
}

function readKnown(text: string, at: number): UnitAt | null {
  for (let length = Math.min(longestNames.get(text.charAt(at)) ?? 0, text.length - at); length > 0; length--) {
    const name = text.slice(at, at + length);
    const unit = knownUnits.get(name);
    if (unit && !cutsLatinWord(text, at + length, name)) return { unit, end: at + length };
  }
  return null;
}

/** `m` of `meeting` is no metre. */
function cutsLatinWord(text: string, end: number, name: string): boolean {
  return isLetter(name.charAt(name.length - 1)) && isLetter(text.charAt(end));
}

/** These make phrases, never counters: 以上, 左右, 月底前, 年内, 达到 … */
const notInCounters =
  "以上下前后内外底初末至到达含及和与或的不为是在有无均共约近余超每各第增长提升高降低减少率全元年月日时万亿千百十个零一二三四五六七八九几完成左右按通合显明良好优较很基本已未新";

/** A counter nobody listed: one or two Chinese characters that make up the rest of the text. */
function readUnknown(text: string, at: number): UnitAt | null {
  let end = at;
  while (end < text.length && end - at < 3 && isHan(text.charAt(end)) && !notInCounters.includes(text.charAt(end)))
    end++;
  const symbol = text.slice(at, end);
  const next = text.charAt(end);
  if (symbol.length === 0 || symbol.length > 2 || (next !== "" && next !== "/" && next !== ")")) return null;
  return { unit: { symbol, dimension: symbol, base: symbol, factor: one }, end };
}
