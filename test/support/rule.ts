import type { RuleSpec } from "../../src/core/pack/index.js";

/** A rule as a pack would hold it, with the words that a test does not speak of filled in. */
export function ruleOf(draft: Partial<RuleSpec>): RuleSpec {
  return {
    id: "test/rule",
    title: "核对",
    why: "为何要核对",
    advice: "怎样改正",
    source: { kind: "derived", note: "表内" },
    ...draft,
  };
}
