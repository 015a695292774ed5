import { halfWidth } from "../quantity/index.js";
import type { ScoringProfile } from "../pack/index.js";
import { compareQuantities } from "./comparable.js";
import { withoutNumber } from "./group-label.js";
import { normalise } from "./normalise.js";
import type { ActualReading, TargetReading } from "./reading.js";
import type { IndicatorLine, SheetScore } from "./sheet-score.js";

/** One indicator told in two annexes. */
export interface SameIndicator {
  readonly name: string;
  readonly upper: { readonly annexKey: string; readonly sheet: string; readonly line: IndicatorLine };
  readonly lower: { readonly annexKey: string; readonly sheet: string; readonly line: IndicatorLine };
  /** What the two tell differently; empty where they agree. */
  readonly differs: readonly ("target" | "actual")[];
}

/**
 * Indicators of the profile's first kind of annex (the whole unit) that stand under the same name in another kind (a
 * project), spaces and width ignored, where the name stands once in the first. Figures are compared as read, so 1.2万亩
 * and 12000亩 agree; words as written.
 */
export function sameIndicators(sheets: readonly SheetScore[], profile: ScoringProfile): readonly SameIndicator[] {
  const [whole] = profile.annexes;
  const uppers = sheets.filter(({ annex }) => annex === whole);
  const lowers = sheets.filter(({ annex }) => annex !== whole);
  return uppers.flatMap((upper) => {
    const byName = onceNamed(upper.indicators);
    return lowers.flatMap((lower) =>
      lower.indicators.flatMap((line) => {
        const above = byName.get(keyOf(line.name));
        if (!above) return [];
        return [
          {
            name: above.name,
            upper: { annexKey: upper.annexKey, sheet: upper.sheet, line: above },
            lower: { annexKey: lower.annexKey, sheet: lower.sheet, line },
            differs: differences(above, line, profile),
          },
        ];
      }),
    );
  });
}

/** A name that stands there twice tells nothing about which of the two is meant. */
function onceNamed(lines: readonly IndicatorLine[]): ReadonlyMap<string, IndicatorLine> {
  const byName = new Map<string, IndicatorLine>();
  const unclear = new Set([""]);
  for (const line of lines) {
    const key = keyOf(line.name);
    if (byName.has(key)) unclear.add(key);
    byName.set(key, line);
  }
  for (const key of unclear) byName.delete(key);
  return byName;
}

function differences(a: IndicatorLine, b: IndicatorLine, profile: ScoringProfile): readonly ("target" | "actual")[] {
  const target = sameTarget(a.target, b.target, profile) ? [] : (["target"] as const);
  return [...target, ...(sameActual(a, b, profile) ? [] : (["actual"] as const))];
}

function sameTarget(a: TargetReading, b: TargetReading, profile: ScoringProfile): boolean {
  if (normalise(a.text) === normalise(b.text)) return true;
  if (a.kind !== b.kind) return false;
  if (a.kind === "date") return a.date !== null && a.date === b.date;
  if (a.kind !== "quantitative" || !sameDirection(a, b)) return false;
  return (["value", "low", "high"] as const).every((end) => {
    const [one, other] = [a[end], b[end]];
    if (!one || !other) return one === other;
    return equal({ value: one, measure: a.measure }, { value: other, measure: b.measure }, profile);
  });
}

/** 100% beside =100%: without a sign the direction is ours, and no difference. */
function sameDirection(a: TargetReading, b: TargetReading): boolean {
  return a.direction === b.direction || a.source === "default" || b.source === "default";
}

function sameActual({ actual: a }: IndicatorLine, { actual: b }: IndicatorLine, profile: ScoringProfile): boolean {
  if (normalise(a.text) === normalise(b.text)) return true;
  if (a.kind !== b.kind) return false;
  if (a.kind === "date") return a.date !== null && a.date === b.date;
  return a.kind === "number" && equal(a, b, profile);
}

type Figure = Pick<ActualReading, "value" | "measure">;

/** Two figures brought into one unit. */
function equal(a: Figure, b: Figure, profile: ScoringProfile): boolean {
  const pair = compareQuantities({ ...a, low: null, high: null }, { ...b, note: "" }, profile);
  return pair.ok && pair.target !== null && pair.target.eq(pair.actual);
}

function keyOf(name: string): string {
  return withoutNumber(halfWidth(name)).replaceAll(/\s/g, "");
}
