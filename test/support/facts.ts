import {
  emptyTyped,
  type AnnexFacts,
  type CellRef,
  type Fact,
  type FactBook,
  type FactNode,
  type FactRecord,
  type Reading,
} from "../../src/core/facts/index.js";
import { decimal, readNumber } from "../../src/core/quantity/index.js";
import { parseAddress } from "../../src/core/sheet/index.js";

/** What a cell shows and what else a test says of it. */
export class CellDraft {
  constructor(
    readonly shown: string,
    readonly more: CellDetails,
  ) {}
}

export interface CellDetails extends Partial<
  Pick<Fact, "type" | "unit" | "label" | "formula" | "inText" | "contents" | "from" | "reading">
> {
  /** Its address, `B3`; several for a figure that stands in two cells; null for one that stands in none. */
  readonly at?: string | readonly string[] | null;
  readonly sheet?: string;
  readonly file?: string;
  /** Half the width of its interval. */
  readonly half?: string;
}

export function cell(shown: string | number, more: CellDetails = {}): CellDraft {
  return new CellDraft(String(shown), typeof shown === "number" ? { type: "count", ...more } : more);
}

/** A record whose label is not its field `name`, or with facts that were derived. */
export class LabelledDraft {
  constructor(
    readonly label: string,
    readonly fields: RecordDraft,
    readonly derived: RecordDraft = {},
  ) {}
}

export function labelled(label: string, fields: RecordDraft, derived: RecordDraft = {}): LabelledDraft {
  return new LabelledDraft(label, fields, derived);
}

/**
 * `3` is a count; `"12.50"` money in 万元 and `"80.45%"` a rate, which stand for ± half of their last place, at least two
 * decimals; `"无"` is nothing, `""` and null are empty, `"#REF!"` is an error, other words are text.
 */
export type NodeDraft = number | string | null | CellDraft | LabelledDraft | RecordDraft | readonly RowDraft[];
export interface RecordDraft {
  readonly [name: string]: NodeDraft;
}
type RowDraft = RecordDraft | LabelledDraft;

/** An annex; its cells stand one below the other in column A of a sheet named as the annex, unless a test places them. */
export function annexOf(key: string, draft: RecordDraft, more: Partial<AnnexFacts> = {}): AnnexFacts {
  const sheet = more.sheet ?? key;
  return {
    id: key.split(":")[0] ?? key,
    key,
    name: key,
    sheet,
    sheetId: sheet,
    range: { top: 0, left: 0, bottom: 99, right: 25 },
    title: key,
    year: null,
    unit: null,
    project: null,
    moneyUnit: "万元",
    root: new Planter(key, { sheet, ...(more.file !== undefined && { file: more.file }) }).record("", draft, key),
    ...more,
  };
}

export function bookOf(...annexes: readonly AnnexFacts[]): FactBook {
  return { annexes, typed: emptyTyped, prior: null };
}

/** Facts that stand in no annex, under `typed`. */
export function typedOf(draft: RecordDraft): FactRecord {
  return new Planter("", null).record("", draft, "");
}

/** The fact at `indicators.1.score` (rows of lists count from 0); a test that asks for one that is not there is wrong. */
export function factIn(annex: AnnexFacts | FactRecord, path: string): Fact {
  let node: FactNode | undefined = "root" in annex ? annex.root : annex;
  for (const name of path.split(".")) {
    if (node?.node === "list") node = node.items[Number(name)];
    else if (node?.node === "record") node = node.fields.get(name) ?? node.derived?.get(name);
  }
  if (node?.node !== "fact") throw new Error(`no fact at ${path}`);
  return node;
}

/** A single cell, apart from any annex. */
export function factOf(draft: number | string | null | CellDraft, path = "figure"): Fact {
  return new Planter("", { sheet: "表" }).fact(path, draft, path);
}

class Planter {
  private row = 0;

