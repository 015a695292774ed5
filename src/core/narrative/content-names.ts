import { annexesOf, type AnnexFacts, type FactBook, type FactNode } from "../facts/index.js";
import type { AnnexSpec, NarrativeSpec } from "../pack/index.js";
import { comparable } from "../quantity/index.js";
import { headingsOf } from "./report-content.js";

/**
 * fact: a value of the pack or an entry of the form · cell: a role of an annex · section: a section or what stands under
 * one of its sub-headings · column: of the records of a list · table: an annex as a whole.
 */
export type ContentKind = "fact" | "cell" | "section" | "column" | "table";

/** Something that a template may ask for, under the names that people type. */
export interface ContentName {
  readonly kind: ContentKind;
  /** As `ReportContent` knows it; of a table the annex's kind, of a column `list.column`. */
  readonly id: string;
  /** What people call it; for a column with its list, for a cell with its annex and row: 附件2.年度资金总额.全年执行数. */
  readonly label: string;
  /** Further names it answers to. */
  readonly others: readonly string[];
  /** What it stands under in a list for people; `""` for values of the pack. */
  readonly group: string;
}

export type NamedAnnex = Pick<AnnexSpec, "id" | "name" | "number">;

/**
 * Every name, in the order of the pack. Entries of the form that hold several lines are sections' business, those that a
 * value of the same name speaks of are that value's.
 */
export function contentNames(
  book: FactBook,
  spec: NarrativeSpec,
  annexes: readonly NamedAnnex[],
): readonly ContentName[] {
  const values = new Set(Object.values(spec.values).map(({ label }) => label));
  return [
    ...Object.entries(spec.values).map(([id, { label }]) => name("fact", id, label, "")),
    ...spec.form
      .filter(({ kind, label }) => kind !== "prose" && kind !== "list" && !values.has(withoutBrackets(label.zh)))
      .map(({ id, label }) => name("fact", `typed.${id}`, withoutBrackets(label.zh), "")),
    ...spec.sections.flatMap(({ id, title, body }) => [
      name("section", id, title, ""),
      ...headingsOf(body).map((heading) => name("section", `${id}#${heading}`, heading, title)),
    ]),
    ...Object.entries(spec.lists).flatMap(([list, { label, columns }]) =>
      label === undefined
        ? []
        : Object.entries(columns).map(([column, one]) =>
            name("column", `${list}.${column}`, `${label}.${one.label}`, label),
          ),
    ),
    ...annexes.map(({ id, name: title, number }) => ({
      ...name("table", id, number ?? title, title),
      others: number === undefined ? [] : [title],
    })),
    ...annexes.flatMap((annex) => annexesOf(book, annex.id).flatMap((found) => cellNames(found, annex))),
  ];
}

function name(kind: ContentKind, id: string, label: string, group: string): ContentName {
  return { kind, id, label, others: [], group };
}

/** The roles of an annex by the labels they stand under; rows of lists are left to the lists of the pack. */
function cellNames({ key, project, root }: AnnexFacts, { name: title, number }: NamedAnnex): readonly ContentName[] {
  const found: ContentName[] = [];
  const place = [number ?? title, ...(project === null ? [] : [project])];
  const visit = (node: FactNode, labels: readonly string[], step: string): void => {
    if (node.node === "list") return;
    if (node.node === "record") {
      const under = node === root || node.label === "" ? labels : [...labels, node.label];
      for (const [field, child] of node.fields) visit(child, under, field);
      return;
    }
    const label = [...labels, node.label ?? step].map(segment).filter((one) => one !== "");
    if (label.length <= place.length) return;
    const others = [[title, ...label.slice(1)].join(".")];
    found.push({ kind: "cell", id: `${key}.${node.path}`, label: label.join("."), others, group: place.join(" ") });
  };
  visit(root, place, "");
  return found;
}

/** Labels carry numbers, colons and line breaks; a dot would be taken for the next step. */
function segment(label: string): string {
  return withoutBrackets(comparable(label))
    .replace(/^(?:\d{1,2}[、.]|[①-⑳])/, "")
    .replace(/[:：]$/, "")
    .replaceAll(".", "");
}

function withoutBrackets(label: string): string {
  return label.replace(/[（(][^（）()]{0,40}[)）]$/, "");
}
