import { paragraphText, type NarrativeParagraph } from "../../../core/narrative/index.js";

const nothing = /^(?:无|没有)?[。.]?$/;

/** A section that says nothing, 无, or only what somebody still has to write. */
export function isSilent(paragraphs: readonly NarrativeParagraph[]): boolean {
  return paragraphs
    .filter(({ kind }) => kind !== "heading")
    .every(
      (paragraph) =>
        nothing.test(paragraphText(paragraph).trim()) || paragraph.spans.every(({ kind }) => kind === "placeholder"),
    );
}
