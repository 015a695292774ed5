import type { Fact } from "../../facts/index.js";
import { shiftFormula } from "../../formula/index.js";
import type { VerbArguments } from "../../pack/index.js";
import { decimal } from "../../quantity/index.js";
import { isBlank } from "../condition.js";
import { formulaFix } from "../fix.js";
import { failed, notApplicable, pass, type Outcome } from "../outcome.js";
import { selectFacts, type Scope } from "../select.js";

/** Where some of these totals are formulas, a typed one stands out; the neighbour's formula is the fix. */
export function typedTotal(args: VerbArguments["typedTotal"], scope: Scope): Outcome[] {
  const totals = args.totals
    .flatMap((selector) => selectFacts(selector, scope))
    .filter((fact) => fact.cells.length > 0);
  const model = totals.find((fact) => isFormula(fact));
  if (!model) return [notApplicable("各合计都不是公式")];
  return totals.map((fact) => {
    if (isFormula(fact) || isBlank(fact) || fact.reading.kind !== "number") return pass;
    const formula = carried(model, fact);
    return failed({
      anchor: fact,
      actual: fact.shown,
      expected: formula,
      words: { value: fact.shown, model: model.formula ?? "", formula: formula ?? "" },
      related: [model],
      fixes: formulaFix(fact, formula, decimal(fact.reading.value)),
    });
  });
}

function isFormula(fact: Fact): boolean {
  return fact.formula !== null && fact.formula !== undefined;
}

/** The neighbour's formula as it reads when filled to this cell; only along a row or a column of one sheet. */
function carried(model: Fact, fact: Fact): string | null {
  const [from] = model.cells;
  const [to] = fact.cells;
  if (!from || !to || !model.formula || from.sheet !== to.sheet) return null;
  if (from.row !== to.row && from.column !== to.column) return null;
  const formula = shiftFormula(model.formula, to.row - from.row, to.column - from.column);
  return formula.includes("#REF!") ? null : formula;
}
