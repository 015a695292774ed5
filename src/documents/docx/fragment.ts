import { parseXmlDocument, type Element } from "slimdom";
import { escapeAttribute } from "../xml/index.js";
import { wordNamespace } from "./names.js";

/** Elements written as text with the prefix `w`; they join the document they are put into. */
export function fragment(xml: string): readonly Element[] {
  return parseXmlDocument(`<w:x xmlns:w="${wordNamespace}">${xml}</w:x>`).documentElement?.children ?? [];
}

/** An element with nothing in it but `w:val`. */
export function valueElement(name: string, value: string): readonly Element[] {
  return fragment(`<w:${name} w:val="${escapeAttribute(value)}"/>`);
}
