import { paragraphText, spanText, type NarrativeParagraph, type NarrativeSection } from "../../core/narrative/index.js";
import { textHash } from "../../core/hash/index.js";
import { blocksOf, type Block } from "./blocks.js";
import { contentOf, type Control } from "./control.js";
import { compare, merge, type MergeChunk } from "./merge.js";
import { recordOf, unknownMark, unknownParagraph, type ParagraphRecord } from "./paragraph-record.js";
import { passagesOf, type Passage, type Passages, type Sentence } from "./passages.js";
import type { FigurePlan } from "./plan-figures.js";
import { paragraphsOf } from "./render.js";
import { figureMark, figuresIn, skeletonOf, spanMark, withoutMarks } from "./skeleton.js";
import type { BodyPlan } from "./template/body-plan.js";
import { conflictReasons, type ConflictKind, type UpdateConflict } from "./update-plan.js";
import { piecesOf, textOf } from "./words.js";

/** A comparison that a person may have to decide. */
export type Questioned<T> = T & { readonly question: UpdateConflict | null };

/** Paragraphs of a section, compared. Where both sides changed them, there is one question, or one for each passage. */
export interface SectionChunk extends Questioned<MergeChunk> {
  readonly passages: QuestionedPassages | null;
}

export interface QuestionedPassages extends Passages {
  readonly list: readonly Questioned<Passage>[];
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
  figures: ReadonlyMap<string, FigurePlan>,
): SectionPlan {
  const paragraphs = paragraphsOf(section);
  const ours = paragraphs.map((paragraph) => recordOf(skeletonOf(paragraph)));
  const blocks = blocksOf(control.element);
  const theirs = blocks.map(({ skeleton }) => textHash(skeleton));
  const base = known ?? inferred(blocks, theirs, ours);
  const plan = { id: section.id, record: section.id, body: null, control, blocks, paragraphs, base, ours };
  const chunks = merge(base.map(hashOf), theirs, ours.map(hashOf)).map((chunk) =>
    planChunk(plan, asked(plan, chunk, figures)),
  );
  return { ...plan, chunks };
}

/**
 * Without a record an untouched invitation is ours to fill, with the heading above it, and what reads like ours is ours;
 * of anything else nobody knows who wrote it.
 */
function inferred(
  blocks: readonly Block[],
  theirs: readonly string[],
  ours: readonly ParagraphRecord[],
): readonly ParagraphRecord[] {
  return compare(theirs, ours.map(hashOf)).flatMap(({ isSame, a, b }) => {
    if (isSame) return ours.slice(b.from, b.to);
    const stretch = blocks.slice(a.from, a.to);
    const invitations = stretch.filter(({ skeleton }) => isInvitation(skeleton));
    if (blocks.length > 0 && invitations.length === 0) return [unknownParagraph];
    const hasHeading = a.from === 0 && stretch[0] !== undefined && stretch[0] !== invitations[0];
    return [...(hasHeading ? ours.slice(0, 1) : []), ...invitations.map(({ skeleton }) => recordOf(skeleton))];
  });
}

type Compared = Omit<SectionPlan, "chunks">;

/** What a person typed over a figure is theirs: it does not go with a sentence that we would not write any more. */
function asked(plan: Compared, chunk: MergeChunk, figures: ReadonlyMap<string, FigurePlan>): MergeChunk {
  if (chunk.kind !== "ours") return chunk;
  const ours = plan.paragraphs.slice(chunk.ours.from, chunk.ours.to).map(skeletonOf).join("");
  const isLost = plan.blocks
    .slice(chunk.theirs.from, chunk.theirs.to)
    .flatMap(({ raw }) => figuresIn(raw))
    .some((key) => figures.get(key)?.isTypedOver === true && !ours.includes(figureMark(key)));
  return isLost ? { ...chunk, kind: "conflict" } : chunk;
}

