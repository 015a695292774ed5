import type { Finding } from "../findings/index.js";
import type { RuleSpec } from "../pack/index.js";

export interface Placed {
  readonly rule: RuleSpec;
  readonly covers: readonly string[];
  /** Path of the record the rule ran on. */
  readonly subject: string;
  readonly finding: Finding;
}

/**
 * One mistake, one finding: on the same subject only the covering finding stays. `*` covers every other rule on the
 * subject and below it (a wholly unfilled annex).
 */
export function coveredAway(placed: readonly Placed[]): Finding[] {
  return placed
    .filter((each) => !placed.some((other) => other !== each && isCovered(each, other)))
    .map(({ finding }) => finding);
}

function isCovered(each: Placed, by: Placed): boolean {
  const { covers } = by;
  if (covers.length === 0 || each.finding.annexKey !== by.finding.annexKey || each.rule === by.rule) return false;
  if (covers.includes("*")) return by.subject === "" || each.subject.startsWith(by.subject);
  return each.subject === by.subject && covers.includes(each.rule.id);
}
