import { isDigit } from "../quantity/index.js";
import { type CalendarDay, daysIn, endOfMonthBefore, lastDayOf } from "./calendar.js";
import { type Lexicon, oneOf, wordAt } from "./lexicon.js";

/** A date or a span of the calendar found in a text. */
export interface DateReading {
  /** The last day that is meant: 9月前 ends with 31 August (or 30 September, as the pack says), 第三季度 with 30 September. */
  readonly last: CalendarDay;
  /** `year`: 2024年 or 全年 alone, which mostly only says when; `range`: several years. */
  readonly precision: "range" | "year" | "span" | "month" | "day";
  /** 前, 底, 内 or a day: a deadline is meant. */
  readonly deadline: boolean;
  /** 15日前 without a month: comes round every month. */
  readonly recurring?: boolean;
  readonly end: number;
}

interface Integer {
  readonly n: number;
  readonly length: number;
  readonly end: number;
}

/** Reads a date at `at` of half-width text; null where none begins. A date without a year is of `year`. */
export function readDate(text: string, at: number, lexicon: Lexicon, year: number | null): DateReading | null {
  if (!lexicon.dateStarts.has(text.charAt(at))) return null;
  const words = lexicon.profile.dates.words;
  const next = oneOf(words.nextYear, text, at);
  if (next) return readWithin(text, at + next.length, lexicon, year === null ? null : year + 1, false);
  const own = oneOf(words.thisYear, text, at);
  const inOwn = own ? readWithin(text, at + own.length, lexicon, year, true) : null;
  if (inOwn) return inOwn;
  const span = readSpan(text, at, lexicon, year);
  if (span) return span;
  const compact = readCompact(text, at);
  if (compact) return finish(text, compact.end, compact.day, "day", lexicon);
  const first = readInteger(text, at);
  if (!first) return null;
  if (isYear(first)) return readAfterYear(text, first, lexicon) ?? null;
  // 24年12月
  if (first.length === 2 && text.charAt(first.end) === "年" && first.n >= 10) {
    const end = oneOf(words.end, text, first.end + 1);
    if (end) {
      const from = first.end + 1 + end.length;
      return yearReading(2000 + first.n, from + (oneOf(words.before, text, from)?.length ?? 0), "span", true);
    }
    return readWithin(text, first.end + 1, lexicon, 2000 + first.n, true);
  }
  return readWithin(text, at, lexicon, year, true);
}

/** 20241231 */
function readCompact(text: string, at: number): { day: CalendarDay; end: number } | null {
  let end = at;
  while (end - at < 9 && isDigit(text.charAt(end))) end++;
  if (end - at !== 8 || !"\n,;，；。、)前之完".includes(text.charAt(end) || "\n")) return null;
  const [year, month, day] = [text.slice(at, at + 4), text.slice(at + 4, at + 6), text.slice(at + 6, end)].map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  const exists = year >= 1990 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  return exists ? { day: { year, month, day }, end } : null;
}

function isYear({ n, length }: Integer): boolean {
  return length === 4 && n >= 1990 && n <= 2100;
}

