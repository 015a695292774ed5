import type { Fact } from "../../facts/index.js";
import type { VerbArguments } from "../../pack/index.js";
import { decimal } from "../../quantity/index.js";
import { amountOf, factAmount, type Amount } from "../amount.js";
import { selectFacts, type Scope } from "../select.js";
import { evaluate, isMissing, plus, provenAmount } from "../term.js";

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
  let total: Amount | null = null;
  const facts: Fact[] = [];
  const amounts: Amount[] = [];
  const add = (amount: Amount): void => {
    total = total ? plus(total, amount) : amount;
    amounts.push(amount);
    facts.push(...amount.facts);
  };
  for (const term of terms) {
    if (typeof term !== "string") {
      const amount = evaluate(term, scope);
      if (isMissing(amount)) return { total: nothing, facts, amounts, problem: amount.missing };
      add(amount);
      continue;
    }
    for (const fact of selectFacts(term, scope)) {
      const amount = provenAmount(fact, scope) ?? factAmount(fact, true);
      if (!amount)
        return { total: nothing, facts, amounts, problem: `“${fact.label ?? fact.path}”不是数字：${fact.shown}` };
      add(amount);
    }
  }
  return { total: total ?? nothing, facts, amounts, problem: null };
}

const nothing = amountOf(decimal(0));

export function subtract(a: Amount, b: Amount): Amount {
  if (b.facts.length === 0 && b.value.eq(0)) return a;
  return { ...plus(a, b), value: a.value.minus(b.value), low: a.low.minus(b.high), high: a.high.minus(b.low) };
}
