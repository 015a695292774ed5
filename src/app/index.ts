/**
 * Use cases over snapshots and packs, and the ports a host implements.
 * May not live here: Office, DOM, disk; words of any form.
 */
export type * from "./ports.js";
export type * from "./results.js";
export {
  checkSheet,
  type CheckSheet,
  type CheckSheetGroup,
  type CheckSheetRow,
  type CheckState,
} from "./check-sheet.js";
export { layOutCheckSheet } from "./check-sheet-layout.js";
export { checkSheetBook, checkSheetName, type CheckedUnit } from "./check-sheet-book.js";
export { checkSheetMark, freeSheetName, isMarked } from "./sheet-mark.js";
export { explainedBook } from "./explained-book.js";
export { annexSummaries, checkWorkbook, countFindings } from "./check-workbook.js";
export { openBook, type OpenBook } from "./open-book.js";
export { joinWorkbooks } from "./join-workbooks.js";
export { priorBook } from "./prior-book.js";
export { choosePack, packFor, packSetting, type OfferedPacks, type PackChoice } from "./choose-pack.js";
export { errorFixes, fixEdits, type FixEdits } from "./fix-edits.js";
export { typedFactsOf } from "./typed-facts-of.js";
export { scoreEdits, type ScoreChange, type ScoreEdits, type SkippedScore, type SkipReason } from "./score-edits.js";
export { scoreJson, scoreText } from "./score-workbook.js";
export { newWorkbook } from "./new-workbook.js";
export { hasForms, hasReport, noForms, noReport } from "./pack-content.js";
export { draftReport, type DraftedReport } from "./draft-report.js";
export { narrateJson, type NarrateJson } from "./narrate-json.js";
export {
  carriedSource,
  copyOpenReport,
  planOpenReport,
  updateOpenReport,
  workbookSource,
  type OpenReportOutcome,
  type OpenReportPlan,
  type OpenReportSource,
} from "./open-report.js";
export { carryNarrative, takeCarriedNarrative } from "./carried-narrative.js";
export { planReportUpdate, type ReportUpdatePlan } from "./plan-report-update.js";
export { placeholders, type Placeholder } from "./placeholders.js";
export { textsOfReport, type TakenText } from "./texts-of-report.js";
export type { ReportPack, TemplateContext } from "./template-source.js";
