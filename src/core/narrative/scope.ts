import {
  annexesOf,
  childOf,
  factAt,
  type AnnexFacts,
  type Fact,
  type FactBook,
  type FactNode,
  type FactRecord,
} from "../facts/index.js";
import type { LocalSpec, NarrativeListSpec, NarrativeSpec } from "../pack/index.js";
import { comparable, decimal } from "../quantity/index.js";
import { evaluate, holds } from "./evaluate.js";
import { computed, valueOfFact, type Value } from "./value.js";

/** A record of a list with the annex it stands in. */
export interface Row {
  readonly record: FactRecord;
  readonly annex: AnnexFacts | null;
}

/** A value under the name by which the report and the ledger know it. */
export interface Named {
  readonly id: string;
  readonly value: Value;
}

/** Everything a pattern may name, over one fact book. Inside a list `row` and `locals` come on top. */
export class Scope {
  private readonly values = new Map<string, Value | null>();
  private readonly lists = new Map<string, readonly Row[]>();

  constructor(
    readonly book: FactBook,
    readonly spec: NarrativeSpec,
    private readonly options: Readonly<Record<string, boolean>>,
    private readonly row: Row | null = null,
    private readonly locals: Readonly<Record<string, LocalSpec>> = {},
    private readonly outer: Scope | null = null,
  ) {}

  inside(row: Row, locals: Readonly<Record<string, LocalSpec>> = {}): Scope {
    return new Scope(this.book, this.spec, this.options, row, locals, this.outer ?? this);
  }

  named(name: string): Named | null {
    const local = this.locals[name];
    if (local && this.row) {
      const value = this.own(name, () => withUnit(evaluate(this, local.of, local.decimals), local.unit));
      return value && { id: `${placeOf(this.row)}.${name}`, value };
    }
    if (this.row && (name.startsWith("item.") || name.startsWith("annex."))) {
      const value = this.value(name);
      return value && { id: `${placeOf(this.row)}.${name.slice(name.indexOf(".") + 1)}`, value };
    }
    const value = this.value(name);
    return value && { id: name, value };
  }

  value(name: string): Value | null {
    if (this.row) {
      if (this.locals[name]) return this.named(name)?.value ?? null;
      if (name.startsWith("item.")) return valueAt(this.row.record, name.slice(5));
      if (name.startsWith("annex.")) return annexWord(this.row.annex, name.slice(6));
    }
    const shared = this.outer ?? this;
    return shared.own(name, () => shared.lookup(name));
  }

  /** The first entry of the form with this id that says something: what was typed, else the pack's standard words. */
  typed(id: string): Value | null {
    const fact = factAt(this.book.typed, id);
    if (fact && fact.reading.kind !== "empty" && fact.shown.trim() !== "") {
      // Prose keeps its lines, and whatever a person typed is worth printing, 无 included.
      return fact.reading.kind === "number"
        ? valueOfFact(fact)
        : { kind: "text", text: fact.shown.trim(), cells: [], from: "typed" };
    }
    const standard = this.spec.form.find((field) => field.id === id)?.standard;
    return standard === undefined ? null : { kind: "text", text: standard, cells: [], from: "default" };
  }

  option(name: string): boolean {
    return this.options[name] ?? this.spec.options[name] ?? false;
  }

  rows(name: string): readonly Row[] {
    const list = this.spec.lists[name];
    if (!list) return this.rowsAt(name);
    // Only a list of the record at hand differs from record to record.
    const keeper = list.from.some((source) => source.startsWith("item.")) ? this : (this.outer ?? this);
    const known = keeper.lists.get(name);
    if (known) return known;
    const rows = this.listed(list);
    keeper.lists.set(name, rows);
    return rows;
  }

  private listed({ from, where, unlike }: NarrativeListSpec): readonly Row[] {
    const rows: Row[] = [];
    const annexes = new Map<string, Set<AnnexFacts | null>>();
    for (const row of from.flatMap((source) => this.rows(source))) {
      if (where && !holds(this.inside(row), where)) continue;
      if (unlike) {
        const key = unlike.map((field) => comparable(valueAt(row.record, field)?.text ?? "")).join("\n");
        const seen = annexes.get(key) ?? new Set();
        annexes.set(key, seen);
        if ([...seen].some((annex) => annex !== row.annex)) continue;
        seen.add(row.annex);
      }
      rows.push(row);
    }
    return rows;
  }

