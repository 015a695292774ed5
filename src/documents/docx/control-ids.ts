import type { Document, Element } from "slimdom";
import { propertyOf } from "./control.js";
import { wordNamespace } from "./names.js";
import type { ControlIds } from "./pen.js";
import { childNamed } from "./report-package.js";

/** Ids of all controls, ours and others; ids that are no number are left to Word. */
export function allControlIds(document: Document): readonly number[] {
  return document.getElementsByTagNameNS("*", "sdt").flatMap((control) => {
    const id = idOf(control);
    return id === null ? [] : [id];
  });
}

/** Two controls of one id make Word repair the document: the later one, a copy, gets a fresh id. */
export function renumberTwins(document: Document, seen: Set<number>, ids: ControlIds): void {
  for (const control of document.getElementsByTagNameNS("*", "sdt")) {
    const id = idOf(control);
    if (id === null || isFallback(control)) continue;
    if (!seen.has(id)) seen.add(id);
    else {
      const properties = childNamed(control, "sdtPr");
      const fresh = ids.fresh();
      seen.add(fresh);
      if (properties) childNamed(properties, "id")?.setAttributeNS(wordNamespace, "w:val", String(fresh));
    }
  }
}

function idOf(control: Element): number | null {
  const value = propertyOf(control, "id");
  return value !== null && /^-?\d{1,10}$/.test(value) ? Number(value) : null;
}

/** Programs that do not know a drawing read a copy of it, ids and all; the two are one. */
function isFallback(control: Element): boolean {
  for (let node = control.parentElement; node; node = node.parentElement)
    if (node.localName === "Fallback") return true;
  return false;
}
