import type { Area } from "../sheet/index.js";
import type { CellRef } from "../facts/index.js";
import type { Decimal } from "../quantity/index.js";
import type { Derivation } from "./derivation.js";
import type { ActualReading, TargetReading } from "./reading.js";
import type { IndicatorScore } from "./score-indicator.js";

/** The execution line of a sheet. */
export interface ExecutionScore {
  /** B / A as a ratio; null without a budget. */
  readonly rate: Decimal | null;
  readonly weight: Decimal | null;
  readonly filed: Decimal | null;
  readonly computed: Decimal | null;
  /** Where nothing can be computed: from 0 to the weight. */
  readonly band: readonly [low: Decimal, high: Decimal] | null;
  /** `10 × 3824.26 ÷ 4753.66 = 8.04` */
  readonly line: string;
  readonly note: string;
  readonly derivation: Derivation;
  readonly cells: {
    readonly score: CellRef | null;
    readonly weight: CellRef | null;
    readonly rate: CellRef | null;
    readonly budget: CellRef | null;
    readonly executed: CellRef | null;
  };
}

export interface IndicatorLine extends IndicatorScore {
  /** Path of the indicator's record, stable when rows move. */
  readonly path: string;
  /** From 1, as people count rows. */
  readonly row: number | null;
  readonly level1: string;
  readonly level2: string;
  readonly name: string;
  readonly target: TargetReading;
  readonly actual: ActualReading;
  readonly weight: Decimal | null;
  readonly filed: Decimal | null;
  readonly cells: {
    readonly target: CellRef | null;
    readonly actual: CellRef | null;
    readonly weight: CellRef | null;
    readonly score: CellRef | null;
    readonly reason: CellRef | null;
  };
}

/** A level-1 or level-2 group: filed against computed. */
export interface GroupScore {
  readonly level1: string;
  /** Null for the level-1 group as a whole. */
  readonly level2: string | null;
  readonly weight: Decimal;
  /** Null when a score of the group is missing. */
  readonly filed: Decimal | null;
  /** Computed lines and the filed qualitative scores inside their bands; null when one of these is missing. */
  readonly computed: Decimal | null;
  readonly low: Decimal;
  readonly high: Decimal;
}

export interface TotalScore {
  readonly filed: Decimal | null;
  /** Computed lines and the filed qualitative scores inside their bands; null when one of these is missing. */
  readonly computed: Decimal | null;
  readonly low: Decimal;
  readonly high: Decimal;
}

/** One scored annex. */
export interface SheetScore {
  /** Kind (`a2`) and key (`a3:2`) of the annex. */
  readonly annex: string;
  readonly annexKey: string;
  readonly sheet: string;
  readonly sheetId: string;
  readonly range: Area;
  readonly execution: ExecutionScore;
  readonly indicators: readonly IndicatorLine[];
  readonly groups: readonly GroupScore[];
  readonly total: TotalScore;
  readonly grade: { readonly filed: string | null; readonly computed: string | null };
}
