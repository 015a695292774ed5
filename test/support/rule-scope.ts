import { emptyTyped, type AnnexFacts, type FactBook, type FactRecord } from "../../src/core/facts/index.js";
import { formulaBook } from "../../src/core/formula/index.js";
import { select, type Scope } from "../../src/core/rules/select.js";
import type { SheetSnapshot } from "../../src/core/sheet/index.js";
import { bookOf } from "./facts.js";

/**
 * Where rules run: the first annex of the book (null: the workbook itself), or the record that `each` finds there. It
 * remembers what selectors found, so each test makes its own.
 */
export function scopeOf(book: FactBook | AnnexFacts, more: Partial<Scope> & { readonly each?: string } = {}): Scope {
  const { each, ...rest } = more;
  const whole = "annexes" in book ? book : bookOf(book);
  const annex = rest.annex === undefined ? (whole.annexes[0] ?? null) : rest.annex;
  const scope: Scope = {
    book: whole,
    annex,
    node: annex?.root ?? emptyTyped,
    proven: new Map(),
    causes: { scales: [] },
    sums: new Map(),
    formulas: formulasOf(),
    isLive: false,
    found: new Map(),
    ...rest,
  };
  if (each === undefined) return scope;
  const node = select(each, scope).find((found): found is FactRecord => found.node === "record");
  if (!node) throw new Error(`no record at ${each}`);
  return { ...scope, node };
}

/** All formulas of these sheets are in question, as in a file that no program recomputed. */
export function formulasOf(...sheets: readonly SheetSnapshot[]): Scope["formulas"] {
  return formulaBook(sheets, () => true);
}
