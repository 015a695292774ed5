import { describe, expect, it } from "vitest";
import { decimal } from "../../../src/core/quantity/index.js";
import { compare, equal } from "../../../src/core/rules/verbs/equal.js";
import { drawnScope, type Table } from "../../support/drawn-table.js";
import { annexOf, cell, factIn } from "../../support/facts.js";
import { hunanPack } from "../../support/hunan-pack.js";
import { scopeOf } from "../../support/rule-scope.js";
import type { CellText } from "../../support/sheet.js";
import { told } from "../../support/told.js";

const { causes } = hunanPack();

/** 执行数 in B2, 预算数 in C2; 人数 in B3, 编制 in C3. */
function table(final: CellText, budget: CellText, staff: readonly [CellText, CellText] = [null, null]): Table {
  return {
    columns: { name: "项目", final: "全年执行数", budget: "全年预算数", actual: "在职", quota: "编制" },
    types: { actual: "count", quota: "count" },
    rows: { total: ["合计", final, budget], staff: ["人数", null, null, ...staff] },
  };
}

describe("填的数等于应有的数", () => {
  const checked = (final: CellText, budget: CellText, tolerance = 0, expected: string | number = "total.budget") =>
    told(equal({ filed: "total.final", expected, tolerance }, drawnScope(table(final, budget), { causes })));

  it("不等：说两数和差额，给出应填的数，指出依据的格", () => {
    expect(checked(28.45, 31.5)).toEqual([
      {
        at: "B2",
        actual: "28.45",
        expected: "31.5",
        gap: "-3.05",
        filed: "28.45",
        computed: "31.5",
        words: { filed: "28.45万元", expected: "31.5万元", gap: "3.05万元" },
        line: "equal: 28.45 ≠ 31.5",
        terms: ["全年预算数 31.5"],
        related: ["C2"],
        fixes: ["B2 31.5"],
      },
    ]);
  });

  it("数字颠倒：说出原因", () => {
    expect(checked(28.54, 28.45)).toMatchObject([{ cause: "可能相邻两位数字写颠倒了，应为 28.45" }]);
  });

  it("差额印得和两数一样细，不多添零", () => {
    expect(checked({ value: 14.5, text: "14.50" }, 14)).toMatchObject([{ words: { gap: "0.5万元" } }]);
  });

  it("应有的数是算出来的，不在格里：没有可指的格", () => {
    const annex = annexOf("a2", { filed: 5, low: 5, expected: cell(8, { at: null, from: "derived" }) });
    const [unequal] = told(equal({ filed: "filed", expected: "expected", tolerance: 0 }, scopeOf(annex)));
    expect(unequal).toMatchObject({ at: "A1", expected: "8" });
    expect(unequal).not.toHaveProperty("related");
    const [low] = told(compare({ value: "low", atLeast: "expected" }, scopeOf(annex)));
    expect(low).toMatchObject({ at: "A2", expected: "≥8" });
    expect(low).not.toHaveProperty("related");
  });

  it("应有的数是规则给的：没有可指的格", () => {
    const [outcome] = checked(28, 0, 0, 30);
    expect(outcome).toMatchObject({ words: { filed: "28万元", expected: "30", gap: "2" }, fixes: ["B2 30"] });
    expect(outcome).not.toHaveProperty("related");
    expect(outcome).not.toHaveProperty("terms");
  });

  it("与自己相比算出来的：自己不列为依据", () => {
    const doubled = { add: ["total.final", "total.budget"] };
    const outcome = told(equal({ filed: "total.final", expected: doubled, tolerance: 0 }, drawnScope(table(1, 2))));
    expect(outcome).toMatchObject([{ expected: "3", terms: ["全年预算数 2"], related: ["C2"] }]);
  });

  it.each<[string, CellText, CellText, number, string]>([
    ["相等", 28.45, 28.45, 0, "通过"],
    ["差在末位四舍五入之内", 28.46, 28.45, 0, "通过"],
    ["差在规则许可之内", 28.56, 28.45, 0.1, "通过"],
    ["没有填", null, 28.45, 0, "不适用：“全年执行数”没有填"],
    ["填的是无", "无", 28.45, 0, "不适用：“全年执行数”填的是“无”"],
    ["没有可比的数", 28.45, "见附表", 0, "不适用：“全年预算数”不是数字：见附表"],
  ])("%s", (_, final, budget, tolerance, outcome) => {
    expect(checked(final, budget, tolerance)).toEqual([outcome]);
  });

  it("超出规则许可：不拿许可之内的差额当原因", () => {
    expect(checked(28.57, 28.45, 0.1)).toMatchObject([{ gap: "0.12" }]);
  });

  it("表中没有这一项", () => {
    expect(told(equal({ filed: "total.other", expected: 1, tolerance: 0 }, drawnScope(table(1, 1))))).toEqual([
      "不适用：表中没有这一项",
    ]);
  });

  it("已查明是另一个数：按那个数比", () => {
    const scope = drawnScope(table(0, 28.45));
    const proven = new Map([[factIn(scope.node, "total.final"), decimal("28.45")]]);
    expect(told(equal({ filed: "total.final", expected: "total.budget", tolerance: 0 }, { ...scope, proven }))).toEqual(
      ["通过"],
    );
  });
});

