import type { Element, Node } from "slimdom";
import type { Span } from "../../core/narrative/index.js";
import { contentOf } from "./control.js";
import { fragment } from "./fragment.js";
import type { Pen } from "./pen.js";
import { renderSpan } from "./render.js";
import { childNamed } from "./report-package.js";
import { piecesOf, type Piece } from "./words.js";

/**
 * Puts spans in the place of some words of a paragraph, which may be several elements. Everything else in it stays:
 * anchors of comments, bookmarks, the format of the other words. Offsets count the words with their marks.
 */
export function replaceWords(
  elements: readonly Element[],
  from: number,
  to: number,
  spans: readonly Span[],
  pen: Pen,
): void {
  cutAt(elements, from);
  cutAt(elements, to);
  const pieces = piecesOf(elements, true);
  let at = 0;
  const places = pieces.map((piece) => {
    const start = at;
    at += piece.text.length;
    return { piece, start };
  });
  const gone = places.filter(({ piece, start }) => start >= from && start + piece.text.length <= to);
  const before = [...places].reverse().find(({ piece, start }) => start + piece.text.length <= from)?.piece;
  const after = places.find(({ start }) => start >= to)?.piece;
  const format = formatOf([...gone.map(({ piece }) => piece), ...(before ? [before] : []), ...(after ? [after] : [])]);
  const fresh = spans.flatMap((span) => fragment(renderSpan(span, pen)));
  for (const element of fresh) dress(element, format);
  const next = gone[0]?.piece ?? after;
  if (next) outermost(next.element, "first").before(...fresh);
  else if (before) outermost(before.element, "last").after(...fresh);
  else elements[elements.length - 1]?.append(...fresh);
  for (const { piece } of gone) takeOut(piece, pen);
}

/** Runs are split so that one ends where the offset is. */
function cutAt(elements: readonly Element[], offset: number): void {
  let at = 0;
  for (const { text, element, isWhole } of piecesOf(elements, true)) {
    const inside = offset - at;
    at += text.length;
    if (inside < 0) return;
    if (inside >= text.length) continue;
    const run = element.parentElement;
    if (isWhole || run?.localName !== "r") return;
    if (inside > 0) {
      const rest = element.cloneNode(false) as Element;
      rest.append(text.slice(inside));
      for (const half of [element, rest]) {
        half.setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:space", "preserve");
      }
      element.replaceChildren(text.slice(0, inside));
      element.after(rest);
      splitBefore(run, rest);
    } else if (previousContent(element)) splitBefore(run, element);
    return;
  }
}

function previousContent(element: Element): Element | null {
  const before = element.previousElementSibling;
  return before?.localName === "rPr" ? null : before;
}

function splitBefore(run: Element, first: Element): void {
  const second = run.cloneNode(false) as Element;
  const format = childNamed(run, "rPr");
  if (format) second.append(format.cloneNode(true));
  for (let node: Node | null = first; node;) {
    const following: Node | null = node.nextSibling;
    second.append(node);
    node = following;
  }
  run.after(second);
}

/** The format of the words around; that of a figure is its own. */
function formatOf(pieces: readonly Piece[]): Element | null {
  for (const { element, isWhole } of pieces) {
    const run = isWhole ? null : element.parentElement;
    if (run?.localName !== "r") continue;
    const format = childNamed(run, "rPr")?.cloneNode(true) as Element | undefined;
    if (format) childNamed(format, "rPrChange")?.remove();
    return format ?? null;
  }
  return null;
}

/** New words look like those around them; a figure keeps its style. */
function dress(element: Element, format: Element | null): void {
  if (!format) return;
  const runs = [element, ...element.getElementsByTagNameNS("*", "*")].filter(({ localName }) => localName === "r");
  for (const run of runs) {
    const own = childNamed(run, "rPr");
    if (own) restyle(own, format);
    else run.prepend(format.cloneNode(true));
  }
  const properties = childNamed(element, "sdtPr");
  const own = properties && childNamed(properties, "rPr");
  if (own) restyle(own, format);
}

function restyle(own: Element, format: Element): void {
  for (const property of format.children) if (property.localName !== "rStyle") own.append(property.cloneNode(true));
}

const wrappers = new Set(["r", "ins", "hyperlink", "smartTag", "customXml", "sdt", "sdtContent"]);

/** The element to put something beside: out of every wrapper whose first (or last) words these are. */
function outermost(element: Element, side: "first" | "last"): Element {
  let node = element;
  for (let parent = node.parentElement; parent && wrappers.has(parent.localName); parent = node.parentElement) {
    const sibling = side === "first" ? previousWords(node) : nextWords(node);
    if (sibling) break;
    node = parent;
  }
  return node;
}

function previousWords(node: Element): Element | null {
  for (let other = node.previousElementSibling; other; other = other.previousElementSibling) {
    if (isContent(other)) return other;
  }
  return null;
}

function nextWords(node: Element): Element | null {
  for (let other = node.nextElementSibling; other; other = other.nextElementSibling) if (isContent(other)) return other;
  return null;
}

function isContent({ localName }: Element): boolean {
  return !/Pr$|^(?:proofErr|lastRenderedPageBreak|bookmark|comment|perm|customXml.*Range)/.test(localName);
}

export function takeOut({ element, isWhole }: Piece, { revision }: Pen): void {
  if (isWhole && element.localName === "sdt") {
    const content = contentOf(element);
    if (revision && content) revision.deleteControl(element, content);
    else removeWithEmptied(element);
    return;
  }
  const run = element.parentElement;
  if (run?.localName !== "r") removeWithEmptied(element);
  else if (revision) {
    if (!isInDeletion(run)) revision.deleteRun(run);
  } else {
    removeWithEmptied(element);
  }
}

function isInDeletion(run: Element): boolean {
  return run.parentElement?.localName === "del";
}

/** What held nothing but these words goes with them. */
function removeWithEmptied(element: Element): void {
  for (let node: Element | null = element; node;) {
    const parent: Element | null = node.parentElement;
    node.remove();
    const isEmptied: boolean = parent !== null && wrappers.has(parent.localName) && parent.children.every(isLeftover);
    node = isEmptied ? parent : null;
  }
}

/** Properties, and what Word notes for itself; an anchor is none. */
function isLeftover({ localName }: Element): boolean {
  return /Pr$|^(?:proofErr|lastRenderedPageBreak)$/.test(localName);
}
