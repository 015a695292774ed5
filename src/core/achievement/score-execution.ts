import { type Fact, type FactRecord, factAt } from "../facts/index.js";
import { type Decimal, decimal, formatDecimal, roundHalfUp } from "../quantity/index.js";
import type { ScoringProfile } from "../pack/index.js";
import { executionDerivation } from "./derivation.js";
import { bySteps, clamp, proportional } from "./methods.js";
import type { ExecutionScore } from "./sheet-score.js";

/** w × min(1, B/A), or the pack's steps. Without a budget there is no rate and a person decides. */
export function scoreExecution(root: FactRecord, profile: ScoringProfile): ExecutionScore {
  const fact = (name: string): Fact | null => factAt(root, `fund.total.${name}`);
  const budget = numberOf(fact("budget"));
  const executed = numberOf(fact("executed"));
  const present = ["budget", "executed", "score", "rate"].some((name) => fact(name) !== null);
  const weight = numberOf(fact("weight")) ?? (present ? decimal(profile.execution.weight) : null);
  const filed = numberOf(fact("score"));
  const cells = {
    score: cellOf(fact("score")),
    weight: cellOf(fact("weight")),
    rate: cellOf(fact("rate")),
    budget: cellOf(fact("budget")),
    executed: cellOf(fact("executed")),
  };
  const rate = budget && executed && budget.gt(0) ? executed.div(budget) : null;
  if (!budget || !executed || !rate || !weight) {
    const band = weight && ([decimal(0), weight] as const);
    const note = !present
      ? "没有资金栏"
      : budget?.eq(0)
        ? "全年预算数为0，没有执行率，得分需人工判断"
        : "预算数或执行数读不出来";
    const parts = { budget, executed, weight, rate: null, computed: null, band, line: "" };
    return {
      rate: null,
      weight,
      filed,
      computed: null,
      band,
      line: "",
      note,
      derivation: executionDerivation(parts, profile),
      cells,
    };
  }
  const { method, steps } = profile.execution;
  const exact =
    method === "steps"
      ? bySteps(weight, rate, steps, profile.execution.weight)
      : proportional(weight, clamp(rate, decimal(0), decimal(1)));
  const computed = roundHalfUp(exact, profile.rounding.decimals);
  const quotient = `${formatDecimal(executed)} ÷ ${formatDecimal(budget)}`;
  const line =
    method === "steps"
      ? `${quotient} = ${formatDecimal(rate.times(100), 2)}% → ${formatDecimal(computed)}`
      : `${formatDecimal(weight)} × ${rate.gt(1) ? "1" : quotient} = ${formatDecimal(computed)}`;
  const note = rate.gt(1) ? "执行数大于预算数" : "";
  const derivation = executionDerivation({ budget, executed, weight, rate, computed, band: null, line }, profile);
  return { rate, weight, filed, computed, band: null, line, note, derivation, cells };
}

/** The number a fact says; null when it says none. */
export function numberOf(fact: Fact | null): Decimal | null {
  return fact?.reading.kind === "number" ? fact.reading.value : null;
}

export function cellOf(fact: Fact | null): ExecutionScore["cells"]["score"] {
  return fact?.cells[0] ?? null;
}
