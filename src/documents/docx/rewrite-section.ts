import type { Element } from "slimdom";
import type { NarrativeParagraph } from "../../core/narrative/index.js";
import { lastOf, type Block } from "./blocks.js";
import { contentOf, showsPlaceholder } from "./control.js";
import { dropBlock, markInserted } from "./drop-block.js";
import { fragment } from "./fragment.js";
import { styleOf } from "./layout.js";
import type { Pen } from "./pen.js";
import type { QuestionedPassages, SectionChunk, SectionPlan } from "./plan-sections.js";
import { renderParagraph } from "./render.js";
import { replaceWords } from "./replace-words.js";
import { childNamed } from "./report-package.js";
import { skeletonOf } from "./skeleton.js";
import { styleIds } from "./styles.js";
import { dress } from "./template/body-look.js";
import { narrowed, replacements, spansBetween } from "./wording.js";

/** Whether anything but figures is written. */
export function isRewritten({ chunks }: SectionPlan): boolean {
  return chunks.some(({ kind, passages }) => kind === "ours" || passages?.list.some(isTaken) === true);
}

/** Puts in what is ours to write: paragraphs that nobody but us touched, and what a person chose. */
export function rewriteSection(plan: SectionPlan, pen: Pen): void {
  const content = contentOf(plan.control.element);
  if (!content || !isRewritten(plan)) return;
  if (showsPlaceholder(plan.control.element)) emptyOut(plan.control.element, content);
  const holder = holderOf(content);
  for (const chunk of plan.chunks) {
    if (chunk.passages) rewritePassages(plan, chunk, chunk.passages, pen);
    else if (chunk.kind === "ours") rewriteParagraphs(plan, chunk, holder, pen);
  }
  // A block control, and a cell, needs at least one paragraph.
  if (holder.getElementsByTagNameNS("*", "p").length === 0) holder.append(...fragment("<w:p/>"));
}

/** Answered in favour of what we write. */
function isTaken({ kind, question }: QuestionedPassages["list"][number]): boolean {
  return kind === "ours" && question === null;
}

/** The last one first, so that the offsets of the others stay true. */
function rewritePassages(plan: SectionPlan, chunk: SectionChunk, passages: QuestionedPassages, pen: Pen): void {
  for (const passage of [...passages.list].reverse().filter(isTaken)) {
    const old = passages.theirs.slice(passage.theirs.from, passage.theirs.to);
    const fresh = passages.ours.slice(passage.ours.from, passage.ours.to);
    const before = passages.theirs[passage.theirs.from - 1];
    const block = plan.blocks[chunk.theirs.from + ((old[0] ?? before)?.paragraph ?? 0)];
    const paragraph = plan.paragraphs[chunk.ours.from + (fresh[0]?.paragraph ?? 0)];
    if (!block || !paragraph) continue;
    const texts = [old, fresh].map((sentences) => sentences.map(({ text }) => text).join("")) as [string, string];
    const { from, to, ours } = narrowed(...texts, old[0]?.from ?? before?.to ?? 0, fresh[0]?.from ?? 0);
    replaceWords(block.elements, from, to, spansBetween(paragraph, ours.from, ours.to), pen);
  }
}

function rewriteParagraphs(plan: SectionPlan, { theirs, ours }: SectionChunk, holder: Element, pen: Pen): void {
  const old = plan.blocks.slice(theirs.from, theirs.to);
  const fresh = plan.paragraphs.slice(ours.from, ours.to);
  const pairs = fresh.flatMap((paragraph, index) => {
    const block = old[index];
    return block?.isWords && isOfStyle(block, pen.styles[paragraph.kind], pen) ? [{ block, paragraph }] : [];
  });
  if (old.length === fresh.length && pairs.length === fresh.length) {
    for (const { block, paragraph } of pairs) {
      for (const { from, to, ours: words } of [...replacements(block.skeleton, skeletonOf(paragraph))].reverse()) {
        replaceWords(block.elements, from, to, spansBetween(paragraph, words.from, words.to), pen);
      }
    }
    return;
  }
  const elements = fresh.flatMap((paragraph) => rendered(paragraph, plan, pen));
  const next = plan.blocks[theirs.to]?.elements[0];
  const previous = plan.blocks[theirs.from - 1];
  const [last] = old.slice(-1);
  const after = (last && lastOf(last)) ?? (previous && lastOf(previous));
  if (after) after.after(...elements);
  else if (next) next.before(...elements);
  else {
    if (!pen.revision && !plan.body) dropEmpty(holder);
    holder.append(...elements);
  }
  for (const block of old) dropBlock(block, elements[0] ?? next ?? (previous && lastOf(previous)) ?? null, pen);
}

/** In a template's own outline a paragraph looks like that which held the place. */
function rendered(paragraph: NarrativeParagraph, { body }: SectionPlan, pen: Pen): readonly Element[] {
  const elements = fragment(renderParagraph(paragraph, body ? { ...pen, styles: styleIds } : pen));
  for (const element of elements) {
    if (body) dress(element, body.look);
    if (pen.revision) markInserted(element, pen.revision);
  }
  return elements;
}

/** A style of the person's own choice stays; one of ours has to be the one for this kind of paragraph. */
function isOfStyle(block: Block, style: string, { styles }: Pen): boolean {
  const paragraph = lastOf(block);
  const now = paragraph ? styleOf(paragraph) : null;
  return now === null || now === style || !Object.values(styles).includes(now);
}

function emptyOut(control: Element, content: Element): void {
  const holder = holderOf(content);
  for (const child of [...holder.childNodes]) if ((child as Element).localName !== "tcPr") holder.removeChild(child);
  const properties = childNamed(control, "sdtPr");
  if (properties) childNamed(properties, "showingPlcHdr")?.remove();
}

/** Word widens a control that is all there is in a cell to the cell. */
function holderOf(content: Element): Element {
  const [cell] = content.getElementsByTagNameNS("*", "tc");
  return content.children.some(({ localName }) => localName === "tc" || localName === "tr") && cell ? cell : content;
}

/** Empty lines of a template, where something is written now. */
function dropEmpty(holder: Element): void {
  for (const child of holder.children) {
    const isEmpty = child.children.every(({ localName }) => localName === "pPr");
    if (child.localName === "p" && isEmpty && child.getElementsByTagNameNS("*", "sectPr").length === 0) child.remove();
  }
}
