import type { Figure, NarrativeParagraph, NarrativeSection, Span } from "../../core/narrative/index.js";
import { addressOf } from "../../core/sheet/index.js";
import { escapeAttribute, escapeText } from "../xml/index.js";
import {
  controlTitle,
  factKey,
  factPath,
  factPrefixMapping,
  factsStore,
  factTag,
  sectionTag,
  typedTag,
} from "./names.js";
import type { Pen } from "./pen.js";

/** The block control of a section: its title and everything under it. */
export function renderSection(section: NarrativeSection, pen: Pen): string {
  const content = paragraphsOf(section).map((paragraph) => renderParagraph(paragraph, pen));
  return sectionControl(section, content.join(""), pen);
}

/** The control of a section around content of any origin. */
export function sectionControl(section: NarrativeSection, content: string, pen: Pen): string {
  const alias = section.title === "" ? (sectionNames[section.id] ?? section.id) : section.title;
  const name = section.id === "title" ? "标题" : alias;
  const properties = `<w:alias w:val="${escapeAttribute(controlTitle(name))}"/><w:tag w:val="${escapeAttribute(sectionTag(section.id))}"/><w:id w:val="${pen.ids.fresh()}"/>`;
  return `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
}

const sectionNames: Readonly<Record<string, string>> = { closing: "附件清单" };

/** The paragraphs of a section as they stand in the document, its numbered title first. */
export function paragraphsOf({ id, title, paragraphs }: NarrativeSection): readonly NarrativeParagraph[] {
  if (title === "" || id === "title") return paragraphs;
  return [{ kind: "section", spans: [{ kind: "text", text: title, cells: [] }] }, ...paragraphs];
}

export function renderParagraph(paragraph: NarrativeParagraph, pen: Pen): string {
  const runs = joined(paragraph.spans).map((span) => renderSpan(span, pen));
  return `<w:p><w:pPr><w:pStyle w:val="${escapeAttribute(pen.styles[paragraph.kind])}"/></w:pPr>${runs.join("")}</w:p>`;
}

/** Neighbouring words become one run. */
export function joined(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (const span of spans) {
    const last = result[result.length - 1];
    if (span.kind === "text" && last?.kind === "text") {
      result[result.length - 1] = { ...last, text: last.text + span.text };
    } else result.push(span);
  }
  return result;
}

/** As it stands in a paragraph; a tracked insertion where the document tracks its changes. */
export function renderSpan(span: Span, pen: Pen): string {
  const { revision } = pen;
  if (span.kind === "text") {
    const run = `<w:r>${textElement(span.text)}</w:r>`;
    return revision ? revision.inserted(run) : run;
  }
  const control = span.kind === "figure" ? renderFigure(span.figure, pen) : renderPlaceholder(span, pen);
  return revision ? revision.insertedControl(control) : control;
}

function renderPlaceholder({ id, text }: Extract<Span, { kind: "placeholder" }>, { ids, styles }: Pen): string {
  const properties = `<w:alias w:val="请填写"/><w:tag w:val="${escapeAttribute(typedTag(id))}"/><w:id w:val="${ids.fresh()}"/><w:showingPlcHdr/>`;
  return `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent><w:r><w:rPr><w:rStyle w:val="${escapeAttribute(styles.placeholder)}"/></w:rPr>${textElement(text)}</w:r></w:sdtContent></w:sdt>`;
}

/**
 * Word re-creates a bound control's text on every refresh and keeps only the formatting named in its properties: a
 * character style without fonts of its own, so that figures look like the text around them in any template.
 */
function renderFigure(figure: Figure, { ids, styles }: Pen): string {
  const format = `<w:rPr><w:rStyle w:val="${escapeAttribute(styles.figure)}"/></w:rPr>`;
  const properties = `${format}<w:alias w:val="${escapeAttribute(figureTitle(figure))}"/><w:tag w:val="${escapeAttribute(factTag(figure.id))}"/><w:id w:val="${ids.fresh()}"/>${bindingElement(factKey(figure.id))}<w:text/>`;
  return `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent><w:r>${format}${textElement(figure.text)}</w:r></w:sdtContent></w:sdt>`;
}

export function bindingElement(key: string): string {
  return `<w:dataBinding w:prefixMappings="${escapeAttribute(factPrefixMapping)}" w:xpath="${escapeAttribute(factPath(key))}" w:storeItemID="${factsStore}"/>`;
}

function textElement(text: string): string {
  return `<w:t xml:space="preserve">${escapeText(text)}</w:t>`;
}

/** Where the figure comes from, as a person reads it above the control. */
export function figureTitle({ label, cells, from }: Figure): string {
  const [cell] = cells;
  const source =
    cell !== undefined
      ? `${cell.sheet}!${addressOf(cell)}${cells.length > 1 ? " 等" : ""}`
      : from === "typed"
        ? "基本情况表"
        : from === "default"
          ? "未填写，按无处理"
          : "按附表计算";
  return controlTitle(label === "" ? source : `${source} ${label}`);
}
