import { isHan, readNumber, unitOf } from "../quantity/index.js";
import { dayOfNumber, looksLikeYear } from "./bare-date.js";
import { blankTarget, unparsed } from "./blank-target.js";
import { isoDate } from "./calendar.js";
import { contains, defaultDirection } from "./default-direction.js";
import { readNothing, zeroTarget } from "./empty-target.js";
import { lexiconOf } from "./lexicon.js";
import type { DateMention, Measure, Statement } from "./measure.js";
import { isNothing, isPlaceholder } from "./nothing.js";
import { parse } from "./parse.js";
import type { IndicatorContext, TargetPart, TargetReading } from "./reading.js";
import { significant } from "./significant.js";

/** Reads a cell of 年度指标值. Never throws; what cannot be read is `unparsed` with the reason. */
export function readTarget(text: string, context: IndicatorContext): TargetReading {
  const shown = text.trim();
  const { targets } = context.profile;
  if (shown === "") return unparsed(shown, "未填年度指标值", false);
  if (isPlaceholder(shown, targets.placeholders)) return unparsed(shown, "空白表的占位内容未删", false);
  if (isNothing(shown, targets.nothing)) return readNothing(shown, context);
  return decide(parse(shown, lexiconOf(context.profile), context.year), shown, context);
}

function decide(statement: Statement, shown: string, context: IndicatorContext): TargetReading {
  const measures = significant(statement, context);
  const dates = statement.dates.filter((date) => date.precision !== "range");
  const deadlines = dates.filter((date) => date.deadline || date.precision === "month" || date.precision === "span");
  const [measure] = measures;
  if (statement.danglingSign && measures.length > 0) return unparsed(shown, "比较符号后面没有数值");
  const bare = measure && measures.length === 1 && dates.length === 0 ? bareTime(measure, shown, context) : null;
  if (bare) return bare;
  if (measure && measures.length === 1) {
    if (deadlines.length === 0) return quantitative(measure, shown, context);
    // 12月底前完成100%: the date is the target of an indicator of time.
    const whole = measure.amount.unit?.symbol === "%" && measure.amount.value.eq(100);
    const [deadline] = deadlines;
    if (whole && deadline && deadlines.length === 1 && !statement.words.includes("率")) {
      return context.level2.includes(timeliness) || !context.name.endsWith("率")
        ? dateReading(deadline, shown, "同时写了100%，按完成时间读")
        : quantitative(measure, shown, context, `完成时间${deadline.text}另看`);
    }
  }
  if (measures.length + deadlines.length > 1) return several(measures, deadlines, shown, context);
  if (measure) return quantitative(measure, shown, context);
  const [deadline] = deadlines;
  if (deadline) return dateReading(deadline, shown, "");
  const none = zeroTarget(statement, shown, context);
  if (none) return none;
  const [vague] = statement.dates;
  if (vague && statement.dates.length === 1 && onlyDate(statement, vague)) return dateReading(vague, shown, "");
  if (statement.danglingSign) return unparsed(shown, "有比较符号而没有数值");
  return wordsOnly(statement, shown, context);
}

/** The group of indicators whose target is a time. */
const timeliness = "时效";

/** 2024 or 2024.12 under 时效指标 is a year or a month, never an amount. Null for anything else. */
function bareTime(measure: Measure, shown: string, context: IndicatorContext): TargetReading | null {
  if (!context.level2.includes(timeliness) || !looksLikeYear(measure)) return null;
  const day = dayOfNumber(measure);
  if (!day) return unparsed(shown, "像是日期，读不出是哪一天");
  return dateReading(
    { day, precision: "month", deadline: false, recurring: false, bound: null, text: measure.text },
    shown,
    "按日期读",
  );
}

