import { compareDecimals, decimal, isZero, type Decimal } from "../quantity/index.js";

/**
 * The scoring methods of rules.md ("Scoring") as pure functions. An achievement is a ratio, 1 when the target
 * is just met, not capped; null where it has no meaning and a person decides. Scores are not rounded here.
 */
const zero = decimal(0);
const one = decimal(1);

/** ≥: V/T. A target of 0 is met by anything that is not negative. */
export function atLeast(actual: Decimal, target: Decimal): Decimal | null {
  if (compareDecimals(actual, zero) < 0 || compareDecimals(target, zero) < 0) return null;
  return isZero(target) ? one : actual.div(target);
}

/** ≤: T/V. V = 0 is the best there is, never a division; a target of 0 is met by 0 alone. */
export function atMost(actual: Decimal, target: Decimal): Decimal | null {
  if (compareDecimals(actual, zero) < 0 || compareDecimals(target, zero) < 0) return null;
  if (isZero(actual)) return one;
  return isZero(target) ? zero : target.div(actual);
}

/** =: the smaller over the larger. */
export function equalTo(actual: Decimal, target: Decimal, method: "proportional" | "all-or-nothing"): Decimal | null {
  if (actual.eq(target)) return one;
  if (compareDecimals(actual, zero) < 0 || compareDecimals(target, zero) < 0) return null;
  if (method === "all-or-nothing" || isZero(actual) || isZero(target)) return zero;
  return actual.lt(target) ? actual.div(target) : target.div(actual);
}

/** a–b: 1 inside, V/a below, b/V above. */
export function within(actual: Decimal, low: Decimal, high: Decimal, method: "proportional" | "zero"): Decimal | null {
  if (actual.gte(low) && actual.lte(high)) return one;
  if (actual.lt(0) || low.lt(0)) return null;
  if (method === "zero") return zero;
  return actual.lt(low) ? actual.div(low) : high.div(actual);
}

/** w × min(1, achievement). */
export function proportional(weight: Decimal, achievement: Decimal): Decimal {
  return weight.times(clamp(achievement, zero, one));
}

/** Nothing up to `from` per cent of completion, then in a straight line to the full weight. */
export function aboveThreshold(weight: Decimal, achievement: Decimal, from: number): Decimal {
  const start = decimal(from).div(100);
  if (start.gte(1)) return achievement.gte(1) ? weight : zero;
  return weight.times(clamp(achievement.minus(start).div(one.minus(start)), zero, one));
}

/** The points of the first step that the execution rate (a ratio) reaches; the steps are made for `of` points. */
export function bySteps(
  weight: Decimal,
  rate: Decimal,
  steps: readonly { readonly from: number; readonly score: number }[],
  of: number,
): Decimal {
  const percent = rate.times(100);
  const ordered = [...steps].sort((a, b) => b.from - a.from);
  const step = ordered.find(({ from }) => percent.gte(from));
  if (!step || of === 0) return zero;
  return clamp(weight.times(decimal(step.score)).div(decimal(of)), zero, weight);
}

/** The total under the cap that the execution rate (a ratio) sets; `caps` name the rate below which they hold. */
export function capped(
  total: Decimal,
  rate: Decimal | null,
  caps: readonly { readonly below: number; readonly total: number }[],
): Decimal {
  if (rate === null) return total;
  const percent = rate.times(100);
  const holding = caps.filter(({ below }) => percent.lt(below)).map((cap) => decimal(cap.total));
  return holding.reduce((least, cap) => (cap.lt(least) ? cap : least), total);
}

/** Half-open from above: 90 is 优, 89.99 良. */
export function gradeOf(
  total: Decimal,
  grades: readonly { readonly word: string; readonly from: number }[],
): string | null {
  const ordered = [...grades].sort((a, b) => b.from - a.from);
  return ordered.find(({ from }) => total.gte(from))?.word ?? null;
}

export function clamp(value: Decimal, low: Decimal, high: Decimal): Decimal {
  return compareDecimals(value, low) < 0 ? low : compareDecimals(value, high) > 0 ? high : value;
}