  constructor(
    private readonly annex: string,
    private readonly place: { readonly sheet: string; readonly file?: string } | null,
  ) {}

  record(path: string, draft: RecordDraft, label: string, derived: RecordDraft = {}): FactRecord {
    const under = (name: string): string => (path === "" ? name : `${path}.${name}`);
    const planted = (fields: RecordDraft): [string, FactNode][] =>
      Object.entries(fields).map(([name, field]) => [name, this.node(under(name), field, name)]);
    const worked = new Map(planted(derived));
    return {
      node: "record",
      path,
      annex: this.annex,
      label,
      fields: new Map(planted(draft)),
      ...(worked.size > 0 && { derived: worked as Map<string, Fact> }),
    };
  }

  private node(path: string, draft: NodeDraft, name: string): FactNode {
    if (draft === null || typeof draft !== "object" || draft instanceof CellDraft) return this.fact(path, draft, name);
    if (isList(draft)) {
      const items = draft.map((row) => {
        const { label, fields, derived } = row instanceof LabelledDraft ? row : labelled(nameOf(row), row);
        return this.record(`${path}[${label}]`, fields, label, derived);
      });
      return { node: "list", path, annex: this.annex, items };
    }
    return draft instanceof LabelledDraft
      ? this.record(path, draft.fields, draft.label, draft.derived)
      : this.record(path, draft, name);
  }

  fact(path: string, draft: number | string | null | CellDraft, label: string): Fact {
    const { shown, more } = draft instanceof CellDraft ? draft : cell(draft ?? "");
    const { at, sheet, file, half, ...rest } = more;
    const read = readingOf(shown, rest.type ?? null, half);
    return {
      node: "fact",
      path,
      annex: this.annex,
      type: read.type,
      reading: read.reading,
      unit: read.unit,
      shown,
      label,
      cells: this.cells(at, sheet, file),
      from: "cells",
      formula: null,
      inText: false,
      ...rest,
    };
  }

  private cells(at: CellDetails["at"], sheet?: string, file?: string): CellRef[] {
    if (at === null || this.place === null) return [];
    const place = { ...this.place, ...(sheet !== undefined && { sheet }), ...(file !== undefined && { file }) };
    const addresses = at === undefined ? [`A${++this.row}`] : [at].flat();
    return addresses.map((address) => {
      const found = parseAddress(address);
      if (!found) throw new Error(`no address: ${address}`);
      return { ...place, ...found };
    });
  }
}

function isList(draft: NodeDraft): draft is readonly RowDraft[] {
  return Array.isArray(draft);
}

function nameOf({ name }: RecordDraft): string {
  if (name instanceof CellDraft) return name.shown;
  return typeof name === "string" ? name : "";
}

function readingOf(shown: string, type: Fact["type"] | null, half?: string): Pick<Fact, "type" | "unit" | "reading"> {
  if (/^#[A-Z/0]+[!?A]$/.test(shown))
    return { type: type ?? "money", unit: null, reading: { kind: "error", code: shown } };
  const read = readNumber(shown);
  if (read.kind !== "number" || type === "text" || type === "target" || type === "actual") {
    const kind = read.kind === "number" ? "text" : read.kind;
    return { type: type ?? "text", unit: null, reading: { kind } };
  }
  const fitting = type ?? (read.unit === "%" ? "rate" : "money");
  const isMeasured = fitting === "money" || fitting === "rate" || fitting === "area";
  const width = half ?? (isMeasured && !read.value.eq(0) ? `5e-${Math.max(read.decimals, 2) + 1}` : "0");
  const reading: Reading = {
    kind: "number",
    value: read.value,
    low: read.value.minus(decimal(width)),
    high: read.value.plus(decimal(width)),
    decimals: read.decimals,
    approximate: read.approximate,
    asText: false,
  };
  return { type: fitting, unit: read.unit ?? (fitting === "money" ? "万元" : null), reading };
}
