import { describe, expect, it } from "vitest";
import { decimal } from "../../../src/core/quantity/index.js";
import { dated, decimals, is } from "../../../src/core/rules/verbs/kinds.js";
import { drawnScope, type Table } from "../../support/drawn-table.js";
import { annexOf, cell } from "../../support/facts.js";
import { scopeOf } from "../../support/rule-scope.js";
import type { CellText } from "../../support/sheet.js";
import { told } from "../../support/told.js";

const asText = {
  kind: "number",
  value: decimal("12.5"),
  low: decimal("12.5"),
  high: decimal("12.5"),
  decimals: 1,
  approximate: false,
  asText: true,
} as const;

/** 项目 in column A, one figure in column B. */
function column(type: NonNullable<Table["types"]>[string], ...cells: readonly CellText[]): Table {
  return {
    columns: { name: "项目", value: "数值" },
    types: { value: type },
    rows: { rows: cells.map((one, index) => [`第${index + 1}项`, one]) },
  };
}

type Kind = Parameters<typeof is>[0]["kind"];
const checked = (kind: Kind, table: Table) => told(is({ value: "rows[*].value", kind }, drawnScope(table)));

describe("值的种类", () => {
  it.each<[string, Kind, CellText, unknown]>([
    ["整数", "integer", 35, "通过"],
    ["0人", "integer", 0, "通过"],
    ["没有填不算错", "integer", null, "通过"],
    ["文字另有规则管", "integer", "若干", "通过"],
    ["小数不是人数", "integer", 35.5, { at: "B2", actual: "35.5", words: { value: "35.5" } }],
    ["负数不是人数", "integer", -3, { at: "B2", actual: "-3", words: { value: "-3" } }],
    ["该空的空着", "blank", null, "通过"],
    ["该空的写横线", "blank", "——", "通过"],
    ["该空的填了数", "blank", 0, { at: "B2", actual: "0", words: { value: "0" } }],
    ["该填数的填了数", "number", 5, "通过"],
    ["该填数的空着，另有规则管", "number", null, "通过"],
    ["该填数的填了字", "number", "完成", { at: "B2", actual: "完成", words: { value: "完成" } }],
  ])("%s（%s）", (_, kind, value, outcome) => {
    expect(checked(kind, column("count", value))).toEqual([outcome]);
  });
});

describe("比率写成百分数", () => {
  const rate = (value: CellText, header = "执行率") =>
    told(
      is(
        { value: "total.rate", kind: "percent" },
        drawnScope({
          columns: { name: "项目", rate: header },
          types: { rate: "rate" },
          rows: { total: ["合计", value] },
        }),
      ),
    );

  it("写成小数：给出百分数，值改成百分数格式", () => {
    expect(rate(0.8045)).toEqual([
      {
        at: "B2",
        actual: "0.8045",
        expected: "80.45%",
        gap: "-79.6455",
        words: { value: "0.8045", share: "80.45%" },
        fixes: ["B2 0.8045 (0.00%)"],
      },
    ]);
  });

  it("公式照旧，只改格式", () => {
    expect(rate({ value: 0.8045, formula: "=C2/D2" })).toMatchObject([{ fixes: ["B2 =C2/D2 → 0.8045 (0.00%)"] }]);
  });

  it("写成100：不知道是百分之百还是一百倍，不给改法", () => {
    expect(rate(100)).toEqual([
      { at: "B2", actual: "100", expected: "100.00%", words: { value: "100", share: "100.00%" }, gap: "0" },
    ]);
  });

  it.each<[string, CellText, string | undefined, string[]]>([
    ["写明百分号", "80.45%", undefined, ["通过"]],
    ["栏目写明百分号", 80.45, "执行率（%）", ["通过"]],
    ["栏目写明全角百分号", 80.45, "执行率％", ["通过"]],
    ["0 怎么写都是0", 0, undefined, []],
    ["没有填", null, undefined, []],
    ["横线", "—", undefined, []],
  ])("%s", (_, value, header, outcome) => {
    expect(rate(value, header)).toEqual(outcome);
  });
});

