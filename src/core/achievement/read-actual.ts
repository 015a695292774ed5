import { type Decimal, decimal, isZero, readNumber } from "../quantity/index.js";
import { dayOfNumber, looksLikeYear } from "./bare-date.js";
import { isoDate } from "./calendar.js";
import { isLowerBetter } from "./default-direction.js";
import { lexiconOf } from "./lexicon.js";
import type { Amount, Measure, Statement } from "./measure.js";
import { parse } from "./parse.js";
import { isNothing, isPlaceholder } from "./nothing.js";
import type { ActualReading, IndicatorContext, TargetReading } from "./reading.js";
import { normalise } from "./normalise.js";

/** Reads a cell of 实际完成值 in the light of its target. Never throws. */
export function readActual(text: string, target: TargetReading, context: IndicatorContext): ActualReading {
  const shown = text.trim();
  const { targets } = context.profile;
  if (shown === "")
    return { ...blank(shown, "empty"), needsPerson: target.kind !== "unparsed", note: "未填实际完成值" };
  if (isPlaceholder(shown, targets.placeholders) && readNumber(shown).kind !== "nothing") {
    return { ...blank(shown, "empty"), needsPerson: true, note: "空白表的占位内容未删" };
  }
  if (isNothing(shown, targets.nothing)) {
    if (target.kind === "quantitative" && asksForZero(target) && targets.nothing.includes(shown))
      return nought(shown, "default");
    return { ...blank(shown, "nothing"), needsPerson: target.kind !== "unparsed" };
  }
  const copied = target.text !== "" && normalise(shown) === normalise(target.text);
  const statement = parse(shown, lexiconOf(context.profile), context.year);
  const figures = statement.measures.length + statement.dates.length;
  const mistaken = isMistaken(target, statement);
  switch (target.kind) {
    case "quantitative":
      return {
        ...planned(readQuantity(statement, shown, target, context), statement, context),
        copied,
        figures,
        mistaken,
      };
    case "date":
      return { ...planned(readDay(statement, shown, context), statement, context), copied, figures, mistaken };
    case "qualitative":
    case "unparsed":
      return { ...blank(shown, "words"), copied };
  }
}

function readQuantity(
  statement: Statement,
  shown: string,
  target: TargetReading,
  context: IndicatorContext,
): ActualReading {
  const measure = choose(statement, target, context);
  if (measure === null) {
    if (statement.measures.length > 1) {
      return { ...blank(shown, "words"), needsPerson: true, note: "实际完成值里有几个数，需人工判断" };
    }
    const none = statement.none !== null && (asksForZero(target) || isLowerBetter(context.name, context.profile));
    if (none) return nought(shown, "read");
    return { ...blank(shown, "words"), needsPerson: true, note: "指标值是数字，实际完成值没有数字" };
  }
  const { amount, change } = measure;
  const turned = turn(amount.value, change, target.change);
  const bare = amount.unit === null;
  if (!bare) {
    return {
      ...blank(shown, "number"),
      value: turned,
      unit: amount.unit?.symbol ?? null,
      measure: amount.unit,
      note: statement.measures.length > 1 ? `取“${measure.text}”` : "",
    };
  }
  return { ...blank(shown, "number"), ...inTargetUnit(amount, turned, target) };
}

/** 12月 beside 100%, or 100% beside 12月底前. */
function isMistaken({ kind, measure: unit }: TargetReading, { measures, dates }: Statement): boolean {
  if (kind === "quantitative") return unit !== null && measures.length === 0 && dates.length > 0;
  return (
    kind === "date" &&
    dates.length === 0 &&
    measures.length > 0 &&
    measures.every(({ amount }) => amount.unit?.dimension === "share")
  );
}

/** The one measure that speaks of the target's quantity. */
function choose(statement: Statement, target: TargetReading, context: IndicatorContext): Measure | null {
  const { ageUnits } = context.profile.targets;
  const single = statement.measures.filter((measure) => !measure.upper && !measure.contradictory);
  const others = single.filter((measure) => !ageUnits.includes(measure.amount.unit?.symbol ?? ""));
  const measures = others.length > 0 ? others : single;
  const [first, second] = measures;
  if (first && measures.length === 1 && statement.measures.length === 1) return first;
  if (first?.from && second && measures.length === 2) return second;
  const alike = measures.filter(({ amount }) =>
    target.measure === null ? amount.unit?.dimension !== "share" : amount.unit?.dimension === target.measure.dimension,
  );
  const [only] = alike;
  if (!only) return null;
  return alike.every((other) => other.amount.value.eq(only.amount.value)) ? only : null;
}

/** 下降6% against a target of decrease is 6; -6% too; 增长2% is −2 of it. */
function turn(value: Decimal, said: TargetReading["change"], wanted: TargetReading["change"]): Decimal {
  if (wanted === null) return value;
  if (said === null) return wanted === "decrease" && value.lt(0) ? value.abs() : value;
  return said === wanted ? value.abs() : value.abs().times(-1);
}

