import type { Narrative } from "../../core/narrative/index.js";
import type { Result } from "../../core/result/index.js";
import type { ReportUpdate } from "./plan-update.js";
import type { ReportDifference } from "./report-edits.js";
import type { TemplateSource } from "./template/template-source.js";

/**
 * Compares a report or template of ours with what the workbook says now. The tree of XML it works on is loaded with
 * the first call: writing a new report does without.
 * With a source the placeholders of a template become controls first.
 * Failures: `encrypted`, `old-doc`, `not-a-zip`, `not-a-docx`, `damaged`, `unsafe`, `too-large`, `signed`, `protected`,
 * `strict`, `no-controls`.
 */
export async function planUpdate(
  bytes: Uint8Array,
  narrative: Narrative,
  template: TemplateSource | null = null,
): Promise<Result<ReportUpdate>> {
  const update = await import("./plan-update.js");
  return update.planUpdate(bytes, narrative, template);
}

/**
 * What tells a report from its updated copy, for a program that has the report open. Failures: those of opening a
 * document, and `not-linked` where the report has no facts part to write figures through.
 */
export async function reportEdits(before: Uint8Array, after: Uint8Array): Promise<Result<ReportDifference>> {
  const edits = await import("./report-edits.js");
  return edits.reportEdits(before, after);
}
