import { type Decimal, decimal } from "./decimal.js";

/** What a printed number may stand for: every value from `low` to `high`, ends included. */
export interface Interval {
  readonly low: Decimal;
  readonly high: Decimal;
}

export function exactly(d: Decimal): Interval {
  return { low: d, high: d };
}

export function around(d: Decimal, halfWidth: Decimal): Interval {
  return { low: d.minus(halfWidth.abs()), high: d.plus(halfWidth.abs()) };
}

export function addIntervals(a: Interval, b: Interval): Interval {
  return { low: a.low.plus(b.low), high: a.high.plus(b.high) };
}

export function subtractIntervals(a: Interval, b: Interval): Interval {
  return { low: a.low.minus(b.high), high: a.high.minus(b.low) };
}

export function multiplyIntervals(a: Interval, b: Interval): Interval {
  if (isNotNegative(a) && isNotNegative(b)) return { low: a.low.times(b.low), high: a.high.times(b.high) };
  return hull([a.low.times(b.low), a.low.times(b.high), a.high.times(b.low), a.high.times(b.high)]);
}

/** Null when the divisor may be 0. */
export function divideIntervals(a: Interval, b: Interval): Interval | null {
  if (b.low.lte(0) && b.high.gte(0)) return null;
  if (isNotNegative(a) && isNotNegative(b)) return { low: a.low.div(b.high), high: a.high.div(b.low) };
  return hull([a.low.div(b.low), a.low.div(b.high), a.high.div(b.low), a.high.div(b.high)]);
}

export function scaleInterval(a: Interval, factor: Decimal): Interval {
  return hull([a.low.times(factor), a.high.times(factor)]);
}

/** Do the two have a value in common? */
export function meets(a: Interval, b: Interval): boolean {
  return a.low.lte(b.high) && b.low.lte(a.high);
}

/** The gap between the two; 0 when they meet. */
export function distance(a: Interval, b: Interval): Decimal {
  if (meets(a, b)) return decimal(0);
  return a.low.gt(b.high) ? a.low.minus(b.high) : b.low.minus(a.high);
}

/** Nearly every figure of a form: the ends are then known without trying all four, and division is dear. */
function isNotNegative({ low }: Interval): boolean {
  return low.gte(0);
}

function hull(values: readonly [Decimal, ...Decimal[]]): Interval {
  let [low] = values;
  let high = low;
  for (const value of values) {
    if (value.lt(low)) low = value;
    if (value.gt(high)) high = value;
  }
  return { low, high };
}
