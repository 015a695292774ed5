import type { Document, Element, Node } from "slimdom";
import { roleOfTag, wordNamespace, type ControlRole } from "./names.js";
import { childNamed } from "./report-package.js";
import { figureMark, normalised, objectMark, placeholderMark } from "./skeleton.js";

/** A content control of ours as it stands in the document. */
export interface Control {
  readonly element: Element;
  readonly role: ControlRole;
}

/** Every control of ours, in reading order; controls inside deleted text are gone for the reader. */
export function controlsOf(inside: Document | Element): readonly Control[] {
  return inside.getElementsByTagNameNS("*", "sdt").flatMap((element) => {
    const role = roleOfTag(tagOf(element));
    return role && !isDeleted(element) && !isEmptiedByRevision(element) ? [{ element, role }] : [];
  });
}

export function tagOf(control: Element): string | null {
  return propertyOf(control, "tag");
}

/** `w:val`, or another attribute, of a property of the control. */
export function propertyOf(control: Element, name: string, attribute = "val"): string | null {
  const properties = childNamed(control, "sdtPr");
  return (properties && childNamed(properties, name)?.getAttributeNS(wordNamespace, attribute)) ?? null;
}

export function contentOf(control: Element): Element | null {
  return childNamed(control, "sdtContent");
}

/** Word shows its own invitation, and its text is no content. */
export function showsPlaceholder(control: Element): boolean {
  const properties = childNamed(control, "sdtPr");
  const shown = properties && childNamed(properties, "showingPlcHdr");
  if (!shown) return false;
  const value = shown.getAttributeNS(wordNamespace, "val");
  return value === null || value === "1" || value === "true" || value === "on";
}

/** What a reader sees in the control: no deleted runs, none of Word's own invitation. */
export function shownText(control: Element): string {
  if (showsPlaceholder(control)) return "";
  const content = contentOf(control);
  return content ? normalised(textOf(content, false)) : "";
}

/** A block of a section: a paragraph, or a table taken as one. */
export interface Block {
  readonly element: Element;
  readonly skeleton: string;
}

/** Paragraphs and tables of a section, those inside further block controls included. */
export function blocksOf(section: Element): readonly Block[] {
  const content = showsPlaceholder(section) ? null : contentOf(section);
  return content ? blocksIn(content) : [];
}

function blocksIn(parent: Element): readonly Block[] {
  return parent.children.flatMap((child) => {
    if (child.localName === "p") {
      const skeleton = normalised(textOf(child, true));
      return skeleton === "" && isStruckOut(child) ? [] : [{ element: child, skeleton }];
    }
    if (child.localName === "tbl") {
      return [{ element: child, skeleton: objectMark(`table ${normalised(textOf(child, true))}`) }];
    }
    if (child.localName === "sdt" && roleOfTag(tagOf(child))?.kind !== "section") {
      const content = contentOf(child);
      return content ? blocksIn(content) : [];
    }
    return child.localName === "ins" || child.localName === "customXml" ? blocksIn(child) : [];
  });
}

/** The paragraph itself is deleted as a tracked change: with nothing left in it, it is gone for the reader. */
function isStruckOut(paragraph: Element): boolean {
  const layout = childNamed(paragraph, "pPr");
  const mark = layout && childNamed(layout, "rPr");
  return mark !== null && childNamed(mark, "del") !== null;
}

/** Words as a reader sees them. With `marks`, figures and invitations of ours are replaced by their marks. */
export function textOf(node: Node, marks: boolean): string {
  let text = "";
  for (const child of node.childNodes) {
    if (child.nodeType !== 1) continue;
    const element = child as Element;
    switch (element.localName) {
      case "t":
        text += element.textContent ?? "";
        break;
      case "tab":
        if (element.parentNode && (element.parentNode as Element).localName === "r") text += "\t";
        break;
      case "br":
      case "cr":
        text += "\n";
        break;
      case "noBreakHyphen":
        text += "-";
        break;
      case "del":
      case "moveFrom":
      case "pPr":
      case "rPr":
      case "sdtPr":
      case "instrText":
        break;
      case "drawing":
      case "pict":
      case "object":
      case "footnoteReference":
      case "endnoteReference":
        if (marks) text += objectMark(element.localName);
        break;
      case "AlternateContent":
        if (marks) text += objectMark("drawing");
        break;
      case "sdt":
        text += controlText(element, marks);
        break;
      default:
        text += textOf(element, marks);
    }
  }
  return text;
}

function controlText(control: Element, marks: boolean): string {
  const role = roleOfTag(tagOf(control));
  if (marks && role?.kind === "fact") return isEmptiedByRevision(control) ? "" : figureMark(role.key);
  const content = contentOf(control);
  const text = content ? textOf(content, marks) : "";
  return showsPlaceholder(control) ? (marks ? placeholderMark(text) : "") : text;
}

/** Word strikes out the words of a control where the text around is deleted, and leaves the control itself. */
function isEmptiedByRevision(control: Element): boolean {
  const content = contentOf(control);
  if (!content || textOf(content, false) !== "") return false;
  return ["del", "moveFrom"].some((name) => content.getElementsByTagNameNS("*", name).length > 0);
}

function isDeleted(element: Element): boolean {
  for (let node: Node | null = element.parentNode; node; node = node.parentNode) {
    const name = (node as Element).localName;
    if (name === "del" || name === "moveFrom") return true;
  }
  return false;
}
