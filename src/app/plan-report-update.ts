import type { FactBook } from "../core/facts/index.js";
import { draftNarrative, type Narrative } from "../core/narrative/index.js";
import type { Pack } from "../core/pack/index.js";
import { success, type Result } from "../core/result/index.js";
import { planUpdate, type ConflictChoices, type UpdatePlan } from "../documents/docx/index.js";

/** What bringing a report up to date would do, to be shown before it is done. */
export interface ReportUpdatePlan {
  readonly narrative: Narrative;
  readonly plan: UpdatePlan;
  /** To be called once, with what a person decided. The bytes given in, where nothing had to change. */
  write(choices?: ConflictChoices): Promise<Result<Uint8Array>>;
}

export async function planReportUpdate(
  book: FactBook,
  pack: Pick<Pack, "narrative">,
  report: Uint8Array,
): Promise<Result<ReportUpdatePlan>> {
  const narrative = draftNarrative(book, pack.narrative);
  const update = await planUpdate(report, narrative);
  if (!update.ok) return update;
  const { plan, write } = update.value;
  return success({ narrative, plan, write });
}
