import { describe, expect, it } from "vitest";
import { dataRecord, type AnnexFacts, type FactBook } from "../../../src/core/facts/index.js";
import type { RuleSpec } from "../../../src/core/pack/index.js";
import { runRules, type RulesResult, type RuleSurroundings } from "../../../src/core/rules/index.js";
import { annexOf, bookOf, cell, factIn, type RecordDraft } from "../../support/facts.js";
import { ruleOf } from "../../support/rule.js";
import { formulasOf } from "../../support/rule-scope.js";
import { sheetOf } from "../../support/sheet.js";

const around = (more: Partial<RuleSurroundings> = {}): RuleSurroundings => ({
  profile: dataRecord({ execution: { weight: 10 } }, "profile"),
  causes: { scales: [] },
  formulas: formulasOf(),
  isLive: false,
  ...more,
});

function run(book: FactBook | AnnexFacts, ...rules: readonly RuleSpec[]): RulesResult {
  return runRules(rules, "annexes" in book ? book : bookOf(book), around());
}

/** Rule and place of every finding. */
function told(book: FactBook | AnnexFacts, ...rules: readonly RuleSpec[]): string[] {
  return run(book, ...rules).findings.map(({ id, annexKey, subject }) => `${id} ${annexKey ?? "-"} ${subject}`);
}

const required = (value: string): Partial<RuleSpec> => ({
  required: { value, nothingCounts: false, together: false },
});
const equal = (filed: string, expected: string | number): Partial<RuleSpec> => ({
  equal: { filed, expected, tolerance: 0 },
});
const sum = (total: string, parts: readonly string[], more: object = {}): Partial<RuleSpec> => ({
  sum: { total, parts: [...parts], minus: [], relation: "=", proves: true, blankParts: "skip", ...more },
});

const book = bookOf(
  annexOf("a2", {
    reason: "",
    score: 8,
    rows: [
      { name: "甲", score: "" },
      { name: "乙", score: "9" },
      { name: "丙", score: "" },
    ],
  }),
  annexOf("a3:1", { reason: "有", score: 10, rows: [{ name: "丁", score: "" }] }),
  annexOf("a3:2", { reason: "", score: 9, rows: [] }),
);

describe("规则在哪里核对", () => {
  it.each([
    ["一类附表，每张一次", { for: "a3", ...required("reason") }, ["t a3:2 reason"]],
    ["几类附表", { for: ["a2", "a3"], ...required("reason") }, ["t a2 reason", "t a3:2 reason"]],
    ["逐行", { for: "a2", each: "rows[*]", ...required("score") }, ["t a2 rows[甲].score", "t a2 rows[丙].score"]],
    ["没有这类附表", { for: "a4", ...required("reason") }, []],
    ["整个工作簿", { for: "workbook", count: { of: "a4", atLeast: 1 } }, ["t - "]],
    ["不说在哪里就是整个工作簿", { count: { of: "a4", atLeast: 1 } }, ["t - "]],
    ["工作簿里逐张附表", { each: "a3[*]", ...equal("score", 10) }, ["t a3:2 score"]],
    ["工作簿里有哪几类附表", { count: { of: "kinds[*]", atLeast: 3 } }, ["t - "]],
    ["工作簿里就是这两类", { count: { of: "kinds[*]", atLeast: 2 } }, []],
    ["评分办法里的数，附表里也能用", { for: "a2", ...equal("score", "profile.execution.weight") }, ["t a2 score"]],
    ["评分办法，整个工作簿也能用", { ...equal("a2.score", "profile.execution.weight") }, ["t a2 score"]],
  ] as const)("%s", (_, body, expected) => {
    expect(told(book, ruleOf({ id: "t", ...(body as Partial<RuleSpec>) }))).toEqual(expected);
  });

  it("各类附表有自己的名字", () => {
    const rule = ruleOf({ each: "kinds[*]", message: "{label}", count: { of: "nothing", atLeast: 1 } });
    const { findings } = run(book, rule, ruleOf({ message: "[{label}]", count: { of: "nothing", atLeast: 1 } }));
    expect(findings.map(({ message, subject }) => `${subject} ${message}`)).toEqual([
      "kinds[a2] a2",
      "kinds[a3] a3",
      " []",
    ]);
  });
});

