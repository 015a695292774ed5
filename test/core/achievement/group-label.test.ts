import { describe, expect, it } from "vitest";
import { groupLabel, withoutNumber } from "../../../src/core/achievement/group-label.js";

describe("groupLabel", () => {
  it.each([
    ["产出指标(50)", "产出指标"],
    ["产出指标\n（50分）", "产出指标"],
    ["效益指标30分）", "效益指标"],
    [" 数量 指标 ", "数量指标"],
    ["满意度指标", "满意度指标"],
    ["", ""],
  ])("%j 是 %s", (text, label) => {
    expect(groupLabel(text)).toBe(label);
  });
});

it.each([
  ["指标1：造林面积", "造林面积"],
  ["任务２：抚育面积", "抚育面积"],
  [" 3、成活率", "成活率"],
  ["指标1.5公里水渠", "指标1.5公里水渠"],
  ["指标1：", "指标1："],
  ["2024年造林：面积", "2024年造林：面积"],
])("%j 不带编号是 %s", (text, name) => {
  expect(withoutNumber(text.normalize("NFKC"))).toBe(name.normalize("NFKC"));
});
