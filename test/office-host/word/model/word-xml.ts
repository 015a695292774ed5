import { JSDOM } from "jsdom";

export const w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

const { DOMParser, XMLSerializer } = new JSDOM("").window;

export function parseXml(text: string): Document {
  return new DOMParser().parseFromString(text.replace(/^\uFEFF/, ""), "text/xml");
}

export function isWellFormed(document: Document): boolean {
  return document.getElementsByTagName("parsererror").length === 0;
}

export function xmlText(node: Node): string {
  return new XMLSerializer().serializeToString(node);
}

export function childNamed(element: Element, name: string): Element | null {
  return [...element.children].find(({ localName }) => localName === name) ?? null;
}

export function wordElement(document: Document, name: string): Element {
  return document.createElementNS(w, `w:${name}`);
}
