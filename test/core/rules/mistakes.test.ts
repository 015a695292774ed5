import { describe, expect, it } from "vitest";
import { emptyTyped } from "../../../src/core/facts/index.js";
import type { RuleSpec } from "../../../src/core/pack/index.js";
import { runRules } from "../../../src/core/rules/index.js";
import { annexOf, bookOf, cell, labelled, type RecordDraft } from "../../support/facts.js";
import { hunanPack } from "../../support/hunan-pack.js";
import { ruleOf } from "../../support/rule.js";
import { formulasOf } from "../../support/rule-scope.js";
import { sheetOf, type CellText } from "../../support/sheet.js";

const { causes } = hunanPack();

/** The findings on one annex; its cells stand one below the other in column A of `rows`. */
function findingsOn(draft: RecordDraft, rules: readonly RuleSpec[], rows: readonly CellText[] = []) {
  const formulas = formulasOf(
    sheetOf(
      "a2",
      rows.map((row) => [row]),
    ),
  );
  return runRules(rules, bookOf(annexOf("a2", draft)), { profile: emptyTyped, causes, formulas, isLive: false })
    .findings;
}

function told(draft: RecordDraft, rules: readonly RuleSpec[], rows: readonly CellText[] = []): readonly string[] {
  return findingsOn(draft, rules, rows).map(({ id, subject }) => `${id} ${subject}`);
}

const sum = (total: string, parts: readonly string[], more: object = {}): Partial<RuleSpec> => ({
  sum: { total, parts: [...parts], minus: [], relation: "=", proves: true, blankParts: "skip", ...more },
});
const rule = (id: string, body: Partial<RuleSpec>): RuleSpec => ruleOf({ id: `x/${id}`, for: "a2", ...body });
const equal = (filed: string, expected: string | number): Partial<RuleSpec> => ({
  equal: { filed, expected, tolerance: 0 },
});

describe("错的是哪一个数", () => {
  const total = rule("total", sum("total", ["a", "b"]));

  it("看得出是哪一项写错的，错的是那一项，不是合计", () => {
    const draft = { a: "120.00", b: "40.50", total: "52.50", onTotal: "90", onPart: "90" };
    const rules = [total, rule("onTotal", equal("onTotal", "total")), rule("onPart", equal("onPart", "a"))];
    const [found, ...others] = findingsOn(draft, rules);
    expect(found?.cause).toBe("可能“a”120.00 小数点错了一位，大了10倍，应为 12.00");
    expect(others.map(({ id }) => id)).toEqual(["x/onTotal"]);
  });

  it("看不出的，错的是合计", () => {
    const draft = { a: "12.00", b: "40.50", total: "61.70", onTotal: "90", onPart: "90" };
    const rules = [total, rule("onTotal", equal("onTotal", "total")), rule("onPart", equal("onPart", "a"))];
    expect(told(draft, rules)).toEqual(["x/total total", "x/onPart onPart"]);
  });
});

describe("合计与别处要求的数相符，不是第二处错", () => {
  const score = rule("score", { ...equal("score", "computed"), severity: "warning" });
  const total = rule("total", sum("total", ["score", "other"]));

  it.each([
    ["合计里是应得的分", { score: 5, computed: 6, other: 4, total: 10 }, ["x/score score"]],
    ["合计里是填的分", { score: 5, computed: 6, other: 4, total: 9 }, ["x/score score"]],
    ["合计两样都不是", { score: 5, computed: 6, other: 4, total: 12 }, ["x/score score", "x/total total"]],
    ["得分没有错", { score: 6, computed: 6, other: 4, total: 12 }, ["x/total total"]],
  ] as const)("%s", (_, draft, expected) => {
    expect(told(draft, [score, total])).toEqual(expected);
  });

  it("只说不能少于多少的，不是要求的数", () => {
    const least = rule("least", { compare: { value: "score", atLeast: "computed" } });
    const draft = { score: 5, computed: 6, other: 4, total: 10 };
    expect(told(draft, [least, total])).toEqual(["x/least score", "x/total total"]);
  });

  it("两项都只知道不能这样填，合计照报", () => {
    const range = rule("range", { compare: { value: "**", atMost: 6 }, doubts: true });
    expect(told({ score: 8, other: 9, total: 6 }, [range, total])).toEqual([
      "x/range score",
      "x/range other",
      "x/total total",
    ]);
  });

  it("只知道不能这样填的，合计说得通就等", () => {
    const range = rule("range", { compare: { value: "score", atLeast: 0, atMost: "weight" }, doubts: true });
    const draft = { score: 8, weight: 6, other: 4 };
    expect(told({ ...draft, total: 9 }, [range, total])).toEqual(["x/range score"]);
    expect(told({ ...draft, total: 11 }, [range, total])).toEqual(["x/range score", "x/total total"]);
    expect(told({ ...draft, total: 3 }, [range, total])).toEqual(["x/range score", "x/total total"]);
  });
});

