import type { Fact } from "../../facts/index.js";
import { references, type CellPlace, type FormulaBook, type FormulaReference } from "../../formula/index.js";
import { failed, pass, type Outcome } from "../outcome.js";
import type { Scope } from "../select.js";
import { onePerCell } from "./one-per-cell.js";

/** Cells that show an error, where it begins: an error that a formula merely passes on is not told again. */
export function errorCells(facts: readonly Fact[], { formulas }: Scope): Outcome[] {
  const broken = onePerCell(facts.filter(({ reading }) => reading.kind === "error"));
  const outcomes = broken.flatMap((fact) => {
    const [place] = fact.cells;
    const parsed = place && formulas.formulaAt(place)?.formula;
    const passesOn = parsed ? references(parsed).some((reference) => reaches(reference, place, formulas)) : false;
    return passesOn ? [] : [failed({ anchor: fact, actual: fact.shown, words: { value: fact.shown } })];
  });
  return outcomes.length > 0 ? outcomes : [pass];
}

/** No form has a block larger than that; a whole column is not searched. */
const largest = 10_000;

function reaches({ workbook, sheet, area }: FormulaReference, home: CellPlace, formulas: FormulaBook): boolean {
  const size = (area.bottom - area.top + 1) * (area.right - area.left + 1);
  if (workbook !== null || size > largest) return false;
  const name = formulas.sheetOf(sheet, home);
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      const isHome = name === home.sheet && row === home.row && column === home.column;
      if (!isHome && formulas.cellAt({ sheet: name, row, column })?.isError) return true;
    }
  }
  return false;
}