function readAfterYear(text: string, year: Integer, lexicon: Lexicon): DateReading | null {
  const words = lexicon.profile.dates.words;
  const mark = text.charAt(year.end);
  if (text.startsWith("学年", year.end)) return yearReading(year.n, year.end + 2, "year", false);
  const afterMark = mark === "年" ? (text.startsWith("度", year.end + 1) ? year.end + 2 : year.end + 1) : year.end;
  // 2021-2023年, 2021年至2023年
  if ("-—–~至到".includes(text.charAt(afterMark) || " ")) {
    const until = readInteger(text, afterMark + 1);
    if (until && isYear(until) && until.n >= year.n) {
      const whole = text.charAt(until.end) === "年" ? until.end + 1 : until.end;
      const inside = whole > until.end ? readWithin(text, whole, lexicon, until.n, true) : null;
      return inside ?? yearReading(until.n, whole, "range", false);
    }
  }
  if (mark === "年") {
    const inside = readWithin(text, afterMark, lexicon, year.n, true);
    if (inside) return inside;
    const end = oneOf(words.end, text, afterMark);
    const before = oneOf(words.before, text, end ? afterMark + end.length : afterMark);
    if (end) return yearReading(year.n, afterMark + end.length + (before?.length ?? 0), "span", true);
    if (before) return yearReading(year.n - 1, afterMark + before.length, "year", true);
    const within = oneOf(words.within, text, afterMark);
    return yearReading(year.n, afterMark + (within?.length ?? 0), "year", within !== null);
  }
  // 2024-12-31, 2024/12, 2024.12.31; 2024.12 alone is a number.
  if (mark !== "-" && mark !== "/" && mark !== ".") return null;
  const month = readInteger(text, year.end + 1);
  if (!month || month.n < 1 || month.n > 12 || month.length > 2) return null;
  const day = text.charAt(month.end) === mark ? readInteger(text, month.end + 1) : null;
  if (day && day.n >= 1 && day.n <= daysIn(year.n, month.n) && day.length <= 2) {
    const end = "日号".includes(text.charAt(day.end) || " ") ? day.end + 1 : day.end;
    return finish(text, end, { year: year.n, month: month.n, day: day.n }, "day", lexicon);
  }
  const after = text.charAt(month.end);
  // 2022.1-2022.12
  if ("-—–~至到".includes(after || " ")) {
    const until = readInteger(text, month.end + 1);
    if (until && isYear(until)) {
      const last = text.charAt(until.end) === mark ? readInteger(text, until.end + 1) : null;
      if (last && last.n >= 1 && last.n <= 12 && text.charAt(last.end) !== mark) {
        return monthReading(text, text.charAt(last.end) === "月" ? last.end + 1 : last.end, until.n, last.n, lexicon);
      }
      return readAfterYear(text, until, lexicon);
    }
  }
  if (after === "月") return monthReading(text, month.end + 1, year.n, month.n, lexicon);
  const ends = oneOf([...words.before, ...words.end], text, month.end) !== null;
  if (mark === "." && !ends) return null;
  if (!ends && after !== "" && !",;，。； \n)".includes(after)) return null;
  return monthReading(text, month.end, year.n, month.n, lexicon);
}

function yearReading(year: number, end: number, precision: "range" | "year" | "span", deadline: boolean): DateReading {
  return { last: { year, month: 12, day: 31 }, precision, deadline, end };
}

/** What follows a year: a span, a month, months, a day. */
function readWithin(
  text: string,
  at: number,
  lexicon: Lexicon,
  year: number | null,
  numerals: boolean,
): DateReading | null {
  const words = lexicon.profile.dates.words;
  const span = readSpan(text, at, lexicon, year);
  if (span) return span;
  const end = oneOf(words.end, text, at);
  if (end && !numerals) return finish(text, at + end.length, { year, month: 12, day: 31 }, "span", lexicon, true);
  const first = readInteger(text, at);
  if (!first || first.n < 1) return null;
  // 1-12月, 1月至12月
  const monthMark = text.charAt(first.end) === "月" ? first.end + 1 : first.end;
  if ("-—–~至到".includes(text.charAt(monthMark) || " ") && first.n <= 12) {
    const until = readInteger(text, monthMark + 1);
    if (until && until.n >= 1 && until.n <= 12 && until.length <= 2 && text.charAt(until.end) === "月") {
      return monthReading(text, until.end + 1, year, until.n, lexicon);
    }
  }
  if (text.charAt(first.end) === "月" && first.n <= 12 && first.length <= 2) {
    return monthReading(text, first.end + 1, year, first.n, lexicon);
  }
  return null;
}

