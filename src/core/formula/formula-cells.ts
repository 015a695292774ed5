import type { Area, CellAddress, CellEdit, SheetSnapshot } from "../sheet/index.js";
import { cellKey, sheetKey } from "./cells.js";
import { references, type Formula } from "./formula.js";
import { parseFormula } from "./parse.js";

/** A cell that holds a formula, read once. */
export interface FormulaCell extends CellAddress {
  readonly sheet: string;
  readonly text: string;
  /** Null when it cannot be read. */
  readonly formula: Formula | null;
  /** The areas it reads, per sheet key. */
  readonly reads: readonly { readonly sheet: string; readonly area: Area }[];
}

/** All formulas of the sheets as they stand after the edits. */
export function formulaCells(sheets: readonly SheetSnapshot[], edits: readonly CellEdit[]): readonly FormulaCell[] {
  const texts = new Map<string, CellAddress & { sheet: string; text: string }>();
  const place = (sheet: string, row: number, column: number): string => `${cellKey(row, column)} ${sheetKey(sheet)}`;
  for (const { name: sheet, top, left, rows } of sheets) {
    rows.forEach((line, down) => {
      line.forEach((cell, across) => {
        const [row, column] = [top + down, left + across];
        if (cell?.formula) texts.set(place(sheet, row, column), { sheet, row, column, text: cell.formula });
      });
    });
  }
  for (const { sheet, row, column, content } of edits) {
    if (content.kind === "value") texts.delete(place(sheet, row, column));
    else texts.set(place(sheet, row, column), { sheet, row, column, text: content.formula });
  }
  return [...texts.values()].map((cell) => {
    const parsed = parseFormula(cell.text);
    const formula = parsed.ok ? parsed.value : null;
    const reads = (formula ? references(formula) : [])
      .filter(({ workbook }) => workbook === null)
      .map(({ sheet, area }) => ({ sheet: sheetKey(sheet ?? cell.sheet), area }));
    return { ...cell, formula, reads };
  });
}
