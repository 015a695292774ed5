import type { Element } from "slimdom";
import { wordNamespace } from "./names.js";
import type { PartText } from "./part-text.js";
import { serializePart, written } from "./serialize.js";

/**
 * The part with its changes: elements that nothing was changed in are copied from the text as they stand. Where the
 * prefix `w` means something else than what we write with it, the general serializer takes over.
 */
export function splicePart(part: PartText): string {
  const root = part.document.documentElement;
  if (root?.getAttribute("xmlns:w") !== wordNamespace) return serializePart(part.document);
  const [before, after] = part.around;
  return before + spliced(part, root) + after;
}

function spliced(part: PartText, element: Element): string {
  const same = part.untouched(element);
  if (same !== null) return same;
  const start = part.startTag(element) ?? startTag(element);
  const gaps = part.gaps(element);
  if (gaps) {
    const inner = element.children.map((child, index) => (gaps[index] ?? "") + spliced(part, child));
    const rest = gaps[gaps.length - 1] ?? "";
    return inner.length === 0 && rest === "" ? selfClosed(start) : start + inner.join("") + rest;
  }
  const inner = element.childNodes.map((child) =>
    child.nodeType === 1 ? spliced(part, child as Element) : written(child),
  );
  return inner.length === 0 ? selfClosed(start) : `${start}${inner.join("")}</${element.nodeName}>`;
}

/** Open for content. */
function startTag(element: Element): string {
  return written(element.cloneNode(false)).replace(/\/>$/, ">");
}

function selfClosed(start: string): string {
  return start.replace(/>$/, "/>");
}
