import type { Fact } from "../../facts/index.js";
import type { VerbArguments } from "../../pack/index.js";
import { isZero } from "../../quantity/index.js";
import { factAmount, type Amount } from "../amount.js";
import { selectFacts, type Scope } from "../select.js";
import { evaluate, isMissing, minus, provenAmount, totalOf, type Missing } from "../term.js";

/** The parts of a sum, together and one by one: an amount for each fact, or term. */
export interface Gathered {
  readonly total: Amount;
  readonly facts: readonly Fact[];
  readonly amounts: readonly Amount[];
}

/** Blanks count as 0, proven figures stand in for filed ones; or what keeps the parts from being added up. */
export function gather(terms: VerbArguments["sum"]["parts"], scope: Scope): Gathered | Missing {
  const amounts: Amount[] = [];
  for (const term of terms) {
    if (typeof term !== "string") {
      const amount = evaluate(term, scope);
      if (isMissing(amount)) return amount;
      amounts.push(amount);
      continue;
    }
    for (const fact of selectFacts(term, scope)) {
      const amount = provenAmount(fact, scope) ?? factAmount(fact, true);
      if (!amount) return { missing: `“${fact.label ?? fact.path}”不是数字：${fact.shown}`, facts: [fact] };
      amounts.push(amount);
    }
  }
  const total = totalOf(amounts);
  return { total, facts: total.facts, amounts };
}

export function subtract(a: Amount, b: Amount): Amount {
  return b.facts.length === 0 && isZero(b.value) ? a : minus(a, b);
}
