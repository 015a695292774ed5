import type { Fact } from "../facts/index.js";
import type { Term } from "../pack/index.js";
import {
  compareDecimals,
  decimal,
  divideIntervals,
  isZero,
  multiplyIntervals,
  remembered,
  subtractIntervals,
} from "../quantity/index.js";
import { amountOf, factAmount, type Amount } from "./amount.js";
import { finderOf, type Scope } from "./select.js";

/** A term that cannot be worked out, with the reason: a role is missing, a cell holds text or an error. */
export interface Missing {
  readonly missing: string;
  readonly facts: readonly Fact[];
}

export function isMissing(result: object): result is Missing {
  return "missing" in result;
}

/** How a term is worked out. */
export type Worth = (scope: Scope) => Amount | Missing;

const worths = new WeakMap<Exclude<Term, string | number>, Worth>();

/** Works out a term. A selector over several facts adds them up; blanks count as 0 there, alone they are missing. */
export function evaluate(term: Term, scope: Scope): Amount | Missing {
  return worthOf(term)(scope);
}

/** What a term asks, told apart once. */
export function worthOf(term: Term): Worth {
  if (typeof term === "string") return worthOfSelected(term);
  if (typeof term === "number") return worthOfNumber(term);
  let worth = worths.get(term);
  if (!worth) worths.set(term, (worth = worthOfTerms(term)));
  return worth;
}

const worthOfNumber = remembered((value: number): Worth => {
  const amount = amountOf(decimal(value));
  return () => amount;
});

function worthOfTerms(term: Exclude<Term, string | number>): Worth {
  if ("count" in term) {
    const find = finderOf(term.count);
    return (scope) => amountOf(decimal(find(scope).nodes.length));
  }
  if ("abs" in term) {
    const inner = worthOf(term.abs);
    return (scope) => magnitude(inner(scope));
  }
  const [operator, terms] = Object.entries(term)[0] as [Operator, readonly Term[]];
  const inner = terms.map(worthOf);
  return (scope) => {
    const amounts: Amount[] = [];
    for (const worth of inner) {
      const amount = worth(scope);
      if (isMissing(amount)) return amount;
      amounts.push(amount);
    }
    return combine(operator, amounts);
  };
}

function magnitude(amount: Amount | Missing): Amount | Missing {
  if (isMissing(amount) || amount.value.gte(0)) return amount;
  return { ...amount, value: amount.value.neg(), low: amount.high.neg(), high: amount.low.neg() };
}

type Operator = "add" | "sub" | "mul" | "div" | "min" | "max" | "median";

function combine(operator: Operator, amounts: readonly Amount[]): Amount | Missing {
  const [first, ...rest] = amounts;
  if (!first) return { missing: "没有数字", facts: [] };
  switch (operator) {
    case "add":
      return totalOf(amounts);
    case "sub":
      return rest.reduce(minus, first);
    case "mul":
      return rest.reduce((a, b) => merge(a, b, a.value.times(b.value), multiplyIntervals(a, b)), first);
    case "div": {
      const [divisor] = rest;
      const interval = divisor ? divideIntervals(first, divisor) : null;
      if (!divisor || !interval || isZero(divisor.value)) return { missing: "除数为0", facts: divisor?.facts ?? [] };
      return { ...merge(first, divisor, first.value.div(divisor.value), interval), decimals: 4 };
    }
    case "min":
      return rest.reduce((a, b) => (compareDecimals(b.value, a.value) < 0 ? b : a), first);
    case "max":
      return rest.reduce((a, b) => (compareDecimals(b.value, a.value) > 0 ? b : a), first);
    case "median":
      return median(amounts);
  }
}

/** All of them added up; 0 for none. */
export function totalOf(amounts: readonly Amount[]): Amount {
  const [first, ...rest] = amounts;
  if (!first || rest.length === 0) return first ?? nothing;
  let { value, low, high, unit, decimals } = first;
  for (const amount of rest) {
    const isExact = low === value && high === value && amount.low === amount.value && amount.high === amount.value;
    value = value.plus(amount.value);
    low = isExact ? value : low.plus(amount.low);
    high = isExact ? value : high.plus(amount.high);
    unit ??= amount.unit;
    decimals = Math.max(decimals, amount.decimals);
  }
  return { value, low, high, unit, decimals, facts: amounts.flatMap(({ facts }) => facts) };
}

const nothing = amountOf(decimal(0));

export function minus(a: Amount, b: Amount): Amount {
  return merge(a, b, a.value.minus(b.value), subtractIntervals(a, b));
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

const worthOfSelected = remembered((selector: string): Worth => {
  const find = finderOf(selector);
  const none: Missing = { missing: `表中没有“${selector}”`, facts: [] };
  return (scope) => {
    const { facts } = find(scope);
    const [only] = facts;
    if (only && facts.length === 1) return provenAmount(only, scope) ?? factAmount(only, false) ?? unread(only);
    const amounts: Amount[] = [];
    for (const fact of facts) {
      const amount = provenAmount(fact, scope) ?? factAmount(fact, true);
      if (!amount) return unread(fact);
      amounts.push(amount);
    }
    return amounts.length === 0 ? none : totalOf(amounts);
  };
});

/** The figure that an earlier rule proved to be meant, in place of the one filed and as wide. */
export function provenAmount(fact: Fact, scope: Scope): Amount | null {
  const proven = scope.proven.get(fact);
  if (!proven) return null;
  const exact = amountOf(proven, fact.unit, [fact]);
  if (fact.reading.kind !== "number") return exact;
  const half = fact.reading.high.minus(fact.reading.low).div(2);
  return { ...exact, low: proven.minus(half), high: proven.plus(half) };
}

function unread(fact: Fact): Missing {
  return { missing: unreadable(fact), facts: [fact] };
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
