import { type Decimal, type Unit, decimal, sameDimension } from "../quantity/index.js";
import type { ScoringProfile } from "../pack/index.js";
import type { ActualReading, TargetReading } from "./reading.js";

/** Target and actual in one unit, or why they do not compare. */
export type Comparison =
  | {
      readonly ok: true;
      readonly actual: Decimal;
      /** Value of an exact target or bound; null for a range. */
      readonly target: Decimal | null;
      readonly low: Decimal | null;
      readonly high: Decimal | null;
      readonly note: string;
    }
  | { readonly ok: false; readonly note: string };

type ComparedTarget = Pick<TargetReading, "measure" | "value" | "low" | "high">;

/** Brings both into the base unit of their dimension. A missing unit is the other's. */
export function compareQuantities(
  target: ComparedTarget,
  actual: Pick<ActualReading, "value" | "measure" | "note">,
  profile: ScoringProfile,
): Comparison {
  if (actual.value === null) return { ok: false, note: actual.note };
  const a = target.measure;
  const b = actual.measure;
  // 三分之二 or 0.95 beside 80 %: a ratio. Excel shows 100% as 1 where its format got lost.
  if (!a && b?.dimension === "share" && asRatio(target.value)) {
    return compared(target, actual.value, percent, b, "指标值按比值读");
  }
  if (!a || !b || a.symbol === b.symbol) return compared(target, actual.value, null, null, "");
  if (sameDimension(a, b)) return compared(target, actual.value, a, b, "");
  const { genericCounters } = profile.targets;
  const countable = (unit: Unit): boolean => unit.factor.eq(1) && unit.symbol === unit.dimension;
  if (countable(a) && countable(b) && (genericCounters.includes(a.symbol) || genericCounters.includes(b.symbol))) {
    return compared(target, actual.value, null, null, `单位“${a.symbol}”与“${b.symbol}”视为相同`);
  }
  // A share per month is no twelfth of the year's: ≥98%/月 beside 98.6%.
  if (
    a.dimension.startsWith("share") &&
    b.dimension.startsWith("share") &&
    (a.symbol.startsWith(b.symbol) || b.symbol.startsWith(a.symbol))
  ) {
    return compared(target, actual.value, null, null, "按同一口径的比率比较");
  }
  // 每季度1次 beside 4次 of a year.
  if (a.dimension === `${b.dimension}/time` && saysOnePeriod(target, a, actual.value, b)) {
    return { ok: false, note: "实际完成值是每期的还是全年的，需人工判断" };
  }
  if (a.dimension === `${b.dimension}/time`)
    return compared(target, actual.value, a, { ...a, factor: b.factor }, "实际完成值按全年计");
  if (b.dimension === `${a.dimension}/time`)
    return compared(target, actual.value, { ...b, factor: a.factor }, b, "指标值按全年计");
  const [price, other] = [inYuan(a), inYuan(b)];
  if (price && other && isSamePrice(target, price, actual.value, other))
    return compared(target, actual.value, price, other, "按同一单价比较");
  return { ok: false, note: `指标值单位“${a.symbol}”与实际完成值单位“${b.symbol}”不同` };
}

/** 1次 beside 每月1次, 5天 beside 每周5天: nearer to one period's share than to the year's. */
function saysOnePeriod(target: ComparedTarget, a: Unit, actual: Decimal, b: Unit): boolean {
  const wanted = target.value ?? target.high;
  if (!wanted || wanted.lte(0) || actual.lte(0) || !a.symbol.startsWith(b.symbol)) return false;
  const apart = (one: Decimal, other: Decimal): Decimal => (one.gt(other) ? one.div(other) : other.div(one));
  const done = actual.times(b.factor);
  return apart(done, wanted.times(b.factor)).lt(apart(done, wanted.times(a.factor)));
}

/** 100元 beside 98元/件: one of them leaves out what it is paid for; a total would be many times as much. */
function isSamePrice(target: ComparedTarget, a: Unit, actual: Decimal, b: Unit): boolean {
  const wanted = target.value ?? target.high;
  const [plain, price] = a.dimension === "money" ? [a, b] : [b, a];
  const isPrice = plain.dimension === "money" && price.dimension !== "money" && !/·|time/.test(price.dimension);
  if (!isPrice || !wanted || wanted.lte(0)) return false;
  const ratio = actual.times(b.factor).div(wanted.times(a.factor));
  return ratio.gte("0.5") && ratio.lte(2);
}

/** Money converts into 万元, but per something into 元. */
function inYuan(unit: Unit): Unit | null {
  if (unit.dimension === "money") return { ...unit, factor: unit.factor.times("1e4") };
  return unit.dimension.startsWith("money/") ? unit : null;
}

const percent: Unit = { symbol: "", dimension: "share", base: "%", factor: decimal(100) };

function asRatio(value: Decimal | null): boolean {
  return value !== null && value.gt(0) && value.lte(1);
}

function compared(
  target: ComparedTarget,
  actual: Decimal,
  from: Unit | null,
  to: Unit | null,
  note: string,
): Comparison {
  const scale = (value: Decimal | null): Decimal | null => (value && from ? value.times(from.factor) : value);
  return {
    ok: true,
    actual: to ? actual.times(to.factor) : actual,
    target: scale(target.value),
    low: scale(target.low),
    high: scale(target.high),
    note,
  };
}
