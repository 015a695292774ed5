import type { Element } from "slimdom";
import type { TextParagraph } from "./part-text.js";

/**
 * Takes the letters from `from` to `to` out of a paragraph and answers the run after which they stood, with the format
 * of the first letter. Runs that are left empty go; everything else between the letters stays where it is.
 */
export function cutText(
  paragraph: TextParagraph,
  from: number,
  to: number,
): { readonly after: Element; readonly format: Element | null } | null {
  const touched = paragraph.pieces.filter(({ from: start, element }) => start < to && start + lengthOf(element) > from);
  const [first] = touched;
  if (!first) return null;
  const { run } = first;
  splitBehind(first.element, run, Math.max(0, from - first.from), to - first.from);
  for (const piece of touched.slice(1)) {
    setText(piece.element, textOf(piece.element).slice(Math.max(0, to - piece.from)));
    if (piece.run !== run && isBare(piece.run)) removeEmpty(piece.run);
  }
  return { after: run, format: formatOf(run) };
}

/** The run keeps what stands before the cut; what stands behind it moves into a run of its own. */
function splitBehind(element: Element, run: Element, from: number, to: number): void {
  const text = textOf(element);
  const rest = text.slice(Math.min(to, text.length));
  const behind = run.cloneNode(false) as Element;
  const format = formatOf(run);
  if (format) behind.append(format.cloneNode(true));
  if (rest !== "") {
    const tail = element.cloneNode(false) as Element;
    setText(tail, rest);
    behind.append(tail);
  }
  for (let next = element.nextSibling; next; next = element.nextSibling) behind.append(next);
  setText(element, text.slice(0, from));
  if (!isBare(behind)) run.after(behind);
}

function formatOf(run: Element): Element | null {
  return run.firstElementChild?.localName === "rPr" ? run.firstElementChild : null;
}

function lengthOf(element: Element): number {
  return textOf(element).length;
}

function textOf(element: Element): string {
  return element.textContent ?? "";
}

function setText(element: Element, text: string): void {
  for (const child of [...element.childNodes]) element.removeChild(child);
  if (text === "") {
    element.remove();
    return;
  }
  element.append(text);
  if (text.trim() !== text) element.setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:space", "preserve");
}

/** A tracked insertion with nothing in it goes with its last run. */
function removeEmpty(run: Element): void {
  const holder = run.parentElement;
  run.remove();
  if (holder?.localName === "ins" && holder.children.length === 0) holder.remove();
}

/** Nothing but a format. */
export function isBare(run: Element): boolean {
  return run.children.every(({ localName }) => localName === "rPr");
}
