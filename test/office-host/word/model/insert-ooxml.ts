import type { ContentControlModel } from "./content-control.js";
import { textOf } from "./content-control.js";
import { childNamed, isWellFormed, parseXml, w, wordElement } from "./word-xml.js";

const flat = "http://schemas.microsoft.com/office/2006/xmlPackage";

/** The blocks of a Flat OPC package in the document's own nodes; null where the text is no such package. */
export function blocksOf(ooxml: string, document: Document): readonly Element[] | null {
  const given = parseXml(ooxml);
  if (!isWellFormed(given) || given.documentElement.namespaceURI !== flat) return null;
  const part = [...given.getElementsByTagNameNS(flat, "part")].find(
    (each) => each.getAttributeNS(flat, "name") === "/word/document.xml",
  );
  const [body] = part?.getElementsByTagNameNS(w, "body") ?? [];
  if (body === undefined) return null;
  return [...body.children]
    .filter(({ localName }) => localName !== "sectPr")
    .map((block) => document.importNode(block, true));
}

/**
 * Puts blocks in the place of what a control holds. With changes tracked the old blocks stay, struck out, and the new
 * ones are marked as inserted. `withStray` leaves the empty paragraph behind that Word is reported to leave at times.
 */
export function replaceContent(
  control: ContentControlModel,
  blocks: readonly Element[],
  { isTracked, withStray }: { readonly isTracked: boolean; readonly withStray: boolean },
): void {
  const { content } = control;
  const document = content.ownerDocument;
  const stray = withStray ? [wordElement(document, "p")] : [];
  if (!isTracked) {
    content.replaceChildren(...blocks, ...stray);
    return;
  }
  for (const block of content.children) markRuns(block, "del");
  for (const block of blocks) markRuns(block, "ins");
  content.append(...blocks, ...stray);
}

function markRuns(block: Element, name: "ins" | "del"): void {
  const document = block.ownerDocument;
  for (const paragraph of block.localName === "p" ? [block] : block.getElementsByTagNameNS(w, "p")) {
    markParagraph(paragraph, name);
  }
  const isMarked = (run: Element): boolean => ["ins", "del"].includes(run.parentElement?.localName ?? "");
  for (const run of [...block.getElementsByTagNameNS(w, "r")].filter((found) => !isMarked(found))) {
    const mark = wordElement(document, name);
    mark.setAttributeNS(w, "w:id", "9000");
    mark.setAttributeNS(w, "w:author", "Word");
    run.replaceWith(mark);
    mark.append(run);
    if (name === "del") for (const text of [...run.getElementsByTagNameNS(w, "t")]) text.replaceWith(deleted(text));
  }
}

/** The paragraph mark is inserted or deleted as well: that stands in the paragraph's properties. */
function markParagraph(paragraph: Element, name: "ins" | "del"): void {
  const document = paragraph.ownerDocument;
  const layout = childNamed(paragraph, "pPr") ?? wordElement(document, "pPr");
  if (layout.parentNode === null) paragraph.prepend(layout);
  const format = childNamed(layout, "rPr") ?? wordElement(document, "rPr");
  if (format.parentNode === null) layout.append(format);
  const mark = wordElement(document, name);
  mark.setAttributeNS(w, "w:id", "9001");
  mark.setAttributeNS(w, "w:author", "Word");
  format.prepend(mark);
}

function deleted(text: Element): Element {
  const gone = wordElement(text.ownerDocument, "delText");
  gone.append(textOf(text.parentElement ?? text));
  return gone;
}

/** Word gives inserted controls ids of their own where theirs are taken. */
export function renumber(blocks: readonly Element[], body: Element): void {
  const idsIn = (root: Element): readonly Element[] =>
    [...root.getElementsByTagNameNS(w, "sdtPr")].flatMap((properties) =>
      [...properties.children].filter(({ localName }) => localName === "id"),
    );
  const fresh = new Set(blocks.flatMap(idsIn));
  const taken = new Set(idsIn(body).flatMap((id) => (fresh.has(id) ? [] : id.getAttributeNS(w, "val"))));
  let next = 700_000;
  for (const id of fresh) {
    if (taken.has(id.getAttributeNS(w, "val"))) id.setAttributeNS(w, "w:val", String(++next));
    taken.add(id.getAttributeNS(w, "val"));
  }
}
