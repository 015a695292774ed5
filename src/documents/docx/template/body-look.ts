import type { Element } from "slimdom";
import { contentOf } from "../control.js";
import { fragment } from "../fragment.js";
import { wordNamespace } from "../names.js";
import { childNamed } from "../report-package.js";
import { styleIds } from "../styles.js";

/** How the paragraphs of a section look in a template: as the paragraph did that held the placeholder. */
export interface BodyLook {
  readonly paragraph: Element | null;
  readonly run: Element | null;
}

/** The run's format is kept with the control; the paragraph's is that of its last paragraph, which is no sub-heading. */
export function lookOf(control: Element): BodyLook {
  const properties = childNamed(control, "sdtPr");
  const paragraphs = contentOf(control)?.children.filter(({ localName }) => localName === "p") ?? [];
  const last = paragraphs[paragraphs.length - 1];
  return { paragraph: (last && childNamed(last, "pPr")) ?? null, run: properties && childNamed(properties, "rPr") };
}

const headingFont = '<w:rFonts w:eastAsia="楷体_GB2312"/>';

/** Puts the template's look in the place of our own styles. */
export function dress(paragraph: Element, look: BodyLook): void {
  const own = childNamed(paragraph, "pPr");
  const isHeading = own ? styleOf(own) === styleIds.heading : false;
  own?.remove();
  if (look.paragraph) paragraph.prepend(withoutExtras(look.paragraph));
  for (const run of paragraph.getElementsByTagNameNS(wordNamespace, "r")) setFormat(run, look.run, isHeading);
  for (const properties of paragraph.getElementsByTagNameNS(wordNamespace, "sdtPr")) {
    if (childNamed(properties, "text")) setFormat(properties, look.run, isHeading);
  }
}

function styleOf(layout: Element): string | null {
  return childNamed(layout, "pStyle")?.getAttributeNS(wordNamespace, "val") ?? null;
}

/** Page sections, records of edits and the hidden mark belong to one paragraph alone. */
function withoutExtras(layout: Element): Element {
  const copy = layout.cloneNode(true) as Element;
  for (const child of copy.children) if (["sectPr", "pPrChange"].includes(child.localName)) child.remove();
  const mark = childNamed(copy, "rPr");
  for (const child of mark?.children ?? []) {
    if (["vanish", "ins", "del", "moveFrom", "moveTo", "rPrChange"].includes(child.localName)) child.remove();
  }
  if (mark?.children.length === 0) mark.remove();
  return copy;
}

/** An invitation to write stays grey. */
function setFormat(holder: Element, look: Element | null, isHeading: boolean): void {
  const own = childNamed(holder, "rPr");
  const isInvitation = own
    ? childNamed(own, "rStyle")?.getAttributeNS(wordNamespace, "val") === styleIds.placeholder
    : false;
  own?.remove();
  const [format] = look ? [look.cloneNode(true) as Element] : fragment("<w:rPr/>");
  if (!format) return;
  if (isInvitation) {
    childNamed(format, "rStyle")?.remove();
    format.prepend(...fragment(`<w:rStyle w:val="${styleIds.placeholder}"/>`));
  }
  if (isHeading) setHeadingFont(format);
  if (format.children.length > 0) holder.prepend(format);
}

function setHeadingFont(format: Element): void {
  const fonts = childNamed(format, "rFonts");
  if (fonts) {
    fonts.removeAttributeNS(wordNamespace, "eastAsiaTheme");
    fonts.setAttributeNS(wordNamespace, "w:eastAsia", "楷体_GB2312");
    return;
  }
  const style = childNamed(format, "rStyle");
  if (style) style.after(...fragment(headingFont));
  else format.prepend(...fragment(headingFont));
}
