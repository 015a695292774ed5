import type { CellRef, FactOrigin } from "../facts/index.js";

/** A number of the report with everything behind it. */
export interface Figure {
  /** Name of the value, or annex and role path: `basic.operating`, `a2.indicators[受益人数].actual`. */
  readonly id: string;
  readonly label: string;
  /** As the report prints it, without unit. */
  readonly text: string;
  readonly unit: string | null;
  /** The cells it was read from; empty for computed, typed and assumed figures. */
  readonly cells: readonly CellRef[];
  readonly from: FactOrigin;
}

export type Span =
  /** `cells` where the words were taken from an annex. */
  | { readonly kind: "text"; readonly text: string; readonly cells: readonly CellRef[] }
  | { readonly kind: "figure"; readonly figure: Figure }
  /** An invitation to write: nobody typed anything yet. `id` is the entry of the form. */
  | { readonly kind: "placeholder"; readonly id: string; readonly text: string };

/** title: a line of the report's title · section: 一、 · heading: （一） · body · list: the list of annexes. */
export type ParagraphKind = "title" | "section" | "heading" | "body" | "list";

export interface NarrativeParagraph {
  readonly kind: ParagraphKind;
  readonly spans: readonly Span[];
}

export interface NarrativeSection {
  /** `title` and `closing` besides the ids of the pack. */
  readonly id: string;
  /** With its number: 二、一般公共预算支出情况. The closing list has none. */
  readonly title: string;
  /** Everything under the title. */
  readonly paragraphs: readonly NarrativeParagraph[];
}

/** The whole report as text, before anything knows of Word. */
export interface Narrative {
  readonly title: NarrativeSection;
  readonly sections: readonly NarrativeSection[];
  readonly closing: NarrativeSection | null;
  /** Every figure printed, once each, in the order of the report. */
  readonly figures: readonly Figure[];
}

export function spanText(span: Span): string {
  return span.kind === "figure" ? span.figure.text : span.text;
}

export function paragraphText(paragraph: NarrativeParagraph): string {
  return paragraph.spans.map(spanText).join("");
}

/** Title, sections and closing list, in the order of the report. */
export function allSections(narrative: Narrative): readonly NarrativeSection[] {
  return [narrative.title, ...narrative.sections, ...(narrative.closing ? [narrative.closing] : [])];
}
