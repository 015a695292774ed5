import { describe, expect, it } from "vitest";
import { decimal } from "../../../src/core/quantity/index.js";
import { outlier, rescale } from "../../../src/core/rules/verbs/scale.js";
import { drawnScope } from "../../support/drawn-table.js";
import { factIn } from "../../support/facts.js";
import { hunanPack } from "../../support/hunan-pack.js";
import type { CellText } from "../../support/sheet.js";
import { told } from "../../support/told.js";

const { causes } = hunanPack();

describe("一年的数与其他年相差千倍", () => {
  /** 三年的三公经费 in B2:D2. */
  const years = (...cells: readonly CellText[]) =>
    told(
      outlier(
        { values: ["reception.prior", "reception.budget", "reception.final"], times: 1000, by: 10000 },
        drawnScope(
          {
            columns: { name: "项目", prior: "上年决算数", budget: "预算数", final: "决算数" },
            rows: { reception: ["公务接待", ...cells] },
          },
          { causes },
        ),
      ),
    );

  it("按元填了：说应是多少，列出其他年的数，给出改法，后面的检查按改后的数", () => {
    expect(years(12.95, 13, 125_000)).toEqual([
      {
        at: "D2",
        actual: "125000",
        expected: "12.50",
        gap: "124987.5",
        filed: "125000",
        computed: "12.5",
        words: { value: "125000万元", mended: "12.50万元", others: "12.95、13" },
        line: "outlier: 125000 ÷ 10000 = 12.50",
        related: ["B2", "C2"],
        fixes: ["D2 12.5"],
        cause: "按“元”填写，应为“万元”",
        proves: ["D2 12.5"],
      },
    ]);
  });

  it("少写了量级：说应是多少", () => {
    expect(years(12_950, 0.0013, 13_000)).toMatchObject([
      {
        at: "C2",
        expected: "13.00",
        line: "outlier: 0.0013 × 10000 = 13.00",
        cause: "少写了量级，应为“元”折合后的数",
      },
    ]);
  });

  it("只有两年：大的那一年是按元填的", () => {
    expect(years(13, null, 125_000)).toMatchObject([{ at: "D2", expected: "12.50", related: ["B2"] }]);
    expect(years(125_000, "无", 13)).toMatchObject([{ at: "B2", expected: "12.50" }]);
  });

  it.each<[string, readonly CellText[], string]>([
    ["相差不到千倍", [13, 12.95, 12_949], "通过"],
    ["大的一年是公式带来的，小的也不算错", [13, 12.95, { value: 125_000, formula: "=Z9" }], "通过"],
    ["小的一年是公式带来的", [12_950, { value: 0.0013, formula: "=Z9" }, 13_000], "通过"],
    ["只有一年有数", [null, 0, 125_000], "不适用：没有可比的年度"],
  ])("%s", (_, cells, outcome) => {
    expect(years(...cells)).toEqual([outcome]);
  });

  it("正好千倍也算；负数看绝对值；其他年取中位数", () => {
    expect(years(10, 12, 11_000)).toMatchObject([{ at: "D2" }]);
    expect(years(10, 12, 10_999)).toEqual(["通过"]);
    expect(years(11_000, 0.011, 10_000)).toMatchObject([{ at: "C2", expected: "110.00" }]);
    expect(years(10, 12, 0.011)).toMatchObject([{ at: "D2", line: "outlier: 0.011 × 10000 = 110.00" }]);
    expect(years(10, 12, 0.0111)).toEqual(["通过"]);
    expect(years(-10, 12, -11_000)).toMatchObject([{ at: "D2", expected: "-1.10" }]);
  });
});

describe("年份更多", () => {
  it("其他年取中位数，不论先后", () => {
    const scope = drawnScope({
      columns: { name: "项目", value: "决算数" },
      rows: {
        years: [
          ["甲", 5000],
          ["乙", 10],
          ["丙", 1],
          ["丁", 12],
        ],
      },
    });
    expect(told(outlier({ values: ["years[*].value"], times: 1000, by: 10000 }, scope))).toEqual(["通过"]);
  });
});

describe("合计不等，某一项换个单位就相等", () => {
  const args = { total: "total.final", parts: ["a.final", "b.final", "c.final"], by: 10000 };
  const scope = ([total = null, a = null, b = null, c = null]: readonly CellText[]) =>
    drawnScope(
      {
        columns: { name: "项目", final: "决算数" },
        rows: { total: ["合计", total], a: ["车辆", a], b: ["出国", b], c: ["接待", c] },
      },
      { causes },
    );
  const summed = (...cells: readonly CellText[]) => told(rescale(args, scope(cells)));

  it("一项按元填了：说应是多少，列出合计和其他各项", () => {
    expect(summed(31.45, 129_500, 15.5, 3)).toEqual([
      {
        at: "B3",
        actual: "129500",
        expected: "12.95",
        gap: "129487.05",
        filed: "129500",
        computed: "12.95",
        words: { value: "129500万元", mended: "12.95万元", others: "31.45、15.5、3" },
        line: "outlier: 129500 ÷ 10000 = 12.95",
        related: ["B2", "B4", "B5"],
        fixes: ["B3 12.95"],
        cause: "按“元”填写，应为“万元”",
        proves: ["B3 12.95"],
      },
    ]);
  });

  it("合计按元填了", () => {
    expect(summed(314_500, 12.95, 15.5, 3)).toMatchObject([
      { at: "B2", expected: "31.45", words: { others: "12.95、15.5、3" }, related: ["B3", "B4", "B5"] },
    ]);
  });

  it.each<[string, readonly CellText[], string]>([
    ["合计相等", [31.45, 12.95, 15.5, 3], "通过"],
    ["换单位也不等", [31.45, 129_900, 15.5, 3], "通过"],
    ["差在四舍五入之内也算换得对", [31.46, 129_500, 15.5, 3], "B3"],
    ["差出四舍五入", [31.48, 129_500, 15.5, 3], "通过"],
    ["合计换单位后差出四舍五入", [314_800, 12.95, 15.5, 3], "通过"],
    ["公式带来的不算", [31.45, { value: 129_500, formula: "=Z9" }, 15.5, 3], "通过"],
    ["换单位后小到看不见的不算", [15.5, 90, 15.5, null], "通过"],
    ["各项都空着", [31.45, null, null, "无"], "不适用：没有可以汇总的各项"],
    ["合计没有填", [null, 129_500, 15.5, 3], "不适用：没有可以汇总的各项"],
    ["各项都是文字", [31.45, "见附表", "见附表", "见附表"], "不适用：没有可以汇总的各项"],
  ])("%s", (_, cells, outcome) => {
    const [found] = summed(...cells);
    expect(typeof found === "object" ? found.at : found).toBe(outcome);
  });

  it("表中没有合计", () => {
    expect(told(rescale({ ...args, total: "none.final" }, scope([])))).toEqual(["不适用：没有可以汇总的各项"]);
  });

  it("已查明是另一个数：按那个数比", () => {
    const filed = scope([31.45, 129_500, 15.5, 3]);
    const part = new Map([[factIn(filed.node, "a.final"), decimal("12.95")]]);
    expect(told(rescale(args, { ...filed, proven: part }))).toEqual(["通过"]);
    const total = new Map([[factIn(filed.node, "total.final"), decimal("129518.5")]]);
    expect(told(rescale(args, { ...filed, proven: total }))).toEqual(["通过"]);
  });
});
