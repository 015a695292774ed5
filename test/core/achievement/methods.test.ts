import { describe, expect, it } from "vitest";
import {
  aboveThreshold,
  atLeast,
  atMost,
  bySteps,
  capped,
  equalTo,
  gradeOf,
  proportional,
  within,
} from "../../../src/core/achievement/index.js";
import { decimal, formatDecimal } from "../../../src/core/quantity/index.js";
import { hunan } from "./hunan-profile.js";

const d = decimal;
const text = (value: ReturnType<typeof decimal> | null): string | null => value && formatDecimal(value);

describe("完成程度", () => {
  it.each([
    [atLeast(d(96), d(100)), "0.96"],
    [atLeast(d(5), d(0)), "1"],
    [atLeast(d(-1), d(5)), null],
    [atMost(d(0), d(5)), "1"],
    [atMost(d(8), d(5)), "0.625"],
    [atMost(d(4), d(5)), "1.25"],
    [atMost(d(1), d(0)), "0"],
    [atMost(d(0), d(0)), "1"],
    [equalTo(d(0), d(0), "proportional"), "1"],
    [equalTo(d(4), d(5), "proportional"), "0.8"],
    [equalTo(d(5), d(4), "proportional"), "0.8"],
    [equalTo(d(0), d(4), "proportional"), "0"],
    [within(d(4), d(5), d(10), "proportional"), "0.8"],
    [within(d(-3), d(-5), d(5), "proportional"), "1"],
    [within(d(-6), d(-5), d(5), "proportional"), null],
  ])("第 %# 例", (got, expected) => {
    expect(text(got)).toBe(expected);
  });
});

describe("得分", () => {
  const steps = hunan.execution.steps;

  it.each([
    ["1", "10"],
    ["0.9999", "7"],
    ["0.8", "7"],
    ["0.7999", "5"],
    ["0.6", "5"],
    ["0.5999", "0"],
  ])("分档：执行率 %s 得 %s", (rate, points) => {
    expect(text(bySteps(d(10), d(rate), steps, 10))).toBe(points);
    expect(text(bySteps(d(20), d(rate), steps, 10))).toBe(formatDecimal(d(points).times(2)));
  });

  it("不少于0、不多于分值", () => {
    expect([text(proportional(d(6), d("1.3"))), text(proportional(d(6), d("-1")))]).toEqual(["6", "0"]);
    expect([text(aboveThreshold(d(10), d("0.8"), 60)), text(aboveThreshold(d(10), d("1.2"), 60))]).toEqual(["5", "10"]);
    expect(text(aboveThreshold(d(10), d("0.99"), 100))).toBe("0");
  });

  it.each([
    ["0.81", "95"],
    ["0.8", "95"],
    ["0.79", "89"],
    ["0.65", "79"],
    ["0.55", "69"],
    ["0.45", "59"],
  ])("执行率 %s 时总分封顶 %s", (rate, total) => {
    const caps = [
      { below: 80, total: 89 },
      { below: 70, total: 79 },
      { below: 60, total: 69 },
      { below: 50, total: 59 },
    ];
    expect(text(capped(d(95), d(rate), caps))).toBe(total);
    expect(text(capped(d(95), d(rate), []))).toBe("95");
  });

  it.each([
    ["100", "优"],
    ["90", "优"],
    ["89.99", "良"],
    ["80", "良"],
    ["79.99", "中"],
    ["60", "中"],
    ["59.99", "差"],
    ["0", "差"],
  ])("%s 分是%s", (total, word) => {
    expect(gradeOf(d(total), hunan.grades)).toBe(word);
  });
});
