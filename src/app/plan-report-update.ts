import type { FactBook } from "../core/facts/index.js";
import type { Narrative } from "../core/narrative/index.js";
import { success, type Result } from "../core/result/index.js";
import {
  planUpdate,
  type ConflictChoices,
  type Reviser,
  type TemplateIssue,
  type UpdatePlan,
} from "../documents/docx/index.js";
import { templateSource, type ReportPack, type TemplateContext } from "./template-source.js";

/** What bringing a report up to date would do, to be shown before it is done. */
export interface ReportUpdatePlan {
  readonly narrative: Narrative;
  readonly plan: UpdatePlan;
  /** Placeholders of the template that were left as they are, and what else a person has to look at there. */
  readonly issues: readonly TemplateIssue[];
  /**
   * To be called once, with what a person decided, and who that was: named where the document tracks its changes. The
   * bytes given in, where nothing had to change.
   */
  write(choices?: ConflictChoices, reviser?: Reviser): Promise<Result<Uint8Array>>;
}

export async function planReportUpdate(
  book: FactBook,
  pack: ReportPack,
  report: Uint8Array,
  context: TemplateContext = {},
): Promise<Result<ReportUpdatePlan>> {
  const source = templateSource(book, pack, context);
  const { narrative } = source.content;
  const update = await planUpdate(report, narrative, source);
  if (!update.ok) return update;
  const { plan, issues, write } = update.value;
  return success({ narrative, plan, issues, write });
}
