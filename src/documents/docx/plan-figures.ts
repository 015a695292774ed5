import type { Figure } from "../../core/narrative/index.js";
import type { Control } from "./control.js";
import { shownText } from "./control.js";
import type { FactNode } from "./facts-part.js";
import type { Ledger } from "./ledger.js";
import { factKey } from "./names.js";

/** What one figure is to show after the update, in every control of it. */
export interface FigurePlan {
  readonly key: string;
  readonly text: string;
  /** Null when the report no longer speaks of it: its controls keep what they show. */
  readonly figure: Figure | null;
  /** What was typed over it, when that is not what the workbook says. */
  readonly theirs: string | null;
  readonly before: string;
  /** What the ledger says from now on; a conflict keeps the old entry, so that it is told again. */
  readonly recorded: string;
}

/**
 * A figure follows the workbook unless a person typed over it. Typing in a bound control changes the facts part and all
 * its twins; programs without bindings change only the words of one control. Both count.
 */
export function planFigures(
  figures: readonly Figure[],
  controls: ReadonlyMap<string, readonly Control[]>,
  facts: ReadonlyMap<string, FactNode> | null,
  ledger: Ledger | null,
): ReadonlyMap<string, FigurePlan> {
  const plans = new Map<string, FigurePlan>();
  const byKey = new Map(figures.map((figure) => [factKey(figure.id), figure]));
  for (const key of new Set([...byKey.keys(), ...controls.keys()])) {
    const figure = byKey.get(key) ?? null;
    const shown = (controls.get(key) ?? []).map(({ element }) => shownText(element));
    const bound = facts?.get(key)?.text;
    const written = ledger?.figures.get(key) ?? bound ?? shown[0] ?? "";
    const typed =
      bound !== undefined && bound !== written && shown.length > 0 ? bound : shown.find((text) => text !== written);
    const ours = figure?.text ?? typed ?? written;
    const isTyped = typed !== undefined && typed !== ours;
    plans.set(key, {
      key,
      figure,
      text: isTyped ? typed : ours,
      theirs: isTyped ? typed : null,
      before: shown[0] ?? ours,
      recorded: isTyped ? written : ours,
    });
  }
  return plans;
}
