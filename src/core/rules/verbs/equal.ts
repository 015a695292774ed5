import type { VerbArguments } from "../../pack/index.js";
import { decimal, distance } from "../../quantity/index.js";
import { exceeds, factAmount, printAmount, printWithUnit } from "../amount.js";
import { explainGap } from "../diagnosis/index.js";
import { valueFix } from "../fix.js";
import { failed, notApplicable, pass, type Outcome } from "../outcome.js";
import { selectFacts, type Scope } from "../select.js";
import { evaluate, isMissing, provenAmount, unreadable } from "../term.js";
import { gapText } from "./gap-text.js";

/** filed = expected, both ends' intervals apart by at most `tolerance`. */
export function equal(args: VerbArguments["equal"], scope: Scope): Outcome[] {
  const [fact] = selectFacts(args.filed, scope);
  if (!fact) return [notApplicable("表中没有这一项")];
  const filed = provenAmount(fact, scope) ?? factAmount(fact, false);
  if (!filed) return [notApplicable(unreadable(fact))];
  const expected = evaluate(args.expected, scope);
  if (isMissing(expected)) return [notApplicable(expected.missing)];
  if (distance(filed, expected).lte(decimal(args.tolerance))) return [pass];
  const gap = filed.value.minus(expected.value);
  const others = expected.facts.filter((other) => other !== fact && other.cells.length > 0);
  const why = explainGap({ filed, computed: expected, tolerance: args.tolerance }, scope);
  return [
    failed({
      anchor: fact,
      actual: printAmount(filed),
      expected: printAmount(expected),
      gap,
      filed,
      computed: expected,
      words: {
        filed: printWithUnit(filed),
        expected: printWithUnit(expected),
        gap: gapText(filed, expected),
      },
      explanation: {
        verb: "equal",
        line: `${printAmount(filed)} ≠ ${printAmount(expected)}`,
        terms: others.map((other) => ({ label: other.label ?? other.path, shown: other.shown })),
      },
      related: [...others, ...why.related],
      fixes: valueFix(fact, expected.value),
      cause: why.cause,
    }),
  ];
}

/** Fails only where the intervals prove that the value lies outside. */
export function compare(args: VerbArguments["compare"], scope: Scope): Outcome[] {
  return selectFacts(args.value, scope).map((fact) => {
    const value = provenAmount(fact, scope) ?? factAmount(fact, false);
    if (!value) return notApplicable(unreadable(fact));
    const low = args.atLeast === undefined ? null : evaluate(args.atLeast, scope);
    const high = args.atMost === undefined ? null : evaluate(args.atMost, scope);
    if (low && isMissing(low)) return notApplicable(low.missing);
    if (high && isMissing(high)) return notApplicable(high.missing);
    const bound = low && exceeds(low, value) ? low : high && exceeds(value, high) ? high : null;
    if (!bound) return pass;
    const isLow = bound === low;
    const others = bound.facts.filter((other) => other.cells.length > 0);
    const why = bound.facts.length > 0 ? explainGap({ filed: value, computed: bound }, scope) : null;
    const limit = printWithUnit(bound);
    return failed({
      anchor: fact,
      actual: fact.shown,
      expected: `${isLow ? "≥" : "≤"}${limit}`,
      gap: value.value.minus(bound.value),
      filed: value,
      computed: bound,
      words: { value: printWithUnit(value), bound: limit, gap: gapText(value, bound) },
      explanation: { verb: "compare", line: `${printWithUnit(value)} ${isLow ? "<" : ">"} ${limit}`, terms: [] },
      related: [...others, ...(why?.related ?? [])],
      cause: why?.cause ?? null,
    });
  });
}
