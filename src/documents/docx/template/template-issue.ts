import type { LocalText } from "../../../core/result/index.js";
import type { TextPlace } from "./part-text.js";

/**
 * unknown: no such name · several: the name fits several · unclosed: braces that are never closed · not-alone: a section
 * or table inside other text or where none can stand · not-in-row: a list's column outside of a table row · two-lists: a
 * row for two lists · second-row: a further row of one list in one table · inside-control, inside-field, across: where no
 * control can be put · no-value: known, and the workbook says nothing of it · row-kept: a record is gone, and a person
 * wrote into its row · too-many.
 */
export type TemplateIssueKind =
  | "unknown"
  | "several"
  | "unclosed"
  | "not-alone"
  | "not-in-row"
  | "two-lists"
  | "second-row"
  | "inside-control"
  | "inside-field"
  | "across"
  | "no-value"
  | "row-kept"
  | "too-many";

/** Something in a template that a person has to look at; the place stays as it was. */
export interface TemplateIssue {
  readonly kind: TemplateIssueKind;
  /** As it is typed in the document: `{{公用经费用}}`. */
  readonly placeholder: string;
  readonly place: TextPlace;
  /** Counts from 1 in its part, in reading order; table cells included. */
  readonly paragraph: number;
  /** A known name that was perhaps meant. */
  readonly closest: string | null;
  readonly message: LocalText;
}

const places: Readonly<Record<TextPlace, LocalText>> = {
  body: { zh: "正文", en: "body" },
  table: { zh: "表格", en: "table" },
  header: { zh: "页眉", en: "header" },
  footer: { zh: "页脚", en: "footer" },
  footnote: { zh: "脚注", en: "footnote" },
  textbox: { zh: "文本框", en: "text box" },
};

const reasons: Readonly<Record<TemplateIssueKind, LocalText>> = {
  unknown: { zh: "没有这个名称", en: "no such name" },
  several: { zh: "这个名称不止一处，请写全", en: "the name fits several things; write it in full" },
  unclosed: { zh: "没有成对的 }}", en: "the closing }} is missing" },
  "not-alone": {
    zh: "章节和附表要单独占一段，不能写在别的文字中间，也不能写在脚注里；附表不能写在表格里",
    en: "a section or annex table needs a paragraph of its own, outside of notes; an annex table outside of tables",
  },
  "not-in-row": { zh: "清单的列要写在表格的一行里", en: "a column of a list belongs into a row of a table" },
  "two-lists": { zh: "同一行里写了两个清单", en: "the row names two lists" },
  "second-row": {
    zh: "同一表格里，一个清单只能有一行",
    en: "one table can hold one row of a list",
  },
  "inside-control": {
    zh: "写在别的内容控件里，那里放不下控件",
    en: "it stands in another content control that can hold none",
  },
  "inside-field": {
    zh: "写在域（如目录、交叉引用）里，更新域时会被冲掉",
    en: "it stands in a field, which Word writes anew",
  },
  across: {
    zh: "跨越了修订标记、超链接或内容控件的边界",
    en: "it reaches over the edge of a tracked change, a hyperlink or a control",
  },
  "no-value": { zh: "附表里还没有这个数，先留了提示", en: "the workbook does not say it yet; an invitation was left" },
  "row-kept": {
    zh: "附表里已没有这一项，这一行有人写过字，没有删",
    en: "the workbook has no such record any more; the row was kept for what a person wrote",
  },
  "too-many": { zh: "占位符太多，其余的没有处理", en: "too many placeholders; the rest was left alone" },
};

export function templateIssue(
  kind: TemplateIssueKind,
  placeholder: string,
  at: { readonly place: TextPlace; readonly number: number },
  closest: string | null = null,
): TemplateIssue {
  const { place, number } = at;
  const [where, reason] = [places[place], reasons[kind]];
  const zh = closest === null ? "" : `，是不是“${closest}”`;
  const en = closest === null ? "" : `; perhaps "${closest}"`;
  return {
    kind,
    placeholder,
    place,
    paragraph: number,
    closest,
    message: {
      zh: `${where.zh}第 ${number} 段 ${placeholder}：${reason.zh}${zh}`,
      en: `${where.en}, paragraph ${number}, ${placeholder}: ${reason.en}${en}`,
    },
  };
}
