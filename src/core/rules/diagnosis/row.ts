import type { Fact, FactBook, FactNode, FactRecord } from "../../facts/index.js";
import { labelText } from "../../recognise/index.js";

const known = new WeakMap<FactRecord, ReadonlyMap<Fact, FactRecord>>();

/** The record that a fact belongs to: the row of its table. Null for facts of no annex. */
export function rowOf(fact: Fact, book: FactBook): FactRecord | null {
  const annex = book.annexes.find(({ key }) => key === fact.annex);
  if (!annex) return null;
  const rows = known.get(annex.root) ?? rowsOf(annex.root);
  known.set(annex.root, rows);
  return rows.get(fact) ?? null;
}

/** The fact of the same role in an annex of another book. */
export function factOn(root: FactRecord, path: string): Fact | null {
  return [...rowsOf(root).keys()].find((fact) => fact.path === path) ?? null;
}

/** A row of a list stands in its group as well; either will do. */
function rowsOf(root: FactRecord): ReadonlyMap<Fact, FactRecord> {
  const rows = new Map<Fact, FactRecord>();
  const visit = (node: FactNode, row: FactRecord): void => {
    if (node.node === "fact") rows.set(node, row);
    else if (node.node === "list") for (const item of node.items) visit(item, row);
    else for (const field of node.fields.values()) visit(field, node);
  };
  visit(root, root);
  return rows;
}

/** The other columns of the fact's row that are measured as it is and stand in cells of their own. */
export function besides(fact: Fact, book: FactBook): Fact[] {
  const row = rowOf(fact, book);
  return [...(row?.fields.values() ?? [])].filter(
    (other): other is Fact =>
      other.node === "fact" &&
      other !== fact &&
      other.from === "cells" &&
      other.unit === fact.unit &&
      other.reading.kind === "number" &&
      other.inText !== true,
  );
}

/** What people call the figure: its row, its project where that is another one's, else its column. */
export function nameOf(fact: Fact, home: Fact | null, book: FactBook): string {
  const annex = book.annexes.find(({ key }) => key === fact.annex);
  const row = rowOf(fact, book);
  const label = row && row !== annex?.root ? labelText(row.label).plain : "";
  const own = label === "" ? (fact.label ?? fact.path) : label;
  if (!annex || !home || home.annex === fact.annex) return own;
  return annex.project ?? `${annex.name}：${own}`;
}
