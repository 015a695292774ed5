import { describe, expect, it } from "vitest";
import type { Finding } from "../../../src/core/findings/index.js";
import { coveredAway, type Placed } from "../../../src/core/rules/covers.js";
import { ruleOf } from "../../support/rule.js";

interface Draft {
  readonly id: string;
  readonly annex?: string;
  readonly subject?: string;
  readonly covers?: readonly string[];
}

function left(...drafts: readonly Draft[]): string[] {
  const rules = new Map(drafts.map(({ id }) => [id, ruleOf({ id })]));
  const placed = drafts.map(({ id, annex = "a2", subject = "indicators[造林]", covers = [] }): Placed => {
    const rule = rules.get(id);
    if (!rule) throw new Error(id);
    return { rule, covers, subject, finding: { id, annexKey: annex, subject } as Finding };
  });
  return coveredAway(placed).map(({ id, subject }) => (subject === "indicators[造林]" ? id : `${id} ${subject}`));
}

describe("一处错误只报一条", () => {
  const unmet = { id: "x/unmet", covers: ["x/mismatch"] };
  it.each([
    ["同一行上，点名的那条不再报", [unmet, { id: "x/mismatch" }], ["x/unmet"]],
    ["先后次序不论", [{ id: "x/mismatch" }, unmet], ["x/unmet"]],
    ["没有点名的照报", [unmet, { id: "x/reason" }], ["x/unmet", "x/reason"]],
    ["别的行照报", [unmet, { id: "x/mismatch", subject: "fund" }], ["x/unmet", "x/mismatch fund"]],
    ["别的附表同名的行照报", [unmet, { id: "x/mismatch", annex: "a3:1" }], ["x/unmet", "x/mismatch"]],
    ["没有哪条覆盖哪条", [{ id: "x/a" }, { id: "x/b" }], ["x/a", "x/b"]],
    [
      "覆盖不传递：被覆盖的那条仍然覆盖别的",
      [unmet, { id: "x/mismatch", covers: ["x/reason"] }, { id: "x/reason" }],
      ["x/unmet"],
    ],
  ])("%s", (_, drafts, expected) => {
    expect(left(...drafts)).toEqual(expected);
  });

  const unfilled = { id: "x/unfilled", subject: "", covers: ["*"] };
  it.each([
    ["整张表未填，里面的都不报", [unfilled, { id: "x/a" }, { id: "x/b", subject: "fund.total" }], ["x/unfilled "]],
    ["别的附表照报", [unfilled, { id: "x/a", annex: "a3:1" }], ["x/unfilled ", "x/a"]],
    ["同一条规则的另一处照报", [unfilled, { ...unfilled, subject: "fund" }], ["x/unfilled ", "x/unfilled fund"]],
    [
      "一块未填，只盖住这一块",
      [
        { ...unfilled, subject: "fund" },
        { id: "x/a", subject: "fund.total" },
        { id: "x/b", subject: "fund[其他]" },
        { id: "x/c", subject: "fund" },
        { id: "x/d", subject: "funding" },
        { id: "x/e", subject: "" },
      ],
      ["x/unfilled fund", "x/d funding", "x/e "],
    ],
  ])("%s", (_, drafts, expected) => {
    expect(left(...drafts)).toEqual(expected);
  });
});
