/** A day; `year` is null where the text names none and no year under review is known. */
export interface CalendarDay {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

/** ISO date, null without a year. */
export function isoDate(date: CalendarDay | null): string | null {
  if (date === null || date.year === null) return null;
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${String(date.year).padStart(4, "0")}-${two(date.month)}-${two(date.day)}`;
}

/** Negative when `a` is earlier. A missing year counts as the other's. */
export function compareDays(a: CalendarDay, b: CalendarDay): number {
  const years = a.year === null || b.year === null ? 0 : a.year - b.year;
  return years || a.month - b.month || a.day - b.day;
}

export function lastDayOf(year: number | null, month: number): CalendarDay {
  return { year, month, day: daysIn(year, month) };
}

/** The last day of the month before. */
export function endOfMonthBefore(year: number | null, month: number): CalendarDay {
  return month > 1 ? lastDayOf(year, month - 1) : lastDayOf(year === null ? null : year - 1, 12);
}

export function daysIn(year: number | null, month: number): number {
  if (month === 2) return year !== null && isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
