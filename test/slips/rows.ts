import type { DrawnBook } from "./drawn-book.js";

/** An indicator as the facts of the unit say it, free of the form. */
export interface Row {
  /** Role of the row: `a2 indicators[3]`. */
  readonly role: string;
  readonly key: string;
  readonly index: number;
  readonly level1: string;
  readonly level2: string;
  readonly name: string;
  readonly target: string;
  readonly actual: string;
  readonly weight: number;
  readonly score: number;
  readonly hasReason: boolean;
  /** The figure of a target with its sign; null where it is words or a day. */
  readonly bound: Measure | null;
  readonly reached: Measure | null;
}

export interface Measure {
  readonly sign: string;
  readonly figure: number;
  readonly unit: string;
}

export function rowsOf(book: DrawnBook, key: string): readonly Row[] {
  const records = book.fills.find((sheet) => sheet.key === key)?.fill.lists["indicators"] ?? [];
  return records.map((record, index): Row => {
    const text = (field: string): string => String(record[field] ?? "");
    // A target in three columns is put together again.
    const sign = text("sign").replace(/[=定性]/g, "");
    const target = `${sign}${text("target")}${text("unit")}`;
    return {
      role: `${key} indicators[${index}]`,
      key,
      index,
      level1: text("level1"),
      level2: text("level2"),
      name: text("name"),
      target,
      actual: text("actual"),
      weight: Number(record["weight"]),
      score: Number(record["score"]),
      hasReason: text("reason") !== "",
      bound: measureOf(target),
      reached: measureOf(text("actual")),
    };
  });
}

export function allRows(book: DrawnBook): readonly Row[] {
  return sheetsOf(book, "a2", "a3").flatMap((key) => rowsOf(book, key));
}

/** Keys of the sheets of these annexes: a2, a3.0, a3.1. */
export function sheetsOf(book: DrawnBook, ...annexes: readonly string[]): readonly string[] {
  return book.fills.filter(({ annex }) => annexes.includes(annex)).map(({ key }) => key);
}

/** The cells that head the group of a row; on forms without merged cells every row has one. */
export function headersOf(book: DrawnBook, { key, level1 }: Row): readonly string[] {
  return rowsOf(book, key)
    .filter((row) => row.level1 === level1)
    .map(({ role }) => `${role}.level1`)
    .filter((role) => book.places.has(role));
}

function measureOf(text: string): Measure | null {
  const match = /^([≥≤]?)(\d+(?:\.\d+)?)([^\d]*)$/.exec(text);
  return match ? { sign: match[1] ?? "", figure: Number(match[2]), unit: match[3] ?? "" } : null;
}
