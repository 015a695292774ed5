import type { FactBook } from "../core/facts/index.js";
import {
  contentNames,
  paragraphText,
  reportContent,
  type ContentKind,
  type ContentName,
  type ReportContent,
} from "../core/narrative/index.js";
import type { Pack } from "../core/pack/index.js";
import { addressOf } from "../core/sheet/index.js";

/** One thing that a person may ask for in a Word template, and what to type for it. */
export interface Placeholder {
  readonly kind: ContentKind;
  readonly id: string;
  /** 公用经费 · 附件2.年度资金总额.全年执行数 · 存在的问题及原因分析 · 指标.得分 · 附件2 */
  readonly label: string;
  /** What it stands under in a list: a section's title for a sub-heading, a list, an annex; else `""`. */
  readonly group: string;
  /** To be copied into the document: `{{公用经费}}`, `{{节:存在的问题及原因分析}}`. */
  readonly typed: string;
  /** What it says now; lines of a section by line breaks, of a column the first records'; `""` when it says nothing. */
  readonly text: string;
  readonly unit: string | null;
  /** 附件1!D24, or `""`. */
  readonly source: string;
}

/** Everything a template may ask for by name, with what the workbook says of it now. */
export function placeholders(pack: Pick<Pack, "narrative" | "annexes">, book: FactBook): readonly Placeholder[] {
  const content = reportContent(book, pack.narrative);
  const names = contentNames(book, pack.narrative, pack.annexes);
  const counts = new Map<string, number>();
  for (const { kind, label } of names) counts.set(`${kind} ${label}`, (counts.get(`${kind} ${label}`) ?? 0) + 1);
  return names.map((name) => {
    const isUnique = counts.get(`${name.kind} ${name.label}`) === 1;
    return {
      kind: name.kind,
      id: name.id,
      label: name.label,
      group: name.group,
      typed: `{{${prefixes[name.kind]}${isUnique ? name.label : name.id}}}`,
      ...currentText(name, content, book),
    };
  });
}

const prefixes: Readonly<Record<ContentKind, string>> = {
  fact: "",
  cell: "",
  column: "",
  section: "节:",
  table: "表:",
};

/** Records of a column shown as a sample. */
const shownRecords = 3;

function currentText(
  { kind, id }: ContentName,
  content: ReportContent,
  book: FactBook,
): Pick<Placeholder, "text" | "unit" | "source"> {
  const nothing = { unit: null, source: "" };
  switch (kind) {
    case "fact":
    case "cell": {
      const figure = content.figure(id);
      const [cell] = figure?.cells ?? [];
      const source = cell ? `${cell.sheet}!${addressOf(cell)}` : "";
      return { text: figure?.text ?? "", unit: figure?.unit ?? null, source };
    }
    case "section":
      return { text: (content.section(id) ?? []).map(paragraphText).join("\n"), ...nothing };
    case "column": {
      const [list = "", column = ""] = id.split(".");
      const rows = content.rows(list);
      const texts = rows.slice(0, shownRecords).map(({ cells }) => cells.get(column)?.text ?? "");
      return { text: texts.join("、") + (rows.length > shownRecords ? "……" : ""), ...nothing };
    }
    case "table":
      return {
        text: book.annexes
          .filter((annex) => annex.id === id)
          .map(({ sheet }) => sheet)
          .join("、"),
        ...nothing,
      };
  }
}
