import { decimal, readNumber, remembered, type Decimal, isZero } from "../quantity/index.js";
import {
  labelText,
  type PlacedCell,
  type PlacedNode,
  type PlacedRecord,
  type Recognition,
  type RecognisedAnnex,
} from "../recognise/index.js";
import type { Area } from "../sheet/index.js";
import type { AnnexFacts, FactBook } from "./book.js";
import type { CellRef, Fact, FactList, FactNode, FactRecord, Reading } from "./fact.js";
import { isMeasured, readCell, type CellReading } from "./read-cell.js";

/** Places no coarser than the form's habit, and no finer than spreadsheet residue (0.1 + 0.2). */
const habitualPlaces = 2;
const finestPlaces = 6;

/** Decimals to which a block states its amounts, by role type. */
type Places = ReadonlyMap<string, number>;

/** Everything the recognised annexes say. `typed` are facts without an annex, `prior` last year's book. */
export function buildBook(
  recognition: Recognition,
  typed: FactRecord = emptyTyped,
  prior: FactBook | null = null,
): FactBook {
  const counts = new Map<string, number>();
  for (const { spec } of recognition.annexes) counts.set(spec.id, (counts.get(spec.id) ?? 0) + 1);
  const seen = new Map<string, number>();
  const annexes = recognition.annexes.map((annex) => {
    const { id, repeats } = annex.spec;
    const index = (seen.get(id) ?? 0) + 1;
    seen.set(id, index);
    const key = repeats || (counts.get(id) ?? 0) > 1 ? `${id}:${index}` : id;
    return annexFacts(annex, key);
  });
  return { annexes, typed, prior };
}

export const emptyTyped: FactRecord = { node: "record", path: "", annex: "", label: "", fields: new Map() };

function annexFacts(annex: RecognisedAnnex, key: string): AnnexFacts {
  const { spec, sheet } = annex;
  const moneyUnit = printedMoneyUnit(annex) ?? spec.moneyUnit;
  const place = { ...(sheet.origin && { file: sheet.origin.file }), sheet: sheet.name };
  const builder = new TreeBuilder(key, place, moneyUnit);
  const root = builder.record(
    { node: "record", label: spec.name, anchor: annex.title?.area ?? null, fields: annex.roles },
    "",
    null,
  );
  const text = (path: string): string | null => {
    const meta = root.fields.get("meta");
    const fact = meta?.node === "record" ? meta.fields.get(path) : undefined;
    return fact?.node === "fact" && fact.reading.kind === "text" ? fact.shown : null;
  };
  const meta = root.fields.get("meta");
  const year = meta?.node === "record" ? meta.fields.get("year") : undefined;
  return {
    id: spec.id,
    key,
    name: spec.name,
    ...place,
    sheetId: sheet.id,
    range: annex.range,
    title: annex.title?.text.trim() ?? "",
    year: year?.node === "fact" && year.reading.kind === "number" ? Number(year.reading.value) : null,
    unit: text("unit"),
    project: text("project"),
    moneyUnit,
    root,
  };
}

/** 单位：万元 above the table, or （万元） behind the label of a block of money. */
function printedMoneyUnit(annex: RecognisedAnnex): string | null {
  return unitLine(annex) ?? unitOfLabels(annex);
}

function unitOfLabels({ spec, sheet, range }: RecognisedAnnex): string | null {
  const labels = new Set(
    spec.blocks
      .flatMap((block) => (block.kind === "grid" ? (block.label ?? []) : []))
      .map((one) => labelText(one).bare),
  );
  for (const cell of sheet.rows.slice(range.top - sheet.top, range.bottom - sheet.top + 1).flat()) {
    if (!cell?.text.includes("元")) continue;
    const match = /[(（]\s*(元|千元|万元|亿元)\s*[)）]/.exec(cell.text.slice(0, 40));
    if (match && labels.has(labelText(cell.text).bare)) return match[1] ?? null;
  }
  return null;
}

function unitLine({ sheet, range }: RecognisedAnnex): string | null {
  for (let row = range.top; row <= Math.min(range.top + 4, range.bottom); row++) {
    for (const cell of sheet.rows[row - sheet.top] ?? []) {
      const match = /单位[:：]\s*(?:人民币)?\s*(元|千元|万元|亿元)/.exec(cell?.text ?? "");
      if (match) return match[1] ?? null;
    }
  }
  return null;
}

/** Turns placed cells into facts, block by block: the finest amount of a block sets the interval of all of them. */
class TreeBuilder {
  constructor(
    private readonly annex: string,
    private readonly place: Pick<CellRef, "file" | "sheet">,
    private readonly moneyUnit: string,
  ) {}

