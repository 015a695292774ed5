import { annexesOf, factAt, type Fact, type FactBook, type FactNode } from "../facts/index.js";
import type { NarrativeListSpec, NarrativeSpec } from "../pack/index.js";
import { comparable } from "../quantity/index.js";
import { draftNarrative } from "./draft.js";
import { holds } from "./evaluate.js";
import type { Figure, Narrative, NarrativeParagraph } from "./narrative.js";
import { Scope, type Row } from "./scope.js";
import { oneLine, valueOfFact, type Value } from "./value.js";

/** A record of a list under a name that it keeps when rows move, with what each column of the list says of it. */
export interface ContentRow {
  readonly key: string;
  /** By column; a column that says nothing of this record has an empty text. */
  readonly cells: ReadonlyMap<string, Figure>;
}

/** Everything a Word template may ask for by id, worked out when it is asked for. */
export interface ReportContent {
  readonly narrative: Narrative;
  /** A value of the pack, an entry of the form (`typed.stateCapital`), a role of an annex or the cell of a list's row. */
  figure(id: string): Figure | null;
  /** Everything under the title of a section, or under one of its sub-headings (`overview#职能职责`); null: no such. */
  section(id: string): readonly NarrativeParagraph[] | null;
  rows(list: string): readonly ContentRow[];
  /** Kinds of annex that a report of its own puts behind the text. */
  readonly tables: readonly string[];
  /** A row that stands for no record: every column of the list says nothing. */
  blankRow(list: string): ContentRow;
}

export function reportContent(
  book: FactBook,
  spec: NarrativeSpec,
  options: Readonly<Record<string, boolean>> = {},
): ReportContent {
  const narrative = draftNarrative(book, spec, options);
  const scope = new Scope(book, spec, options);
  const tables = spec.annexTables;
  const lists = new Map<string, readonly ContentRow[]>();
  const rows = (list: string): readonly ContentRow[] => {
    const known = lists.get(list) ?? contentRows(scope, list);
    lists.set(list, known);
    return known;
  };
  let paths: ReadonlyMap<string, Fact> | null = null;
  const figure = (id: string): Figure | null => {
    const list = id.slice(0, id.indexOf("["));
    if (Object.hasOwn(spec.lists, list)) {
      return (
        rows(list)
          .flatMap(({ cells }) => [...cells.values()])
          .find((cell) => cell.id === id) ?? null
      );
    }
    const named = Object.hasOwn(spec.values, id) || id.startsWith("typed.");
    if (named) return figureOf(id, spec.values[id]?.label ?? formLabel(spec, id.slice(6)), scope.value(id));
    paths ??= pathsOf(book);
    const fact = paths.get(id) ?? firstOfKind(book, id);
    return fact && figureOf(id, fact.label ?? "", valueOfFact(fact));
  };
  return {
    narrative,
    figure,
    section: (id) => sectionOf(narrative, spec, id),
    rows,
    tables: tables && (!tables.when || holds(scope, tables.when)) ? tables.of : [],
    blankRow: (list) => rowOf(list, "", spec.lists[list]?.columns ?? {}, () => null),
  };
}

function formLabel(spec: NarrativeSpec, id: string): string {
  return spec.form.find((field) => field.id === id)?.label.zh ?? "";
}

function figureOf(id: string, label: string, value: Value | null): Figure | null {
  if (!value || value.text === "") return null;
  const { cells, from } = value;
  if (value.kind === "text") return { id, label, text: oneLine(value.text), unit: null, cells, from };
  return { id, label: label === "" ? value.label : label, text: value.text, unit: value.unit, cells, from };
}

/** Records of one key are told apart by their order. */
function contentRows(scope: Scope, list: string): readonly ContentRow[] {
  const spec = scope.spec.lists[list];
  if (!spec) return [];
  const counts = new Map<string, number>();
  return scope.rows(list).map((row) => {
    const name = keyOf(scope, row, spec.key);
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    const key = count === 1 ? name : `${name}#${count}`;
    const inside = scope.inside(row, spec.columns);
    return rowOf(list, key, spec.columns, (column) => inside.value(column));
  });
}

function rowOf(
  list: string,
  key: string,
  columns: NarrativeListSpec["columns"],
  value: (column: string) => Value | null,
): ContentRow {
  const cells = Object.entries(columns).map(([column, { label }]): readonly [string, Figure] => {
    const id = `${list}[${key}].${column}`;
    const said = figureOf(id, label, value(column));
    return [column, said ?? { id, label, text: "", unit: null, cells: [], from: "default" }];
  });
  return { key, cells: new Map(cells) };
}

function keyOf(scope: Scope, row: Row, names: readonly string[]): string {
  const inside = scope.inside(row);
  const words = names.map((name) => comparable(inside.value(name)?.text ?? ""));
  return words.filter((word) => word !== "").join("/");
}

/** `overview#职能职责`: the paragraphs under a sub-heading, up to the next one. */
function sectionOf(narrative: Narrative, spec: NarrativeSpec, id: string): readonly NarrativeParagraph[] | null {
  const [name = "", heading] = id.split("#");
  if (name === "closing" && narrative.closing) return narrative.closing.paragraphs;
  const section = narrative.sections.find((one) => one.id === name);
  if (!section) return null;
  if (heading === undefined) return section.paragraphs;
  const isKnown = spec.sections.some((one) => one.id === name && headingsOf(one.body).includes(heading));
  if (!isKnown) return null;
  const from = section.paragraphs.findIndex(
    ({ kind, spans }) => kind === "heading" && spans[0]?.kind === "text" && spans[0].text.endsWith(heading),
  );
  if (from < 0) return [];
  const rest = section.paragraphs.slice(from + 1);
  const next = rest.findIndex(({ kind }) => kind === "heading");
  return next < 0 ? rest : rest.slice(0, next);
}

/** The sub-headings of a section, as the pack writes them. */
export function headingsOf(body: NarrativeSpec["sections"][number]["body"]): readonly string[] {
  return body.flatMap((block) => ("heading" in block ? [block.heading] : []));
}

function pathsOf(book: FactBook): ReadonlyMap<string, Fact> {
  const found = new Map<string, Fact>();
  const visit = (node: FactNode): void => {
    if (node.node === "fact") found.set(`${node.annex}.${node.path}`, node);
    else for (const child of node.node === "list" ? node.items : node.fields.values()) visit(child);
  };
  for (const { root } of book.annexes) visit(root);
  return found;
}

/** `a3.fund.total.executed` without saying which annex 3, and figures worked out from an annex. */
function firstOfKind(book: FactBook, id: string): Fact | null {
  const [kind = "", ...path] = id.split(".");
  for (const { root } of annexesOf(book, kind)) {
    const fact = factAt(root, path.join("."));
    if (fact) return fact;
  }
  return null;
}
