import { describe, expect, it } from "vitest";
import type { Fact } from "../../../src/core/facts/index.js";
import { decimal } from "../../../src/core/quantity/index.js";
import { formulaFix, reference, sumFormula, valueFix } from "../../../src/core/rules/fix.js";
import { cell, factOf, type CellDetails } from "../../support/facts.js";

const at = (address: string | null, more: CellDetails = {}): Fact => factOf(cell("1", { at: address, ...more }));
const home = { sheet: "表", row: 0, column: 0 };

describe("公式里怎样写一格", () => {
  it.each([
    ["同一张表", at("E7"), "E7"],
    ["另一张表", at("E7", { sheet: "附件2" }), "'附件2'!E7"],
    ["表名里的引号写两个", at("E7", { sheet: "林业局's表" }), "'林业局''s表'!E7"],
    ["另一个工作簿里的不写", at("E7", { file: "去年.xlsx" }), null],
    ["没有自己的格", at(null), null],
    ["与文字同在一格的不写", at("E7", { inText: true }), null],
  ])("%s", (_, fact, expected) => {
    expect(reference(fact, home)).toBe(expected);
  });
});

describe("合计的公式", () => {
  const total = at("E6");
  const cells = (...addresses: string[]): Fact[] => addresses.map((address) => at(address));
  it.each([
    ["三格相连的一列写成区域", cells("E7", "E8", "E9"), [], "=SUM(E7:E9)"],
    ["三格相连的一行也写成区域", cells("F6", "G6", "H6"), [], "=SUM(F6:H6)"],
    ["两格就相加", cells("E7", "E8"), [], "=E7+E8"],
    ["一格就照搬", cells("E7"), [], "=E7"],
    ["不相连的相加", cells("E7", "E9", "E11"), [], "=E7+E9+E11"],
    ["有一段够长就都放进SUM", cells("I7", "H14", "H15", "H16"), [], "=SUM(I7,H14:H16)"],
    ["次序颠倒的不算相连", cells("E9", "E8", "E7"), [], "=E9+E8+E7"],
    ["拐弯的不算相连", cells("E7", "E8", "F8", "G8"), [], "=E7+E8+F8+G8"],
    ["先横后竖也不算", cells("E7", "F7", "F8", "F9"), [], "=E7+F7+F8+F9"],
    ["往下两格又回到上面，不算相连", cells("E7", "E8", "F7"), [], "=E7+E8+F7"],
    ["往右两格又回到左边，不算相连", cells("E7", "F7", "E8"), [], "=E7+F7+E8"],
    ["最后一格偏了一列", cells("E7", "E8", "F9"), [], "=E7+E8+F9"],
    ["最后一格低了一行", cells("E7", "F7", "G8"), [], "=E7+F7+G8"],
    ["中间空着一列", cells("E7", "F7", "H7"), [], "=E7+F7+H7"],
    ["中间空着一行", cells("E7", "E8", "E10"), [], "=E7+E8+E10"],
    ["隔一列不算相连", cells("E7", "G8", "E9"), [], "=E7+G8+E9"],
    ["斜着不算相连", cells("E7", "F8", "G9"), [], "=E7+F8+G9"],
    ["减项接在后面", cells("E7", "E8", "E9"), cells("E10", "E11"), "=SUM(E7:E9)-E10-E11"],
    ["没有加项就没有公式", [], cells("E10"), null],
    ["加项没有格", [...cells("E7"), at(null)], [], null],
    ["减项没有格", cells("E7", "E8"), [at(null)], null],
    ["加项与文字同格", [...cells("E7"), at("E8", { inText: true })], [], null],
  ])("%s", (_, parts, minus, expected) => {
    expect(sumFormula(total, parts, minus)).toBe(expected);
  });

  it("另一张表上的写明表名", () => {
    const parts = ["E7", "E8", "E9"].map((address) => at(address, { sheet: "附件3" }));
    expect(sumFormula(total, parts)).toBe("=SUM('附件3'!E7:E9)");
    expect(sumFormula(total, parts.slice(1), parts.slice(0, 1))).toBe("='附件3'!E8+'附件3'!E9-'附件3'!E7");
  });

  it("一段里混进另一张表的格，这一段到此为止", () => {
    const parts = [...cells("E7", "E8"), at("E9", { sheet: "附件3" }), at("E10")];
    expect(sumFormula(total, parts)).toBe("=E7+E8+'附件3'!E9+E10");
  });

  it("合计自己没有格就没有公式", () => {
    expect(sumFormula(at(null), cells("E7", "E8"))).toBeNull();
  });

  it("别的工作簿里的合计，公式只用那个工作簿的格", () => {
    const file = "附件3.xlsx";
    const parts = ["E7", "E8", "E9"].map((address) => at(address, { file }));
    expect(sumFormula(at("E6", { file }), parts)).toBe("=SUM(E7:E9)");
    expect(sumFormula(at("E6"), parts)).toBeNull();
  });
});

describe("建议的改法", () => {
  it("公式写到那一格，连同算出的数和格式", () => {
    expect(formulaFix(at("H6"), "=F6/E6", decimal("0.8045"), "0.00%")).toEqual([
      { kind: "formula", sheet: "表", cell: { row: 5, column: 7 }, content: "=F6/E6", value: 0.8045, format: "0.00%" },
    ]);
    expect(formulaFix(at("H6"), "=F6", decimal(1))[0]?.format).toBeNull();
  });

  it.each([
    ["没有公式", at("H6"), null],
    ["没有格", at(null), "=F6"],
    ["格里还有别的字", at("H6", { inText: true }), "=F6"],
  ])("%s就不建议公式", (_, fact, formula) => {
    expect(formulaFix(fact, formula, decimal(1))).toEqual([]);
  });

  it.each([
    ["没有格", at(null)],
    ["格里还有别的字", at("H6", { inText: true })],
  ])("%s就不建议数值", (_, fact) => {
    expect(valueFix(fact, decimal(1))).toEqual([]);
  });

  it("数值写到那一格", () => {
    expect(valueFix(at("H6"), decimal("8.04"), "0.00")).toEqual([
      { kind: "value", sheet: "表", cell: { row: 5, column: 7 }, content: "8.04", value: 8.04, format: "0.00" },
    ]);
    expect(valueFix(at("H6"), decimal("8.04"))[0]?.format).toBeNull();
  });

  const number = (value: string, unit: string | null): CellDetails => ({
    unit,
    reading: {
      kind: "number",
      value: decimal(value),
      low: decimal(value),
      high: decimal(value),
      decimals: 2,
      approximate: false,
      asText: false,
    },
  });
  it.each([
    ["按万元填的照写", "12.95", number("12.95", "万元"), "13", "13"],
    ["按元填的折回元", "129500", number("12.95", "万元"), "13", "130000"],
    ["百分数的格里是小数", "80.45%", number("80.45", "%"), "82", "0.82"],
    ["写成小数的比率", "0.8045", number("80.45", "%"), "82", "0.82"],
    ["0看不出单位，照写", "0", number("0", "万元"), "13", "13"],
    ["带着单位的不折算", "129500元", number("12.95", "万元"), "13", "13"],
    ["空格照写", "", { reading: { kind: "empty" } } as CellDetails, "13", "13"],
    ["百分数旁没有读数", "80.45%", { reading: { kind: "text" } } as CellDetails, "82", "82"],
  ])("%s", (_, shown, details, value, content) => {
    const fact = factOf(cell(shown, details));
    expect(valueFix(fact, decimal(value))[0]?.content).toBe(content);
  });
});
