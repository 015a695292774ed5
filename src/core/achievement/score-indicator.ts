import { type Decimal, decimal, formatDecimal, roundHalfUp, isZero } from "../quantity/index.js";
import type { ScoringProfile } from "../pack/index.js";
import { compareDays } from "./calendar.js";
import { compareQuantities } from "./comparable.js";
import { levelOf } from "./level.js";
import { aboveThreshold, atLeast, atMost, equalTo, proportional, within } from "./methods.js";
import type { ActualReading, TargetReading } from "./reading.js";

export type Verdict = "met" | "unmet" | "over" | "unknown";

export type ScoringMethod = "positive" | "reverse" | "equal" | "range" | "date" | "level" | "open";

/** The score of one indicator and how it came about. Scores are rounded; an achievement is exact. */
export interface IndicatorScore {
  readonly method: ScoringMethod;
  /** V/T, T/V …; null when it has no meaning. */
  readonly achievement: Decimal | null;
  /** V/T in one unit whatever the direction, as the digits stand there; null for a range and where either is 0. */
  readonly ratio: Decimal | null;
  /** Null where a person decides: then `band` says between what. */
  readonly computed: Decimal | null;
  readonly band: readonly [low: Decimal, high: Decimal] | null;
  readonly verdict: Verdict;
  readonly needsPerson: boolean;
  /** One line of arithmetic: `6 × 1093 ÷ 1100 = 5.96`. */
  readonly line: string;
  readonly note: string;
}

/** `weight` is null when the row has none: the achievement is still told. */
export function scoreIndicator(
  target: TargetReading,
  actual: ActualReading,
  weight: Decimal | null,
  profile: ScoringProfile,
): IndicatorScore {
  switch (target.kind) {
    case "quantitative":
      return scoreQuantity(target, actual, weight, profile);
    case "date":
      return scoreDate(target, actual, weight, profile);
    case "qualitative":
      return scoreLevel(target, actual, weight, profile);
    case "unparsed":
      return open(weight, [target.note], target.text !== "" || actual.text !== "");
  }
}

function scoreQuantity(
  target: TargetReading,
  actual: ActualReading,
  weight: Decimal | null,
  profile: ScoringProfile,
): IndicatorScore {
  const notes = [target.note, actual.note];
  if (actual.value === null) return open(weight, notes);
  const pair = compareQuantities(target, actual, profile);
  if (!pair.ok) return open(weight, [...notes, pair.note]);
  notes.push(pair.note);
  const { quantitative, overAchievement, magnitude, rounding } = profile;
  const v = pair.actual;
  const achievement =
    target.direction === "range"
      ? pair.low && pair.high && within(v, pair.low, pair.high, quantitative.outsideRange)
      : pair.target &&
        (target.direction === "<="
          ? atMost(v, pair.target)
          : target.direction === "="
            ? equalTo(v, pair.target, quantitative.equal)
            : atLeast(v, pair.target));
  if (achievement === null) return open(weight, [...notes, "负数，需人工判断"]);

  const isBound = target.direction === ">=" || target.direction === "<=";
  const ratio = pair.target && !isZero(pair.target) && !isZero(v) ? v.div(pair.target) : null;
  const suspect = ratio !== null && (ratio.gte(decimal(magnitude.high)) || ratio.lte(decimal(magnitude.low)));
  if (suspect) notes.push("与指标值相差百倍以上，疑单位有误");
  const mark = decimal(overAchievement.mark);
  const over =
    ratio !== null &&
    ((target.direction === ">=" && ratio.gte(mark.plus(1))) ||
      (target.direction === "<=" && ratio.lte(decimal(1).minus(mark))));
  const met = target.direction === "=" ? v.eq(pair.target ?? v) : achievement.gte(1);
  if (!met && target.direction === "=") notes.push("与指标值不相等");

  let computed: Decimal | null = null;
  let line = "";
  if (weight) {
    computed =
      quantitative.method === "threshold"
        ? aboveThreshold(weight, achievement, quantitative.threshold.from)
        : proportional(weight, achievement);
    if (over && overAchievement.deduct > 0) {
      computed = computed.minus(decimal(overAchievement.deduct));
      if (computed.lt(0)) computed = decimal(0);
      notes.push(`超额${formatDecimal(mark.times(100))}%以上，扣${overAchievement.deduct}分`);
    }
    computed = roundHalfUp(computed, rounding.decimals);
    line = `${formatDecimal(weight)} × ${told(achievement, v, pair.target)} = ${formatDecimal(computed)}`;
  }
  return {
    method:
      target.direction === "range"
        ? "range"
        : target.direction === "="
          ? "equal"
          : isBound && target.direction === "<="
            ? "reverse"
            : "positive",
    achievement,
    ratio: ratio && actual.typed && actual.value ? ratio.times(actual.typed.div(actual.value)) : ratio,
    computed,
    band: null,
    verdict: met ? (over ? "over" : "met") : "unmet",
    needsPerson: target.needsPerson || actual.needsPerson || suspect,
    line,
    note: joined(notes),
  };
}