describe("核对单上怎样记", () => {
  const rows = { for: "a2", each: "rows[*]" };
  it.each([
    ["看了几处，几处不符", { ...rows, ...required("score") }, [3, 2, null]],
    ["都相符", { ...rows, ...required("name") }, [3, 0, null]],
    ["没有这类附表", { for: "a4", ...required("x") }, [0, 0, "表中没有这些内容"]],
    ["没有要核对的栏", { ...rows, ...required("weight") }, [0, 0, "表中没有这一栏"]],
    ["没有需要的栏", { ...rows, needs: ["weight"], ...required("score") }, [0, 0, "表中没有需要的内容"]],
    ["几样需要的缺一样", { ...rows, needs: ["name", "weight"], ...required("score") }, [0, 0, "表中没有需要的内容"]],
    ["需要的都有", { ...rows, needs: ["name"], ...required("score") }, [3, 2, null]],
    ["没有合条件的", { ...rows, where: [{ filled: "weight" }], ...required("score") }, [0, 0, "没有符合条件的内容"]],
    ["有一行合条件", { ...rows, where: [{ filled: "score" }], ...required("score") }, [1, 0, null]],
    [
      "几个条件都要合",
      { ...rows, where: [{ filled: "name" }, { filled: "weight" }], ...required("score") },
      [0, 0, "没有符合条件的内容"],
    ],
    [
      "差得不够多，不算不符",
      { for: "a2", ...equal("score", 7), severity: [{ level: "error", above: 2 }] },
      [1, 0, null],
    ],
  ] as const)("%s", (_, body, expected) => {
    const [record] = run(book, ruleOf({ id: "t", ...(body as Partial<RuleSpec>) })).runs;
    expect(record).toMatchObject({ id: "t", title: "核对", notes: [] });
    expect([record?.checked, record?.failed, record?.notApplicable]).toEqual(expected);
  });

  it("不适用的原因是最先遇到的", () => {
    const rule = ruleOf({
      for: ["a2", "a3"],
      variants: [{ needs: ["weight"] }, { where: [{ filled: "weight" }] }],
      ...required("reason"),
    });
    expect(run(book, rule).runs[0]?.notApplicable).toBe("表中没有需要的内容");
    const second = ruleOf({ for: "a2", variants: [required("weight"), { needs: ["weight"], ...required("weight") }] });
    expect(run(book, second).runs[0]?.notApplicable).toBe("表中没有这一栏");
    const third = ruleOf({ for: "a2", variants: [{ where: [{ filled: "weight" }] }, required("weight")] });
    expect(run(book, third).runs[0]?.notApplicable).toBe("没有符合条件的内容");
  });

  it("一条规则的几种情形记在一起，规则照包里的次序", () => {
    const both = ruleOf({ id: "x/both", variants: [{ for: "a2" }, { for: "a3" }], ...required("reason") });
    const { runs } = run(book, both, ruleOf({ id: "x/next", for: "a4" }));
    expect(runs.map(({ id, checked, failed }) => [id, checked, failed])).toEqual([
      ["x/both", 3, 2],
      ["x/next", 0, 0],
    ]);
  });

  it("看过而不改的，说明一次", () => {
    const grid = sheetOf("a2", [
      [{ value: 1, formula: "=VLOOKUP(1,B1:C1,2)" }],
      [{ value: 2, formula: "=VLOOKUP(2,B1:C1,2)" }],
    ]);
    const annex = annexOf("a2", {
      first: cell("1", { formula: "=VLOOKUP(1,B1:C1,2)" }),
      second: cell("2", { formula: "=VLOOKUP(2,B1:C1,2)" }),
    });
    const rule = ruleOf({ for: "a2", is: { value: "**", kind: "stale" } });
    const { runs, findings } = runRules([rule], bookOf(annex), around({ formulas: formulasOf(grid) }));
    expect(findings).toEqual([]);
    expect(runs[0]?.checked).toBeGreaterThan(0);
    expect(runs[0]?.notes).toHaveLength(1);
    const live = runRules([rule], bookOf(annex), around({ formulas: formulasOf(grid), isLive: true }));
    expect(live.runs[0]?.notes).toEqual([]);
  });
});

