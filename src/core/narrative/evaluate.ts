import type { Fact } from "../facts/index.js";
import type { NarrativeCondition, NarrativeTerm } from "../pack/index.js";
import { decimal, decimalsOf, type Decimal } from "../quantity/index.js";
import type { Scope } from "./scope.js";
import { computed, gapBetween, isFilled, valueOfFact, type FigureValue, type Value } from "./value.js";

/** Digits of a share unless the pack says otherwise. */
const shareDecimals = 2;

export function holds(scope: Scope, condition: NarrativeCondition): boolean {
  if ("filled" in condition) return isFilled(scope.value(condition.filled));
  if ("blank" in condition) return !isFilled(scope.value(condition.blank));
  if ("present" in condition) return scope.isPresent(condition.present);
  if ("above" in condition) return compare(scope, condition.above, (a, b) => a.gt(b));
  if ("below" in condition) return compare(scope, condition.below, (a, b) => a.lt(b));
  if ("atLeast" in condition) return compare(scope, condition.atLeast, (a, b) => a.gte(b));
  if ("option" in condition) return scope.option(condition.option);
  if ("not" in condition) return !holds(scope, condition.not);
  if ("all" in condition) return condition.all.every((part) => holds(scope, part));
  return condition.any.some((part) => holds(scope, part));
}

/** Null when a part is missing. `decimals` are those of the result. */
export function evaluate(scope: Scope, term: NarrativeTerm, decimals?: number): Value | null {
  if (typeof term === "number") return computed(decimal(term), decimals, null);
  if (typeof term === "string") return scope.value(term);
  if ("add" in term) return combine(scope, term.add, decimals, (sum, part) => sum.plus(part));
  if ("sub" in term) return combine(scope, term.sub, decimals, (sum, part) => sum.minus(part));
  if ("share" in term) return share(scope, term.share, decimals ?? shareDecimals);
  if ("gap" in term) {
    const [a, b] = [evaluate(scope, term.gap[0]), evaluate(scope, term.gap[1])];
    return a && b && gapBetween(a, b);
  }
  if ("abs" in term) {
    const value = evaluate(scope, term.abs);
    return value?.kind === "figure" ? computed(value.value.abs(), decimals, value.unit) : null;
  }
  if ("first" in term) {
    const found = term.first.map((part) => evaluate(scope, part, decimals)).filter((value) => value !== null);
    return found.find(isFilled) ?? found[0] ?? null;
  }
  if ("when" in term) return holds(scope, term.when) ? evaluate(scope, term.use, decimals) : null;
  if ("word" in term) return { kind: "text", text: term.word, cells: [], from: "derived" };
  if ("count" in term) {
    const { where } = term;
    const rows = scope.rows(term.count).filter((row) => !where || holds(scope.inside(row), where));
    return computed(decimal(rows.length), 0, null);
  }
  if ("total" in term) return totalOf(scope.factsAt(term.total), decimals);
  if ("explained" in term) {
    const answers = term.by.map((rule) => scope.value(`${term.explained}.explained.${rule}`));
    return answers.find((answer) => answer !== null) ?? null;
  }
  const words = scope.factsAt(term.listed).map(valueOfFact);
  const texts = [...new Set(words.flatMap((word) => (word?.kind === "text" ? [word.text] : [])))];
  if (texts.length === 0) return null;
  return { kind: "text", text: texts.join("、"), cells: words.flatMap((word) => word?.cells ?? []), from: "cells" };
}

function combine(
  scope: Scope,
  terms: readonly NarrativeTerm[],
  decimals: number | undefined,
  step: (sum: Decimal, part: Decimal) => Decimal,
): FigureValue | null {
  const parts = terms.map((term) => evaluate(scope, term));
  const figures = parts.filter((part): part is FigureValue => part?.kind === "figure");
  const [first, ...rest] = figures;
  if (!first || figures.length !== parts.length) return null;
  const value = rest.reduce((sum, part) => step(sum, part.value), first.value);
  return computed(value, decimals, first.unit);
}

function share(
  scope: Scope,
  [part, whole]: readonly [NarrativeTerm, NarrativeTerm],
  decimals: number,
): FigureValue | null {
  const [a, b] = [evaluate(scope, part), evaluate(scope, whole)];
  if (a?.kind !== "figure" || b?.kind !== "figure" || b.value.eq(0)) return null;
  return computed(a.value.times(100).div(b.value), decimals, "%");
}

function totalOf(facts: readonly Fact[], decimals: number | undefined): FigureValue | null {
  const figures = facts.map(valueOfFact).filter((value): value is FigureValue => value?.kind === "figure");
  const [first] = figures;
  if (!first) return null;
  if (figures.length === 1) return first;
  const value = figures.reduce((sum, part) => sum.plus(part.value), decimal(0));
  return computed(value, decimals ?? Math.max(...figures.map((part) => decimalsOf(part.value))), first.unit);
}

function compare(
  scope: Scope,
  terms: readonly [NarrativeTerm, NarrativeTerm],
  fits: (a: Decimal, b: Decimal) => boolean,
): boolean {
  const [a, b] = [evaluate(scope, terms[0]), evaluate(scope, terms[1])];
  return a?.kind === "figure" && b?.kind === "figure" && fits(a.value, b.value);
}
