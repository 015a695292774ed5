import type { Document, Element, Node } from "slimdom";
import { factsStore, roleOfTag, wordNamespace, type ControlRole } from "./names.js";
import { childNamed } from "./report-package.js";

/** A content control of ours as it stands in the document. */
export interface Control {
  readonly element: Element;
  readonly role: ControlRole;
}

/** Every control of ours, in reading order; controls inside deleted text are gone for the reader. */
export function controlsOf(inside: Document | Element): readonly Control[] {
  return inside.getElementsByTagNameNS("*", "sdt").flatMap((element) => {
    const role = roleOf(element);
    return role && !isDeleted(element) ? [{ element, role }] : [];
  });
}

/** By its tag; a program that drops tags may keep what a control is bound to. */
export function roleOf(control: Element): ControlRole | null {
  const role = roleOfTag(tagOf(control));
  if (role || propertyOf(control, "dataBinding", "storeItemID") !== factsStore) return role;
  const key = /@key='([^']{1,40})'/.exec(propertyOf(control, "dataBinding", "xpath") ?? "")?.[1];
  return key === undefined ? null : { kind: "fact", key, id: null, cell: null };
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

/**
 * A control that was deleted while changes were tracked, and the deletion not accepted yet: inside deleted text, itself
 * between the marks of a deletion, or with all its words struck out, as Word leaves it in a deleted paragraph.
 */
export function isDeleted(control: Element): boolean {
  const before = control.previousElementSibling?.localName;
  if (before === "customXmlDelRangeStart" || before === "customXmlMoveFromRangeStart") return true;
  return isStruckOut(control, null) || isEmptiedByRevision(control);
}

function isEmptiedByRevision(control: Element): boolean {
  const content = contentOf(control);
  if (!content) return false;
  const isRevised = ["del", "moveFrom"].some((name) => content.getElementsByTagNameNS("*", name).length > 0);
  return isRevised && content.getElementsByTagNameNS("*", "t").every((text) => isStruckOut(text, content));
}

function isStruckOut(element: Element, within: Element | null): boolean {
  for (let node: Node | null = element.parentNode; node && node !== within; node = node.parentNode) {
    const name = (node as Element).localName;
    if (name === "del" || name === "moveFrom") return true;
  }
  return false;
}
