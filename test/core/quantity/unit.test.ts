import { describe, expect, it } from "vitest";
import { formatDecimal, sameDimension, unitOf } from "../../../src/core/quantity/index.js";

describe("unitOf", () => {
  it.each([
    ["万元", "万元", "万元", "1"],
    ["元", "元", "万元", "0.0001"],
    ["亿元", "亿元", "万元", "10000"],
    ["万亩", "万亩", "亩", "10000"],
    ["公顷", "公顷", "亩", "15"],
    ["平方米", "㎡", "㎡", "1"],
    ["个工作日", "工作日", "工作日", "1"],
    ["‰", "‰", "%", "0.1"],
    ["百分比", "%", "%", "1"],
    ["名", "名", "人", "1"],
    ["万人次", "万人次", "人次", "10000"],
    ["元/亩", "元/亩", "元/亩", "1"],
    ["万元/公里", "万元/公里", "元/米", "10"],
    ["元/(人·月)", "元/人·月", "元/人·年", "12"],
    ["元/人·月", "元/人·月", "元/人·年", "12"],
    ["次/季度", "次/季度", "次/年", "4"],
    ["支", "支", "支", "1"],
    ["沓", "沓", "沓", "1"],
  ])("%s", (text, symbol, base, factor) => {
    const unit = unitOf(text);
    expect([unit?.symbol, unit?.base, unit && formatDecimal(unit.factor)]).toEqual([symbol, base, factor]);
  });

  it.each(["", "万", "以上", "月底前", "meeting", "一百"])("“%s”不是单位", (text) => {
    expect(unitOf(text)).toBeNull();
  });

  it.each([
    ["人", "名", true],
    ["人", "人次", false],
    ["公里", "厘米", true],
    ["%", "个百分点", false],
    ["次/月", "次/年", true],
    ["元/亩", "万元/公顷", true],
    ["个", "家", false],
  ])("%s 与 %s 可比：%s", (a, b, comparable) => {
    const [one, other] = [unitOf(a), unitOf(b)];
    expect(one && other && sameDimension(one, other)).toBe(comparable);
  });
});
