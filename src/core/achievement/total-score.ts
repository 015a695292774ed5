import { type Decimal, decimal } from "../quantity/index.js";
import type { ScoringProfile } from "../pack/index.js";
import { capped, clamp } from "./methods.js";
import type { SheetScore, TotalScore } from "./sheet-score.js";

/** What of a line counts towards a total. */
export interface ScorePart {
  readonly computed: Decimal | null;
  readonly band: readonly [low: Decimal, high: Decimal] | null;
  readonly filed: Decimal | null;
}

/** A line's own part of a total: what was computed, else the filed score inside its band. */
export function partOf({ computed, band, filed }: ScorePart): { value: Decimal | null; low: Decimal; high: Decimal } {
  if (computed) return { value: computed, low: computed, high: computed };
  if (!band) return { value: decimal(0), low: decimal(0), high: decimal(0) };
  const [low, high] = band;
  return { value: filed && clamp(filed, low, high), low, high };
}

/** The lines added up, under the cap that the execution rate sets. */
export function totalOf(
  execution: ScorePart & Pick<SheetScore["execution"], "rate">,
  indicators: readonly ScorePart[],
  filed: Decimal | null,
  profile: Pick<ScoringProfile, "caps">,
): TotalScore {
  const parts = [execution, ...indicators].map(partOf);
  const add = (values: readonly Decimal[]): Decimal =>
    capped(
      values.reduce((sum, value) => sum.plus(value), decimal(0)),
      execution.rate,
      profile.caps,
    );
  const values = parts.flatMap(({ value }) => (value ? [value] : []));
  return {
    filed,
    computed: values.length === parts.length ? add(values) : null,
    low: add(parts.map(({ low }) => low)),
    high: add(parts.map(({ high }) => high)),
  };
}
