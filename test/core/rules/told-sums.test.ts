import { describe, expect, it } from "vitest";
import { runRules } from "../../../src/core/rules/index.js";
import { annexOf, bookOf, type RecordDraft } from "../../support/facts.js";
import { emptyTyped } from "../../../src/core/facts/index.js";
import { ruleOf } from "../../support/rule.js";
import { formulasOf } from "../../support/rule-scope.js";

const sum = (id: string, total: string, parts: readonly string[]): ReturnType<typeof ruleOf> =>
  ruleOf({
    id,
    for: "a2",
    sum: { total, parts: [...parts], minus: [], relation: "=", proves: false, blankParts: "skip" },
  });
const output = sum("x/output", "output", ["a", "b"]);
const effect = sum("x/effect", "effect", ["c"]);
const all = sum("x/all", "all", ["a", "b", "c"]);

/** 产出 7 + 5 = 12, 效益 8, 合计 20, where nothing else is said. */
function told(draft: RecordDraft, ...rules: readonly ReturnType<typeof ruleOf>[]): readonly string[] {
  const around = { profile: emptyTyped, causes: { scales: [] }, formulas: formulasOf(), isLive: false };
  const figures = { a: 7, b: 5, c: 8, output: 12, effect: 8, all: 20, ...draft };
  return runRules(rules, bookOf(annexOf("a2", figures)), around).findings.map(({ id }) => id);
}

describe("合计差得一样多，是同一处错", () => {
  it.each([
    ["一组差多少，总数就差多少，只报那一组", { a: 9 }, ["x/output"]],
    ["两组各有差错，合起来正是总数的差", { a: 9, c: 9 }, ["x/output", "x/effect"]],
    ["两组正负相抵，总数没有错", { a: 9, c: 6 }, ["x/output", "x/effect"]],
    ["一组里漏填，总数里也少了它", { a: 9, output: 14 }, ["x/all"]],
    ["总数另有差错，照报", { a: 9, all: 23 }, ["x/output", "x/all"]],
    ["差得一样多而方向相反，照报", { a: 9, all: 24 }, ["x/output", "x/all"]],
    ["只有总数错", { all: 23 }, ["x/all"]],
  ] as const)("%s", (_, draft, ids) => {
    expect(told(draft, output, effect, all)).toEqual(ids);
  });

  it("先报了总数，其中一组差得一样多，也不再报", () => {
    expect(told({ a: 9 }, all, output)).toEqual(["x/all"]);
  });

  it("不是它的加项，差得一样多也照报", () => {
    expect(told({ a: 9, effect: 6 }, output, effect)).toEqual(["x/output", "x/effect"]);
  });
});
