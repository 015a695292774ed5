import type { Element } from "slimdom";
import { contentOf, showsPlaceholder } from "./control.js";
import { fragment, valueElement } from "./fragment.js";
import { factPath, factPrefixMapping, factsStore, factTag, wordNamespace } from "./names.js";
import type { FigurePlan } from "./plan-figures.js";
import { figureTitle } from "./render.js";
import { childNamed } from "./report-package.js";
import { shownText } from "./words.js";

/**
 * The control shows the planned text, is bound to its node and names its source.
 * A bound control shows the node, other programs show the words: both are always written.
 */
export function showFigure(control: Element, plan: FigurePlan): void {
  const properties = childNamed(control, "sdtPr");
  const content = contentOf(control);
  if (!properties || !content) return;
  bind(properties, plan.key);
  if (plan.figure) {
    name(properties, figureTitle(plan.figure));
    if (!childNamed(properties, "tag")) {
      childNamed(properties, "alias")?.after(...valueElement("tag", factTag(plan.figure.id)));
    }
  }
  if (shownText(control) === plan.text) return;
  setText(content, properties, plan.text, showsPlaceholder(control));
  if (plan.text !== "" && showsPlaceholder(control)) childNamed(properties, "showingPlcHdr")?.remove();
}

function bind(properties: Element, key: string): void {
  const bound = childNamed(properties, "dataBinding");
  const path = factPath(key);
  if (
    bound?.getAttributeNS(wordNamespace, "storeItemID") === factsStore &&
    bound.getAttributeNS(wordNamespace, "xpath") === path
  ) {
    return;
  }
  const [binding] = bound ? [bound] : fragment("<w:dataBinding/>");
  if (!binding) return;
  binding.setAttributeNS(wordNamespace, "w:prefixMappings", factPrefixMapping);
  binding.setAttributeNS(wordNamespace, "w:xpath", path);
  binding.setAttributeNS(wordNamespace, "w:storeItemID", factsStore);
  if (!bound) {
    const before = properties.children.find(({ localName }) =>
      ["label", "tabIndex", "text", "richText"].includes(localName),
    );
    properties.insertBefore(binding, before ?? null);
  }
}

/** Rows move: the title above the control names today's cell. */
function name(properties: Element, title: string): void {
  const alias = childNamed(properties, "alias");
  if (alias?.getAttributeNS(wordNamespace, "val") === title) return;
  if (alias) alias.setAttributeNS(wordNamespace, "w:val", title);
  else {
    const format = childNamed(properties, "rPr");
    if (format) format.after(...valueElement("alias", title));
    else properties.prepend(...valueElement("alias", title));
  }
}

const [emptyRun] = fragment('<w:r><w:t xml:space="preserve"/></w:r>');

/**
 * One run with the format of the first one; Word may have split the figure over several, and widened the control to its
 * paragraph or to its cell. Marks of a tracked control stay around the run.
 */
function setText(content: Element, properties: Element, text: string, isInvited: boolean): void {
  const runs = content.getElementsByTagNameNS("*", "r").filter((run) => !isInsideDeletion(run, content));
  const [first] = runs;
  // Word's invitation is grey; the figure that takes its place has the control's own format.
  const format = (first && !isInvited && childNamed(first, "rPr")) || childNamed(properties, "rPr");
  const fresh = emptyRun?.cloneNode(true) as Element | undefined;
  if (!fresh) return;
  fresh.firstElementChild?.append(text);
  if (format) fresh.prepend(format.cloneNode(true));
  if (first) first.before(fresh);
  else (content.getElementsByTagNameNS("*", "p")[0] ?? content).append(fresh);
  for (const run of runs) run.remove();
  for (const name of ["del", "moveFrom", "proofErr"]) {
    for (const leftover of content.getElementsByTagNameNS("*", name)) {
      // A deleted paragraph mark is named like deleted words.
      if (leftover.parentElement?.localName !== "rPr") leftover.remove();
    }
  }
}

function isInsideDeletion(run: Element, content: Element): boolean {
  for (let node = run.parentElement; node && node !== content; node = node.parentElement) {
    if (node.localName === "del" || node.localName === "moveFrom") return true;
  }
  return false;
}