function readSpan(text: string, at: number, lexicon: Lexicon, year: number | null): DateReading | null {
  const { words, monthBefore } = lexicon.profile.dates;
  const found = wordAt(lexicon.spans, text, at);
  const span = found ? words.spans[found.role] : undefined;
  if (!found || !span) return null;
  const from = at + found.word.length;
  const last = { year, month: span.month, day: span.day };
  const end = oneOf(words.end, text, from);
  const before = end ? null : oneOf(words.before, text, from);
  if (before && span.months > 0 && monthBefore === "previous-month") {
    const previous = endOfMonthBefore(year, span.month - span.months + 1);
    return { last: previous, precision: "span", deadline: true, end: from + before.length };
  }
  const reading = finish(
    text,
    from + (end?.length ?? 0),
    last,
    span.months === 0 ? "year" : "span",
    lexicon,
    end !== null,
  );
  return reading.deadline && span.months === 0 ? { ...reading, precision: "span" } : reading;
}

/** After 月: 份, a day, 上旬, 底, 前. */
function monthReading(text: string, at: number, year: number | null, month: number, lexicon: Lexicon): DateReading {
  const { words, monthBefore } = lexicon.profile.dates;
  let from = text.charAt(at) === "份" ? at + 1 : at;
  const day = readInteger(text, from);
  if (day && day.n >= 1 && day.n <= daysIn(year ?? 2024, month) && "日号".includes(text.charAt(day.end) || " ")) {
    return finish(text, day.end + 1, { year, month, day: day.n }, "day", lexicon);
  }
  for (const part of words.months) {
    const label = oneOf(part.labels, text, from);
    if (!label) continue;
    const last = { year, month, day: Math.min(part.day, daysIn(year, month)) };
    return finish(text, from + label.length, last, "day", lexicon);
  }
  const start = oneOf(words.monthStart, text, from);
  if (start) return finish(text, from + start.length, { year, month, day: 10 }, "day", lexicon);
  const end = oneOf(words.end, text, from);
  if (end) return finish(text, from + end.length, lastDayOf(year, month), "month", lexicon, true);
  const before = oneOf(words.before, text, from);
  if (before) {
    from += before.length;
    const last = monthBefore === "previous-month" ? endOfMonthBefore(year, month) : lastDayOf(year, month);
    return { last, precision: "month", deadline: true, end: from };
  }
  return finish(text, from, lastDayOf(year, month), "month", lexicon);
}

/** 前, 之前, 内 after a date that already says its last day. */
function finish(
  text: string,
  at: number,
  last: CalendarDay,
  precision: DateReading["precision"],
  lexicon: Lexicon,
  deadline = precision === "day",
): DateReading {
  const { before, within } = lexicon.profile.dates.words;
  const word = oneOf(before, text, at) ?? oneOf(within, text, at);
  return { last, precision, deadline: deadline || word !== null, end: at + (word?.length ?? 0) };
}

/** Up to four digits, or a small Chinese numeral. */
export function readInteger(text: string, at: number): Integer | null {
  let end = at;
  while (end - at < 5 && isDigit(text.charAt(end))) end++;
  if (end > at) return end - at > 4 ? null : { n: Number(text.slice(at, end)), length: end - at, end };
  while (end - at < 5 && chineseDigits.has(text.charAt(end))) end++;
  const n = end === at ? null : chineseInteger(text.slice(at, end));
  return n === null ? null : { n, length: end - at, end };
}

const chineseDigits: ReadonlyMap<string, number> = new Map(
  [..."零一二三四五六七八九十"].map((char, value): [string, number] => [char, value]).concat([["〇", 0]]),
);

/** 十二, 三十一, 二〇二四; null for anything else. */
function chineseInteger(run: string): number | null {
  const digits = [...run].map((char) => chineseDigits.get(char) ?? 0);
  const ten = digits.indexOf(10);
  if (ten < 0) return digits.length === 1 || digits.length === 4 ? Number(digits.join("")) : null;
  const [tens = 1, units = 0] = [ten === 0 ? 1 : digits[0], digits[ten + 1]];
  return ten <= 1 && digits.length <= ten + 2 && units < 10 ? tens * 10 + units : null;
}
