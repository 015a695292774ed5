import type { Narrative } from "../../core/narrative/index.js";
import type { Result } from "../../core/result/index.js";
import type { ReportUpdate } from "./plan-update.js";
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
