import type { Element } from "slimdom";
import { contentOf, controlsOf } from "../control.js";
import type { SectionPlan } from "../plan-sections.js";
import { childNamed } from "../report-package.js";
import { dress } from "./body-look.js";
import { setHidden } from "./hidden-text.js";

/**
 * After a section of a template was written: the empty paragraph that held its place goes where there are words; where
 * there are none one stays, hidden if the template asks for it, as the place to come back to. True when it changed.
 */
export function settleBody({ control, body }: SectionPlan): boolean {
  const content = contentOf(control.element);
  if (!body || !content) return false;
  const { anchors, look, vanishes } = body;
  const others = content.children.filter((child) => !anchors.includes(child));
  const [only] = others;
  const isBare = others.length === 1 && only?.localName === "p" && only.childNodes.length === 0;
  if (others.length > 0 && !isBare) {
    for (const anchor of anchors) takeAway(anchor);
    const isHeadChanged = settleHead(control.element, false);
    return anchors.length > 0 || isHeadChanged;
  }
  if (isBare) dress(only, look);
  const isHeadChanged = settleHead(control.element, vanishes);
  const changes = content.children.map((paragraph) => setHidden(paragraph, vanishes));
  return isBare || isHeadChanged || changes.includes(true);
}

/** The heading that comes and goes with the section right after it. */
function settleHead(section: Element, isHidden: boolean): boolean {
  let before = section.previousElementSibling;
  while (before && before.localName !== "p" && before.localName !== "sdt") before = before.previousElementSibling;
  if (before?.localName !== "p" || !controlsOf(before).some(({ role }) => role.kind === "head")) return false;
  return setHidden(before, isHidden);
}

/** Marks of other things (bookmarks, comments, page sections) move on to the paragraph that takes its place. */
function takeAway(anchor: Element): void {
  const next = anchor.nextElementSibling ?? anchor.previousElementSibling;
  const layout = childNamed(anchor, "pPr");
  if (next?.localName === "p") {
    const own = childNamed(next, "pPr");
    const marks = anchor.children.filter((child) => child !== layout);
    if (own) own.after(...marks);
    else next.prepend(...marks);
    const section = layout && childNamed(layout, "sectPr");
    if (section) own?.append(section);
  }
  anchor.remove();
}
