import type { Fact } from "../facts/index.js";
import { compareDecimals, decimal, decimalsOf, formatDecimal, type Decimal, type Interval } from "../quantity/index.js";

/** A figure in a check: its interval, and the facts it was made of. */
export interface Amount extends Interval {
  readonly value: Decimal;
  readonly unit: string | null;
  /** Decimals to print it with. */
  readonly decimals: number;
  readonly facts: readonly Fact[];
}

export function amountOf(value: Decimal, unit: string | null = null, facts: readonly Fact[] = []): Amount {
  return { value, low: value, high: value, unit, decimals: decimalsOf(value), facts };
}

/** A fact as a figure; null when it holds none. 无, — and empty count as 0 where `blankIsZero`. */
export function factAmount(fact: Fact, blankIsZero: boolean): Amount | null {
  const { reading } = fact;
  if (reading.kind === "number") {
    return {
      value: reading.value,
      low: reading.low,
      high: reading.high,
      unit: fact.unit,
      decimals: reading.decimals,
      facts: [fact],
    };
  }
  const isBlank = reading.kind === "nothing" || reading.kind === "empty";
  return isBlank && blankIsZero ? { ...amountOf(decimal(0), fact.unit, [fact]), decimals: 0 } : null;
}

/** As a person would print it: with the decimals of the source, at most four. */
export function printAmount(amount: Amount, decimals = Math.min(amount.decimals, 4)): string {
  const text = formatDecimal(amount.value, decimals);
  return amount.unit === "%" ? `${text}%` : text;
}

/** With its unit: 12.95万元, 80.45%. */
export function printWithUnit(amount: Amount): string {
  return amount.unit === "%" ? printAmount(amount) : printAmount(amount) + (amount.unit ?? "");
}

/**
 * Of two printed figures the first is the larger. Intervals that only touch are apart: 0.06 is more than 0.05, though
 * both may have been cut from 0.055.
 */
export function exceeds(a: Pick<Amount, "value" | "low">, b: Pick<Amount, "value" | "high">): boolean {
  return compareDecimals(a.value, b.value) > 0 && compareDecimals(a.low, b.high) >= 0;
}