/**
 * A number without a unit takes the target's. Where 万 or % may have been left out too (1.2 beside 1.2万亩,
 * 0.95 beside 95 %), the reading nearest to the target is taken and said so.
 */
function inTargetUnit(amount: Amount, value: Decimal, target: TargetReading): Partial<ActualReading> {
  const { measure, printed } = target;
  if (!measure || !printed) return { value, unit: measure?.symbol ?? null, measure };
  const taken = (one: Decimal, note: string, needsPerson = false): Partial<ActualReading> => ({
    value: one,
    unit: measure.symbol,
    measure,
    source: "default",
    bare: true,
    needsPerson,
    note,
  });
  if (amount.magnitude > 0) {
    // 5万 beside 20万元
    const money = measure.dimension === "money";
    return taken(money ? value.times("0.0001") : value, `单位随指标值，按${measure.symbol}读`);
  }
  const plain = `未写单位，随指标值按${measure.symbol}读`;
  const wanted = target.value ?? target.high ?? target.low;
  if (wanted === null || isZero(wanted) || value.lte(0)) return taken(value, plain);
  // 72890 beside 72890元, 1.2 beside 1.2万亩: read as the target's digits are, where that comes nearer.
  const scaled = isZero(printed.printed) ? value : value.times(wanted.div(printed.printed));
  const isNearer = nearness(scaled, wanted).lt(nearness(value, wanted));
  const asPrinted = (): Partial<ActualReading> => taken(scaled, "未写单位，按指标值的单位读");
  if (measure.dimension === "money") {
    if (isNearer) return asPrinted();
    const inYuan = value.div("1e4");
    const note = `疑按元填写，读作${inYuan.toFixed()}万元`;
    if (value.div(wanted).gte(1000)) return { ...taken(inYuan, note, true), typed: value };
  }
  if (measure.dimension.endsWith("/time") && !measure.dimension.startsWith("money")) {
    // 12 beside 1次/月 is the count of the year, 1 beside it that of a month.
    const whole = value.div(measure.factor);
    const ofYear = nearness(whole, wanted).lt(nearness(value, wanted));
    const clear = value.eq(wanted) || whole.eq(wanted);
    return taken(ofYear ? whole : value, ofYear ? "未写单位，按全年的次数读" : plain, !clear);
  }
  if (measure.symbol === "%" && value.lte("1.5") && wanted.gt(10)) {
    const whole = value.eq(1) && wanted.eq(100);
    return taken(value.times(100), `疑为比值，按${value.times(100).toFixed()}%读`, !whole);
  }
  return printed.magnitude > 0 && isNearer ? asPrinted() : taken(value, plain);
}

/** How many times one is the other, whichever is larger. */
function nearness(a: Decimal, b: Decimal): Decimal {
  return a.gt(b) ? a.div(b) : b.div(a);
}

function readDay(statement: Statement, shown: string, context: IndicatorContext): ActualReading {
  const dates = statement.dates.filter((date) => !date.recurring);
  const last = dates[dates.length - 1];
  const [bare] = statement.measures;
  if (!last && bare && statement.measures.length === 1 && looksLikeYear(bare) && statement.words === "") {
    const day = dayOfNumber(bare);
    if (day) return { ...blank(shown, "date"), day, date: isoDate(day), source: "default", note: "按日期读" };
  }
  if (!last || dates.length > 2) {
    return { ...blank(shown, "words"), needsPerson: true, note: "没有写完成日期，是否按时需人工判断" };
  }
  const missed = context.profile.qualitative.levels.find(({ id }) => id === "missed")?.words ?? [];
  const undone = missed.some((word) => word.length > 1 && statement.words.includes(word));
  return {
    ...blank(shown, "date"),
    day: last.day,
    date: isoDate(last.day),
    needsPerson: undone,
    note: undone ? "写着没有完成，需人工判断" : "",
  };
}

/** 预计, 拟于: a plan is not what was done. */
function planned(reading: ActualReading, statement: Statement, context: IndicatorContext): ActualReading {
  const word = context.profile.targets.planned.find((one) => statement.text.includes(one));
  if (word === undefined || (reading.kind !== "number" && reading.kind !== "date")) return reading;
  return { ...reading, needsPerson: true, note: joinNotes(reading.note, `写的是“${word}”，是否已完成需人工判断`) };
}

function joinNotes(...notes: readonly string[]): string {
  return notes.filter((note) => note !== "").join("；");
}

function asksForZero(target: TargetReading): boolean {
  return target.value !== null && isZero(target.value);
}

function nought(shown: string, source: "read" | "default"): ActualReading {
  return { ...blank(shown, "number"), value: decimal(0), source, note: "按0读" };
}

function blank(text: string, kind: ActualReading["kind"]): ActualReading {
  return {
    text,
    kind,
    value: null,
    unit: null,
    measure: null,
    day: null,
    date: null,
    source: "read",
    figures: 0,
    mistaken: false,
    bare: false,
    typed: null,
    copied: false,
    needsPerson: false,
    note: "",
  };
}
