import type { Fact } from "../../facts/index.js";
import type { VerbArguments } from "../../pack/index.js";
import { decimal, meets } from "../../quantity/index.js";
import { amountOf, exceeds, factAmount, printAmount, printWithUnit, type Amount } from "../amount.js";
import { isBlank } from "../condition.js";
import { explainGap } from "../diagnosis/index.js";
import { formulaFix, sumFormula } from "../fix.js";
import { failed, notApplicable, pass, type Outcome } from "../outcome.js";
import { selectFacts, type Scope } from "../select.js";
import { evaluate, isMissing, plus, provenAmount } from "../term.js";

/** total = Σ parts − Σ minus (or ≥, ≤). A blank total counts as 0; parts that are all blank say nothing. */
export function sum(args: VerbArguments["sum"], scope: Scope): Outcome[] {
  const [total] = selectFacts(args.total, scope);
  if (!total) return [notApplicable("表中没有这一合计")];
  const parts = gather(args.parts, scope);
  const minus = gather(args.minus, scope);
  const wrong = parts.problem ?? minus.problem;
  if (wrong !== null) return [notApplicable(wrong)];
  const figures = [...parts.facts, ...minus.facts].filter(({ reading }) => reading.kind === "number");
  if (args.blankParts === "skip" && figures.length === 0) {
    return [notApplicable("各项都没有数字")];
  }
  const filed = provenAmount(total, scope) ?? factAmount(total, true);
  if (!filed) return [notApplicable("合计不是数字")];
  const computed = subtract(parts.total, minus.total);
  if (related(filed, computed, args.relation) || holdsAsFiled(args, total, scope)) return [pass];
  const gap = filed.value.minus(computed.value);
  const isOpen = isBlank(total) && args.relation === "=";
  const why =
    args.relation === "="
      ? explainGap({ filed: { ...filed, facts: [total] }, computed, parts: parts.amounts, minus: minus.amounts }, scope)
      : null;
  const formula = args.relation === "=" ? sumFormula(total, parts.facts, minus.facts) : null;
  return [
    failed({
      anchor: total,
      actual: total.shown === "" ? "" : printAmount(filed),
      expected:
        args.relation === "=" ? printAmount(computed) : `${args.relation === ">=" ? "≥" : "≤"}${printAmount(computed)}`,
      gap,
      filed,
      computed,
      words: {
        total: total.shown === "" ? "空白" : printWithUnit(filed),
        sum: printWithUnit(computed),
        gap: printWithUnit({ ...computed, value: gap.abs() }),
        parts: parts.facts
          .filter((fact) => !isBlank(fact))
          .map((fact) => fact.shown)
          .join("＋"),
      },
      explanation: {
        verb: "sum",
        line: `${addends(parts.facts)}${minus.facts.map((fact) => ` − ${fact.shown || "0"}`).join("")} = ${printAmount(computed)}`,
        terms: [...parts.facts, ...minus.facts].map((fact) => ({ label: fact.label ?? fact.path, shown: fact.shown })),
      },
      related: [...parts.facts, ...minus.facts, ...(why?.related ?? [])],
      fixes: [...formulaFix(total, formula, computed.value), ...(why?.fixes ?? [])],
      cause: why?.cause ?? null,
      doubts: args.proves && args.relation === "=",
      proves: isOpen && args.proves ? { fact: total, value: computed.value } : null,
    }),
  ];
}

/** Sums compare filed with filed: a total that carries a wrong part along is not wrong a second time. */
function holdsAsFiled(args: VerbArguments["sum"], total: Fact, scope: Scope): boolean {
  if (scope.proven.size === 0) return false;
  const asFiled: Scope = { ...scope, proven: new Map() };
  const filed = factAmount(total, true);
  const computed = subtract(gather(args.parts, asFiled).total, gather(args.minus, asFiled).total);
  return filed !== null && related(filed, computed, args.relation);
}

function addends(facts: readonly Fact[]): string {
  return facts.map((fact) => fact.shown || "0").join(" + ");
}

interface Gathered {
  readonly total: Amount;
  readonly facts: readonly Fact[];
  /** One for each fact, or term. */
  readonly amounts: readonly Amount[];
  readonly problem: string | null;
}

function gather(terms: VerbArguments["sum"]["parts"], scope: Scope): Gathered {
  let total = amountOf(decimal(0));
  const facts: Fact[] = [];
  const amounts: Amount[] = [];
  const add = (amount: Amount): void => {
    total = plus(total, amount);
    amounts.push(amount);
    facts.push(...amount.facts);
  };
  for (const term of terms) {
    if (typeof term !== "string") {
      const amount = evaluate(term, scope);
      if (isMissing(amount)) return { total, facts, amounts, problem: amount.missing };
      add(amount);
      continue;
    }
    for (const fact of selectFacts(term, scope)) {
      const amount = provenAmount(fact, scope) ?? factAmount(fact, true);
      if (!amount) return { total, facts, amounts, problem: `“${fact.label ?? fact.path}”不是数字：${fact.shown}` };
      add(amount);
    }
  }
  return { total, facts, amounts, problem: null };
}

function subtract(a: Amount, b: Amount): Amount {
  if (b.facts.length === 0 && b.value.eq(0)) return a;
  return { ...plus(a, b), value: a.value.minus(b.value), low: a.low.minus(b.high), high: a.high.minus(b.low) };
}

function related(filed: Amount, computed: Amount, relation: VerbArguments["sum"]["relation"]): boolean {
  switch (relation) {
    case "=":
      return meets(filed, computed);
    case ">=":
      return !exceeds(computed, filed);
    case "<=":
      return !exceeds(filed, computed);
  }
}
