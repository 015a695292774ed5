/**
 * Word reports: written whole, with a control per section and per figure, and kept in step with the workbook later.
 * May not live here: what a report says (core/narrative).
 */
export { writeReport } from "./write-report.js";
export { planUpdate, type ReportUpdate } from "./plan-update.js";
export type { FigureChange, UpdateConflict, UpdatePlan } from "./update-plan.js";
