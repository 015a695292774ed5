import { describe, expect, it } from "vitest";
import type { RuleSpec } from "../../../src/core/pack/index.js";
import { checkOf } from "../../../src/core/rules/check.js";
import type { Scope } from "../../../src/core/rules/select.js";
import { annexOf } from "../../support/facts.js";
import { scopeOf } from "../../support/rule-scope.js";

const scope = (): Scope =>
  scopeOf(
    annexOf("a2", {
      printed: "100",
      budget: "120",
      adjusted: "110",
      spent: "100",
      far: "500",
      word: "完成",
      zero: "0",
    }),
  );
type Alternative = NonNullable<RuleSpec["anyOf"]>[number];

const equals = (expected: string, when?: Alternative["when"]): Alternative => ({
  ...(when && { when }),
  equal: { filed: "printed", expected, tolerance: 0 },
});
const written: Alternative = { required: { value: "blank", nothingCounts: false, together: false } };
const count: Alternative = { count: { of: "nothing[*]", atLeast: 1 } };

/** What it was compared with, or what came of it. */
function told(body: Parameters<typeof checkOf>[0]): string[] {
  return checkOf(body)(scope()).map((outcome) => {
    if (outcome.status === "fail") return outcome.expected ?? "fail";
    return outcome.status === "notApplicable" ? outcome.reason : outcome.status;
  });
}

describe("一条规则怎样核对", () => {
  it("用它写明的方法", () => {
    expect(told(equals("spent"))).toEqual(["pass"]);
    expect(told(equals("budget"))).toEqual(["120"]);
    expect(told({ compare: { value: "printed", atLeast: "budget" } })).toEqual(["≥120万元"]);
    expect(told({ words: { values: ["word"], is: ["完成"], contains: [] } })).toHaveLength(1);
  });

  it("没有写方法就没有结果", () => {
    expect(told({})).toEqual([]);
  });

  it.each([
    ["几种比法有一种相符就通过", [equals("budget"), equals("spent"), equals("far")], ["pass"]],
    ["都不符，报最接近的一种", [equals("far"), equals("adjusted"), equals("budget")], ["110"]],
    ["差额的正负不论", [equals("zero"), equals("budget")], ["120"]],
    ["没法比的一种不算通过", [equals("word"), equals("budget")], ["120"]],
    ["没法比的一种，另一种通过", [equals("word"), equals("spent")], ["pass"]],
    ["都没法比，说第一种为何", [equals("word"), equals("nothing")], ["“word”不是数字：完成"]],
    ["没有差额的一种算最接近", [equals("budget"), count], ["≥1"]],
    ["没有差额的一种，另一种通过", [count, equals("spent")], ["pass"]],
    ["只试条件合的", [equals("spent", { filled: "zero" }), equals("budget", { filled: "word" })], ["120"]],
    ["条件都不合就都试", [equals("budget", { filled: "zero" }), equals("spent", { filled: "zero" })], ["pass"]],
    ["没有条件的总是试", [equals("spent"), equals("budget", { filled: "word" })], ["pass"]],
    ["没有这一栏", [written, equals("nothing")], ["表中没有这一栏"]],
  ] as const)("%s", (_, anyOf, expected) => {
    expect(told({ anyOf: [...anyOf] })).toEqual(expected);
  });

  it("都不符时，一处笔误就解释得通的一种才是要比的，差得多也是", () => {
    const annex = annexOf("a2", { printed: "128.5", near: "129", swapped: "182.5", far: "500" });
    const explained = scopeOf(annex, { causes: { scales: [], swapped: "{mended}" } });
    const expected = (...of: readonly string[]): unknown =>
      checkOf({ anyOf: of.map((one) => equals(one)) })(explained).map((outcome) =>
        outcome.status === "fail" ? [outcome.expected, outcome.cause] : outcome.status,
      );
    expect(expected("near", "swapped", "far")).toEqual([["182.5", "182.5"]]);
    expect(expected("far", "near")).toEqual([["129", null]]);
    expect(expected("swapped", "printed")).toEqual(["pass"]);
  });

  it("一种比法看几处，有一处不符就不算通过", () => {
    const each: Alternative = { compare: { value: "**", atMost: 115 } };
    expect(told({ anyOf: [each, equals("far")] })).toContain("≤115");
    expect(told({ anyOf: [{ compare: { value: "**", atMost: 105 } }, equals("adjusted")] })).toEqual(["110"]);
    expect(told({ anyOf: [equals("budget"), { compare: { value: "**", atMost: 500 } }] })).toContain("pass");
  });
});
