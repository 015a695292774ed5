import { describe, expect, it } from "vitest";
import type { VerbArguments } from "../../../src/core/pack/index.js";
import { decimal } from "../../../src/core/quantity/index.js";
import { sum } from "../../../src/core/rules/verbs/sum.js";
import { drawnScope, type Table } from "../../support/drawn-table.js";
import { factIn } from "../../support/facts.js";
import { hunanPack } from "../../support/hunan-pack.js";
import type { CellText } from "../../support/sheet.js";
import { told } from "../../support/told.js";

const { causes } = hunanPack();

/** 合计 in B2, three parts below it. */
function table([total = null, a = null, b = null, c = null]: readonly CellText[]): Table {
  return {
    columns: { name: "项目", final: "决算数" },
    rows: { total: ["合计", total], a: ["车辆", a], b: ["出国", b], c: ["接待", c] },
  };
}

const whole: VerbArguments["sum"] = {
  total: "total.final",
  parts: ["a.final", "b.final", "c.final"],
  minus: [],
  relation: "=",
  proves: true,
  blankParts: "skip",
};

function summed(cells: readonly CellText[], more: Partial<VerbArguments["sum"]> = {}) {
  return told(sum({ ...whole, ...more }, drawnScope(table(cells), { causes })));
}

describe("合计等于各项之和", () => {
  it("不等：说两数和差额，列出各项，给出公式", () => {
    expect(summed([13, 12.95, 15.5, null])).toEqual([
      {
        at: "B2",
        actual: "13",
        expected: "28.45",
        gap: "-15.45",
        filed: "13",
        computed: "28.45",
        words: { total: "13万元", sum: "28.45万元", gap: "15.45万元", parts: "12.95＋15.5" },
        line: "sum: 12.95 + 15.5 + 0 = 28.45",
        terms: ["决算数 12.95", "决算数 15.5", "决算数 "],
        related: ["B3", "B4", "B5"],
        fixes: ["B2 =SUM(B3:B5) → 28.45"],
        doubts: true,
      },
    ]);
  });

  it("空着或为0：后面的检查按各项之和", () => {
    expect(summed([null, 12.95, 15.5, 3])).toMatchObject([
      { actual: "", words: { total: "空白" }, cause: "合计没有汇总，仍为0", proves: ["B2 31.45"] },
    ]);
    expect(summed([0, 12.95, 15.5, 3])).toMatchObject([{ actual: "0", proves: ["B2 31.45"] }]);
    expect(summed([13, 12.95, 15.5, 3])[0]).not.toHaveProperty("proves");
  });

  it("说得准的笔误在某一项上：也给出那一项的改法和单元格", () => {
    expect(summed([46.45, 19.25, 15.5, 18])).toMatchObject([
      {
        cause: "可能“车辆”19.25 相邻两位数字写颠倒了，应为 12.95",
        related: ["B3", "B4", "B5", "B3"],
        fixes: ["B2 =SUM(B3:B5) → 52.75", "B3 12.95"],
      },
    ]);
  });

  it.each<[string, readonly CellText[], string]>([
    ["相等", [31.45, 12.95, 15.5, 3], "通过"],
    ["末位四舍五入之内", [31.46, 12.95, 15.5, 3], "通过"],
    ["无和横线按0", ["无", "无", "—", 0], "通过"],
    ["各项都空着，没有可比的", ["无", null, "—", null], "不适用：各项都没有数字"],
    ["合计是文字", ["另表", 12.95, 15.5, 3], "不适用：合计不是数字"],
    ["某项是文字", [31.45, 12.95, "见说明", 3], "不适用：“决算数”不是数字：见说明"],
  ])("%s", (_, cells, outcome) => {
    expect(summed(cells)).toEqual([outcome]);
  });

  it("表中没有合计", () => {
    expect(summed([1], { total: "sum.final" })).toEqual(["不适用：表中没有这一合计"]);
  });

  it("各项都空着而规则要按0：合计须为0", () => {
    expect(summed([5, null, "无", null], { blankParts: "zero" })).toMatchObject([
      { expected: "0", line: "sum: 0 + 无 + 0 = 0", words: { parts: "" } },
    ]);
  });

  it("不作凭据的合计：后面的检查不跟着走", () => {
    const [outcome] = summed([null, 12.95, 15.5, 3], { proves: false });
    expect(outcome).not.toHaveProperty("proves");
    expect(outcome).not.toHaveProperty("doubts");
  });
});

