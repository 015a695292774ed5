import type { Element } from "slimdom";
import type { LocalText } from "../../core/result/index.js";
import { contentOf, propertyOf, tagOf } from "./control.js";
import { factsStore, roleOfTag } from "./names.js";
import { written } from "./serialize.js";
import { figureMark } from "./skeleton.js";

/**
 * A section without what follows by itself: the words, name and number of a bound figure. Two shapes differ where its
 * content has to be replaced.
 */
export function sectionShape(section: Element): string {
  const content = contentOf(section)?.cloneNode(true) as Element | undefined;
  if (!content) return "";
  for (const control of content.getElementsByTagNameNS("*", "sdt")) {
    const role = roleOfTag(tagOf(control));
    if (role?.kind !== "fact") continue;
    const isBound = propertyOf(control, "dataBinding", "storeItemID") === factsStore;
    control.replaceWith(figureMark(`${isBound ? "bound" : "loose"} ${role.key}`));
  }
  return content.children.map(written).join("");
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