describe("跟着错的", () => {
  const odd = rule("odd", { compare: { value: "a", atLeast: 0 }, doubts: true });
  const draft = { a: -3, total: cell("7", { formula: "=A1+10", type: "count" }), printed: 5, basis: 1 };
  const rows: readonly CellText[] = [-3, { value: 7, formula: "=A1+10" }, 5, 1];

  it("比的数是公式，公式读了错的数字，就等", () => {
    const printed = rule("printed", equal("printed", "total"));
    expect(told(draft, [odd, printed], rows)).toEqual(["x/odd a"]);
    expect(told({ ...draft, a: 3 }, [odd, printed], rows)).toEqual(["x/printed printed"]);
  });

  it("加项是这样的公式，合计也等", () => {
    const all = rule("all", sum("printed", ["total", "basis"]));
    expect(told(draft, [odd, all], rows)).toEqual(["x/odd a"]);
    expect(told({ ...draft, a: 3 }, [odd, all], rows)).toEqual(["x/all printed"]);
  });

  it("有把握的数已经替上，读了原来那个数的公式也算跟着错", () => {
    const unit = rule("unit", { outlier: { values: ["a", "b", "c"], times: 1000, by: 10000 } });
    const wrong = { a: "90000", b: "9", c: "8", total: cell("90008", { formula: "=A1+A3" }), last: "17" };
    const cells: readonly CellText[] = [90000, 9, 8, { value: 90008, formula: "=A1+A3" }, 17];
    const growth = rule("growth", { compare: { value: "total", atMost: "last" } });
    expect(told(wrong, [unit, growth], cells)).toEqual(["x/unit a"]);
    expect(told(wrong, [growth], cells)).toEqual(["x/growth total"]);
  });

  it("规则要用的数另有错误，就等", () => {
    const late = rule("late", { needs: ["a"], none: { of: "printed", filled: true, except: [], together: false } });
    expect(told(draft, [odd, late])).toEqual(["x/odd a"]);
    expect(told({ ...draft, a: 3 }, [odd, late])).toEqual(["x/late printed"]);
  });
});

describe("同一行的另一个数说明是哪一项写错", () => {
  const rows = (...weights: readonly number[]): RecordDraft => ({
    header: 20,
    rows: [8, 7, 5].map((score, index) => labelled(`第${index + 1}项`, { weight: weights[index] ?? 0, score })),
  });
  const group = rule("group", sum("header", ["rows[*].weight"], { witness: "score", proves: false }));
  const range = rule("range", { each: "rows[*]", compare: { value: "score", atMost: "weight" } });

  it("改成那个数合计就对，只有一项这样", () => {
    const [found, ...others] = findingsOn(rows(8, 9, 5), [group]);
    expect(others).toEqual([]);
    expect(found?.cause).toBe("可能“第2项”9 写错了，应为 7");
    expect(found?.fixes.at(-1)?.content).toBe("7");
  });

  it("这一项的别的规则等着", () => {
    expect(told(rows(8, 4, 5), [group, range])).toEqual(["x/group header"]);
    expect(told(rows(8, 4, 8), [group, range])).toEqual(["x/range rows[第2项].score"]);
  });

  it("几项都说得通，或都说不通，就不说", () => {
    expect(findingsOn(rows(9, 8, 5), [group])[0]?.cause).toBeNull();
    expect(findingsOn(rows(10, 8, 5), [group])[0]?.cause).toBeNull();
  });
});

describe("不管别处怎么说都要报的", () => {
  const part = rule("part", { ...equal("a", 4), doubts: true });
  const total = (isRegardless: boolean): RuleSpec =>
    rule("total", { ...sum("total", ["a", "b"]), regardless: isRegardless });

  it.each([
    ["别的等改正后再比", false, { a: 6, b: 5, total: 9 }, ["x/part a"]],
    ["它照样报", true, { a: 6, b: 5, total: 9 }, ["x/part a", "x/total total"]],
    ["相符就通过", true, { a: 6, b: 3, total: 9 }, ["x/part a"]],
    ["有一项没有填，也等", true, { a: "无", b: 5, total: 9 }, ["x/part a"]],
  ] as const)("%s", (_, isRegardless, draft, expected) => {
    const asked =
      draft.a === "无"
        ? rule("part", { required: { value: "a", nothingCounts: false, together: false }, doubts: true })
        : part;
    expect(told(draft, [asked, total(isRegardless)])).toEqual(expected);
  });

  it("有一项没有填，别的项另有错误，也等", () => {
    const missing = rule("missing", {
      required: { value: "b", nothingCounts: false, together: false },
      doubts: true,
    });
    expect(told({ a: 6, b: "无", total: 9 }, [part, missing, total(true)])).toEqual(["x/part a", "x/missing b"]);
  });

  it("合计这一格另有错误也报", () => {
    const doubted = rule("doubted", { ...equal("total", 12), doubts: true });
    const draft = { a: 6, b: 5, total: 9 };
    expect(told(draft, [doubted, total(false)])).toEqual(["x/doubted total"]);
    expect(told(draft, [doubted, total(true)])).toEqual(["x/doubted total", "x/total total"]);
  });
});
