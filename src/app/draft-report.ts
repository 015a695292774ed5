import type { FactBook } from "../core/facts/index.js";
import { allSections, type Narrative } from "../core/narrative/index.js";
import { success, type Result } from "../core/result/index.js";
import { writeReport, type TemplateIssue, type UpdatePlan } from "../documents/docx/index.js";
import { planReportUpdate } from "./plan-report-update.js";
import { templateSource, type ReportPack, type TemplateContext } from "./template-source.js";

/** A report ready to be saved, and what was done to come to it. */
export interface DraftedReport {
  readonly narrative: Narrative;
  readonly plan: UpdatePlan;
  readonly issues: readonly TemplateIssue[];
  readonly bytes: Uint8Array;
}

/**
 * The report of a workbook: a new one, or `template` (a blank template, any document with placeholders, or an edited
 * report of ours) brought up to date.
 * Failures are those of opening a template (`no-controls`, `encrypted`, `not-a-docx` …).
 */
export async function draftReport(
  book: FactBook,
  pack: ReportPack,
  template: Uint8Array | null = null,
  context: TemplateContext = {},
): Promise<Result<DraftedReport>> {
  if (template) {
    const update = await planReportUpdate(book, pack, template, context);
    if (!update.ok) return update;
    const { narrative, plan, issues, write } = update.value;
    const bytes = await write();
    return bytes.ok ? success({ narrative, plan, issues, bytes: bytes.value }) : bytes;
  }
  const { content, tables } = templateSource(book, pack, context);
  const { narrative } = content;
  const annexes = content.tables
    .map((id) => ({ id, name: pack.annexes?.find((annex) => annex.id === id)?.name ?? id, tables: tables(id) }))
    .filter((annex) => annex.tables.length > 0);
  const updated = [...narrative.figures.map(({ id }) => id), ...allSections(narrative).map(({ id }) => id)];
  const plan: UpdatePlan = { figures: [], updated, kept: [], conflicts: [], settled: [], adopted: [] };
  return success({ narrative, plan, issues: [], bytes: writeReport(narrative, annexes) });
}
