import type { CellRef, Fact } from "../../facts/index.js";
import { otherWorkbooks, shiftFormula } from "../../formula/index.js";
import type { VerbArguments } from "../../pack/index.js";
import { meets } from "../../quantity/index.js";
import { factAmount, type Amount } from "../amount.js";
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
    .flatMap((fact): Placed[] => {
      const [place] = fact.cells;
      return place && !fact.inText ? [{ fact, place }] : [];
    });
  const typed = totals.flatMap(({ fact, place }) => {
    const filed = holdsFormula(fact) || isBlank(fact) ? null : factAmount(fact, false);
    return filed ? [{ fact, place, filed }] : [];
  });
  if (alone) {
    const [first] = typed;
    return [
      first ? failed({ anchor: first.fact, actual: first.fact.shown, words: { value: first.fact.shown } }) : pass,
    ];
  }
  // A figure fetched from another workbook shows nobody how this one adds up.
  const models = totals.filter(({ fact }) => holdsFormula(fact) && otherWorkbooks(fact.formula ?? "").length === 0);
  if (models.length === 0) return [notApplicable("各合计都不是公式")];
  const outcomes = typed.flatMap(({ fact, place, filed }): Outcome[] => {
    const sum = scope.sums.get(fact);
    const model = nearest(models, place);
    if (!sum || !model) return [];
    const formula = carried(model, { fact, place, filed }, scope) ?? sumFormula(fact, sum.parts, sum.minus);
    return [
      failed({
        anchor: fact,
        actual: fact.shown,
        expected: formula,
        words: { value: fact.shown, model: model.fact.formula ?? "", formula: formula ?? "" },
        related: [model.fact],
        fixes: formulaFix(fact, formula, filed.value),
      }),
    ];
  });
  return outcomes.length > 0 ? outcomes : [pass];
}

interface Placed {
  readonly fact: Fact;
  readonly place: CellRef;
}

function nearest(models: readonly Placed[], to: CellRef): Placed | undefined {
  const far = ({ place: from }: Placed): number =>
    from.sheet === to.sheet ? Math.abs(from.row - to.row) + Math.abs(from.column - to.column) : Infinity;
  return [...models].sort((a, b) => far(a) - far(b))[0];
}

/** The neighbour's formula as it reads when filled to this cell, where it comes to what was typed. */
function carried(
  { fact: { formula: text }, place: from }: Placed,
  { fact, place: to, filed }: Placed & { readonly filed: Amount },
  { formulas, book }: Scope,
): string | null {
  if (!text || from.sheet !== to.sheet) return null;
  if (from.row !== to.row && from.column !== to.column) return null;
  const formula = shiftFormula(text, to.row - from.row, to.column - from.column);
  const value = meantValue(fact, formulas.wouldBe(formula, to), book);
  return value && meets(filed, { low: value, high: value }) ? formula : null;
}
