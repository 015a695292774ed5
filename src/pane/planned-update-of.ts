import type { Placeholder, ReportUpdatePlan } from "../app/index.js";
import type { CellRef } from "../core/facts/index.js";
import { allSections } from "../core/narrative/index.js";
import { addressOf } from "../core/sheet/index.js";
import type { UpdateConflict } from "../documents/docx/index.js";
import { placeOf } from "./fix-plan.js";
import type { PlannedConflict, PlannedLink, PlannedSection, PlannedSource, PlannedUpdate } from "./planned-update.js";
import { reportNameOf } from "./report-name-of.js";
import { targetOf } from "./report-text.js";

/** The plan of an update as a face shows it: ids turned into names and cells. `named` is asked only for a template. */
export function plannedUpdateOf(
  { plan, narrative, issues }: Pick<ReportUpdatePlan, "plan" | "narrative" | "issues">,
  named: () => readonly Placeholder[],
): PlannedUpdate {
  const figures = new Map(narrative.figures.map((figure) => [figure.id, figure]));
  const sections = allSections(narrative).map(({ id, title }) => ({ id, title: id === "title" ? "" : title }));
  const only = (ids: readonly string[]): readonly PlannedSection[] => sections.filter(({ id }) => ids.includes(id));
  const asked = ({ id, section, figure, reason, theirs, ours }: UpdateConflict): PlannedConflict => ({
    id,
    section: sections.find((one) => one.id === section) ?? { id: section, title: "" },
    figure: figure === null ? null : figures.get(figure)?.label || figure,
    reason,
    theirs,
    ours,
    source: figure === null ? null : sourceOf(figures.get(figure)?.cells ?? []),
  });
  const told = new Set([...plan.figures, ...sections].map(({ id }) => id));
  const fresh = new Set(plan.updated.filter((id) => !told.has(id)));
  return {
    linked: fresh.size === 0 ? [] : named().flatMap((name) => (fresh.has(name.id) ? [linkOf(name)] : [])),
    figures: plan.figures.map(({ id, label, before, after, cells }) => ({
      id,
      label: label || id,
      before,
      after,
      source: sourceOf(cells),
    })),
    adopted: only(plan.adopted),
    rewritten: only(plan.updated),
    kept: only(plan.kept),
    conflicts: plan.conflicts.map(asked),
    settled: plan.settled.map(asked),
    problems: issues.map(({ message }) => message),
  };
}

function linkOf(name: Placeholder): PlannedLink {
  const { label, text, source } = reportNameOf(name);
  return { id: name.id, label, text, source };
}

/** The first cell behind a figure; null where none is. */
export function sourceOf([cell]: readonly CellRef[]): PlannedSource | null {
  const target = targetOf(cell ?? null);
  return cell && target ? { place: placeOf(cell.sheet, addressOf(cell)), target } : null;
}
