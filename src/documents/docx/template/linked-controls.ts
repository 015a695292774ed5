import type { Element } from "slimdom";
import type { Figure } from "../../../core/narrative/index.js";
import { escapeAttribute, escapeText } from "../../xml/index.js";
import { fragment } from "../fragment.js";
import { bodyTag, cellTag, controlTitle, factKey, factTag, headTag, tableTag, type CellPlace } from "../names.js";
import type { ControlIds } from "../pen.js";
import { bindingElement, figureTitle } from "../render.js";
import { styleIds } from "../styles.js";

/** Stands in a cell that says nothing: Word would print its own invitation in an empty bound control. */
export const emptyCell = "\u200B";

/** The run-level control of a figure, in the format of the letters it replaces. */
export function figureControl(
  id: string,
  figure: Figure | null,
  name: string,
  format: Element | null,
  cell: CellPlace | null,
  ids: ControlIds,
): Element | null {
  const tag = cell ? cellTag(id, cell) : factTag(id);
  const title = figure ? figureTitle(figure) : controlTitle(name);
  const text = figure?.text ?? (cell ? emptyCell : `〔${name}〕`);
  const isInvitation = !figure && !cell;
  const properties = `${control(title, tag, ids)}${isInvitation ? "<w:showingPlcHdr/>" : ""}${bindingElement(factKey(id))}<w:text/>`;
  const run = `<w:r><w:t xml:space="preserve">${escapeText(text)}</w:t></w:r>`;
  const [element] = fragment(`<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${run}</w:sdtContent></w:sdt>`);
  const content = element?.lastElementChild?.firstElementChild;
  if (!element || !content) return null;
  const plain = plainFormat(format);
  if (plain) element.firstElementChild?.prepend(plain.cloneNode(true));
  if (isInvitation) content.prepend(...fragment(`<w:rPr><w:rStyle w:val="${styleIds.placeholder}"/></w:rPr>`));
  else if (plain) content.prepend(plain.cloneNode(true));
  return element;
}

/** A block control around a paragraph; the paragraph goes in, whatever is in it. */
export function wrapped(
  paragraph: Element,
  what: { readonly kind: "body" | "table"; readonly id: string; readonly vanishes?: boolean },
  title: string,
  format: Element | null,
  ids: ControlIds,
): Element | null {
  const tag = what.kind === "body" ? bodyTag(what.id, what.vanishes ?? false) : tableTag(what.id);
  const [element] = fragment(`<w:sdt><w:sdtPr>${control(title, tag, ids)}</w:sdtPr><w:sdtContent/></w:sdt>`);
  if (!element) return null;
  const plain = plainFormat(format);
  if (plain) element.firstElementChild?.prepend(plain.cloneNode(true));
  paragraph.before(element);
  element.lastElementChild?.append(paragraph);
  return element;
}

/**
 * A control around the words of a heading, inside its paragraph: not every program hides a paragraph that stands in a
 * block control.
 */
export function markHead(paragraph: Element, id: string, title: string, ids: ControlIds): void {
  const [element] = fragment(`<w:sdt><w:sdtPr>${control(title, headTag(id), ids)}</w:sdtPr><w:sdtContent/></w:sdt>`);
  const words = [...paragraph.childNodes].filter((child) => (child as Element).localName !== "pPr");
  if (!element || words.length === 0) return;
  element.lastElementChild?.append(...words);
  paragraph.append(element);
}

function control(title: string, tag: string, ids: ControlIds): string {
  return `<w:alias w:val="${escapeAttribute(controlTitle(title))}"/><w:tag w:val="${escapeAttribute(tag)}"/><w:id w:val="${ids.fresh()}"/>`;
}

/** Without the record of how the format itself was edited. */
function plainFormat(format: Element | null): Element | null {
  if (!format) return null;
  const plain = format.cloneNode(true) as Element;
  for (const child of plain.children) {
    if (["rPrChange", "ins", "del", "moveFrom", "moveTo"].includes(child.localName)) child.remove();
  }
  return plain;
}
