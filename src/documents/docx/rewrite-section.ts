import type { Element } from "slimdom";
import { contentOf, showsPlaceholder } from "./control.js";
import { fragment } from "./fragment.js";
import { wordNamespace } from "./names.js";
import type { SectionPlan } from "./plan-sections.js";
import { renderParagraph, type ControlIds } from "./render.js";
import { childNamed } from "./report-package.js";
import { dress } from "./template/body-look.js";

/** Replaces the paragraphs that nobody but us touched; the others are not looked at. True when something was changed. */
export function rewriteSection(plan: SectionPlan, ids: ControlIds): boolean {
  const content = contentOf(plan.control.element);
  const chunks = plan.chunks.filter(({ kind }) => kind === "ours");
  if (!content || chunks.length === 0) return false;
  if (showsPlaceholder(plan.control.element)) emptyOut(plan.control.element, content);
  for (const { theirs, ours } of chunks) {
    const old = plan.blocks.slice(theirs.from, theirs.to).map(({ element }) => element);
    const fresh = plan.paragraphs
      .slice(ours.from, ours.to)
      .flatMap((paragraph) => fragment(renderParagraph(paragraph, ids)));
    if (plan.body) for (const paragraph of fresh) dress(paragraph, plan.body.look);
    keepLayout(old, fresh);
    const next = plan.blocks[theirs.to]?.element;
    const last = plan.blocks[theirs.from - 1]?.element;
    const [first] = old;
    if (first) first.before(...fresh);
    else if (last) last.after(...fresh);
    else if (next) next.before(...fresh);
    else content.append(...fresh);
    for (const element of old) element.remove();
  }
  // A block control needs at least one paragraph.
  if (content.children.length === 0) content.append(...fragment("<w:p/>"));
  return true;
}

function emptyOut(control: Element, content: Element): void {
  for (const child of [...content.childNodes]) content.removeChild(child);
  const properties = childNamed(control, "sdtPr");
  if (properties) childNamed(properties, "showingPlcHdr")?.remove();
}

/**
 * Paragraphs of one style that replace one another keep the layout a person gave them. Page sections end in a paragraph's
 * properties, and must not vanish with it.
 */
function keepLayout(old: readonly Element[], fresh: readonly Element[]): void {
  const pairs = old.length === fresh.length;
  old.forEach((element, index) => {
    const layout = childNamed(element, "pPr");
    if (!layout) return;
    const target = pairs ? fresh[index] : undefined;
    if (target && styleOf(layout) === styleOf(childNamed(target, "pPr"))) {
      childNamed(target, "pPr")?.remove();
      target.insertBefore(layout.cloneNode(true), target.firstChild);
      return;
    }
    const section = childNamed(layout, "sectPr");
    const last = fresh[fresh.length - 1];
    const lastLayout = last && childNamed(last, "pPr");
    if (section && lastLayout) lastLayout.append(section.cloneNode(true));
  });
}

function styleOf(layout: Element | null): string | null {
  return (layout && childNamed(layout, "pStyle")?.getAttributeNS(wordNamespace, "val")) ?? null;
}
