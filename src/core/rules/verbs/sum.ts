import type { Fact } from "../../facts/index.js";
import type { VerbArguments } from "../../pack/index.js";
import { meets } from "../../quantity/index.js";
import { exceeds, factAmount, printAmount, printWithUnit, type Amount } from "../amount.js";
import { isBlank } from "../condition.js";
import { explainGap } from "../diagnosis/index.js";
import { formulaFix, sumFormula } from "../fix.js";
import { failed, notApplicable, pass, type Outcome } from "../outcome.js";
import { selectFacts, type Scope } from "../select.js";
import { isMissing, provenAmount } from "../term.js";
import { gapText } from "./gap-text.js";
import { gather, subtract } from "./gather.js";

/** total = Σ parts − Σ minus (or ≥, ≤). A blank total counts as 0; parts that are all blank say nothing. */
export function sum(args: VerbArguments["sum"], scope: Scope): Outcome[] {
  const [total] = selectFacts(args.total, scope);
  if (!total) return [notApplicable("表中没有这一合计")];
  const parts = gather(args.parts, scope);
  const minus = gather(args.minus, scope);
  if (isMissing(parts)) return [notApplicable(parts.missing)];
  if (isMissing(minus)) return [notApplicable(minus.missing)];
  const figures = [...parts.facts, ...minus.facts].filter(({ reading }) => reading.kind === "number");
  if (args.blankParts === "skip" && figures.length === 0) {
    return [notApplicable("各项都没有数字")];
  }
  if (args.relation === "=") scope.sums.set(total, { parts: parts.facts, minus: minus.facts });
  const filed = provenAmount(total, scope) ?? factAmount(total, true);
  if (!filed) return [notApplicable("合计不是数字")];
  const computed = subtract(parts.total, minus.total);
  if (related(filed, computed, args.relation) || holdsAsFiled(args, total, scope)) return [pass];
  const gap = filed.value.minus(computed.value);
  const isOpen = isBlank(total) && args.relation === "=";
  const why =
    args.relation === "="
      ? explainGap({ filed, computed, parts: parts.amounts, minus: minus.amounts, witness: args.witness }, scope)
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
        gap: gapText(filed, computed),
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
      suspect: why?.suspect ?? null,
      proves: isOpen && args.proves ? [{ fact: total, value: computed.value }] : [],
    }),
  ];
}

/** Sums compare filed with filed: a total that carries a wrong part along is not wrong a second time. */
function holdsAsFiled(args: VerbArguments["sum"], total: Fact, scope: Scope): boolean {
  if (scope.proven.size === 0) return false;
  const asFiled: Scope = { ...scope, proven: new Map() };
  const filed = factAmount(total, true);
  const [parts, minus] = [gather(args.parts, asFiled), gather(args.minus, asFiled)];
  if (!filed || isMissing(parts) || isMissing(minus)) return false;
  return related(filed, subtract(parts.total, minus.total), args.relation);
}

function addends(facts: readonly Fact[]): string {
  return facts.map((fact) => fact.shown || "0").join(" + ");
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
