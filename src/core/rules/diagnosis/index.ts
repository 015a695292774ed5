/**
 * Why two figures disagree: the one slip that explains the gap exactly, or nothing.
 * May not live here: words of any form (the pack's `causes`), what a check compares (verbs).
 */
export { explainGap, type Gap, type GapCause } from "./explain-gap.js";
export { diagnose } from "./diagnose.js";
export type { Cause } from "./cause.js";
export type { Addend, GapContext, GapFigure, Rival } from "./gap-context.js";
export { nameOf, besides } from "./row.js";
export { scaleWords } from "./words.js";
