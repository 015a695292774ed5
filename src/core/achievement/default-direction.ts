import { isZero, type Unit } from "../quantity/index.js";
import type { ScoringProfile } from "../pack/index.js";
import type { Measure } from "./measure.js";
import type { Direction, IndicatorContext } from "./reading.js";

/** What a number without a sign means, by the kind of the indicator; words and groups are the pack's. */
export function defaultDirection(measure: Measure, context: IndicatorContext): Exclude<Direction, "range"> {
  const { directions } = context.profile;
  const { name } = context;
  const said = name + measure.text;
  const unit = measure.amount.unit;
  if (measure.rank || isZero(measure.amount.value)) return "<=";
  if (measure.change !== null) {
    if (measure.reached) return measure.change === "increase" ? ">=" : "<=";
    return measure.change === "increase" &&
      groupDirection(context) === "<=" &&
      !contains(name, directions.higherIsBetter)
      ? "<="
      : ">=";
  }
  if (contains(name, directions.stated)) return measure.more ? ">=" : "=";
  const money = unit?.dimension.startsWith("money") ?? false;
  const moneyPer = money && (unit?.dimension.includes("/") ?? false);
  if (money && contains(said, directions.standard.words)) return "=";
  if (moneyPer && contains(said, directions.standard.grants)) return "=";
  if (isLowerBetter(name, context.profile)) return "<=";
  if (unit && isSpanOfTime(unit) && !contains(name, directions.shorterIsBetter.except)) {
    if (contains(name, directions.shorterIsBetter.words)) return "<=";
    if (contains(context.level2, directions.shorterIsBetter.groups) && unit.symbol !== "年") return "<=";
  }
  if (contains(name, directions.higherIsBetter)) return directions.default;
  return groupDirection(context);
}

/** 天, 工作日, 月, and 天/次. */
function isSpanOfTime({ dimension }: Unit): boolean {
  return ["duration", "workday", "calendar"].some((time) => dimension === time || dimension.startsWith(`${time}/次`));
}

/** Less of it is better, whatever its group: 事故, 投诉, 差错. */
export function isLowerBetter(name: string, profile: ScoringProfile): boolean {
  const { words, except } = profile.directions.lowerIsBetter;
  return contains(name, words) && !contains(name, except);
}

function groupDirection({ profile, level1, level2 }: IndicatorContext): Exclude<Direction, "range"> {
  const { groups } = profile.directions;
  const found =
    groups.find((group) => contains(level2, group.labels)) ??
    (level2 === "" ? groups.find((group) => contains(level1, group.labels)) : undefined) ??
    groups.find((group) => group.labels.some((label) => level1.startsWith(label)));
  return found?.direction ?? profile.directions.default;
}

export function contains(text: string, words: readonly string[]): boolean {
  return words.some((word) => text.includes(word));
}
