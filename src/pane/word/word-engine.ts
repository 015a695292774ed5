import {
  carriedSource,
  copyOpenReport,
  planOpenReport,
  takeCarriedNarrative,
  updateOpenReport,
  type OpenReportOutcome,
  type OpenReportSource,
  type ReportHost,
} from "../../app/index.js";
import { allSections, type Narrative } from "../../core/narrative/index.js";
import { success, type Result } from "../../core/result/index.js";
import type { ConflictChoices, Reviser } from "../../documents/docx/index.js";
import { plannedUpdateOf, sourceOf } from "../planned-update-of.js";
import type { ListedFigure, ShownOutcome, ShownPlan } from "./word-state.js";

/** What the pane in Word asks of the engine once a report is open; comes in a chunk of its own. */
export const wordEngine = {
  async pasted(text: string): Promise<Result<OpenReportSource>> {
    const narrative = await takeCarriedNarrative(text);
    return narrative.ok ? success(carriedSource(narrative.value)) : narrative;
  },

  async plan(host: ReportHost, source: OpenReportSource): Promise<Result<ShownPlan>> {
    const open = await planOpenReport(host, source);
    if (!open.ok) return open;
    const update = plannedUpdateOf(open.value, source.named);
    return success({ open: open.value, update });
  },

  async update(
    host: ReportHost,
    { open }: ShownPlan,
    choices: ConflictChoices,
    reviser: Reviser,
  ): Promise<Result<ShownOutcome>> {
    const outcome = await updateOpenReport(host, open, choices, reviser);
    return outcome.ok ? success(shown(outcome.value, open.narrative)) : outcome;
  },

  copy: (
    host: ReportHost,
    { open }: ShownPlan,
    choices: ConflictChoices,
    reviser: Reviser,
  ): Promise<Result<Uint8Array>> => copyOpenReport(host, open, choices, reviser),

  listed: ({ figures }: Narrative): readonly ListedFigure[] =>
    figures.map(({ id, label, text, unit, cells }) => ({
      id,
      label: label || "—",
      text: text + (unit ?? ""),
      source: sourceOf(cells),
    })),
};

export type WordEngine = typeof wordEngine;

function shown({ done, tracked, left, refused }: OpenReportOutcome, narrative: Narrative): ShownOutcome {
  const names = new Map<string, string>([
    ...allSections(narrative).map(({ id, title }) => [id, title] as const),
    ...narrative.figures.map(({ id, label }) => [id, label || id] as const),
  ]);
  const nameOf = (id: string): string => names.get(id) || id;
  const taken = done.updated.filter((id) => !refused.includes(id) && !left.some(({ section }) => section === id));
  const figures = new Set(done.figures.map(({ id }) => id));
  return {
    figures: taken.filter((id) => figures.has(id)).length,
    sections: taken.filter((id) => !figures.has(id)).length,
    tracked,
    refused: refused.map(nameOf),
    left: left.map(({ section, reason }) => ({ name: nameOf(section), reason })),
  };
}
