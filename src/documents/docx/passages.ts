import { textHash } from "../../core/hash/index.js";
import type { Block } from "./blocks.js";
import { compare, merge, type MergeChunk, type Range } from "./merge.js";
import { unknownMark, type ParagraphRecord } from "./paragraph-record.js";
import { sentencesOf } from "./sentences.js";

/** Sentences that belong together in a comparison: ranges count the sentences of the paragraphs compared. */
export type Passage = MergeChunk;

/** Paragraphs that a person and we both changed, compared sentence by sentence. */
export interface Passages {
  readonly list: readonly Passage[];
  readonly base: readonly string[];
  readonly theirs: readonly Sentence[];
  readonly ours: readonly Sentence[];
}

/** A sentence and where it stands: which of the paragraphs, and the offsets in its skeleton. */
export interface Sentence {
  readonly paragraph: number;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * Null where sentences cannot stand for each other: we write more or fewer paragraphs than before, or what differs runs
 * over the end of a paragraph.
 */
export function passagesOf(
  base: readonly ParagraphRecord[],
  blocks: readonly Block[],
  skeletons: readonly string[],
): Passages | null {
  if (base.length === 0 || base.length !== skeletons.length || blocks.length === 0) return null;
  if (!blocks.every(({ isWords }) => isWords)) return null;
  const theirs = blocks.flatMap(({ skeleton }, index) => placed(skeleton, index));
  const ours = skeletons.flatMap(placed);
  const known = base.length === 1 && base[0]?.sentences.length === 0 ? inferred(theirs, ours) : flattened(base);
  if (!known) return null;
  const list = merge(known, theirs.map(hashOf), ours.map(hashOf));
  const isLocal = list.every((passage) => {
    if (passage.kind !== "ours" && passage.kind !== "conflict") return true;
    return isWithinOne(theirs, passage.theirs) && isWithinOne(ours, passage.ours);
  });
  return isLocal ? { list, base: known, theirs, ours } : null;
}

function placed(skeleton: string, paragraph: number): readonly Sentence[] {
  let at = 0;
  return sentencesOf(skeleton).map((text) => {
    const from = at;
    at += text.length;
    return { paragraph, from, to: at, text };
  });
}

function hashOf({ text }: Sentence): string {
  return textHash(text);
}

/** Of several paragraphs only where every one is on record by its sentences. */
function flattened(base: readonly ParagraphRecord[]): readonly string[] | null {
  return base.every(({ sentences }) => sentences.length > 0) ? base.flatMap(({ sentences }) => sentences) : null;
}

function inferred(theirs: readonly Sentence[], ours: readonly Sentence[]): readonly string[] {
  const hashes = ours.map(hashOf);
  return compare(theirs.map(hashOf), hashes).flatMap(({ isSame, b }) =>
    isSame ? hashes.slice(b.from, b.to) : [unknownMark],
  );
}

function isWithinOne(sentences: readonly Sentence[], { from, to }: Range): boolean {
  return new Set(sentences.slice(from, to).map(({ paragraph }) => paragraph)).size <= 1;
}
