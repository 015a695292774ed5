import { decimal, isHan } from "../quantity/index.js";
import { blankTarget, unparsed } from "./blank-target.js";
import { contains, isLowerBetter } from "./default-direction.js";
import { lexiconOf } from "./lexicon.js";
import type { Statement } from "./measure.js";
import { isNothing } from "./nothing.js";
import { parse } from "./parse.js";
import type { IndicatorContext, TargetReading } from "./reading.js";

/** 零投诉, 无安全事故, and 无 itself where less is better. */
export function zeroTarget(statement: Statement, shown: string, context: IndicatorContext): TargetReading | null {
  if (statement.none === null || context.profile.targets.noneOfBad !== "zero") return null;
  const says = statement.none;
  const bad =
    isLowerBetter(says, context.profile) ||
    isLowerBetter(context.name, context.profile) ||
    contains(says, context.profile.targets.noneWords);
  return bad || says === "零" ? zero(shown, "read", "按0读") : null;
}

function zero(shown: string, source: "read" | "default", note: string): TargetReading {
  return { ...blankTarget(shown), kind: "quantitative", direction: "<=", value: decimal(0), source, note };
}

/** — or 无: nothing is set, unless the indicator's own name says what is wanted. */
export function readNothing(shown: string, context: IndicatorContext): TargetReading {
  const { name, profile } = context;
  if (profile.targets.nothing.includes(shown) && isLowerBetter(name, profile) && profile.targets.noneOfBad === "zero") {
    return zero(shown, "default", "指标越少越好，“无”按0读");
  }
  const levels = profile.qualitative.levels.flatMap((level) => level.words).filter((word) => word.length > 1);
  const told = parse(context.actual, lexiconOf(profile), context.year);
  const inWords = [...told.words].some(isHan) && told.measures.length === 0 && told.dates.length === 0;
  if (
    levels.some((word) => name.endsWith(word)) ||
    (inWords && !isNothing(context.actual.trim(), profile.targets.nothing))
  ) {
    return { ...blankTarget(shown), kind: "qualitative", source: "default", note: "没有设定指标值，按文字判断" };
  }
  return unparsed(shown, "没有设定目标");
}
