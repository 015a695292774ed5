import { isWellFormed, parseXml } from "./word-xml.js";

/** A custom XML part; handles of its nodes stay good as long as the node is there. */
export interface CustomPartModel {
  /** Braced GUID of its description, by which bindings find it. */
  readonly id: string;
  /** Path in the package; null for a part added since. */
  readonly name: string | null;
  document: Document;
}

export function namespaceOf({ document }: CustomPartModel): string {
  return document.documentElement.namespaceURI ?? "";
}

/** Null where the text is no element: Word takes no declaration before it. */
export function elementFrom(xml: string): Element | null {
  if (/^\s*<\?xml/.test(xml)) return null;
  const document = parseXml(xml);
  return isWellFormed(document) ? document.documentElement : null;
}
