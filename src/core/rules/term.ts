import type { Fact } from "../facts/index.js";
import type { Term } from "../pack/index.js";
import { addIntervals, decimal, divideIntervals, multiplyIntervals, subtractIntervals } from "../quantity/index.js";
import { amountOf, factAmount, type Amount } from "./amount.js";
import { select, selectFacts, type Scope } from "./select.js";

/** A term that cannot be worked out, with the reason: a role is missing, a cell holds text or an error. */
export interface Missing {
  readonly missing: string;
  readonly facts: readonly Fact[];
}

export function isMissing(result: Amount | Missing): result is Missing {
  return "missing" in result;
}

/** Works out a term. A selector over several facts adds them up; blanks count as 0 there, alone they are missing. */
export function evaluate(term: Term, scope: Scope): Amount | Missing {
  if (typeof term === "number") return amountOf(decimal(term));
  if (typeof term === "string") return selected(term, scope);
  if ("count" in term) return amountOf(decimal(select(term.count, scope).length));
  if ("abs" in term) {
    const inner = evaluate(term.abs, scope);
    return isMissing(inner) || inner.value.gte(0)
      ? inner
      : { ...inner, value: inner.value.neg(), low: inner.high.neg(), high: inner.low.neg() };
  }
  const [operator, terms] = Object.entries(term)[0] as [Operator, readonly Term[]];
  const amounts: Amount[] = [];
  for (const each of terms) {
    const amount = evaluate(each, scope);
    if (isMissing(amount)) return amount;
    amounts.push(amount);
  }
  return combine(operator, amounts);
}

type Operator = "add" | "sub" | "mul" | "div" | "min" | "max" | "median";

function combine(operator: Operator, amounts: readonly Amount[]): Amount | Missing {
  const [first, ...rest] = amounts;
  if (!first) return { missing: "没有数字", facts: [] };
  switch (operator) {
    case "add":
      return rest.reduce(plus, first);
    case "sub":
      return rest.reduce((a, b) => merge(a, b, a.value.minus(b.value), subtractIntervals(a, b)), first);
    case "mul":
      return rest.reduce((a, b) => merge(a, b, a.value.times(b.value), multiplyIntervals(a, b)), first);
    case "div": {
      const [divisor] = rest;
      const interval = divisor ? divideIntervals(first, divisor) : null;
      if (!divisor || !interval || divisor.value.eq(0)) return { missing: "除数为0", facts: divisor?.facts ?? [] };
      return { ...merge(first, divisor, first.value.div(divisor.value), interval), decimals: 4 };
    }
    case "min":
      return rest.reduce((a, b) => (b.value.lt(a.value) ? b : a), first);
    case "max":
      return rest.reduce((a, b) => (b.value.gt(a.value) ? b : a), first);
    case "median":
      return median(amounts);
  }
}

export function plus(a: Amount, b: Amount): Amount {
  const value = a.value.plus(b.value);
  return merge(a, b, value, isExact(a) && isExact(b) ? { low: value, high: value } : addIntervals(a, b));
}

function isExact({ value, low, high }: Amount): boolean {
  return low === value && high === value;
}

function merge(a: Amount, b: Amount, value: Amount["value"], interval: Pick<Amount, "low" | "high">): Amount {
  return {
    value,
    low: interval.low,
    high: interval.high,
    unit: a.unit ?? b.unit,
    decimals: Math.max(a.decimals, b.decimals),
    facts: [...a.facts, ...b.facts],
  };
}

function median(amounts: readonly Amount[]): Amount {
  const sorted = [...amounts].sort((a, b) => a.value.cmp(b.value));
  const middle = Math.floor(sorted.length / 2);
  const high = sorted[middle] ?? amountOf(decimal(0));
  const low = sorted[middle - 1] ?? high;
  return sorted.length % 2 === 1 ? high : amountOf(low.value.plus(high.value).div(2), high.unit);
}

function selected(selector: string, scope: Scope): Amount | Missing {
  const facts = selectFacts(selector, scope);
  if (facts.length === 0) return { missing: `表中没有“${selector}”`, facts: [] };
  const amounts: Amount[] = [];
  for (const fact of facts) {
    const amount = provenAmount(fact, scope) ?? factAmount(fact, facts.length > 1);
    if (!amount) return { missing: unreadable(fact), facts: [fact] };
    amounts.push(amount);
  }
  return combine("add", amounts);
}

/** The figure that an earlier rule proved to be meant, in place of the one filed and as wide. */
export function provenAmount(fact: Fact, scope: Scope): Amount | null {
  const proven = scope.proven.get(fact);
  if (!proven) return null;
  const exact = amountOf(proven, fact.unit, [fact]);
  if (fact.reading.kind !== "number") return exact;
  const half = fact.reading.high.minus(fact.reading.low).div(2);
  return { ...exact, low: proven.minus(half), high: proven.plus(half) };
}

export function unreadable(fact: Fact): string {
  const name = fact.label ?? fact.path;
  switch (fact.reading.kind) {
    case "empty":
      return `“${name}”没有填`;
    case "nothing":
      return `“${name}”填的是“${fact.shown}”`;
    case "error":
      return `“${name}”是错误值 ${fact.reading.code}`;
    default:
      return `“${name}”不是数字：${fact.shown}`;
  }
}
