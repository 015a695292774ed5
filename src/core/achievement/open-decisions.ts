import { type Decimal, decimal } from "../quantity/index.js";
import type { ScoringProfile } from "../pack/index.js";
import { totalOf } from "./total-score.js";
import type { SheetScore, TotalScore } from "./sheet-score.js";

/** A line whose score a person decides, and what hangs on it. */
export interface OpenDecision {
  readonly annexKey: string;
  /** Path of the indicator; `fund.total` for the execution line. */
  readonly path: string;
  readonly name: string;
  readonly filed: Decimal | null;
  /** The ends between which the score is open. */
  readonly low: Decimal;
  readonly high: Decimal;
  /** The sheet's total with the line at either end and all the others as they stand. */
  readonly atLow: TotalScore;
  readonly atHigh: TotalScore;
}

/**
 * Every open decision of a sheet: qualitative bands, and lines that need a person. A line that was computed but needs
 * a person (its unit is suspected) is open between 0 and its weight.
 */
export function openDecisions(sheet: SheetScore, profile: Pick<ScoringProfile, "caps">): readonly OpenDecision[] {
  const { execution, indicators, total } = sheet;
  const at = (path: string, computed: Decimal): TotalScore =>
    totalOf(
      path === executionPath ? { ...execution, computed } : execution,
      indicators.map((line) => (line.path === path ? { ...line, computed } : line)),
      total.filed,
      profile,
    );
  const lines = [
    { ...execution, path: executionPath, name: "预算执行", needsPerson: execution.computed === null },
    ...indicators,
  ];
  return lines.flatMap(({ path, name, filed, weight, band, computed, needsPerson }) => {
    const ends = computed === null ? band : needsPerson && weight ? ([decimal(0), weight] as const) : null;
    if (!ends) return [];
    const [low, high] = ends;
    if (low.eq(high)) return [];
    return [{ annexKey: sheet.annexKey, path, name, filed, low, high, atLow: at(path, low), atHigh: at(path, high) }];
  });
}

const executionPath = "fund.total";