/** The quotient as a person would write it: 1093 ÷ 1100; 1 from the full mark on. */
function told(achievement: Decimal, actual: Decimal, target: Decimal | null): string {
  if (achievement.gte(1)) return "1";
  if (target && !isZero(target) && achievement.eq(actual.div(target)))
    return `${formatDecimal(actual)} ÷ ${formatDecimal(target)}`;
  if (target && !isZero(actual) && achievement.eq(target.div(actual)))
    return `${formatDecimal(target)} ÷ ${formatDecimal(actual)}`;
  return formatDecimal(achievement, 4);
}

function scoreDate(
  target: TargetReading,
  actual: ActualReading,
  weight: Decimal | null,
  profile: ScoringProfile,
): IndicatorScore {
  const notes = [target.note, actual.note];
  if (!target.day || !actual.day) return open(weight, notes);
  const onTime = compareDays(actual.day, target.day) <= 0;
  if (onTime) {
    const computed = weight && roundHalfUp(weight, profile.rounding.decimals);
    return {
      method: "date",
      achievement: decimal(1),
      ratio: null,
      computed,
      band: null,
      verdict: "met",
      needsPerson: actual.needsPerson,
      line: computed ? `按时完成，${formatDecimal(computed)}` : "",
      note: joined(notes),
    };
  }
  if (profile.quantitative.late === "zero") {
    const nothing = decimal(0);
    return {
      ...open(weight, [...notes, "晚于指标值的日期"], false),
      method: "date",
      achievement: nothing,
      computed: weight && nothing,
      band: null,
      verdict: "unmet",
    };
  }
  return { ...open(weight, [...notes, "晚于指标值的日期，得分需人工判断"]), method: "date", verdict: "unmet" };
}

function scoreLevel(
  target: TargetReading,
  actual: ActualReading,
  weight: Decimal | null,
  profile: ScoringProfile,
): IndicatorScore {
  const level = actual.kind === "words" ? levelOf(actual.text, target.text, profile) : null;
  if (!level) return { ...open(weight, [target.note, actual.note, "看不出达成的档次，需人工判断"]), method: "level" };
  const part = (percent: number): Decimal =>
    roundHalfUp((weight ?? decimal(0)).times(decimal(percent)).div(100), profile.rounding.decimals);
  return {
    method: "level",
    achievement: null,
    ratio: null,
    computed: null,
    band: weight && [part(level.low), part(level.high)],
    verdict: level.id === "reached" ? "met" : "unmet",
    needsPerson: target.needsPerson || actual.needsPerson,
    line: "",
    note: joined([target.note, actual.note, `${level.label}，${level.low}%–${level.high}%`]),
  };
}

/** Nothing is invented: anything from 0 to the weight, until a person decides. */
function open(weight: Decimal | null, notes: readonly string[], needsPerson = true): IndicatorScore {
  return {
    method: "open",
    achievement: null,
    ratio: null,
    computed: null,
    band: weight && [decimal(0), weight],
    verdict: "unknown",
    needsPerson,
    line: "",
    note: joined(notes),
  };
}

function joined(notes: readonly string[]): string {
  return [...new Set(notes.filter((note) => note !== ""))].join("；");
}
