import type { Fact } from "../../facts/index.js";
import type { VerbArguments } from "../../pack/index.js";
import { isZero } from "../../quantity/index.js";
import { factAmount, type Amount } from "../amount.js";
import { selectFacts, type Scope } from "../select.js";
import { evaluate, isMissing, minus, provenAmount, totalOf } from "../term.js";

/** The parts of a sum: together, one by one, and what keeps them from being added up. */
export interface Gathered {
  readonly total: Amount;
  readonly facts: readonly Fact[];
  /** One for each fact, or term. */
  readonly amounts: readonly Amount[];
  readonly problem: string | null;
}

/** Blanks count as 0, proven figures stand in for filed ones. */
export function gather(terms: VerbArguments["sum"]["parts"], scope: Scope): Gathered {
  const amounts: Amount[] = [];
  for (const term of terms) {
    if (typeof term !== "string") {
      const amount = evaluate(term, scope);
      if (isMissing(amount)) return hindered(amount.missing);
      amounts.push(amount);
      continue;
    }
    for (const fact of selectFacts(term, scope)) {
      const amount = provenAmount(fact, scope) ?? factAmount(fact, true);
      if (!amount) return hindered(`“${fact.label ?? fact.path}”不是数字：${fact.shown}`);
      amounts.push(amount);
    }
  }
  const total = totalOf(amounts);
  return { total, facts: total.facts, amounts, problem: null };
}

function hindered(problem: string): Gathered {
  return { total: totalOf([]), facts: [], amounts: [], problem };
}

export function subtract(a: Amount, b: Amount): Amount {
  return b.facts.length === 0 && isZero(b.value) ? a : minus(a, b);
}
