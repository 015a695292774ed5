import type { Fact } from "../../facts/index.js";
import type { Decimal, Interval } from "../../quantity/index.js";

/** A figure that takes part in a gap. */
export interface GapFigure extends Interval {
  readonly value: Decimal;
  /** Decimals it was printed with. */
  readonly decimals: number;
  /** Who it is, for the sentence and the cell; null for one that cannot be named (a constant, a term). */
  readonly fact: Fact | null;
  /** Typed by a person: a formula makes no typing slip. */
  readonly isTyped: boolean;
  /** Kept as text, so that sums pass over it. */
  readonly isText: boolean;
}

/** A term of the sum that the result should be. */
export interface Addend extends GapFigure {
  readonly sign: 1 | -1;
}

/** A figure that may have been taken in place of the right one; `figure` is what the result then comes to. */
export interface Rival {
  readonly kind: "otherColumn" | "lastYear" | "otherWhole" | "inverted";
  readonly figure: Interval & { readonly value: Decimal };
  readonly fact: Fact | null;
}

/** Two figures that disagree, and all that may explain it. No words of any form, no cells needed. */
export interface GapContext {
  /** The result as it stands. */
  readonly filed: GapFigure;
  /** What it should be. */
  readonly computed: Interval & { readonly value: Decimal };
  /** What `computed` is the sum of; empty where it is no sum. */
  readonly addends: readonly Addend[];
  readonly rivals: readonly Rival[];
  /** Factors by which figures go wrong: 10, 100, 10000. */
  readonly factors: readonly Decimal[];
  /** By how much the two may differ beyond their intervals. */
  readonly tolerance: Decimal;
}
