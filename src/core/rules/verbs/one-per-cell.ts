import type { Fact } from "../../facts/index.js";
import { holdsFormula } from "../holds-formula.js";

/** A cell may play several roles, and stands among the facts of its sheet as well: the first of its facts counts. */
export function onePerCell(facts: readonly Fact[]): Fact[] {
  const seen = new Set<string>();
  return facts.filter(({ cells: [cell] }) => {
    if (!cell) return false;
    const before = seen.size;
    return seen.add(`${cell.sheet}!${cell.row}:${cell.column}`).size > before;
  });
}

/** The facts whose cells hold formulas, each cell once. */
export function formulaFacts(facts: readonly Fact[]): Fact[] {
  return onePerCell(facts.filter(holdsFormula));
}
