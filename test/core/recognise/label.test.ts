import { describe, expect, it } from "vitest";
import { labelText, LabelMatcher, yearIn } from "../../../src/core/recognise/label.js";

describe("标签的写法", () => {
  it.each([
    ["其中：公车购置", "公车购置"],
    ["  1、公务用车购置和维护经费：", "公务用车购置和维护经费"],
    ["（一）基本支出", "基本支出"],
    ["①编制数", "编制数"],
    ["“三公”经费", "三公经费"],
    ["全年预算数（A）", "全年预算数(A)"],
    ["其中：\n  2、出国经费", "出国经费"],
  ])("%s → %s", (printed, plain) => {
    expect(labelText(printed).plain).toBe(plain);
  });

  it("去掉括号里的单位", () => {
    expect(labelText("年度预算申请（万元）").bare).toBe("年度预算申请");
  });
});

describe("与规则包里的标签比较", () => {
  const years = new LabelMatcher(["{year}年决算数", "上年决算数"]);

  it.each([
    ["2023年决算数", 2023],
    ["２０２３年决算数", 2023],
    ["N-1年决算数", null],
    ["____年决算数", null],
    ["上年决算数（万元）", null],
  ])("%s 是年度决算列", (text, year) => {
    expect(years.match(labelText(text))?.year ?? null).toBe(year);
    expect(years.match(labelText(text))).not.toBeNull();
  });

  it.each(["2023年预算数", "决算", "本单位2023年决算数情况说明", ""])("%s 不是", (text) => {
    expect(years.match(labelText(text))).toBeNull();
  });

  it("{any} 至多四个字", () => {
    const unit = new LabelMatcher(["{any}级预算单位名称"]);
    expect(unit.match(labelText("区级预算单位名称"))).not.toBeNull();
    expect(unit.match(labelText("请填写本部门所属各级预算单位名称"))).toBeNull();
  });

  it("不带括号才相同的，强度较低", () => {
    const budget = new LabelMatcher(["全年预算数"]);
    expect(budget.match(labelText("全年预算数"))?.strength).toBe(2);
    expect(budget.match(labelText("全年预算数（万元）"))?.strength).toBe(1);
  });
});

it("标题里的年度", () => {
  expect(yearIn("（２０２４年度）")).toBe(2024);
  expect(yearIn("部门整体支出绩效自评表")).toBeNull();
});
