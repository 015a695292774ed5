import { describe, expect, it } from "vitest";
import { groupLabel } from "../../../src/core/achievement/group-label.js";

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
