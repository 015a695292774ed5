import { paragraphText, type NarrativeParagraph, type NarrativeSection } from "../../core/narrative/index.js";
import { textHash } from "../../core/hash/index.js";
import { blocksOf, textOf, type Block, type Control } from "./control.js";
import { merge, withGaps, type MergeChunk } from "./merge.js";
import { readRecord, recordOf, unknownParagraph, type ParagraphRecord } from "./paragraph-record.js";
import { paragraphsOf } from "./render.js";
import { skeletonOf } from "./skeleton.js";
import type { BodyPlan } from "./template/body-plan.js";
import { conflictReasons, type ConflictKind, type UpdateConflict } from "./update-plan.js";

/** Paragraphs of a section, compared; with the question a person has to answer where both sides changed them. */
export interface SectionChunk extends MergeChunk {
  readonly question: UpdateConflict | null;
}

/** One control of a section and what is to become of its paragraphs. */
export interface SectionPlan {
  readonly id: string;
  /** The name under which the ledger keeps it. */
  readonly record: string;
  /** Where it stands in an outline that is not ours; null for a section with its own title. */
  readonly body: BodyPlan | null;
  readonly control: Control;
  readonly blocks: readonly Block[];
  readonly paragraphs: readonly NarrativeParagraph[];
  /** What the ledger says of the section; without a ledger what can be inferred. */
  readonly base: readonly ParagraphRecord[];
  readonly ours: readonly ParagraphRecord[];
  readonly chunks: readonly SectionChunk[];
}

/** `known` is what the ledger says we last wrote; null when the ledger is gone. */
export function planSection(
  section: NarrativeSection,
  control: Control,
  known: readonly ParagraphRecord[] | null,
  blocks = blocksOf(control.element),
): SectionPlan {
  const paragraphs = paragraphsOf(section);
  const ours = paragraphs.map((paragraph) => recordOf(skeletonOf(paragraph)));
  const theirs = blocks.map(({ skeleton }) => textHash(skeleton));
  const base = known ?? inferred(blocks, theirs, ours);
  const plan = { id: section.id, record: section.id, body: null, control, blocks, paragraphs, base, ours };
  const chunks = merge(base.map(hashOf), theirs, ours.map(hashOf)).map((chunk) => ({
    ...chunk,
    question: chunk.kind === "conflict" ? questionOf(plan, chunk) : null,
  }));
  return { ...plan, chunks };
}

/**
 * Without a record an untouched invitation is ours to fill, and what reads like ours is ours; of anything else nobody
 * knows who wrote it.
 */
function inferred(
  blocks: readonly Block[],
  theirs: readonly string[],
  ours: readonly ParagraphRecord[],
): readonly ParagraphRecord[] {
  const isUntouched = blocks.length === 0 || blocks.some(({ skeleton }) => isInvitation(skeleton));
  if (isUntouched) return theirs.map(readRecord);
  return withGaps(theirs, ours.map(hashOf)).map((index) => ours[index ?? -1] ?? unknownParagraph);
}

function questionOf(plan: Omit<SectionPlan, "chunks">, chunk: MergeChunk): UpdateConflict {
  const kind = kindOf(plan, chunk);
  const theirs = plan.blocks.slice(chunk.theirs.from, chunk.theirs.to).map(({ skeleton }) => skeleton);
  const ours = plan.ours.slice(chunk.ours.from, chunk.ours.to).map(hashOf);
  return {
    id: textHash([kind, plan.id, ...theirs, "", ...ours].join("\n")),
    kind,
    section: plan.id,
    figure: null,
    reason: conflictReasons[kind],
    theirs: theirWords(plan, chunk),
    ours: ourWords(plan, chunk),
  };
}

/** A sentence that stands for the one before it, in other words: the workbook says something else now. */
function kindOf({ base, ours }: Omit<SectionPlan, "chunks">, chunk: MergeChunk): ConflictKind {
  const before = base.slice(chunk.base.from, chunk.base.to);
  const after = ours.slice(chunk.ours.from, chunk.ours.to);
  if (before.includes(unknownParagraph)) return "record-gone";
  const isReworded =
    before.length > 0 &&
    before.length === after.length &&
    before.every(({ sentences }, index) => sentences.length === after[index]?.sentences.length);
  return isReworded ? "meaning" : "edited";
}

function hashOf({ hash }: ParagraphRecord): string {
  return hash;
}

function theirWords({ blocks }: Pick<SectionPlan, "blocks">, { theirs }: MergeChunk): string {
  return blocks
    .slice(theirs.from, theirs.to)
    .map(({ element }) => textOf(element, false))
    .join("\n");
}

function ourWords({ paragraphs }: Pick<SectionPlan, "paragraphs">, { ours }: MergeChunk): string {
  return paragraphs.slice(ours.from, ours.to).map(paragraphText).join("\n");
}

/** A paragraph that is nothing but an invitation to write. */
function isInvitation(skeleton: string): boolean {
  return skeleton.startsWith("\uE002") && skeleton.endsWith("\uE003");
}
