import { decimal, remembered } from "../quantity/index.js";
import type { Cell, CellAddress, SheetSnapshot } from "../sheet/index.js";
import { cellsOf, sheetKey } from "./cells.js";
import { evaluate, type CellSource } from "./evaluate.js";
import type { Formula } from "./formula.js";
import { unsupported, valued, type Outcome } from "./outcome.js";
import { parseFormula } from "./parse.js";

/** A cell of the workbook, zero-based. */
export interface CellPlace extends CellAddress {
  readonly sheet: string;
}

export interface ReadFormula {
  /** As the cell holds it. */
  readonly text: string;
  /** Null when it cannot be read. */
  readonly formula: Formula | null;
}

/** The formulas of a workbook beside the values stored with them. */
export interface FormulaBook {
  cellAt(place: CellPlace): Cell | null;
  /** The sheet that a formula in `home` means by a name; null is its own. */
  sheetOf(name: string | null, home: CellPlace): string;
  /** The formula of a cell, read once; null for a cell without one. */
  formulaAt(place: CellPlace): ReadFormula | null;
  /**
   * What the cell's formula comes to from what the cells it reads hold. With `withTexts` numbers kept as text count, as
   * whoever typed them meant.
   */
  fromStored(place: CellPlace, withTexts?: boolean): Outcome;
  /** What it comes to when the formulas it reads are recomputed first, those in question. */
  recomputed(place: CellPlace): Outcome;
  /** What a formula would come to in a cell. */
  wouldBe(formula: string, place: CellPlace): Outcome;
}

/** Cells read for one workbook before giving up; four annexes need some hundreds. */
const maxReads = 2_000_000;
/** Formulas that wait for each other; a chain longer than that is taken as stored. */
const maxDepth = 60;

/**
 * `recomputes` says which formulas are in question; those of all others are taken as stored. Of several
 * workbooks read as one, a formula means the sheets of its own.
 */
export function formulaBook(
  sheets: readonly SheetSnapshot[],
  recomputes: (cell: Cell, sheet: string) => boolean,
): FormulaBook {
  const byName = new Map(sheets.map((sheet) => [sheetKey(sheet.name), sheet]));
  const inFiles = new Map(sheets.map((sheet) => [fileKey(sheet, sheet.origin?.sheet ?? sheet.name), sheet]));
  const read = new WeakMap<Cell, ReadFormula>();
  const known = new Map<Cell, Outcome | "waits">();
  let reads = 0;

  const cellAt = ({ sheet, row, column }: CellPlace): Cell | null => {
    const found = byName.get(sheetKey(sheet));
    return found?.rows[row - found.top]?.[column - found.left] ?? null;
  };
  const readOf = (cell: Cell): ReadFormula | null => {
    if (cell.formula === null) return null;
    const parsed = read.get(cell) ?? readFormula(cell.formula);
    read.set(cell, parsed);
    return parsed;
  };
  const sheetAt = (name: string | null, home: string): SheetSnapshot | undefined => {
    const own = byName.get(sheetKey(home));
    return name === null || !own ? own : inFiles.get(fileKey(own, name));
  };
  const source = (home: string, withTexts: boolean, valueOf?: ValueOf): CellSource => ({
    cells: (name, area) => {
      const found = sheetAt(name, home);
      if (!found) return null;
      if (reads > maxReads) return [unsupported("too-large")];
      const known = valueOf && ((cell: Cell, at: CellAddress) => valueOf(cell, { sheet: found.name, ...at }));
      const outcomes = cellsOf(found, area, withTexts, known);
      reads += 1 + outcomes.length;
      return outcomes;
    },
  });
  const compute = (formula: Formula | null, from: CellSource): Outcome =>
    formula ? filled(evaluate(formula, from)) : unsupported("");

  const recompute = (cell: Cell, place: CellPlace, depth: number): Outcome | null => {
    const parsed = readOf(cell);
    if (!parsed || depth > maxDepth || !recomputes(cell, place.sheet)) return null;
    const before = known.get(cell);
    if (before === "waits") return unsupported("circular");
    if (before) return before;
    known.set(cell, "waits");
    const outcome = compute(
      parsed.formula,
      source(place.sheet, false, (other, at) => recompute(other, at, depth + 1)),
    );
    known.set(cell, outcome);
    return outcome;
  };

  return {
    cellAt,
    sheetOf: (name, home) => sheetAt(name, home.sheet)?.name ?? name ?? home.sheet,
    formulaAt: (place) => {
      const cell = cellAt(place);
      return cell && readOf(cell);
    },
    fromStored: (place, withTexts = false) => {
      const cell = cellAt(place);
      const parsed = cell && readOf(cell);
      return parsed ? compute(parsed.formula, source(place.sheet, withTexts)) : unsupported("");
    },
    recomputed: (place) => {
      const cell = cellAt(place);
      return (cell && recompute(cell, place, 0)) ?? unsupported("");
    },
    wouldBe: (formula, place) => compute(readFormula(formula).formula, source(place.sheet, false)),
  };
}

type ValueOf = (cell: Cell, place: CellPlace) => Outcome | null;

function fileKey({ origin }: SheetSnapshot, name: string): string {
  return `${origin?.file ?? ""}|${sheetKey(name)}`;
}

const readFormula = remembered((text: string): ReadFormula => {
  const parsed = parseFormula(text);
  return { text, formula: parsed.ok ? parsed.value : null };
});

/** A formula never comes to an empty cell: it shows 0. */
function filled(outcome: Outcome): Outcome {
  return outcome.kind === "value" && outcome.value === null ? valued(decimal(0)) : outcome;
}
