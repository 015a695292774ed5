import type { Element } from "slimdom";
import type { Block } from "./blocks.js";
import { fragment } from "./fragment.js";
import type { Pen } from "./pen.js";
import { takeOut } from "./replace-words.js";
import type { RevisionMarks } from "./revision-marks.js";
import { childNamed } from "./report-package.js";
import { piecesOf } from "./words.js";

/**
 * Takes a block out; where changes are tracked, it stays as a deleted one. What hangs on its words and is not words
 * (comments, bookmarks, the end of a page section) goes to the paragraph that takes its place.
 */
export function dropBlock({ elements }: Block, heir: Element | null, pen: Pen): void {
  for (const element of elements) {
    if (pen.revision) markDeleted(element, pen);
    else {
      if (heir) handOver(element, heir);
      element.remove();
    }
  }
}

function markDeleted(element: Element, pen: Pen): void {
  const { revision } = pen;
  if (!revision) return;
  for (const piece of piecesOf([element], true)) takeOut(piece, pen);
  const paragraphs = element.localName === "p" ? [element] : element.getElementsByTagNameNS("*", "p");
  for (const paragraph of paragraphs) {
    const layout = childOrNew(paragraph, "pPr", "first");
    const mark = childOrNew(layout, "rPr", "layout");
    const inserted = childNamed(mark, "ins");
    if (inserted && revision.isOwn(inserted)) paragraph.remove();
    else if (!childNamed(mark, "del")) {
      const deleted = fragment(revision.mark("del"));
      if (inserted) inserted.after(...deleted);
      else mark.prepend(...deleted);
    }
  }
  for (const row of element.getElementsByTagNameNS("*", "tr")) {
    const properties = childOrNew(row, "trPr", "row");
    if (!childNamed(properties, "del")) properties.append(...fragment(revision.mark("del")));
  }
}

/** The mark of a paragraph that is put in while changes are tracked. */
export function markInserted(paragraph: Element, revision: RevisionMarks): void {
  const mark = childOrNew(childOrNew(paragraph, "pPr", "first"), "rPr", "layout");
  mark.prepend(...fragment(revision.mark("ins")));
}

function childOrNew(parent: Element, name: string, place: "first" | "layout" | "row"): Element {
  const known = childNamed(parent, name);
  if (known) return known;
  const [fresh] = fragment(`<w:${name}/>`);
  if (!fresh) return parent;
  // In a paragraph's layout the mark's properties come last but for two; a row's come after its exceptions.
  const before =
    place === "layout"
      ? parent.children.find(({ localName }) => localName === "sectPr" || localName === "pPrChange")
      : parent.children.find(({ localName }) => place === "first" || localName !== "tblPrEx");
  parent.insertBefore(fresh, before ?? null);
  return fresh;
}

const anchors = /^(?:bookmark|commentRange|perm|moveFromRange|moveToRange)(?:Start|End)$/;

function handOver(element: Element, heir: Element): void {
  const home = heir.localName === "p" ? heir : heir.getElementsByTagNameNS("*", "p")[0];
  if (!home) return;
  const layout = childNamed(home, "pPr");
  let last = layout;
  for (const found of element.getElementsByTagNameNS("*", "*")) {
    const isComment = found.localName === "r" && found.getElementsByTagNameNS("*", "commentReference").length > 0;
    if (!isComment && !anchors.test(found.localName)) continue;
    if (last) last.after(found);
    else home.prepend(found);
    last = found;
  }
  const end = childNamed(element, "pPr");
  const section = end && childNamed(end, "sectPr");
  if (section && layout && !childNamed(layout, "sectPr")) {
    layout.insertBefore(section, layout.children.find(({ localName }) => localName === "pPrChange") ?? null);
  }
}
