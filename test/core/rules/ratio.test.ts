import { describe, expect, it } from "vitest";
import { decimal } from "../../../src/core/quantity/index.js";
import { ratio } from "../../../src/core/rules/verbs/ratio.js";
import { drawnScope, type Table } from "../../support/drawn-table.js";
import { annexOf, cell, factIn } from "../../support/facts.js";
import { hunanPack } from "../../support/hunan-pack.js";
import { scopeOf } from "../../support/rule-scope.js";
import type { CellText } from "../../support/sheet.js";
import { told } from "../../support/told.js";

const { causes } = hunanPack();
const args = { result: "total.rate", part: "total.final", whole: "total.budget" };

/** 年初预算 B2, 全年预算 C2, 执行 D2, 执行率 E2. */
function table(rate: CellText, final: CellText, budget: CellText, header = "执行率", initial: CellText = 5000): Table {
  return {
    columns: { name: "项目", initial: "年初预算数", budget: "全年预算数", final: "全年执行数", rate: header },
    types: { rate: "rate" },
    rows: { total: ["年度资金总额", initial, budget, final, rate] },
  };
}

const checked = (...cells: Parameters<typeof table>) => told(ratio(args, drawnScope(table(...cells), { causes })));

describe("比率等于两数相除", () => {
  it("不等：说两数和商，指出两格，给出公式和百分比格式", () => {
    expect(checked("99%", 3824.26, 4753.66)).toEqual([
      {
        at: "E2",
        actual: "99%",
        expected: "80.45%",
        gap: "18.551251",
        filed: "99",
        computed: "80.448749",
        words: { result: "99%", part: "3824.26", whole: "4753.66", quotient: "80.45%" },
        line: "ratio: 3824.26 ÷ 4753.66 = 80.45%",
        terms: ["全年执行数 3824.26", "全年预算数 4753.66"],
        related: ["D2", "C2"],
        fixes: ["E2 =D2/C2 → 0.804487489639562 (0.00%)"],
      },
    ]);
  });

  it("栏目已写明百分数：公式乘100，格式照旧", () => {
    expect(checked(99, 3824.26, 4753.66, "执行率（%）")).toMatchObject([
      { actual: "99", expected: "80.45%", fixes: ["E2 =D2/C2*100 → 80.44874896395619"] },
    ]);
    expect(checked("99%", 3824.26, 4753.66, "执行率（%）")).toMatchObject([
      { fixes: ["E2 =D2/C2 → 0.804487489639562 (0.00%)"] },
    ]);
  });

  it.each<[string, CellText, CellText, CellText, string]>([
    ["相等", "80.45%", 3824.26, 4753.66, "通过"],
    ["写成小数", 0.8045, 3824.26, 4753.66, "通过"],
    ["没有执行", "0", 0, 4753.66, "通过"],
    ["分母为0", "80%", 12, 0, "不适用：分母为0，没有比率"],
    ["没有填", null, 3824.26, 4753.66, "不适用：“执行率”没有填"],
    ["分子是文字", "80%", "见附表", 4753.66, "不适用：“全年执行数”不是数字：见附表"],
    ["分母没有填", "80%", 12, null, "不适用：“全年预算数”没有填"],
  ])("%s", (_, rate, final, budget, outcome) => {
    expect(checked(rate, final, budget)).toEqual([outcome]);
  });

  it("分母可能是0：不比", () => {
    const scope = drawnScope(table("80%", 12, 4753.66, "执行率", 4753.65));
    expect(told(ratio({ ...args, whole: { sub: ["total.budget", "total.initial"] } }, scope))).toEqual(["通过"]);
  });

  it("表中没有比率一栏", () => {
    expect(told(ratio({ ...args, result: "total.none" }, drawnScope(table(1, 1, 1))))).toEqual([
      "不适用：表中没有这一比率",
    ]);
  });

  it("比率已查明是另一个数：按那个数比", () => {
    const scope = drawnScope(table("99%", 3824.26, 4753.66));
    const proven = new Map([[factIn(scope.node, "total.rate"), decimal("80.45")]]);
    expect(told(ratio(args, { ...scope, proven }))).toEqual(["通过"]);
  });
});

describe("比率错在哪里", () => {
  it.each<[string, CellText, CellText, CellText, string | undefined]>([
    ["除以了另一栏", "76.49%", 3824.26, 4753.66, "可能除以了“年初预算数”一栏的数"],
    ["分子、分母颠倒", "124.3%", 3824.26, 4753.66, "可能分子、分母颠倒了"],
    ["数字颠倒", "84.05%", 3824.26, 4753.66, "可能相邻两位数字写颠倒了，应为 80.45"],
    ["说不准", "99%", 3824.26, 4753.66, undefined],
  ])("%s", (_, rate, final, budget, cause) => {
    expect(checked(rate, final, budget)[0]).toMatchObject({ expected: "80.45%" });
    expect((checked(rate, final, budget)[0] as { cause?: string }).cause).toBe(cause);
  });

  it("除以了另一栏：也指出那一栏", () => {
    expect(checked("76.49%", 3824.26, 4753.66)).toMatchObject([{ related: ["D2", "C2", "B2"] }]);
  });

  it("分子自己不算另一栏：100%不是除以了自己", () => {
    const [outcome] = checked("100.00%", 3824.26, 4753.66, "执行率", null);
    expect(outcome).not.toHaveProperty("cause");
  });

  it("几格相加的分子：列出各格，不给公式，不猜除错", () => {
    const scope = drawnScope(table("38.24%", 3824.26, 4753.66), { causes });
    const several = { ...args, part: { add: ["total.final", "total.initial"] } };
    const [outcome] = told(ratio(several, scope));
    expect(outcome).toMatchObject({ expected: "185.63%", related: ["D2", "B2", "C2"], words: { part: "8824.26" } });
    expect(outcome).not.toHaveProperty("fixes");
  });

  it("几格相加的分母：也不给公式", () => {
    const scope = drawnScope(table("38.24%", 3824.26, 4753.66), { causes });
    const [outcome] = told(ratio({ ...args, whole: { add: ["total.budget", "total.initial"] } }, scope));
    expect(outcome).toMatchObject({ expected: "39.21%", line: "ratio: 3824.26 ÷ 9753.66 = 39.21%" });
    expect(outcome).not.toHaveProperty("fixes");
  });

  it("几格相加的分子除以另一栏正好对上：不猜", () => {
    const scope = drawnScope(table("176.49%", 3824.26, 4753.66), { causes });
    const [outcome] = told(ratio({ ...args, part: { add: ["total.final", "total.initial"] } }, scope));
    expect(outcome).toMatchObject({ expected: "185.63%" });
    expect(outcome).not.toHaveProperty("cause");
  });

  it("比率不在格里：没有公式可写", () => {
    const annex = annexOf("a2", { rate: cell("99%", { at: null, from: "derived" }), part: 8, whole: 10 });
    const [outcome] = told(ratio({ result: "rate", part: "part", whole: "whole" }, scopeOf(annex)));
    expect(outcome).toMatchObject({ expected: "80.00%", related: ["A1", "A2"] });
    expect(outcome).not.toHaveProperty("fixes");
  });

  it("分母是规则给的数：没有可指的格", () => {
    const scope = drawnScope(table("38%", 3824.26, 4753.66), { causes });
    const [outcome] = told(ratio({ ...args, whole: 10_000 }, scope));
    expect(outcome).toMatchObject({ expected: "38.24%", related: ["D2"] });
    expect(outcome).not.toHaveProperty("fixes");
  });
});
