import { compareDecimals, type Decimal, decimal } from "./decimal.js";

/** What a printed number may stand for: every value from `low` to `high`, ends included. */
export interface Interval {
  readonly low: Decimal;
  readonly high: Decimal;
}

const zero = decimal(0);

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
  if (compareDecimals(b.low, zero) <= 0 && compareDecimals(b.high, zero) >= 0) return null;
  if (isNotNegative(a) && isNotNegative(b)) return { low: a.low.div(b.high), high: a.high.div(b.low) };
  return hull([a.low.div(b.low), a.low.div(b.high), a.high.div(b.low), a.high.div(b.high)]);
}

export function scaleInterval(a: Interval, factor: Decimal): Interval {
  return hull([a.low.times(factor), a.high.times(factor)]);
}

/** Do the two have a value in common? */
export function meets(a: Interval, b: Interval): boolean {
  return compareDecimals(a.low, b.high) <= 0 && compareDecimals(b.low, a.high) <= 0;
}

/** The gap between the two; 0 when they meet. */
export function distance(a: Interval, b: Interval): Decimal {
  if (meets(a, b)) return zero;
  return compareDecimals(a.low, b.high) > 0 ? a.low.minus(b.high) : b.low.minus(a.high);
}

/** Nearly every figure of a form: the ends are then known without trying all four, and division is dear. */
function isNotNegative({ low }: Interval): boolean {
  return compareDecimals(low, zero) >= 0;
}

function hull(values: readonly [Decimal, ...Decimal[]]): Interval {
  let [low] = values;
  let high = low;
  for (const value of values) {
    if (compareDecimals(value, low) < 0) low = value;
    if (compareDecimals(value, high) > 0) high = value;
  }
  return { low, high };
}
