/**
 * Word reports: written whole, with a control per section and per figure, and kept in step with the workbook later.
 * May not live here: what a report says (core/narrative).
 */
export { blankTemplate } from "./blank-template.js";
export { isOurReport } from "./is-report.js";
export { planUpdate, reportEdits } from "./load-update.js";
export { factsNamespace, ledgerNamespace } from "./names.js";
export type { ReportUpdate } from "./plan-update.js";
export type { LeftOut, ReportDifference, ReportEdits, SectionEdit } from "./report-edits.js";
export type { Reviser } from "./revision-marks.js";
export type {
  ConflictChoice,
  ConflictChoices,
  ConflictKind,
  FigureChange,
  UpdateConflict,
  UpdatePlan,
} from "./update-plan.js";
export { readSections, type DocumentSection } from "./read-sections.js";
export { writeReport, type AppendedAnnex } from "./write-report.js";
export type { TemplateIssue, TemplateIssueKind } from "./template/template-issue.js";
export type { TemplateSource } from "./template/template-source.js";
export { otherTemplate, templateLink, type TemplateLink } from "./template/template-link.js";
export { recordedTemplate } from "./template/recorded-template.js";
export type { AnnexTable, TableCell, TableRow } from "./template/annex-table.js";
