import { paragraphText, type NarrativeParagraph, type NarrativeSection } from "../../core/narrative/index.js";
import { blocksOf, textOf, type Block, type Control } from "./control.js";
import { textHash } from "../../core/hash/index.js";
import { merge, type MergeChunk } from "./merge.js";
import { paragraphsOf } from "./render.js";
import { skeletonOf } from "./skeleton.js";

/** One control of a section and what is to become of its paragraphs. */
export interface SectionPlan {
  readonly id: string;
  readonly control: Control;
  readonly blocks: readonly Block[];
  readonly paragraphs: readonly NarrativeParagraph[];
  readonly chunks: readonly MergeChunk[];
  /** What the ledger says of the section from now on. */
  readonly recorded: readonly string[];
  /** There was no record to compare with, and the words are neither ours nor an untouched invitation. */
  readonly isUnknown: boolean;
}

/** `base` is what the ledger says we last wrote; null when the ledger is gone. */
export function planSection(section: NarrativeSection, control: Control, base: readonly string[] | null): SectionPlan {
  const paragraphs = paragraphsOf(section);
  const ours = paragraphs.map((paragraph) => textHash(skeletonOf(paragraph)));
  const blocks = blocksOf(control.element);
  const theirs = blocks.map(({ skeleton }) => textHash(skeleton));
  const isSame = theirs.join(" ") === ours.join(" ");
  const isUntouched = blocks.length === 0 || blocks.some(({ skeleton }) => isInvitation(skeleton));
  const isUnknown = base === null && !isSame && !isUntouched;
  // Without a record an untouched invitation is ours to fill, and anything else is taken for a person's words.
  const compared = base ?? (isSame || isUnknown ? ours : theirs);
  const chunks = merge(compared, theirs, ours);
  const recorded = chunks.flatMap(({ kind, base: before, ours: after }) =>
    kind === "conflict" ? compared.slice(before.from, before.to) : ours.slice(after.from, after.to),
  );
  return { id: section.id, control, blocks, paragraphs, chunks, recorded, isUnknown };
}

export function theirWords({ blocks }: SectionPlan, { theirs }: MergeChunk): string {
  return blocks
    .slice(theirs.from, theirs.to)
    .map(({ element }) => textOf(element, false))
    .join("\n");
}

export function ourWords({ paragraphs }: SectionPlan, { ours }: MergeChunk): string {
  return paragraphs.slice(ours.from, ours.to).map(paragraphText).join("\n");
}

/** A paragraph that is nothing but an invitation to write. */
function isInvitation(skeleton: string): boolean {
  return skeleton.startsWith("\uE002") && skeleton.endsWith("\uE003");
}