describe("数在上下限之内", () => {
  const money = (final: CellText, budget: CellText) =>
    told(compare({ value: "total.final", atMost: "total.budget" }, drawnScope(table(final, budget), { causes })));
  const staff = (actual: CellText, bounds: { atLeast?: number | string; atMost?: number | string }) =>
    told(compare({ value: "staff.actual", ...bounds }, drawnScope(table(1, 1, [actual, 35]), { causes })));

  it("超过上限：说两数和差额，指出上限的格，不代人改", () => {
    expect(money(31.5, 28.45)).toEqual([
      {
        at: "B2",
        actual: "31.5",
        expected: "≤28.45万元",
        gap: "3.05",
        filed: "31.5",
        computed: "28.45",
        words: { value: "31.5万元", bound: "28.45万元", gap: "3.05万元" },
        line: "compare: 31.5万元 > 28.45万元",
        related: ["C2"],
      },
    ]);
  });

  it("数字颠倒了才超过：说出原因", () => {
    expect(money(28.54, 28.45)).toMatchObject([{ cause: "可能相邻两位数字写颠倒了，应为 28.45" }]);
  });

  it("低于下限；上下限是规则给的数，不猜原因", () => {
    expect(staff(28, { atLeast: 82, atMost: 100 })).toEqual([
      {
        at: "D3",
        actual: "28",
        expected: "≥82",
        gap: "-54",
        filed: "28",
        computed: "82",
        words: { value: "28", bound: "82", gap: "54" },
        line: "compare: 28 < 82",
      },
    ]);
    expect(staff(101, { atLeast: 0, atMost: 100 })).toMatchObject([{ expected: "≤100", line: "compare: 101 > 100" }]);
  });

  it.each<[string, CellText, { atLeast?: number | string; atMost?: number | string }, string]>([
    ["在两限之间", 30, { atLeast: 0, atMost: 100 }, "通过"],
    ["正是下限", 0, { atLeast: 0 }, "通过"],
    ["正是上限", 35, { atMost: "staff.quota" }, "通过"],
    ["没有限", 30, {}, "通过"],
    ["没有填", null, { atLeast: 0 }, "不适用：“在职”没有填"],
    ["没有下限的格", 30, { atLeast: "staff.none" }, "不适用：表中没有“staff.none”"],
    ["没有上限的格", 30, { atMost: "staff.none" }, "不适用：表中没有“staff.none”"],
  ])("%s", (_, actual, bounds, outcome) => {
    expect(staff(actual, bounds)).toEqual([outcome]);
  });

  it("多一分也是超过；印得粗的数可能不超过", () => {
    expect(money(28.46, 28.45)).toMatchObject([{ words: { gap: "0.01万元" } }]);
    expect(money({ value: 28.456, text: "28.5" }, 28.46)).toEqual(["通过"]);
  });

  it("照抄了另一栏才超过：也指出那一栏", () => {
    const scope = drawnScope(
      {
        columns: { name: "项目", final: "决算数", budget: "预算数", prior: "上年" },
        rows: { a: ["车辆", 31.5, 28.45, 31.5] },
      },
      { causes },
    );
    expect(told(compare({ value: "a.final", atMost: "a.budget" }, scope))).toMatchObject([
      { cause: "可能照抄了“上年”一栏的 31.5", related: ["C2", "D2"] },
    ]);
    expect(told(equal({ filed: "a.final", expected: "a.budget", tolerance: 0 }, scope))).toMatchObject([
      { cause: "可能照抄了“上年”一栏的 31.5", related: ["C2", "D2"] },
    ]);
  });

  it("已查明是另一个数：按那个数比；几格各说各的", () => {
    const scope = drawnScope({
      columns: { name: "项目", final: "决算数" },
      rows: {
        items: [
          ["一", 0],
          ["二", 5],
          ["三", 40],
        ],
      },
    });
    const proven = new Map([[factIn(scope.node, "items.0.final"), decimal(30)]]);
    expect(told(compare({ value: "items[*].final", atMost: 20 }, { ...scope, proven }))).toMatchObject([
      { at: "B2", words: { value: "30万元", gap: "10" } },
      "通过",
      { at: "B4", gap: "20" },
    ]);
  });
});
