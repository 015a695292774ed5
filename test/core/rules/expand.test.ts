import { describe, expect, it } from "vitest";
import type { RuleSpec } from "../../../src/core/pack/index.js";
import { instancesOf } from "../../../src/core/rules/expand.js";
import { ruleOf } from "../../support/rule.js";

const sum = (total: string, more: Partial<NonNullable<RuleSpec["sum"]>> = {}): NonNullable<RuleSpec["sum"]> => ({
  total,
  parts: [`${total}.parts[*]`],
  minus: [],
  relation: "=",
  proves: true,
  blankParts: "skip",
  ...more,
});
const faults = { skips: "漏了", repeats: "重复", includes: "多加", itself: "加了自己" };

describe("一条规则写开成几条", () => {
  it("不分情形的就是它自己", () => {
    const rule = ruleOf({ for: "a2", sum: sum("fund.total") });
    expect(instancesOf(rule, [rule])).toEqual([{ rule, body: rule, targets: ["a2"], place: "a2 " }]);
  });

  it("每种情形一条，情形里写的盖过共有的，其余照旧", () => {
    const rule = ruleOf({
      severity: "error",
      message: "共有的",
      variants: [{ for: "a2" }, { for: "a3", severity: "warning", message: "附件3的" }],
    });
    const bodies = instancesOf(rule, []).map(({ body }) => body);
    expect(bodies.map((body) => [body.for, body.severity, body.message, body.title])).toEqual([
      ["a2", "error", "共有的", "核对"],
      ["a3", "warning", "附件3的", "核对"],
    ]);
    expect(bodies.some((body) => "variants" in body || "over" in body)).toBe(false);
  });

  it("over的词逐个代进去，几组词两两相配，每处都代", () => {
    const rule = ruleOf({
      over: { row: ["fund", "basic"], year: ["budget", "spent"] },
      message: "$row的$year：$row",
      needs: ["$row.$year"],
      where: [{ not: { equal: ["$row.$year", 0] } }],
      severity: [{ level: "error", above: 3, rounded: true }],
    });
    const bodies = instancesOf(rule, []).map(({ body }) => body);
    expect(bodies.map(({ message }) => message)).toEqual([
      "fund的budget：fund",
      "fund的spent：fund",
      "basic的budget：basic",
      "basic的spent：basic",
    ]);
    expect(bodies[1]?.needs).toEqual(["fund.spent"]);
    expect(bodies[1]?.where).toEqual([{ not: { equal: ["fund.spent", 0] } }]);
    expect(bodies[1]?.severity).toEqual([{ level: "error", above: 3, rounded: true }]);
  });

  it("情形可以有自己的词", () => {
    const rule = ruleOf({ over: { row: ["甲"] }, message: "$row", variants: [{}, { over: { row: ["乙", "丙"] } }] });
    expect(instancesOf(rule, []).map(({ body }) => body.message)).toEqual(["甲", "乙", "丙"]);
  });

  it("哪几类附表、逐行不逐行，都相同才算看同样的地方", () => {
    const places = [{}, { for: "a2" }, { for: ["a2", "a3"] }, { for: ["a2"], each: "rows[*]" }, { each: "rows[*]" }];
    const instances = places.map((place) => instancesOf(ruleOf(place), [])[0]);
    expect(instances.map((instance) => instance?.targets)).toEqual([[], ["a2"], ["a2", "a3"], ["a2"], []]);
    expect(new Set(instances.map((instance) => instance?.place)).size).toBe(places.length);
    expect(instancesOf(ruleOf({ for: ["a2"] }), [])[0]?.place).toBe(instances[1]?.place);
  });

  it("写开一次，以后照用", () => {
    const rule = ruleOf({ variants: [{ for: "a2" }] });
    expect(instancesOf(rule, [])).toBe(instancesOf(rule, []));
  });
});

describe("照别的规则的合计", () => {
  const totals = ruleOf({
    id: "fund/total-sum",
    for: ["a2", "a3"],
    each: "rows[*]",
    where: [{ filled: "total" }],
    needs: ["total"],
    over: { year: ["budget", "spent"] },
    sum: sum("fund.$year", { minus: ["fund.returned"] }),
  });
  const within = ruleOf({ id: "a1/operating", sum: sum("operating", { relation: ">=" }) });
  const other = ruleOf({ id: "a4/sum", sum: sum("a4.total") });
  const notSum = ruleOf({ id: "fund/rate", ratio: { result: "rate", part: "spent", whole: "budget" } });
  const like = ruleOf({
    id: "file/sum-range",
    message: "公式不全",
    sumRange: { like: ["fund/total-sum", "a1/operating", "fund/rate"], faults },
  });
  const rules = [like, totals, within, other, notSum];

  it("点名的规则里每个相等的合计一条，在它们的条件下核对", () => {
    const instances = instancesOf(like, rules);
    expect(instances.map(({ body }) => body.sumRange)).toEqual(
      ["budget", "spent"].map((year) => ({
        total: `fund.${year}`,
        parts: [`fund.${year}.parts[*]`],
        minus: ["fund.returned"],
        faults,
      })),
    );
    for (const { rule, body } of instances) {
      expect(rule).toBe(like);
      expect([body.id, body.message]).toEqual(["file/sum-range", "公式不全"]);
      expect([body.for, body.each, body.where, body.needs]).toEqual([
        ["a2", "a3"],
        "rows[*]",
        [{ filled: "total" }],
        ["total"],
      ]);
    }
  });

  it("自己写明合计的照旧", () => {
    const own = ruleOf({ for: "a4", sumRange: { total: "a4.total", parts: ["rows[*]"], minus: [], faults } });
    expect(instancesOf(own, rules)).toMatchObject([{ rule: own, body: own }]);
  });
});