function planChunk(plan: Compared, chunk: MergeChunk): SectionChunk {
  if (chunk.kind !== "conflict") return { ...chunk, question: null, passages: null };
  const base = plan.base.slice(chunk.base.from, chunk.base.to);
  const blocks = plan.blocks.slice(chunk.theirs.from, chunk.theirs.to);
  const skeletons = plan.paragraphs.slice(chunk.ours.from, chunk.ours.to).map(skeletonOf);
  const passages = passagesOf(base, blocks, skeletons);
  if (!passages) {
    const kind = base.some(({ hash }) => hash === unknownMark) ? "record-gone" : "edited";
    const theirs = blocks.map(({ elements }) => elements.map((element) => textOf(element, false)).join(""));
    const ours = plan.paragraphs.slice(chunk.ours.from, chunk.ours.to).map(paragraphText);
    const sides = [blocks.map(({ skeleton }) => skeleton).join("\n"), skeletons.join("\n")] as const;
    const question = questionOf(kind, plan.id, sides, theirs.join("\n"), ours.join("\n"));
    return { ...chunk, question, passages: null };
  }
  const list = passages.list.map((passage) => ({ ...passage, question: passageQuestion(plan, passages, passage) }));
  // What only the person changed, or both in the same way, needs no decision.
  const isOpen = list.some(({ question }) => question !== null);
  return {
    ...chunk,
    kind: isOpen ? "conflict" : "theirs",
    question: null,
    passages: isOpen ? { ...passages, list } : null,
  };
}

function passageQuestion(plan: Compared, { base, theirs, ours }: Passages, passage: Passage): UpdateConflict | null {
  if (passage.kind !== "ours" && passage.kind !== "conflict") return null;
  const before = base.slice(passage.base.from, passage.base.to);
  const [old, fresh] = [
    theirs.slice(passage.theirs.from, passage.theirs.to),
    ours.slice(passage.ours.from, passage.ours.to),
  ];
  // One sentence for another: the workbook says something else now. A sentence more or less is another matter.
  const isReworded = before.length === fresh.length;
  const kind = before.includes(unknownMark) ? "record-gone" : isReworded ? "meaning" : "edited";
  const texts = (sentences: readonly Sentence[]): string => sentences.map(({ text }) => text).join("");
  const sides = [texts(old), texts(fresh)] as const;
  return questionOf(kind, plan.id, sides, theirWords(plan, old), ourWords(plan, fresh));
}

/** `sides` without figures: these follow the workbook, whatever is decided. */
function questionOf(
  kind: ConflictKind,
  section: string,
  sides: readonly [theirs: string, ours: string],
  theirs: string,
  ours: string,
): UpdateConflict {
  const id = textHash([kind, section, ...sides].join("\n\n"));
  return { id, kind, section, figure: null, reason: conflictReasons[kind], theirs, ours };
}

function hashOf({ hash }: ParagraphRecord): string {
  return hash;
}

/** Sentences as a reader sees them, with the figures that stand in them. */
function theirWords(plan: Compared, sentences: readonly Sentence[]): string {
  const shown = new Map(
    plan.blocks.flatMap(({ elements }) =>
      piecesOf(elements, true).flatMap(({ text, element, isWhole }) =>
        isWhole ? [[text, textOf(contentOf(element) ?? element, false)] as const] : [],
      ),
    ),
  );
  return sentences.map(({ text }) => withoutMarks(text, (mark) => shown.get(mark) ?? "")).join("");
}

function ourWords(plan: Compared, sentences: readonly Sentence[]): string {
  const shown = new Map(
    plan.paragraphs.flatMap(({ spans }) => spans.map((span) => [spanMark(span), spanText(span)] as const)),
  );
  return sentences.map(({ text }) => withoutMarks(text, (mark) => shown.get(mark) ?? "")).join("");
}

/** A paragraph that is nothing but an invitation to write. */
function isInvitation(skeleton: string): boolean {
  return skeleton.startsWith("\uE002") && skeleton.endsWith("\uE003");
}
