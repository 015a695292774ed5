import type { Fact } from "../facts/index.js";
import type { Condition, Term } from "../pack/index.js";
import { decimal, meets } from "../quantity/index.js";
import { select, selectFacts, selectRecords, type Scope } from "./select.js";
import { evaluate, isMissing, plus } from "./term.js";
import { amountOf, exceeds, type Amount } from "./amount.js";
import { wordsAt } from "./word-list.js";

type Test = (scope: Scope) => boolean;

const tests = new WeakMap<Condition, Test>();

/** A condition over terms that cannot be worked out does not hold. */
export function holds(condition: Condition, scope: Scope): boolean {
  let test = tests.get(condition);
  if (!test) tests.set(condition, (test = testOf(condition)));
  return test(scope);
}

/** What a condition asks, told apart once: rules ask it of every row. */
function testOf(condition: Condition): Test {
  if ("filled" in condition) {
    const { filled } = condition;
    return (scope) => selectFacts(filled, scope).some((fact) => !isBlankIn(fact, scope));
  }
  if ("blank" in condition) {
    const { blank } = condition;
    return (scope) => selectFacts(blank, scope).every((fact) => isBlankIn(fact, scope));
  }
  if ("present" in condition) return (scope) => select(condition.present, scope).length > 0;
  if ("absent" in condition) return (scope) => select(condition.absent, scope).length === 0;
  if ("whole" in condition) return (scope) => wholeNumbers(selectFacts(condition.whole, scope));
  if ("equal" in condition) return (scope) => compared(condition.equal, scope, (a, b) => meets(a, b));
  if ("above" in condition) return (scope) => compared(condition.above, scope, (a, b) => exceeds(a, b));
  if ("below" in condition) return (scope) => compared(condition.below, scope, (a, b) => exceeds(b, a));
  if ("exceeds" in condition) {
    const [larger, smaller] = condition.exceeds;
    return (scope) => exceeds(evaluateOrZero(larger, scope), evaluateOrZero(smaller, scope));
  }
  if ("labelled" in condition) {
    const { of, in: list } = condition.labelled;
    return (scope) => {
      const records = selectRecords(of, scope);
      return records.some(({ label }) => holdsWord(label, list, scope));
    };
  }
  if ("word" in condition) {
    const { of, in: words } = condition.word;
    return (scope) => selectFacts(of, scope).some((fact) => words.includes(fact.shown));
  }
  if ("matches" in condition) {
    const { of, in: list } = condition.matches;
    return (scope) => {
      const words = new Set(selectFacts(list, scope).map((fact) => fact.shown));
      return selectFacts(of, scope).some((fact) => words.has(fact.shown));
    };
  }
  if ("contains" in condition) {
    const { of, in: list, except } = condition.contains;
    return (scope) =>
      selectFacts(of, scope).some(
        ({ shown }) => holdsWord(shown, list, scope) && (except === undefined || !holdsWord(shown, except, scope)),
      );
  }
  if ("alike" in condition) {
    return (scope) => {
      const [a, b] = condition.alike.map((selector) => selectFacts(selector, scope)[0]?.shown);
      return a !== undefined && a === b;
    };
  }
  if ("explains" in condition) {
    const { of, by } = condition.explains;
    return (scope) => {
      const texts = by.flatMap((selector) => selectFacts(selector, scope));
      return texts.some(({ shown }) => of.every((list) => holdsWord(shown, list, scope)));
    };
  }
  if ("sums" in condition) {
    const { parts, to } = condition.sums;
    return (scope) => {
      const total = evaluate(to, scope);
      return !isMissing(total) && meets(parts.map((part) => evaluateOrZero(part, scope)).reduce(plus), total);
    };
  }
  if ("not" in condition) return (scope) => !holds(condition.not, scope);
  if ("all" in condition) return (scope) => condition.all.every((each) => holds(each, scope));
  return (scope) => condition.any.some((each) => holds(each, scope));
}

function holdsWord(text: string, list: string, scope: Scope): boolean {
  return wordsAt(list, scope).some((word) => text.includes(word));
}

/** 无, empty, 0, 0.00, —, / and 不适用 are all "nothing here". */
export function isBlank(fact: Fact): boolean {
  const { reading } = fact;
  return reading.kind === "empty" || reading.kind === "nothing" || (reading.kind === "number" && reading.value.eq(0));
}

/** A blank whose figure another rule proved counts as filled. */
export function isBlankIn(fact: Fact, scope: Scope): boolean {
  return isBlank(fact) && !scope.proven.has(fact);
}

/** Not a single character was put there. */
export function isUntouched(fact: Fact): boolean {
  return fact.reading.kind === "empty";
}

function wholeNumbers(facts: readonly Fact[]): boolean {
  const numbers = facts.flatMap(({ reading }) => (reading.kind === "number" ? [reading.value] : []));
  return numbers.length > 0 && numbers.every((value) => value.mod(1).eq(0));
}

function compared(terms: readonly [Term, Term], scope: Scope, test: (a: Amount, b: Amount) => boolean): boolean {
  const a = evaluateOrBlank(terms[0], scope);
  const b = evaluateOrBlank(terms[1], scope);
  return a !== null && b !== null && test(a, b);
}

function evaluateOrBlank(term: Term, scope: Scope): Amount | null {
  const result = evaluate(term, scope);
  if (!isMissing(result)) return result;
  const [fact] = result.facts;
  return fact && fact.reading.kind === "nothing" ? amountOf(decimal(0)) : null;
}

export function evaluateOrZero(term: Term, scope: Scope): Amount {
  const result = evaluate(term, scope);
  return isMissing(result) ? amountOf(decimal(0)) : result;
}
