import type { Figure } from "../../core/narrative/index.js";
import { textHash } from "../../core/hash/index.js";
import { tagOf, type Control } from "./control.js";
import type { FactNode } from "./facts-part.js";
import type { Ledger } from "./ledger.js";
import { factKey, roleOfTag } from "./names.js";
import { conflictReasons, type UpdateConflict } from "./update-plan.js";
import { shownText } from "./words.js";

/** What one figure is to show after the update, in every control of it. */
export interface FigurePlan {
  readonly key: string;
  readonly text: string;
  /** Null when the report no longer speaks of it: its controls keep what they show. */
  readonly figure: Figure | null;
  /** It stands in the document; the others are known, in case a section is written that speaks of them. */
  readonly isShown: boolean;
  /** Something stands there that neither we wrote nor the workbook says. */
  readonly isTypedOver: boolean;
  /** Asked where something was typed over it that is not what the workbook says. */
  readonly question: UpdateConflict | null;
  /** In the document, before anything is written. */
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
    const record = ledger?.figures.get(key);
    const written = record?.agreed ?? bound ?? shown[0] ?? "";
    const now = bound !== undefined && shown.length > 0 ? [bound, ...shown] : shown;
    // What was typed since counts before what was typed before the last update and left.
    const typed = now.find((text) => text !== written && text !== record?.left) ?? now.find((text) => text !== written);
    const ours = figure?.text ?? typed ?? written;
    const isTyped = typed !== undefined && typed !== ours;
    plans.set(key, {
      key,
      figure,
      isShown: shown.length > 0,
      isTypedOver: typed !== undefined && typed !== figure?.text,
      text: isTyped ? typed : ours,
      question: figure && isTyped ? questionOf(figure, sectionOf(controls.get(key)), typed) : null,
      before: shown[0] ?? ours,
      recorded: isTyped || !figure ? written : ours,
    });
  }
  return plans;
}

function questionOf(figure: Figure, section: string, theirs: string): UpdateConflict {
  const kind = "typed-over";
  const id = textHash([kind, figure.id, theirs, figure.text].join("\n"));
  return { id, kind, section, figure: figure.id, reason: conflictReasons[kind], theirs, ours: figure.text };
}

/** The section around the first control of a figure; a figure may stand outside of any. */
function sectionOf(controls: readonly Control[] | undefined): string {
  for (let node = controls?.[0]?.element.parentElement; node; node = node.parentElement) {
    const role = node.localName === "sdt" ? roleOfTag(tagOf(node)) : null;
    if (role?.kind === "section" || role?.kind === "body") return role.id;
  }
  return "";
}
