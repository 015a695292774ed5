import { perUnit, unitOf } from "../quantity/index.js";
import type { Measure, Statement } from "./measure.js";
import type { IndicatorContext } from "./reading.js";

/** Measures that can be the target: ages tell who is meant, and 四项制度 is a name. */
export function significant(statement: Statement, context: IndicatorContext): readonly Measure[] {
  const { attributiveCounters, ageUnits } = context.profile.targets;
  const { measures } = statement;
  const named = measures.filter((measure) => {
    if (!measure.chinese || !measure.leadsOn || measure.bound !== null) return true;
    // 一票否决: alone it is a phrase, whatever it counts.
    if (measures.length === 1 && measure.amount.value.eq(1) && measure.start === 0) return false;
    // 一次验收合格率≥95%
    const first = measure.amount.value.eq(1);
    if (first && measures.some((other) => other.clause === measure.clause && other.bound !== null)) return false;
    if (!attributiveCounters.includes(measure.amount.unit?.symbol ?? "")) return true;
    // 四项制度健全率95%: part of what the other figure is about; in a clause of its own (完善三项制度，培训50人) it is not.
    return measures.length > 1 && !measures.some((other) => other !== measure && other.clause === measure.clause);
  });
  // 近3年平均增长5%: the span only says when.
  const others = named.filter(
    ({ amount, bound, leadsOn }) =>
      !ageUnits.includes(amount.unit?.symbol ?? "") &&
      !(amount.unit?.dimension === "calendar" && leadsOn && bound === null),
  );
  const candidates = distinct(others.length > 0 ? others : named);
  // 由80%提升到95%: the state to reach is the target.
  const [before, after] = candidates;
  if (candidates.length === 2 && before?.from && after && (after.reached || after.change !== null)) {
    return [{ ...after, reached: true }];
  }
  const often = candidates.length === 2 && before && after ? perSpan(before, after, statement.text) : null;
  if (often) return [often];
  const both = candidates.length === 2 && before && after ? twoBounds(before, after) : null;
  return both ? [both] : candidates;
}

/** 一年2次, 半年1次, 1次/3年 */
function perSpan(first: Measure, second: Measure, text: string): Measure | null {
  const behind = text.includes(`${first.text}/${second.text}`);
  const [span, count] = behind ? [second, first] : [first, second];
  const { unit, value } = span.amount;
  const counted = count.amount.unit;
  if (unit?.dimension !== "calendar" || !counted || counted.dimension === "calendar") return null;
  if (span.bound !== null || span.upper || value.lte(0) || (!behind && span.leadsOn)) return null;
  if (!behind && !text.includes(first.text + second.text)) return null;
  const period = value.eq("0.5") ? unitOf("半年") : unit;
  if (!period) return null;
  const whole = perUnit(counted, period);
  const single = value.eq(1) || period !== unit;
  const per = single ? whole : { ...whole, symbol: `${counted.symbol}/${span.text}`, factor: whole.factor.div(value) };
  return { ...count, amount: { ...count.amount, unit: per } };
}

/** 854万854万: the same figure printed twice is one. */
function distinct(measures: readonly Measure[]): readonly Measure[] {
  const [first, ...rest] = measures;
  if (!first || first.upper || rest.length > 3) return measures;
  const same = rest.every(
    (other) =>
      other.amount.value.eq(first.amount.value) &&
      other.amount.unit?.symbol === first.amount.unit?.symbol &&
      other.bound === first.bound &&
      !other.upper,
  );
  return same ? [first] : measures;
}

/** ≥80%且≤100%: two bounds of one quantity make a range. */
function twoBounds(a: Measure, b: Measure): Measure | null {
  const [low, high] = a.bound === ">=" ? [a, b] : [b, a];
  if (low.bound !== ">=" || high.bound !== "<=" || a.upper || b.upper) return null;
  const lowUnit = low.amount.unit ?? high.amount.unit;
  const highUnit = high.amount.unit ?? low.amount.unit;
  if (lowUnit?.symbol !== highUnit?.symbol || low.amount.value.gt(high.amount.value)) return null;
  return { ...low, amount: { ...low.amount, unit: lowUnit }, upper: { ...high.amount, unit: highUnit }, bound: null };
}
