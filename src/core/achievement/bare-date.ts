import { type CalendarDay, lastDayOf } from "./calendar.js";
import type { Measure } from "./measure.js";

/** A number without unit between 1990 and 2100: in a place for times it is a year, with a month behind the point. */
export function looksLikeYear({ amount, upper }: Measure): boolean {
  return amount.unit === null && amount.magnitude === 0 && !upper && amount.value.gte(1990) && amount.value.lt(2101);
}

/** 2024 → its last day, 2024.11 → 30 November; null for 2024.1, which may be January or October. */
export function dayOfNumber(measure: Measure): CalendarDay | null {
  const digits = measure.amount.value.toFixed();
  const year = Number(digits.slice(0, 4));
  if (digits.length === 4) return { year, month: 12, day: 31 };
  const printed = measure.text.slice(measure.text.indexOf(".") + 1);
  const month = Number(printed);
  if (!Number.isInteger(month) || month < 1 || month > 12 || printed === "1") return null;
  return lastDayOf(year, month);
}
