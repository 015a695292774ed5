import type { NarrativeParagraph, Span } from "../../core/narrative/index.js";
import { factKey } from "./names.js";

/**
 * A paragraph's words with every figure replaced by its key, so that a figure that follows the workbook is no change
 * of the prose. Private-use characters cannot be typed by accident.
 */
export const figureMark = (key: string): string => `\uE000${key}\uE001`;
export const placeholderMark = (text: string): string => `\uE002${text}\uE003`;
/** Something that is no text: a picture, a note, a table. */
export const objectMark = (name: string): string => `\uE004${name}\uE005`;

export function skeletonOf(paragraph: NarrativeParagraph): string {
  return normalised(paragraph.spans.map(spanMark).join(""));
}

/** A span as the skeleton of its paragraph has it. */
export function spanMark(span: Span): string {
  if (span.kind === "figure") return figureMark(factKey(span.figure.id));
  return span.kind === "placeholder" ? placeholderMark(span.text) : span.text.normalize("NFC");
}

/** Keys of the figures of a skeleton, in order. */
export function figuresIn(skeleton: string): readonly string[] {
  return [...skeleton.matchAll(/\uE000([^\uE001]*)\uE001/gu)].map(([, key = ""]) => key);
}

/** The words of a skeleton, with something in the place of every mark. */
export function withoutMarks(skeleton: string, instead: (mark: string) => string): string {
  return skeleton.replace(/\uE000[^\uE001]*\uE001|\uE002[^\uE003]*\uE003|\uE004[^\uE005]*\uE005/gu, instead);
}

/** Word composes characters and may end a paragraph in a blank; neither is an edit. */
export function normalised(text: string): string {
  return text.normalize("NFC").trimEnd();
}
