import type { Element } from "slimdom";
import { fragment } from "../fragment.js";
import { wordNamespace } from "../names.js";
import { childNamed } from "../report-package.js";

/** What follows `w:vanish` in a run's format, in the order of the schema. */
const after = new Set(
  "webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange".split(
    " ",
  ),
);

/** Hides a whole paragraph, its mark included, so that it takes no room; or shows it again. True when it changed. */
export function setHidden(paragraph: Element, isHidden: boolean): boolean {
  const holders = [
    ...paragraph.getElementsByTagNameNS(wordNamespace, "r"),
    ...paragraph.getElementsByTagNameNS(wordNamespace, "sdtPr").filter((properties) => childNamed(properties, "text")),
  ];
  const changes = holders.map((holder) => setVanish(holder, isHidden, null));
  let layout = childNamed(paragraph, "pPr");
  if (!layout && isHidden) {
    paragraph.prepend(...fragment("<w:pPr/>"));
    layout = childNamed(paragraph, "pPr");
  }
  if (layout) changes.push(setVanish(layout, isHidden, lastOfLayout(layout)));
  return changes.includes(true);
}

/** The mark's format stands before a page section and the record of edits. */
function lastOfLayout(layout: Element): Element | null {
  return layout.children.find(({ localName }) => localName === "sectPr" || localName === "pPrChange") ?? null;
}

function setVanish(holder: Element, isHidden: boolean, before: Element | null): boolean {
  let format = childNamed(holder, "rPr");
  const vanish = format && childNamed(format, "vanish");
  if (isHidden === (vanish !== null)) return false;
  if (!isHidden) {
    vanish?.remove();
    if (format?.children.length === 0) format.remove();
    return true;
  }
  if (!format) {
    const [fresh] = fragment("<w:rPr/>");
    if (!fresh) return false;
    if (holder.localName === "pPr") holder.insertBefore(fresh, before);
    else holder.prepend(fresh);
    format = fresh;
  }
  const next = format.children.find(({ localName }) => after.has(localName)) ?? null;
  for (const element of fragment("<w:vanish/>")) format.insertBefore(element, next);
  return true;
}