  /** `places`: decimals of each type in the block; null at the root, where every child is a block of its own. */
  record(placed: PlacedRecord, path: string, places: Places | null): FactRecord {
    const fields = new Map<string, FactNode>();
    for (const [name, node] of placed.fields) {
      fields.set(name, this.node(node, path === "" ? name : `${path}.${name}`, places ?? this.finest(node)));
    }
    const { anchor, label } = placed;
    const record = { node: "record", path, annex: this.annex, label, fields } as const;
    return anchor ? { ...record, cell: this.cellAt(anchor) } : record;
  }

  private node(placed: PlacedNode, path: string, places: Places): FactNode {
    switch (placed.node) {
      case "cell":
        return this.fact(placed, path, places);
      case "record":
        return this.record(placed, path, places);
      case "list":
        return this.list(placed.items, path, places);
    }
  }

  private readonly rows = new Map<PlacedRecord, FactRecord>();

  private list(items: readonly PlacedRecord[], path: string, places: Places): FactList {
    const seen = new Map<string, number>();
    return {
      node: "list",
      path,
      annex: this.annex,
      items: items.map((item) => {
        // A row of a list stands in its group as well: one record serves both, under the path of the list.
        const known = this.rows.get(item);
        if (known) return known;
        const name = withoutBlanks(item.label) || "—";
        const count = (seen.get(name) ?? 0) + 1;
        seen.set(name, count);
        const row = this.record(item, `${path}[${count === 1 ? name : `${name}#${count}`}]`, places);
        this.rows.set(item, row);
        return row;
      }),
    };
  }

  private readonly readings = new Map<PlacedCell, CellReading>();

  /** Each cell is read once: for the interval of its block, then for its own fact. */
  private read(placed: PlacedCell): CellReading {
    const reading = this.readings.get(placed) ?? readCell(placed, this.moneyUnit);
    this.readings.set(placed, reading);
    return reading;
  }

  private cellAt({ top, left }: Area): CellRef {
    const { file, sheet } = this.place;
    return file === undefined ? { sheet, row: top, column: left } : { file, sheet, row: top, column: left };
  }

  private fact(placed: PlacedCell, path: string, places: Places): Fact {
    const reading = this.read(placed);
    const own = this.cellAt(placed.area);
    const fact: Fact = {
      node: "fact",
      path,
      annex: this.annex,
      type: placed.type,
      reading: withInterval(reading, placed, places),
      unit: reading.kind === "number" ? reading.unit : placed.unit,
      shown: placed.text.trim(),
      label: withoutBlanks(placed.label),
      cells: placed.behind ? [own, ...placed.behind.map((area) => this.cellAt(area))] : [own],
      from: "cells",
      formula: placed.inText ? null : (placed.cell?.formula ?? null),
      inText: placed.inText,
    };
    return placed.contents === undefined ? fact : { ...fact, contents: placed.contents };
  }

  private finest(node: PlacedNode): Places {
    const places = new Map<string, number>();
    const visit = (placed: PlacedNode): void => {
      if (placed.node === "record") placed.fields.forEach(visit);
      else if (placed.node === "list") placed.items.forEach(visit);
      else if (isMeasured(placed.type)) {
        const reading = this.read(placed);
        if (reading.kind !== "number") return;
        const finest = Math.max(places.get(placed.type) ?? habitualPlaces, reading.decimals);
        places.set(placed.type, Math.min(finest, finestPlaces));
      }
    };
    visit(node);
    return places;
  }
}

function withInterval(reading: CellReading, placed: PlacedCell, places: Places): Reading {
  if (reading.kind !== "number") return reading;
  const { kind, value, decimals, approximate, asText } = reading;
  const isRounded = isMeasured(placed.type) && !isZero(value);
  if (!isRounded) return { kind, value, low: value, high: value, decimals, approximate, asText };
  const half = halfOf(isRoundedByFormat(placed) ? decimals : (places.get(placed.type) ?? habitualPlaces));
  return { kind, value, low: value.minus(half), high: value.plus(half), decimals, approximate, asText };
}

/** Headers are broken over lines as the column is wide. */
const withoutBlanks = remembered((text: string): string => text.replace(/\s+/g, ""));

/** The cell holds more than it shows: it stands for what it shows, however fine its neighbours are. */
function isRoundedByFormat({ cell, inText, text }: PlacedCell): boolean {
  if (inText || typeof cell?.value !== "number") return false;
  if (text === String(cell.value)) return false;
  const shown = readNumber(text);
  if (shown.kind !== "number") return false;
  const held = shown.unit === "%" ? decimal(cell.value).times(100) : decimal(cell.value);
  return !held.eq(shown.printed);
}

const halves = Array.from({ length: finestPlaces + 1 }, (_, places) => decimal(`5e-${places + 1}`));

/** Half a unit of the last place. */
function halfOf(places: number): Decimal {
  return halves[places] ?? decimal(0);
}
