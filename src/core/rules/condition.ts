import type { Fact } from "../facts/index.js";
import type { Condition, Term } from "../pack/index.js";
import { decimal, meets, isZero } from "../quantity/index.js";
import { amountOf, exceeds, type Amount } from "./amount.js";
import { finderOf, recordsOf, type Scope } from "./select.js";
import { isMissing, totalOf, worthOf, type Missing, type Worth } from "./term.js";
import { wordsAt } from "./word-list.js";

/** A condition over terms that cannot be worked out does not hold. */
export type Test = (scope: Scope) => boolean;

const tests = new WeakMap<Condition, Test>();

export function holds(condition: Condition, scope: Scope): boolean {
  let test = tests.get(condition);
  if (!test) tests.set(condition, (test = testOf(condition)));
  return test(scope);
}

/** What a condition asks, told apart once: rules ask it of every row. */
export function testOf(condition: Condition): Test {
  if ("filled" in condition) {
    const find = finderOf(condition.filled);
    return (scope) => !areBlank(find(scope).facts, scope);
  }
  if ("blank" in condition) {
    const find = finderOf(condition.blank);
    return (scope) => areBlank(find(scope).facts, scope);
  }
  if ("present" in condition) {
    const find = finderOf(condition.present);
    return (scope) => find(scope).nodes.length > 0;
  }
  if ("absent" in condition) {
    const find = finderOf(condition.absent);
    return (scope) => find(scope).nodes.length === 0;
  }
  if ("whole" in condition) {
    const find = finderOf(condition.whole);
    return (scope) => wholeNumbers(find(scope).facts);
  }
  if ("equal" in condition) return comparison(condition.equal, meets);
  if ("above" in condition) return comparison(condition.above, exceeds);
  if ("below" in condition) return comparison(condition.below, (a, b) => exceeds(b, a));
  if ("exceeds" in condition) {
    const [larger, smaller] = condition.exceeds.map(worthOf) as [Worth, Worth];
    return (scope) => exceeds(orZero(larger(scope)), orZero(smaller(scope)));
  }
  if ("labelled" in condition) {
    const find = finderOf(condition.labelled.of);
    const holdsWord = wordTest(condition.labelled.in);
    return (scope) => recordsOf(find(scope)).some(({ label }) => holdsWord(label, scope));
  }
  if ("word" in condition) {
    const { in: words } = condition.word;
    const find = finderOf(condition.word.of);
    return (scope) => {
      for (const { shown } of find(scope).facts) if (words.includes(shown)) return true;
      return false;
    };
  }
  if ("matches" in condition) {
    const [find, list] = [finderOf(condition.matches.of), finderOf(condition.matches.in)];
    return (scope) => {
      const words = new Set(list(scope).facts.map((fact) => fact.shown));
      return find(scope).facts.some((fact) => words.has(fact.shown));
    };
  }
  if ("contains" in condition) {
    const { of, in: list, except } = condition.contains;
    const find = finderOf(of);
    const holdsWord = wordTest(list);
    const isExcepted = except === undefined ? never : wordTest(except);
    return (scope) => find(scope).facts.some(({ shown }) => holdsWord(shown, scope) && !isExcepted(shown, scope));
  }
  if ("alike" in condition) {
    const finders = condition.alike.map(finderOf);
    return (scope) => {
      const [a, b] = finders.map((find) => find(scope).facts[0]?.shown);
      return a !== undefined && a === b;
    };
  }
  if ("explains" in condition) {
    const { of, by } = condition.explains;
    const finders = by.map(finderOf);
    const wordTests = of.map(wordTest);
    return (scope) => {
      const texts = finders.flatMap((find) => find(scope).facts);
      return texts.some(({ shown }) => wordTests.every((holdsWord) => holdsWord(shown, scope)));
    };
  }
  if ("sums" in condition) {
    const parts = condition.sums.parts.map(worthOf);
    const to = worthOf(condition.sums.to);
    return (scope) => {
      const total = to(scope);
      return !isMissing(total) && meets(totalOf(parts.map((part) => orZero(part(scope)))), total);
    };
  }
  if ("not" in condition) {
    const test = testOf(condition.not);
    return (scope) => !test(scope);
  }
  if ("all" in condition) {
    const each = condition.all.map(testOf);
    return (scope) => {
      for (const test of each) if (!test(scope)) return false;
      return true;
    };
  }
  const any = condition.any.map(testOf);
  return (scope) => {
    for (const test of any) if (test(scope)) return true;
    return false;
  };
}

type WordTest = (text: string, scope: Scope) => boolean;

function wordTest(list: string): WordTest {
  const find = finderOf(list);
  return (text, scope) => wordsAt(find, scope).pattern.test(text);
}

const never: WordTest = () => false;

/** 无, empty, 0, 0.00, —, / and 不适用 are all "nothing here". */
export function isBlank(fact: Fact): boolean {
  const { reading } = fact;
  return reading.kind === "empty" || reading.kind === "nothing" || (reading.kind === "number" && isZero(reading.value));
}

/** A blank whose figure another rule proved counts as filled. */
export function isBlankIn(fact: Fact, scope: Scope): boolean {
  return isBlank(fact) && !scope.proven.has(fact);
}

function areBlank(facts: readonly Fact[], scope: Scope): boolean {
  for (const fact of facts) if (!isBlankIn(fact, scope)) return false;
  return true;
}

/** Not a single character was put there. */
export function isUntouched(fact: Fact): boolean {
  return fact.reading.kind === "empty";
}

function wholeNumbers(facts: readonly Fact[]): boolean {
  const numbers = facts.flatMap(({ reading }) => (reading.kind === "number" ? [reading.value] : []));
  return numbers.length > 0 && numbers.every((value) => value.mod(1).eq(0));
}

function comparison([left, right]: readonly [Term, Term], test: (a: Amount, b: Amount) => boolean): Test {
  const [one, other] = [worthOf(left), worthOf(right)];
  return (scope) => {
    const a = orBlank(one(scope));
    const b = a && orBlank(other(scope));
    return a !== null && b !== null && test(a, b);
  };
}

function orBlank(result: Amount | Missing): Amount | null {
  if (!isMissing(result)) return result;
  const [fact] = result.facts;
  return fact && fact.reading.kind === "nothing" ? zero : null;
}

function orZero(result: Amount | Missing): Amount {
  return isMissing(result) ? zero : result;
}

const zero = amountOf(decimal(0));
