import type { Severity } from "../findings/index.js";
import type { SeverityStep } from "../pack/index.js";
import { decimal, roundHalfUp } from "../quantity/index.js";
import { holds } from "./condition.js";
import type { Failed } from "./outcome.js";
import type { Scope } from "./select.js";

/** The level of a failed check; null when no step fits, so that it passes after all. */
export function severityOf(
  steps: Severity | readonly SeverityStep[] | undefined,
  outcome: Failed,
  scope: Scope,
): Severity | null {
  if (steps === undefined) return "error";
  if (typeof steps === "string") return steps;
  return steps.find((step) => fits(step, outcome, scope))?.level ?? null;
}

function fits(step: SeverityStep, { gap, filed, computed }: Failed, scope: Scope): boolean {
  if (step.within !== undefined && !(gap && gap.abs().lte(decimal(step.within)))) return false;
  if (step.above !== undefined && !gap?.gt(decimal(step.above))) return false;
  if (step.below !== undefined && !gap?.lt(decimal(step.below))) return false;
  if (step.filed !== undefined && !filed?.value.eq(decimal(step.filed))) return false;
  if (step.rounded) {
    if (!filed || !computed || filed.decimals >= 2) return false;
    if (!roundHalfUp(computed.value, filed.decimals).eq(filed.value)) return false;
  }
  return step.where === undefined || holds(step.where, scope);
}