function quantitative(measure: Measure, shown: string, context: IndicatorContext, remark = ""): TargetReading {
  if (measure.contradictory) return unparsed(shown, "上下限的写法互相矛盾");
  const misplaced = weightTyped(measure, context);
  if (misplaced) return unparsed(shown, misplaced);
  const named = nameUnit(measure, shown, context);
  const notes = remark === "" ? [] : [remark];
  const { amount, upper } = named;
  if (upper) {
    return {
      ...blankTarget(shown),
      kind: "quantitative",
      direction: "range",
      low: amount.value,
      high: upper.value,
      unit: amount.unit?.symbol ?? null,
      measure: amount.unit,
      printed: amount,
      approximate: named.approximate,
      change: named.change,
      note: notes.join("；"),
    };
  }
  const reached = measure.reached && measure.change !== null;
  const direction = measure.bound ?? defaultDirection(named, context);
  if (measure.bound === null && !reached)
    notes.push(`未写方向，按指标类型取“${direction === ">=" ? "≥" : direction === "<=" ? "≤" : "="}”`);
  if (measure.approximate) notes.push("约数");
  if (named.amount.unit !== measure.amount.unit) notes.push(`“${measure.text}”按${named.amount.unit?.symbol ?? ""}读`);
  return {
    ...blankTarget(shown),
    kind: "quantitative",
    direction,
    value: amount.value,
    unit: amount.unit?.symbol ?? null,
    measure: amount.unit,
    printed: amount,
    source: measure.bound === null && !reached ? "default" : "read",
    approximate: measure.approximate,
    change: reached ? null : measure.change,
    note: notes.join("；"),
  };
}

/** 5万 is 5万元 where the name speaks of money or the group is that of costs. */
function nameUnit(measure: Measure, shown: string, context: IndicatorContext): Measure {
  const { amount, upper } = measure;
  if (amount.unit !== null || amount.magnitude < 4) return measure;
  const { moneyWords } = context.profile.targets;
  const speaksOfMoney = [context.name, context.level2, context.level1, shown].some((words) =>
    contains(words, moneyWords),
  );
  if (!speaksOfMoney) return measure;
  const money = unitOf("万元");
  return {
    ...measure,
    amount: { ...amount, value: amount.value.div("1e4"), unit: money },
    upper: upper && { ...upper, value: upper.value.div("1e4"), unit: money },
  };
}

/** A weight typed where the target belongs; the reason, or null. */
function weightTyped(measure: Measure, context: IndicatorContext): string | null {
  if (measure.amount.unit !== null || measure.bound !== null || measure.upper) return null;
  const asks = context.profile.targets.yesNoNames.some((word) => context.name.startsWith(word));
  const weight = readNumber(context.weight);
  const actual = readNumber(context.actual);
  const same = weight.kind === "number" && weight.value.eq(measure.amount.value);
  if (asks) return same ? "指标值栏写的是分值，没有目标" : "指标问是否，数字不是目标";
  if (!same || actual.kind !== "number" || !actual.value.eq(measure.amount.value)) return null;
  const broken = !measure.amount.value.eq(measure.amount.value.round(0));
  return context.weightsInValues || broken ? "指标值栏写的是分值，没有目标" : null;
}

function dateReading(date: DateMention, shown: string, remark: string): TargetReading {
  const notes = remark === "" ? [] : [remark];
  if (date.recurring) notes.push("每期都有的时限，需人工判断");
  else if (date.day.year === null) notes.push("未写年份");
  return {
    ...blankTarget(shown),
    kind: "date",
    direction: "<=",
    day: date.recurring ? null : date.day,
    date: date.recurring ? null : isoDate(date.day),
    needsPerson: date.recurring,
    note: notes.join("；"),
  };
}

function several(
  measures: readonly Measure[],
  dates: readonly DateMention[],
  shown: string,
  context: IndicatorContext,
): TargetReading {
  const parts: TargetPart[] = measures.slice(0, 20).map((measure) => ({
    text: measure.text,
    kind: "quantitative",
    direction: measure.upper ? "range" : (measure.bound ?? defaultDirection(measure, context)),
    value: measure.upper ? null : measure.amount.value,
    low: measure.upper ? measure.amount.value : null,
    high: measure.upper?.value ?? null,
    unit: measure.amount.unit?.symbol ?? null,
    date: null,
  }));
  for (const date of dates.slice(0, 5)) {
    const nothing = { value: null, low: null, high: null, unit: null };
    parts.push({ ...nothing, text: date.text, kind: "date", direction: "<=", date: isoDate(date.day) });
  }
  return { ...unparsed(shown, `一格内有${parts.length}个目标，需人工判断`), parts };
}

function wordsOnly(statement: Statement, shown: string, context: IndicatorContext): TargetReading {
  const readable = [...statement.text].some(isHan) || statement.words.includes("+");
  if (!readable) return unparsed(shown, "读不出目标");
  const asked = context.profile.targets.yesNoNames.some((word) => context.name.startsWith(word));
  return { ...blankTarget(shown), kind: "qualitative", note: asked ? "是否类指标" : "" };
}

/** 2024年, 全年: nothing but the date (and a word such as 完成) stands there. */
function onlyDate(statement: Statement, date: DateMention): boolean {
  return date.bound !== null || statement.text.length - date.text.length <= 4;
}
