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
  const names = fresh.size === 0 ? [] : named();
  return {
    linked: names.flatMap((name) => (name.kind !== "table" && fresh.has(name.id) ? [linkOf(name)] : [])),
    figures: plan.figures.map(({ id, label, before, after, cells }) => ({
      id,
      label: label || id,
      before,
      after,
      source: sourceOf(cells),
    })),
    adopted: only(plan.adopted),
    rewritten: [...only(plan.updated), ...tablesAmong(fresh, names)],
    kept: only(plan.kept),
    conflicts: plan.conflicts.map(asked),
    settled: plan.settled.map(asked),
    problems: issues.map(({ message }) => message),
  };
}

/** Tables of a template that are made anew: an annex as a whole, or a row for each record of a list. */
function tablesAmong(updated: ReadonlySet<string>, names: readonly Placeholder[]): readonly PlannedSection[] {
  return [...updated].flatMap((id) => {
    const table = names.find((name) => name.kind === "table" && id === `table:${name.id}`)?.label;
    const list = names.find((name) => name.kind === "column" && name.id.startsWith(`${id}.`))?.group;
    const title = table ?? list;
    return title === undefined ? [] : [{ id, title }];
  });
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
