import type { Document, Element } from "slimdom";
import type { LocalText } from "../../core/result/index.js";
import { contentOf, propertyOf, tagOf } from "./control.js";
import { factsStore, roleOfTag, type ControlRole } from "./names.js";
import { written } from "./serialize.js";
import { figureMark } from "./skeleton.js";

/** Block controls whose content Word can be asked to replace. */
export function isReplaceable({ kind }: ControlRole): boolean {
  return kind === "section" || kind === "body" || kind === "table";
}

/**
 * A section without what follows by itself: the words, name and number of a bound figure. Two shapes differ where its
 * content has to be replaced.
 */
export function sectionShape(section: Element): string {
  const content = contentOf(section)?.cloneNode(true) as Element | undefined;
  if (!content) return "";
  markControls(content, false);
  return content.children.map(written).join("");
}

/** A part without its sections and without what follows by itself. */
export function shapeAround(document: Document): string {
  const root = document.documentElement?.cloneNode(true) as Element | undefined;
  if (!root) return "";
  markControls(root, true);
  return written(root);
}

/** Puts marks in the place of bound figures, and of sections where wanted. */
function markControls(root: Element, sectionsToo: boolean): void {
  for (const control of root.getElementsByTagNameNS("*", "sdt")) {
    const tag = tagOf(control);
    const role = roleOfTag(tag);
    if (role && sectionsToo && isReplaceable(role)) control.replaceWith(figureMark(`section ${tag ?? ""}`));
    if (role?.kind !== "fact") continue;
    const isBound = propertyOf(control, "dataBinding", "storeItemID") === factsStore;
    control.replaceWith(figureMark(`${isBound ? "bound" : "loose"} ${role.key}`));
  }
}

const revisions = ["ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange"];

const reasons: readonly (readonly [names: readonly string[], reason: LocalText])[] = [
  [revisions, { zh: "其中有未接受的修订", en: "it holds tracked changes" }],
  [["commentRangeStart", "commentReference"], { zh: "其中有批注", en: "it holds comments" }],
  [["footnoteReference", "endnoteReference"], { zh: "其中有脚注或尾注", en: "it holds notes" }],
  [
    ["drawing", "pict", "object", "AlternateContent", "altChunk"],
    { zh: "其中有图片或嵌入的对象", en: "it holds pictures or embedded objects" },
  ],
  [["hyperlink"], { zh: "其中有超链接", en: "it holds links" }],
  [["numPr"], { zh: "其中有自动编号", en: "it holds automatic numbering" }],
  [["sectPr"], { zh: "其中有分节符", en: "it holds a section break" }],
];

/**
 * Why the content of a section cannot be taken out and put back without a loss, null where it can: it holds something
 * that lives in other parts of the package, or that Word makes anew when content is inserted. Revisions of our own may go in.
 */
export function whyNotInPlace(section: Element, mayRevise: boolean): LocalText | null {
  const content = contentOf(section);
  if (!content) return null;
  for (const [names, reason] of reasons) {
    if (mayRevise && names === revisions) continue;
    if (names.some((name) => content.getElementsByTagNameNS("*", name).length > 0)) return reason;
  }
  return null;
}
