import { type Decimal, type Unit, decimal, perUnit, readUnit, unitOf } from "../quantity/index.js";
import type { Amount } from "./measure.js";
import type { Token } from "./token.js";

/** Money is told in 万元, but per something in its own unit: 300元/亩, 5万元/公里. */
export function told(value: Decimal, unit: Unit | null, magnitude: number): { value: Decimal; unit: Unit | null } {
  if (!unit?.dimension.startsWith("money")) return { value, unit };
  if (!unit.dimension.includes("/")) return { value: value.times(unit.factor), unit: unitOf(unit.base) };
  if (magnitude < 4 || unit.symbol.startsWith("万")) return { value, unit };
  return { value: value.div("1e4"), unit: { ...unit, symbol: `万${unit.symbol}`, factor: unit.factor.times("1e4") } };
}

/** 每亩300: money is meant, unless the number counts per span of time. */
export function countedPer(unit: Unit | null, per: Extract<Token, { kind: "per" }>): Unit | null {
  const time = per.unit.dimension === "calendar" || per.unit.dimension === "duration";
  const top = unit ?? (time ? null : unitOf("元"));
  if (!top) return null;
  const counted = perUnit(top, per.unit);
  if (per.times.eq(1)) return counted;
  const mark = top.symbol.includes("/") ? "·" : "/";
  return { ...counted, symbol: `${top.symbol}${mark}${per.symbol}`, factor: counted.factor.div(per.times) };
}

/** ≥5（个） */
export function bracketedUnit(text: string): Unit | null {
  const found = readUnit(text, 0);
  return found?.end === text.length ? found.unit : null;
}

/** 5-10, 3-5万人 (the first number shares magnitude and unit of the second), 100±5; null when the two do not make a range. */
export function joinRange(low: Amount, high: Amount, tolerance: boolean): [Amount, Amount] | null {
  if (tolerance) {
    if (high.unit && low.unit && high.unit.symbol !== low.unit.symbol) return null;
    const unit = low.unit ?? high.unit;
    return [
      { ...low, unit, value: low.value.minus(high.value) },
      { ...low, unit, value: low.value.plus(high.value) },
    ];
  }
  const shares = !low.unit && low.magnitude === 0 && high.magnitude > 0;
  const lower: Amount = {
    ...low,
    unit: low.unit ?? high.unit,
    value: shares ? low.value.times(decimal(`1e${high.magnitude}`)) : low.value,
    magnitude: shares ? high.magnitude : low.magnitude,
  };
  if (lower.unit?.symbol !== high.unit?.symbol) return null;
  return lower.value.lte(high.value) ? [lower, high] : null;
}
