import type { Element } from "slimdom";
import { contentOf, isDeleted, roleOf, showsPlaceholder } from "./control.js";
import { childNamed } from "./report-package.js";
import { figureMark, normalised, objectMark } from "./skeleton.js";
import { textOf } from "./words.js";

/** A block of a section: a paragraph, or a table taken as one. */
export interface Block {
  /** Paragraphs that are one as soon as the deletion of the marks between them is accepted; else one element. */
  readonly elements: readonly Element[];
  /** Its words with marks for figures and objects, as they stand. */
  readonly raw: string;
  readonly skeleton: string;
  /** Its words can be replaced one by one: a paragraph, whose offsets are those of its skeleton. */
  readonly isWords: boolean;
}

/**
 * Paragraphs and tables of a section, those inside further block controls or cells included, as they are when all
 * tracked changes are accepted. Empty paragraphs are left out: they are space, not words.
 */
export function blocksOf(section: Element): readonly Block[] {
  return allBlocksOf(section).filter(({ skeleton }) => skeleton !== "");
}

/** Empty paragraphs included. */
export function allBlocksOf(section: Element): readonly Block[] {
  const content = showsPlaceholder(section) ? null : contentOf(section);
  if (!content) return [];
  const blocks: Block[] = [];
  collect(content, blocks);
  return blocks;
}

/** The last paragraph of a block: its mark and its layout are what stays. */
export function lastOf({ elements }: Block): Element | undefined {
  return elements[elements.length - 1];
}

function collect(parent: Element, blocks: Block[]): void {
  let joined: Element[] = [];
  const flush = (): void => {
    if (joined.length > 0) blocks.push(blockOf(joined));
    joined = [];
  };
  for (const child of parent.children) {
    if (child.localName === "p") {
      joined.push(child);
      if (!isMarkDeleted(child)) flush();
      continue;
    }
    if (isContainer(child)) {
      flush();
      collect(child, blocks);
    } else if (child.localName === "tbl") {
      flush();
      const raw = objectMark(`table ${normalised(textOf(child, true))}`);
      blocks.push({ elements: [child], raw, skeleton: raw, isWords: false });
    } else if (child.localName === "sdt" && !isDeleted(child)) {
      flush();
      collectControl(child, blocks);
    }
  }
  flush();
}

function collectControl(control: Element, blocks: Block[]): void {
  const role = roleOf(control);
  if (role?.kind === "section" || role?.kind === "body") return;
  const content = contentOf(control);
  const [paragraph] = role?.kind === "fact" ? (content?.children ?? []) : [];
  // Word widens a control that is all there is in its paragraph to the paragraph.
  if (role?.kind === "fact" && paragraph?.localName === "p") {
    const raw = figureMark(role.key);
    blocks.push({ elements: [control], raw, skeleton: raw, isWords: false });
  } else if (content) collect(content, blocks);
}

function isContainer({ localName }: Element): boolean {
  return ["ins", "customXml", "tc", "tr", "smartTag"].includes(localName);
}

function blockOf(elements: readonly Element[]): Block {
  const raw = elements.map((element) => textOf(element, true)).join("");
  const skeleton = normalised(raw);
  return { elements, raw, skeleton, isWords: raw.startsWith(skeleton) };
}

function isMarkDeleted(paragraph: Element): boolean {
  const layout = childNamed(paragraph, "pPr");
  const mark = layout && childNamed(layout, "rPr");
  return mark !== null && (childNamed(mark, "del") ?? childNamed(mark, "moveFrom")) !== null;
}