describe("存成文本的数", () => {
  it("每列一条：指第一格，其余列为相关，改成数", () => {
    const scope = drawnScope({
      columns: { name: "项目", budget: "预算数", final: "决算数" },
      rows: { a: ["甲", "12.50", 3], b: ["乙", { value: "1,200", format: "@" }, "5"], c: ["丙", "约15", "8万元"] },
    });
    expect(told(is({ value: "**", kind: "textNumber" }, scope))).toEqual([
      {
        at: "B2",
        actual: "12.50",
        words: { count: "2", value: "12.50" },
        related: ["B3"],
        fixes: ["B2 12.5", "B3 1200 (General)"],
      },
      { at: "C3", actual: "5", words: { count: "1", value: "5" }, fixes: ["C3 5"] },
    ]);
  });

  it("公式得出的文本由人改；与文字同在一格的、没有的，不说", () => {
    const scope = drawnScope({
      columns: { name: "项目", budget: "预算数", final: "决算数" },
      rows: {
        a: ["甲", { value: "12.50", formula: '=TEXT(12.5,"0.00")' }, { value: "其中：12.50", part: "12.50" }],
      },
    });
    expect(told(is({ value: "**", kind: "textNumber" }, scope))).toEqual([
      { at: "B2", actual: "12.50", words: { count: "1", value: "12.50" } },
    ]);
    expect(told(is({ value: "a.final", kind: "textNumber" }, scope))).toEqual(["通过"]);
    const derived = cell("12.5", { from: "derived", reading: asText });
    expect(told(is({ value: "a", kind: "textNumber" }, scopeOf(annexOf("a2", { a: derived }))))).toEqual(["通过"]);
  });
});

describe("错误值、公式：各查各的", () => {
  const scope = drawnScope({
    columns: { name: "项目", final: "决算数" },
    rows: {
      error: ["甲", { value: "#REF!", error: true }],
      stale: ["乙", { value: 3, formula: "=1+1" }],
      external: ["丙", { value: 3, formula: "=[1]表!A1" }],
    },
  });
  it.each<[Kind, string]>([
    ["error", "B2"],
    ["stale", "B3"],
    ["external", "B4"],
  ])("%s", (kind, at) => {
    expect(told(is({ value: "**", kind }, scope))).toMatchObject([{ at }]);
  });
});

describe("小数位数", () => {
  const places = (...cells: readonly CellText[]) =>
    told(decimals({ values: ["rows[*].value", "**"], atMost: 4 }, drawnScope(column("money", ...cells))));

  it("位数过多的合成一条", () => {
    expect(places(12.34567, 12.3456, 0.000012)).toEqual([
      { at: "B2", actual: "12.34567", words: { value: "12.34567", count: "2" }, related: ["B4"] },
    ]);
  });

  it.each<[string, CellText, string]>([
    ["正好四位", 12.3456, "通过"],
    ["格式已舍入，以显示的为准", { value: 12.34567, text: "12.35" }, "通过"],
    ["列太窄只见井号，不算", { value: 12.34567, text: "####" }, "通过"],
    ["没有金额", "见附表", "不适用：表中没有金额"],
  ])("%s", (_, value, outcome) => {
    expect(places(value)).toEqual([outcome]);
  });

  it("不在格里的金额没有位数可改", () => {
    const derived = annexOf("a2", { a: cell("1.23456", { type: "money", at: null, from: "derived" }) });
    expect(told(decimals({ values: ["a"], atMost: 4 }, scopeOf(derived)))).toEqual(["不适用：表中没有金额"]);
  });

  it("只管金额", () => {
    expect(told(decimals({ values: ["**"], atMost: 4 }, drawnScope(column("rate", "12.34567%"))))).toEqual([
      "不适用：表中没有金额",
    ]);
  });
});

describe("日期里的年份", () => {
  const year = (text: string, wanted: string | number = 2025) =>
    told(dated({ value: "date", year: wanted }, scopeOf(annexOf("a2", { date: text }))));

  it("不是那一年", () => {
    expect(year("2024年3月20日")).toEqual([
      {
        at: "A1",
        actual: "2024年3月20日",
        expected: "2025",
        words: { value: "2024年3月20日", named: "2024", year: "2025" },
      },
    ]);
    expect(year("1999-1-1")).toMatchObject([{ words: { named: "1999" } }]);
  });

  it.each([
    ["是那一年", "2025年3月20日"],
    ["数字连写", "20250320"],
    ["全角", "２０２５年"],
    ["没有年份", "3月20日"],
    ["电话里的数字不是年份", "0731-82024561"],
    ["第一个年份算数", "2025年报2024年度"],
  ])("%s", (_, text) => {
    expect(year(text)).toEqual(["通过"]);
  });

  it("不知道是哪一年", () => {
    expect(year("2025年", "none")).toEqual(["不适用：表中没有“none”"]);
  });
});
