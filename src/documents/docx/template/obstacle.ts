import type { Element } from "slimdom";
import { childNamed } from "../report-package.js";
import { wordNamespace } from "../names.js";
import type { TextParagraph } from "./part-text.js";
import type { FoundPlaceholder } from "./placeholder-syntax.js";
import type { TemplateIssueKind } from "./template-issue.js";

/** Why no control can be put in the place of a placeholder; null where one can. */
export function obstacle(
  { pieces }: TextParagraph,
  { from, to }: Pick<FoundPlaceholder, "from" | "to">,
): TemplateIssueKind | null {
  const touched = pieces.filter(
    (piece) => piece.from < to && piece.from + (piece.element.textContent ?? "").length > from,
  );
  const [first] = touched;
  if (!first || touched.some(({ holder }) => !isSame(holder, first.holder))) return "across";
  if (touched.some(({ isFieldResult }) => isFieldResult)) return "inside-field";
  for (let node = first.run.parentElement; node; node = node.parentElement) {
    if (node.localName === "sdt" && !holdsControls(node)) return "inside-control";
  }
  return null;
}

/** Typing with tracked changes leaves one insertion behind another. */
function isSame(a: Element | null, b: Element | null): boolean {
  return a === b || (a?.localName === "ins" && b?.localName === "ins" && a.parentElement === b.parentElement);
}

/** Kinds of control whose content is one text, a choice or a picture. */
const closed = [
  "text",
  "date",
  "dropDownList",
  "comboBox",
  "picture",
  "checkbox",
  "citation",
  "bibliography",
  "equation",
  "dataBinding",
  "showingPlcHdr",
];

function holdsControls(control: Element): boolean {
  const properties = childNamed(control, "sdtPr");
  if (!properties) return true;
  if (properties.children.some(({ localName }) => closed.includes(localName))) return false;
  const lock = childNamed(properties, "lock")?.getAttributeNS(wordNamespace, "val");
  return lock !== "contentLocked" && lock !== "sdtContentLocked";
}
