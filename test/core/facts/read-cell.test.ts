import { describe, expect, it } from "vitest";
import { readCell } from "../../../src/core/facts/read-cell.js";
import type { RoleType } from "../../../src/core/pack/index.js";
import type { PlacedCell } from "../../../src/core/recognise/index.js";
import { cellOf, type CellText } from "../../support/sheet.js";

function placed(type: RoleType, content: CellText, label = "", unit: string | null = null): PlacedCell {
  const cell = cellOf(content);
  const area = { top: 0, left: 0, bottom: 0, right: 0 };
  return { node: "cell", type, unit, label, area, cell, text: cell?.text ?? "", inText: false };
}

function read(type: RoleType, content: CellText, label = "", moneyUnit = "万元") {
  const reading = readCell(placed(type, content, label), moneyUnit);
  if (reading.kind !== "number") return reading.kind;
  return { value: reading.value.toString(), decimals: reading.decimals, asText: reading.asText, unit: reading.unit };
}

describe("金额一律折成万元", () => {
  it.each([
    ["数字，表头没写单位，按全表", 12.95, "决算数", "万元", "12.95", 2],
    ["列头写（元）", 129500, "决算数（元）", "万元", "12.95", 4],
    ["全表单位是元", 129500, "决算数", "元", "12.95", 4],
    ["单元格自带单位", "12.95万元", "决算数（元）", "元", "12.95", 2],
    ["单元格写万，就是万元", "28.45万", "决算数", "万元", "28.45", 2],
    ["列是元，单元格写万", "28.45万", "决算数（元）", "元", "28.45", 2],
    ["单元格写亿", "1.2亿", "决算数", "万元", "12000", 0],
    ["单元格自带亿元", "1.2亿元", "决算数", "万元", "12000", 0],
    ["全角、千分位", "１，２３４．５", "决算数", "万元", "1234.5", 1],
  ])("%s", (_, content, label, unit, value, decimals) => {
    expect(read("money", content, label, unit)).toMatchObject({ value, decimals, unit: "万元" });
  });

  it("文本数字记下来，带单位的文字不算", () => {
    expect(read("money", "12.95")).toMatchObject({ asText: true });
    expect(read("money", "12.95万元")).toMatchObject({ asText: false });
    expect(read("money", 12.95)).toMatchObject({ asText: false });
  });

  it("格式四舍五入的，按显示的算；列太窄显示####的，按存的算", () => {
    expect(read("money", { value: 12.949, text: "12.95", format: "0.00" })).toMatchObject({ value: "12.95" });
    expect(read("money", { value: 12.949, text: "####" })).toMatchObject({ value: "12.949" });
  });

  it.each([
    ["—", "nothing"],
    ["无", "nothing"],
    [null, "empty"],
    ["见附表", "text"],
  ])("%j 是 %s", (content, kind) => {
    expect(read("money", content)).toBe(kind);
  });
});

describe("比率一律按百分数", () => {
  it.each([
    ["80.45%", "", "80.45", 2],
    [{ value: 0.8045, text: "80.45%", format: "0.00%" }, "", "80.45", 2],
    [0.8045, "执行率", "80.45", 2],
    [1, "执行率", "100", 0],
    [100, "执行率（%）", "100", 0],
    [1, "执行率（%）", "1", 0],
    [95, "执行率", "95", 0],
  ])("%j 在“%s”下是 %s", (content, label, value, decimals) => {
    expect(read("rate", content, label)).toMatchObject({ value, decimals, unit: "%" });
  });

  it("98% 不算文本数字", () => {
    expect(read("rate", "98%")).toMatchObject({ asText: false });
  });
});

describe("分值", () => {
  it.each([
    ["10分", "10"],
    ["20分×执行率", "20"],
    [10, "10"],
  ])("%j 是 %s 分", (content, value) => {
    expect(read("weight", content)).toMatchObject({ value });
  });
});

it("错误值不是数字", () => {
  expect(readCell(placed("money", { value: "#REF!", error: true }), "万元")).toEqual({ kind: "error", code: "#REF!" });
});

it("指标值栏：数字按格式读，文字留给语法去读", () => {
  expect(read("target", { value: 0.95, text: "95%", format: "0%" })).toMatchObject({ value: "95", unit: "%" });
  expect(read("target", "≥95%")).toBe("text");
});
