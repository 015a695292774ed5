import type { Element } from "slimdom";
import type { NarrativeParagraph } from "../../../core/narrative/index.js";
import { allBlocksOf } from "../blocks.js";
import type { Control } from "../control.js";
import type { ParagraphRecord } from "../paragraph-record.js";
import type { FigurePlan } from "../plan-figures.js";
import { planSection, type SectionPlan } from "../plan-sections.js";
import { lookOf, type BodyLook } from "./body-look.js";
import { isSilent } from "./silent.js";

/** What a section in a template's own outline needs besides its paragraphs. */
export interface BodyPlan {
  readonly look: BodyLook;
  readonly vanishes: boolean;
  /** The empty paragraphs that hold the place of a section without words. */
  readonly anchors: readonly Element[];
}

/** Where the ledger keeps what was written into the body controls of a section. */
export function bodyRecord(id: string, vanishes: boolean): string {
  return `body:${id}${vanishes ? "?" : ""}`;
}

/** `known` is what the ledger says of `bodyRecord`; null for a control made just now. */
export function planBody(
  control: Control,
  { id, vanishes }: { readonly id: string; readonly vanishes: boolean },
  paragraphs: readonly NarrativeParagraph[],
  known: readonly ParagraphRecord[] | null,
  figures: ReadonlyMap<string, FigurePlan>,
): SectionPlan {
  const blocks = allBlocksOf(control.element);
  const isEmpty = blocks.every(({ skeleton }) => skeleton === "");
  const anchors = isEmpty ? blocks.flatMap(({ elements }) => elements) : [];
  const said = vanishes && isSilent(paragraphs) ? [] : paragraphs;
  const plan = planSection({ id, title: "", paragraphs: said }, control, known, figures);
  return { ...plan, record: bodyRecord(id, vanishes), body: { look: lookOf(control.element), vanishes, anchors } };
}
