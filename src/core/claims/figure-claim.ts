import type { Decimal, Interval, Unit } from "../quantity/index.js";

/** A figure of running text: 培训红十字救护员220人以上. Positions are those of the text, end exclusive. */
export interface FigureClaim extends Interval {
  /** In the base unit of its dimension (money in 万元, 万亩 as 亩); `low` and `high` say what the printed digits stand for. */
  readonly value: Decimal;
  /** As printed behind the digits; null where none stands there. */
  readonly unit: Unit | null;
  /** The words before it, back to the last stop or figure: 培训红十字救护员. */
  readonly label: string;
  /** As printed, with its unit: 220人. */
  readonly text: string;
  /** 余, 多, 约 and the like. */
  readonly approximate: boolean;
  /** Told as a change: 增长5%. */
  readonly changes: boolean;
  /** Numbers of its sentence and clause in the text, from 0. */
  readonly sentence: number;
  readonly clause: number;
  readonly start: number;
  readonly end: number;
}

/** A total with the parts that its sentence names. */
export interface SumClaim {
  readonly total: FigureClaim;
  readonly parts: readonly FigureClaim[];
  /** all: the parts are told as a list of all of them · some: perhaps not all · open: others are left out (等). */
  readonly listed: "all" | "some" | "open";
}

/** Words of a pack around figures. */
export interface FigureWords {
  /** Right before a figure that is not exact: 约, 近. */
  readonly about: readonly string[];
  /** Right before a figure that tells a change. */
  readonly changes: readonly string[];
  /** Right before a figure, no part of what it counts: 不少于, ≥, 达到. */
  readonly bounds: readonly string[];
  /** Open the parts of a total: 其中, 分别为. */
  readonly parts: readonly string[];
  /** Say that more parts exist than are named: 等, 主要. */
  readonly open: readonly string[];
}
