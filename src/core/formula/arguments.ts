import type { Formula } from "./formula.js";
import type { Outcome } from "./outcome.js";

/** What a function sees of its arguments: unevaluated, so that IF takes one branch only. */
export interface Arguments {
  readonly formulas: readonly (Formula | null)[];
  /** One value; an omitted argument is empty. A range of several cells is `unsupported` here. */
  single(index: number): Outcome;
  /** All cells of a reference that hold something, or the one value of anything else. */
  list(index: number): { readonly outcomes: readonly Outcome[]; readonly isReference: boolean };
}