  isPresent(name: string): boolean {
    if (!name.includes(".") && annexesOf(this.book, name).length > 0) return true;
    return this.value(name) !== null || this.rows(name).length > 0;
  }

  private lookup(name: string): Value | null {
    const spec = this.spec.values[name];
    if (spec) {
      const value = withUnit(evaluate(this, spec.of, spec.decimals), spec.unit);
      if (value) return value.kind === "figure" ? { ...value, label: spec.label } : value;
      if (spec.otherwise === undefined) return null;
      const assumed =
        typeof spec.otherwise === "number"
          ? computed(decimal(spec.otherwise), undefined, spec.unit ?? null)
          : ({ kind: "text", text: spec.otherwise, cells: [] } as const);
      return { ...assumed, from: "default", ...(assumed.kind === "figure" ? { label: spec.label } : {}) };
    }
    const [head = "", ...rest] = name.split(".");
    const path = rest.join(".");
    if (head === "typed") return this.typed(path);
    if (head === "book") return bookWord(this.book, path);
    for (const annex of annexesOf(this.book, head)) {
      const value = valueAt(annex.root, path);
      if (value) return value;
    }
    return null;
  }

  /** A list of annexes, or of the current record. */
  private rowsAt(name: string): readonly Row[] {
    const [head = "", ...path] = name.split(".");
    const roots: readonly Row[] =
      head === "item"
        ? this.row
          ? [this.row]
          : []
        : annexesOf(this.book, head).map((annex) => ({ record: annex.root, annex }));
    return roots.flatMap(({ record, annex }) =>
      path.length === 0
        ? [{ record, annex }]
        : nodesAt(record, path).flatMap((node) =>
            node.node === "list" ? node.items.map((item) => ({ record: item, annex })) : [],
          ),
    );
  }

  factsAt(name: string): readonly Fact[] {
    const [head = "", ...path] = name.split(".");
    return annexesOf(this.book, head).flatMap((annex) =>
      nodesAt(annex.root, path).flatMap((node) => (node.node === "fact" ? [node] : [])),
    );
  }

  private own(name: string, find: () => Value | null): Value | null {
    const known = this.values.get(name);
    if (known !== undefined) return known;
    // A value that leads back to itself has no meaning; while it is looked up it is missing.
    this.values.set(name, null);
    const value = find();
    this.values.set(name, value);
    return value;
  }
}

function withUnit(value: Value | null, unit: string | undefined): Value | null {
  return value?.kind === "figure" && unit !== undefined ? { ...value, unit } : value;
}

function valueAt(record: FactRecord, path: string): Value | null {
  const fact = factAt(record, path);
  return fact && valueOfFact(fact);
}

/** Every node at the path, entering lists on the way. */
function nodesAt(node: FactNode, path: readonly string[]): readonly FactNode[] {
  const [step, ...rest] = path;
  if (step === undefined) return [node];
  if (node.node === "list") return node.items.flatMap((item) => nodesAt(item, path));
  if (node.node === "fact") return [];
  const child = childOf(node, step);
  return child ? nodesAt(child, rest) : [];
}

function placeOf({ record }: Row): string {
  return `${record.annex}.${record.path}`;
}

function bookWord(book: FactBook, name: string): Value | null {
  for (const annex of book.annexes) {
    const word = name === "project" ? null : annexWord(annex, name);
    if (word) return word;
  }
  return null;
}

function annexWord(annex: AnnexFacts | null, name: string): Value | null {
  const word =
    name === "year" ? annex?.year : name === "unit" ? annex?.unit : name === "project" ? annex?.project : annex?.name;
  return word === null || word === undefined || word === ""
    ? null
    : { kind: "text", text: String(word), cells: [], from: "cells" };
}
