/**
 * Achievement: the grammar of targets, scoring methods, roll-up of scores, and the derived facts they give.
 * May not live here: words and numbers of a jurisdiction (scoring.yaml), what makes a finding (rules).
 */
export { type CalendarDay, isoDate } from "./calendar.js";
export * from "./decision.js";
export { indicatorDerivation, type Derivation } from "./derivation.js";
export { deriveFacts } from "./derive.js";
export { groupLabel } from "./group-label.js";
export * from "./methods.js";
export { type OpenDecision, openDecisions } from "./open-decisions.js";
export { readActual } from "./read-actual.js";
export { readTarget } from "./read-target.js";
export type * from "./reading.js";
export { actualText, targetText } from "./reading-text.js";
export * from "./roll-up.js";
export { type SameIndicator, sameIndicators } from "./same-indicators.js";
export { scoreAnnexes } from "./score-annexes.js";
export { type IndicatorScore, type ScoringMethod, type Verdict, scoreIndicator } from "./score-indicator.js";
export { scoreSheet } from "./score-sheet.js";
export type * from "./sheet-score.js";
