import type { NarrativeParagraph, Span } from "../../core/narrative/index.js";
import { compare } from "./merge.js";
import { sentencesOf } from "./sentences.js";
import { spanMark } from "./skeleton.js";

/** A stretch of one text that gives way to a stretch of another: offsets into the skeletons. */
export interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly ours: { readonly from: number; readonly to: number };
}

/** What has to be replaced to make one text of the other: sentence by sentence, and of a sentence only what differs. */
export function replacements(before: string, after: string): readonly Replacement[] {
  const [old, fresh] = [sentencesOf(before), sentencesOf(after)];
  const length = (sentences: readonly string[], from: number, to: number): number =>
    sentences.slice(from, to).join("").length;
  return compare(old, fresh).flatMap(({ isSame, a, b }) => {
    if (isSame) return [];
    const [gone, come] = [old.slice(a.from, a.to).join(""), fresh.slice(b.from, b.to).join("")];
    return [narrowed(gone, come, length(old, 0, a.from), length(fresh, 0, b.from))];
  });
}

/** One stretch for another, at these offsets, without what both have in common at their ends. */
export function narrowed(gone: string, come: string, offset: number, oursOffset: number): Replacement {
  const [a, b] = [tokensOf(gone), tokensOf(come)];
  let head = 0;
  while (head < Math.min(a.length, b.length) && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const size = (tokens: readonly string[], from: number, to: number): number => tokens.slice(from, to).join("").length;
  const before = size(a, 0, head);
  const after = size(a, a.length - tail, a.length);
  return {
    from: offset + before,
    to: offset + gone.length - after,
    ours: { from: oursOffset + before, to: oursOffset + come.length - after },
  };
}

/** Marks are one and cannot be cut, nor can a character of two units. */
function tokensOf(text: string): readonly string[] {
  return text.match(/\uE000[^\uE001]*\uE001|\uE002[^\uE003]*\uE003|\uE004[^\uE005]*\uE005|[^]/gu) ?? [];
}

/** The spans of a paragraph between two offsets of its skeleton; offsets lie outside of marks. */
export function spansBetween({ spans }: NarrativeParagraph, from: number, to: number): readonly Span[] {
  let at = 0;
  return spans.flatMap((span): readonly Span[] => {
    const mark = spanMark(span);
    const [start, end] = [Math.max(from - at, 0), Math.min(to - at, mark.length)];
    at += mark.length;
    if (start >= end) return [];
    return span.kind === "text" ? [{ ...span, text: mark.slice(start, end) }] : [span];
  });
}