describe("报出来的", () => {
  it("带规则的级别；没有写就是必须更正", () => {
    const severities = [{}, { severity: "info" as const }].map(
      (more) => run(book, ruleOf({ for: "a2", ...required("reason"), ...more })).findings[0]?.severity,
    );
    expect(severities).toEqual(["error", "info"]);
  });

  it("被别的规则盖住的不报，但核对单上记着", () => {
    const empty = ruleOf({ id: "x/empty", for: "a2", ...required("reason"), covers: ["x/other"] });
    const other = ruleOf({ id: "x/other", for: "a2", ...equal("score", 10) });
    expect(told(book, other, empty)).toEqual(["x/empty a2 reason"]);
    expect(run(book, other, empty).runs.map(({ failed }) => failed)).toEqual([1, 1]);
  });
});

describe("数字另有错误的，等改正了再比", () => {
  const parts: RecordDraft = { a: "30", b: "40" };
  const total = ruleOf({ id: "x/total", for: "a2", ...sum("total", ["a", "b"]) });
  const printed = ruleOf({ id: "x/printed", for: "a2", ...equal("printed", "total") });
  const waits = "所依据的数字另有错误，改正后再比";
  const reasonOf = (annex: AnnexFacts, ...rules: readonly RuleSpec[]): string | null | undefined =>
    run(annex, ...rules).runs.at(-1)?.notApplicable;

  it("合计错了，照合计填的不再报", () => {
    const annex = annexOf("a2", { ...parts, total: "80", printed: "90" });
    expect(told(annex, total, printed)).toEqual(["x/total a2 total"]);
    expect(reasonOf(annex, total, printed)).toBe(waits);
  });

  it("先查的不知道后面的错", () => {
    const annex = annexOf("a2", { ...parts, total: "80", printed: "90" });
    expect(told(annex, printed, total)).toEqual(["x/printed a2 printed", "x/total a2 total"]);
  });

  it("合计没有错，照报", () => {
    expect(told(annexOf("a2", { ...parts, total: "70", printed: "90" }), total, printed)).toEqual([
      "x/printed a2 printed",
    ]);
  });

  it("合计空着，后面的用各项之和来比", () => {
    expect(told(annexOf("a2", { ...parts, total: "0", printed: "70" }), total, printed)).toEqual(["x/total a2 total"]);
    const wrong = annexOf("a2", { ...parts, total: "0", printed: "90" });
    expect(told(wrong, total, printed)).toEqual(["x/total a2 total", "x/printed a2 printed"]);
  });

  it("只是需要说明的，不影响后面", () => {
    const annex = annexOf("a2", { ...parts, total: "80", printed: "90" });
    const warning = { ...total, severity: "warning" as const };
    expect(told(annex, warning, printed)).toEqual(["x/total a2 total", "x/printed a2 printed"]);
  });

  it("规则说不算数的，所指的一格也算可疑", () => {
    const annex = annexOf("a2", { total: "80", printed: "90" });
    const negative = ruleOf({ id: "x/odd", for: "a2", ...equal("total", 5) });
    expect(told(annex, negative, printed)).toEqual(["x/odd a2 total", "x/printed a2 printed"]);
    expect(told(annex, { ...negative, doubts: true }, printed)).toEqual(["x/odd a2 total"]);
  });

  it("同一格已经报过的，别的规则不再报", () => {
    const annex = annexOf("a2", { ...parts, total: "80", printed: "90" });
    const again = ruleOf({ id: "x/again", for: "a2", ...equal("total", "printed") });
    expect(told(annex, total, again)).toEqual(["x/total a2 total"]);
  });

  it("合计比的是填的数：加项错了也照报，按本来的数相符就等", () => {
    const outer = ruleOf({ id: "x/outer", for: "a2", ...sum("grand", ["total", "c"]) });
    const drafts = (grand: string): AnnexFacts => annexOf("a2", { ...parts, total: "80", c: "5", grand });
    // 85 adds up what was filed, 75 what was meant.
    expect(told(drafts("85"), total, outer)).toEqual(["x/total a2 total"]);
    expect(told(drafts("75"), total, outer)).toEqual(["x/total a2 total"]);
    expect(told(drafts("99"), total, outer)).toEqual(["x/total a2 total", "x/outer a2 grand"]);
  });

  it("同一个合计已经报过，另一种加法不再报", () => {
    const annex = annexOf("a2", { ...parts, c: "60", total: "80" });
    const again = ruleOf({ id: "x/again", for: "a2", ...sum("total", ["c"]) });
    expect(told(annex, total, again)).toEqual(["x/total a2 total"]);
    expect(reasonOf(annex, total, again)).toBe(waits);
  });

  it("加项是从错的数字推算出来的，等改正了再加", () => {
    const annex = annexOf("a2", {
      ...parts,
      total: "80",
      grand: "99",
      score: cell("8", { at: null, from: "derived" }),
    });
    const scores = ruleOf({ id: "x/scores", for: "a2", ...sum("grand", ["score"]) });
    expect(told(annex, total, scores)).toEqual(["x/total a2 total", "x/scores a2 grand"]);
    Object.assign(factIn(annex, "score"), { basis: [factIn(annex, "total")] });
    expect(told(annex, total, scores)).toEqual(["x/total a2 total"]);
  });

  it("没有格可指的错误，不影响后面", () => {
    const annex = annexOf("a2", { total: "80", printed: "90" });
    const missing = ruleOf({ id: "x/missing", for: "a2", count: { of: "rows[*]", atLeast: 1 }, doubts: true });
    expect(told(annex, missing, printed)).toEqual(["x/missing a2 ", "x/printed a2 printed"]);
  });

  it("加项是什么还不知道，合计也照填的报；加项空着就等", () => {
    const odd = ruleOf({ id: "x/odd", for: "a2", compare: { value: "a", atMost: 10 }, doubts: true });
    expect(told(annexOf("a2", { ...parts, total: "99" }), odd, total)).toEqual(["x/odd a2 a", "x/total a2 total"]);
    const empty = ruleOf({ id: "x/empty", for: "a2", ...required("a"), doubts: true });
    const blank = annexOf("a2", { a: "", b: "40", total: "99" });
    expect(told(blank, empty, total)).toEqual(["x/empty a2 a"]);
    expect(reasonOf(blank, empty, total)).toBe(waits);
    const mixed = ruleOf({ id: "x/odd", for: "a2", compare: { value: "b", atMost: 10 }, doubts: true });
    expect(told(blank, empty, mixed, total)).toEqual(["x/empty a2 a", "x/odd a2 b"]);
  });

  it("公式读了错的数字，跟着错的不再报", () => {
    const grid = sheetOf("a2", [[30], [40], [80], [{ value: 81, formula: "=A3+1" }]]);
    const annex = annexOf("a2", { ...parts, total: "80", printed: cell("81", { formula: "=A3+1" }) });
    const printedAlone = ruleOf({ id: "x/printed", for: "a2", ...equal("printed", 5) });
    const withFormulas = (rules: readonly RuleSpec[]): string[] =>
      runRules(rules, bookOf(annex), around({ formulas: formulasOf(grid) })).findings.map(({ id }) => id);
    expect(withFormulas([total, printedAlone])).toEqual(["x/total"]);
    expect(withFormulas([printedAlone])).toEqual(["x/printed"]);
    // A sum is compared as filed, and what has no figure to compare does not follow from one.
    expect(withFormulas([total, ruleOf({ id: "x/sum", for: "a2", ...sum("printed", ["b"]) })])).toEqual([
      "x/total",
      "x/sum",
    ]);
    const words = ruleOf({ id: "x/words", for: "a2", words: { values: ["printed"], is: ["81"], contains: [] } });
    expect(withFormulas([total, words])).toEqual(["x/total", "x/words"]);
  });
});
