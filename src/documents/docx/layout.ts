import type { Element } from "slimdom";
import { wordNamespace } from "./names.js";
import { childNamed } from "./report-package.js";

/** The id of a paragraph's style; null for that of all paragraphs. */
export function styleOf(paragraph: Element): string | null {
  const layout = childNamed(paragraph, "pPr");
  return (layout && childNamed(layout, "pStyle")?.getAttributeNS(wordNamespace, "val")) ?? null;
}
