import type { AnnexFacts, Fact, FactBook, FactNode, FactRecord } from "../core/facts/index.js";
import type { Finding } from "../core/findings/index.js";

/**
 * The book with what people explained: the record that an explained finding speaks of gets a field `explained` with the
 * reason under the rule's id, `indicators[造林面积].explained.indicator/late`. The reasons have no cells.
 */
export function explainedBook(book: FactBook, findings: readonly Finding[]): FactBook {
  const explained = findings.filter(({ waived, annexKey }) => waived !== null && annexKey !== null);
  if (explained.length === 0) return book;
  const annexes = book.annexes.map((annex): AnnexFacts => {
    const own = explained.filter(({ annexKey }) => annexKey === annex.key);
    return own.length === 0 ? annex : { ...annex, root: new Explained(annex.root, own).root };
  });
  return { ...book, annexes };
}

/** Copies a tree of records where a reason is to be put; a row that stands in two lists stays one record. */
class Explained {
  readonly root: FactRecord;
  private readonly reasons = new Map<FactRecord, Finding[]>();
  private readonly copies = new Map<FactRecord, FactRecord>();

  constructor(root: FactRecord, findings: readonly Finding[]) {
    const records = [...recordsOf(root)];
    for (const finding of findings) {
      const near = records.filter(({ path }) => isWithin(finding.subject, path));
      const nearest = near.reduce((best, record) => (record.path.length > best.path.length ? record : best), root);
      this.reasons.set(nearest, [...(this.reasons.get(nearest) ?? []), finding]);
    }
    this.root = this.copy(root);
  }

  private copy(record: FactRecord): FactRecord {
    const known = this.copies.get(record);
    if (known) return known;
    const fields = new Map<string, FactNode>();
    for (const [name, node] of record.fields) fields.set(name, this.node(node));
    const reasons = this.reasons.get(record);
    if (reasons) fields.set("explained", explainedRecord(record, reasons));
    const copy = { ...record, fields };
    this.copies.set(record, copy);
    return copy;
  }

  private node(node: FactNode): FactNode {
    if (node.node === "fact") return node;
    return node.node === "record" ? this.copy(node) : { ...node, items: node.items.map((item) => this.copy(item)) };
  }
}

function* recordsOf(node: FactNode): Generator<FactRecord> {
  if (node.node === "fact") return;
  if (node.node === "record") yield node;
  for (const child of node.node === "record" ? node.fields.values() : node.items) yield* recordsOf(child);
}

function isWithin(path: string, record: string): boolean {
  return record === "" || path === record || path.startsWith(`${record}.`);
}

function explainedRecord({ path, annex }: FactRecord, findings: readonly Finding[]): FactRecord {
  const at = path === "" ? "explained" : `${path}.explained`;
  const facts = findings.map(({ id, waived }): Fact => ({
    node: "fact",
    path: `${at}.${id}`,
    annex,
    type: "text",
    reading: { kind: "text" },
    unit: null,
    shown: waived?.reason ?? "",
    cells: [],
    from: "typed",
  }));
  const fields = new Map(facts.map((fact, index) => [findings[index]?.id ?? "", fact]));
  return { node: "record", path: at, annex, label: "", fields };
}