describe("有减项", () => {
  const net: Partial<VerbArguments["sum"]> = { parts: ["a.final", "b.final"], minus: ["c.final"] };

  it("减项写进算式、公式和相关的单元格", () => {
    expect(summed([31.45, 12.95, 15.5, 3], net)).toEqual([
      {
        at: "B2",
        actual: "31.45",
        expected: "25.45",
        gap: "6",
        filed: "31.45",
        computed: "25.45",
        words: { total: "31.45万元", sum: "25.45万元", gap: "6.00万元", parts: "12.95＋15.5" },
        line: "sum: 12.95 + 15.5 − 3 = 25.45",
        terms: ["决算数 12.95", "决算数 15.5", "决算数 3"],
        related: ["B3", "B4", "B5", "B5"],
        fixes: ["B2 =B3+B4-B5 → 25.45"],
        cause: "可能“接待”3 正负号弄反了",
        doubts: true,
      },
    ]);
  });

  it.each<[string, readonly CellText[], string]>([
    ["减得对", [25.45, 12.95, 15.5, 3], "通过"],
    ["两边的误差都算：差0.01不算错", [25.46, 12.95, 15.5, 3], "通过"],
    ["只有减项有数也比", [-3, null, null, 3], "通过"],
    ["空着的减项写作0", [28.45, 12.95, 15.5, null], "通过"],
    ["减项是文字", [28.45, 12.95, 15.5, "见说明"], "不适用：“决算数”不是数字：见说明"],
  ])("%s", (_, cells, outcome) => {
    expect(summed(cells, net)).toEqual([outcome]);
  });

  it("减去的可以是一个定数", () => {
    expect(summed([31.45, 12.95, 15.5, 3], { minus: [5] })).toMatchObject([{ expected: "26.45" }]);
    expect(summed([26.45, 12.95, 15.5, 3], { minus: [5] })).toEqual(["通过"]);
  });

  it("空着的减项写作0", () => {
    expect(summed([30, 12.95, 15.5, null], net)).toMatchObject([{ line: "sum: 12.95 + 15.5 − 0 = 28.45" }]);
  });
});

describe("合计不小于、不大于各项之和", () => {
  it("小于：说应不小于多少，不猜原因，也不给公式", () => {
    expect(summed([15.5, 12.95, 15.5, null], { relation: ">=" })).toEqual([
      {
        at: "B2",
        actual: "15.5",
        expected: "≥28.45",
        gap: "-12.95",
        filed: "15.5",
        computed: "28.45",
        words: { total: "15.5万元", sum: "28.45万元", gap: "12.95万元", parts: "12.95＋15.5" },
        line: "sum: 12.95 + 15.5 + 0 = 28.45",
        terms: ["决算数 12.95", "决算数 15.5", "决算数 "],
        related: ["B3", "B4", "B5"],
      },
    ]);
  });

  it("大于：说应不大于多少", () => {
    expect(summed([40, 12.95, 15.5, 3], { relation: "<=" })).toMatchObject([{ expected: "≤31.45", gap: "8.55" }]);
  });

  it("空着的合计也比，但不代它填", () => {
    const [outcome] = summed([null, 12.95, 15.5, 3], { relation: ">=" });
    expect(outcome).toMatchObject({ expected: "≥31.45" });
    expect(outcome).not.toHaveProperty("proves");
  });

  it.each<[string, VerbArguments["sum"]["relation"], readonly CellText[]]>([
    ["大于各项之和", ">=", [40, 12.95, 15.5, 3]],
    ["等于也可", ">=", [31.45, 12.95, 15.5, 3]],
    ["少在四舍五入之内", ">=", [31.44, 12.95, 15.5, 3]],
    ["小于各项之和", "<=", [30, 12.95, 15.5, 3]],
    ["等于也可", "<=", [31.45, 12.95, 15.5, 3]],
    ["多在四舍五入之内", "<=", [31.46, 12.95, 15.5, 3]],
  ])("%s（%s）", (_, relation, cells) => {
    expect(summed(cells, { relation })).toEqual(["通过"]);
  });
});

describe("与其他规则相接", () => {
  const proven = (cells: readonly CellText[], path: string, value: string) => {
    const scope = drawnScope(table(cells), { causes });
    return { ...scope, proven: new Map([[factIn(scope.node, path), decimal(value)]]) };
  };

  it("某一项已查明是另一个数：按那个数比", () => {
    expect(told(sum(whole, proven([30, 0, 15.5, 3], "a.final", "12.95")))).toMatchObject([{ expected: "31.45" }]);
    expect(told(sum(whole, proven([31.45, 0, 15.5, 3], "a.final", "12.95")))).toEqual(["通过"]);
  });

  it("合计已查明是另一个数：按那个数比", () => {
    expect(told(sum(whole, proven([0, 12.95, 15.5, 3], "total.final", "31.45")))).toEqual(["通过"]);
  });

  it("合计把错的一项照加进来，不再说一次", () => {
    expect(told(sum(whole, proven([18.5, 0, 15.5, 3], "a.final", "12.95")))).toEqual(["通过"]);
  });

  it("记下合计由哪些格相加，供查手填合计用；只管相等的", () => {
    const scope = drawnScope(table([31.45, 12.95, 15.5, 3]));
    const fact = (path: string) => factIn(scope.node, path);
    const net = { parts: ["a.final", "b.final"], minus: ["c.final"] };
    sum({ ...whole, ...net, relation: ">=" }, scope);
    expect(scope.sums.size).toBe(0);
    sum({ ...whole, ...net }, scope);
    expect(scope.sums.get(fact("total.final"))).toEqual({
      parts: [fact("a.final"), fact("b.final")],
      minus: [fact("c.final")],
    });
  });

  it("加数可以是算出来的", () => {
    const terms = { parts: ["a.final", { mul: [2, "b.final"] }] };
    expect(summed([44, 12.95, 15.5, null], terms)).toMatchObject([
      { expected: "43.95", line: "sum: 12.95 + 15.5 = 43.95", related: ["B3", "B4"] },
    ]);
    expect(summed([44, 12.95, "另计", null], terms)).toEqual(["不适用：“决算数”不是数字：另计"]);
  });
});
