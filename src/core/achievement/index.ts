/**
 * Achievement: the grammar of targets, scoring methods, roll-up of scores, and the derived facts they give.
 * May not live here: words and numbers of a jurisdiction (scoring.yaml), what makes a finding (rules).
 */
export { type CalendarDay, isoDate } from "./calendar.js";
export type { Decision } from "./decision.js";
export { deriveFacts } from "./derive.js";
export * from "./methods.js";
export { readActual } from "./read-actual.js";
export { readTarget } from "./read-target.js";
export type * from "./reading.js";
export { scoreAnnexes } from "./score-annexes.js";
export { type IndicatorScore, type ScoringMethod, type Verdict, scoreIndicator } from "./score-indicator.js";
export { scoreSheet } from "./score-sheet.js";
export type * from "./sheet-score.js";
