import type { Figure, Narrative, ReportContent } from "../../../core/narrative/index.js";
import type { Control } from "../control.js";
import type { FactNode } from "../facts-part.js";
import { factKey } from "../names.js";

/**
 * The figures that stand in the document and not in the narrative: a template asks for them by name. The tag says which,
 * or the facts part where the tag has no room.
 */
export function namedFigures(
  narrative: Narrative,
  controls: ReadonlyMap<string, readonly Control[]>,
  nodes: ReadonlyMap<string, FactNode> | null,
  content: ReportContent,
): readonly Figure[] {
  const printed = new Set(narrative.figures.map(({ id }) => factKey(id)));
  const found: Figure[] = [];
  for (const [key, [control]] of controls) {
    const role = control?.role;
    if (printed.has(key) || role?.kind !== "fact" || role.cell) continue;
    const id = role.id ?? nodes?.get(key)?.id ?? "";
    const figure = id === "" ? null : content.figure(id);
    if (figure) found.push(figure);
  }
  return found;
}
