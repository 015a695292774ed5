import { decimal } from "../quantity/index.js";
import type { CellAddress, CellEdit, CellValue, SheetSnapshot } from "../sheet/index.js";
import { cellKey, outcomeOf, sheetCells, sheetKey } from "./cells.js";
import { dependents } from "./dependents.js";
import { evaluate, type CellSource } from "./evaluate.js";
import { formulaCells, type FormulaCell } from "./formula-cells.js";
import { isDecimal, unsupported, valued, type Outcome } from "./outcome.js";

export interface RecalculatedCell extends CellAddress {
  readonly sheet: string;
  /** An error is its code as text, with `isError`. */
  readonly value: CellValue;
  readonly isError: boolean;
}

export interface Recalculation {
  /** New values of edited formulas and of everything that depends on an edit. */
  readonly values: readonly RecalculatedCell[];
  /** Formulas that depend on an edit and could not be computed: their stored values are out of date. */
  readonly left: readonly (CellAddress & { readonly sheet: string; readonly reason: string })[];
}

/** Cells read before giving up; an annex workbook needs some thousands. */
const maxReads = 20_000_000;

/** Recomputes what depends on the edits, over all sheets, in exact decimals. The snapshots stay as they are. */
export function recalculate(sheets: readonly SheetSnapshot[], edits: readonly CellEdit[]): Recalculation {
  const cells = new Map(sheets.map((sheet) => [sheetKey(sheet.name), sheetCells(sheet)]));
  const formulas = formulaCells(sheets, edits);
  const given = new Set<string>();
  for (const { sheet, row, column, content } of edits) {
    const value = content.kind === "formula" ? content.cached : content.value;
    if (content.kind === "formula" && value !== null) given.add(`${cellKey(row, column)} ${sheetKey(sheet)}`);
    cells.get(sheetKey(sheet))?.set(row, column, outcomeOf(value, false));
  }
  const order = dependents(formulas, edits);
  const values: RecalculatedCell[] = [];
  const left: (CellAddress & { sheet: string; reason: string })[] = [];
  let reads = 0;
  for (const { cell, blocked } of order) {
    const source: CellSource = {
      cells: (sheet, area) => {
        const found = cells.get(sheetKey(sheet ?? cell.sheet))?.within(area) ?? null;
        reads += 1 + (found?.length ?? 0);
        return found;
      },
    };
    const stop = blocked ?? (reads > maxReads ? "too-large" : null);
    const outcome = stop === null ? computed(cell, source) : unsupported(stop);
    const { sheet, row, column } = cell;
    // Whoever wrote a formula not known here may have told its value.
    if (outcome.kind === "unsupported" && given.has(`${cellKey(row, column)} ${sheetKey(sheet)}`)) continue;
    cells.get(sheetKey(sheet))?.set(row, column, outcome);
    if (outcome.kind === "unsupported") left.push({ sheet, row, column, reason: outcome.reason });
    else values.push({ sheet, row, column, ...stored(outcome) });
  }
  return { values, left };
}

function computed(cell: FormulaCell, source: CellSource): Outcome {
  if (!cell.formula) return unsupported(cell.text);
  const outcome = evaluate(cell.formula, source);
  return outcome.kind === "value" && outcome.value === null ? valued(decimal(0)) : outcome;
}

function stored(outcome: Exclude<Outcome, { kind: "unsupported" }>): {
  readonly value: CellValue;
  readonly isError: boolean;
} {
  if (outcome.kind === "error") return { value: outcome.code, isError: true };
  const { value } = outcome;
  return { value: isDecimal(value) ? Number(value.toString()) : value, isError: false };
}
