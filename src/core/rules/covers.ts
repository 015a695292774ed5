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
  const covering = placed.filter(({ covers }) => covers.length > 0);
  return placed.filter((each) => !covering.some((other) => isCovered(each, other))).map(({ finding }) => finding);
}

function isCovered(each: Placed, by: Placed): boolean {
  if (each.rule === by.rule || each.finding.annexKey !== by.finding.annexKey) return false;
  if (by.covers.includes("*")) return standsBelow(each.subject, by.subject);
  return each.subject === by.subject && by.covers.includes(each.rule.id);
}

/** `fund.total` and `fund[其他]` stand below `fund`, and so does `fund` itself; everything stands below the annex. */
function standsBelow(path: string, top: string): boolean {
  return top === "" || (path.startsWith(top) && [".", "[", ""].includes(path.charAt(top.length)));
}
