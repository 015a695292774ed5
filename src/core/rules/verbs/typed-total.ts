import type { Fact } from "../../facts/index.js";
import { shiftFormula } from "../../formula/index.js";
import type { VerbArguments } from "../../pack/index.js";
import { meets } from "../../quantity/index.js";
import { factAmount } from "../amount.js";
import { isBlank } from "../condition.js";
import { formulaFix, sumFormula } from "../fix.js";
import { holdsFormula } from "../holds-formula.js";
import { failed, notApplicable, pass, type Outcome } from "../outcome.js";
import { selectFacts, type Scope } from "../select.js";
import { meantValue } from "./meant-value.js";

/**
 * Where some of these totals are formulas, a typed one stands out; the way out is the neighbour's formula, else the sum
 * that an earlier rule found to hold. A total over parts that nobody filled in is rightly typed.
 */
export function typedTotal({ totals: selectors, alone }: VerbArguments["typedTotal"], scope: Scope): Outcome[] {
  const totals = selectors
    .flatMap((selector) => selectFacts(selector, scope))
    .filter((fact) => fact.cells.length > 0 && !fact.inText);
  const typed = totals.filter((fact) => !holdsFormula(fact) && !isBlank(fact) && fact.reading.kind === "number");
  if (alone) {
    const [first] = typed;
    return [first ? failed({ anchor: first, actual: first.shown, words: { value: first.shown } }) : pass];
  }
  const models = totals.filter(holdsFormula);
  if (models.length === 0) return [notApplicable("各合计都不是公式")];
  const outcomes = typed.flatMap((fact): Outcome[] => {
    const sum = scope.sums.get(fact);
    const model = nearest(models, fact);
    if (!sum || !model || fact.reading.kind !== "number") return [];
    const formula = carried(model, fact, scope) ?? sumFormula(fact, sum.parts, sum.minus);
    return [
      failed({
        anchor: fact,
        actual: fact.shown,
        expected: formula,
        words: { value: fact.shown, model: model.formula ?? "", formula: formula ?? "" },
        related: [model],
        fixes: formulaFix(fact, formula, fact.reading.value),
      }),
    ];
  });
  return outcomes.length > 0 ? outcomes : [pass];
}

function nearest(models: readonly Fact[], { cells: [to] }: Fact): Fact | null {
  const far = ({ cells: [from] }: Fact): number =>
    from && to && from.sheet === to.sheet ? Math.abs(from.row - to.row) + Math.abs(from.column - to.column) : Infinity;
  return [...models].sort((a, b) => far(a) - far(b))[0] ?? null;
}

/** The neighbour's formula as it reads when filled to this cell, where it comes to what was typed. */
function carried(model: Fact, fact: Fact, { formulas, book }: Scope): string | null {
  const [from] = model.cells;
  const [to] = fact.cells;
  if (!from || !to || !model.formula || from.sheet !== to.sheet) return null;
  if (from.row !== to.row && from.column !== to.column) return null;
  const formula = shiftFormula(model.formula, to.row - from.row, to.column - from.column);
  const value = meantValue(fact, formulas.wouldBe(formula, to), book);
  const filed = factAmount(fact, false);
  return value && filed && meets(filed, { low: value, high: value }) ? formula : null;
}
