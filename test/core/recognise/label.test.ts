import { describe, expect, it } from "vitest";
import {
  indexOf,
  isContinued,
  isOfWhich,
  labelText,
  LabelMatcher,
  matcherOf,
  yearIn,
} from "../../../src/core/recognise/label.js";

describe("标签的写法", () => {
  it.each([
    ["其中：公车购置", "公车购置"],
    ["其中办公经费", "办公经费"],
    ["公用经费其中：", "公用经费其中"],
    ["公用经费其中", "公用经费其中"],
    ["其中：", ""],
    ["其中", "其中"],
    ["  1、公务用车购置和维护经费：", "公务用车购置和维护经费"],
    ["12.会议费", "会议费"],
    ["3)培训费", "培训费"],
    ["2024年预算数", "2024年预算数"],
    ["（一）基本支出", "基本支出"],
    ["（12）基本支出", "基本支出"],
    ["十二、基本支出", "基本支出"],
    ["〔二〕基本支出", "基本支出"],
    ["—基本支出", "基本支出"],
    ["项目-基本支出", "项目-基本支出"],
    ["①编制数", "编制数"],
    ["编\u200b制\u00ad数", "编制数"],
    ["“三公”经费", "三公经费"],
    ["「三公」经费", "三公经费"],
    ["全年预算数（A）", "全年预算数(A)"],
    ["【全年】预算数[A]{万元}", "(全年)预算数(A)(万元)"],
    ["合 计：；。", "合计"],
    ["合计。合计", "合计。合计"],
    ["其中：\n  2、出国经费", "出国经费"],
    ["1、其中：（2）办公费", "办公费"],
    ["-1,234.5%", "-1,234.5%"],
    ["１.５％", "1.5%"],
    ["０.００", "0.00"],
    ["1、", ""],
  ])("%s → %s", (printed, plain) => {
    expect(labelText(printed).plain).toBe(plain);
  });

  it.each([
    ["年度预算申请（万元）", "年度预算申请"],
    ["调整（后）预算数（A）（万元）", "调整预算数"],
    ["全年预算数A", "全年预算数"],
    ["执行率B/A", "执行率"],
    ["执行率Ｂ÷Ａ", "执行率"],
    ["执行率%", "执行率"],
    ["25%", "25%"],
    ["表D", "表D"],
    ["A类", "A类"],
    ["计划B", "计划"],
    ["计划BA", "计划BA"],
  ])("%s 去掉括号和列号是 %s", (printed, bare) => {
    expect(labelText(printed).bare).toBe(bare);
  });

  it("标签不会很长，太长的文字只看开头", () => {
    expect(labelText("甲".repeat(500)).plain).toBe("甲".repeat(400));
  });

  it("看过的写法再看一遍，结果不变", () => {
    const once = labelText("（三）看两遍的标签（元）");
    expect(labelText("（三）看两遍的标签（元）")).toEqual(once);
    expect(once).toEqual({ plain: "看两遍的标签(元)", bare: "看两遍的标签" });
  });
});

describe("与规则包里的标签比较", () => {
  const years = () => new LabelMatcher(["{year}年决算数", "上年决算数"]);

  it.each([
    ["2023年决算数", 2, 2023],
    ["２０２３年决算数", 2, 2023],
    ["N年决算数", 2, null],
    ["n-1年决算数", 2, null],
    ["N+1年决算数", 2, null],
    ["××年决算数", 2, null],
    ["____年决算数", 2, null],
    ["年决算数", 2, null],
    ["上年决算数", 2, null],
    ["上年决算数（万元）", 1, null],
    ["2023年决算数（万元）", 1, 2023],
  ])("%s 是年度决算列，强度 %i", (text, strength, year) => {
    expect(years().match(labelText(text))).toEqual({ strength, year });
  });

  it.each([
    "2023年预算数",
    "12023年决算数",
    "20231年决算数",
    "1N年决算数",
    "N-12年决算数",
    "某年决算数",
    "×××××××年决算数",
    "决算",
    "年决",
    "2023年决算数说明",
    "本单位2023年决算数情况说明",
    "（万元）",
    "",
  ])("%s 不是", (text) => {
    expect(years().match(labelText(text))).toBeNull();
  });

  it("{any} 至多四个字，其中的年份不算列的年度", () => {
    const unit = new LabelMatcher(["{any}级预算单位名称"]);
    expect(unit.match(labelText("区级预算单位名称"))).toEqual({ strength: 2, year: null });
    expect(unit.match(labelText("2024级预算单位名称"))).toEqual({ strength: 2, year: null });
    expect(unit.match(labelText("级预算单位名称"))).not.toBeNull();
    expect(unit.match(labelText("自治区本级预算单位名称"))).not.toBeNull();
    expect(unit.match(labelText("自治区区本级预算单位名称"))).toBeNull();
    expect(unit.match(labelText("请填写本部门所属各级预算单位名称"))).toBeNull();
  });

  it("占位前后的字不能重叠着算", () => {
    const both = new LabelMatcher(["年{year}年"]);
    expect(both.match(labelText("年"))).toBeNull();
    expect(both.match(labelText("年年"))).not.toBeNull();
    expect(both.match(labelText("月2024年"))).toBeNull();
  });

  it("同一组标签只编一次", () => {
    const labels = ["合计"];
    expect(matcherOf(labels)).toBe(matcherOf(labels));
    expect(matcherOf(labels).match(labelText("合计"))).not.toBeNull();
  });
});

describe("一次比较几个角色的标签", () => {
  const roles = {
    prior: { labels: ["{year}年决算数", "上年决算数"] },
    final: { labels: ["{year}年决算数", "决算数", "决算数(B)", "决算数"] },
    noted: { labels: ["决算数"] },
  };

  it.each([
    ["2023年决算数", ["prior 2 2023", "final 2 2023"]],
    ["2023年决算数（元）", ["prior 1 2023", "final 1 2023"]],
    ["上年决算数", ["prior 2 null"]],
    ["决算数", ["final 2 null", "noted 2 null"]],
    ["决算数（万元）", ["final 1 null", "noted 1 null"]],
    ["决算数（B）", ["final 2 null", "noted 1 null"]],
    ["预算数", []],
    ["（万元）", []],
    ["1、", []],
  ])("%s 可能是 %j", (text, expected) => {
    const found = indexOf(roles).match(labelText(text));
    expect(found.map(({ role, strength, year }) => `${role} ${String(strength)} ${String(year)}`)).toEqual(expected);
  });

  it("一个角色的两种写法都合适，只算一次", () => {
    const both = indexOf({ total: { labels: ["合计", "{any}合计"] } });
    expect(both.match(labelText("合计"))).toEqual([{ role: "total", strength: 2, year: null }]);
    expect(both.match(labelText("支出合计"))).toEqual([{ role: "total", strength: 2, year: null }]);
  });

  it("同一组角色只编一次", () => {
    expect(indexOf(roles)).toBe(indexOf(roles));
  });
});

it.each([
  ["其中：办公费", true],
  ["  其 中办公费", true],
  ["公用经费，其中：办公费", false],
  ["第其中", false],
])("%s 是上一行的其中项：%s", (text, expected) => {
  expect(isOfWhich(text)).toBe(expected);
});

it.each([
  ["产出指标（续）", true],
  ["产出指标（续表2）", true],
  ["项目支出绩效自评表续", true],
  ["续表", true],
  ["续12", true],
  ["续123", false],
  ["后续支出", false],
  ["续表说明", false],
  ["续（一）", false],
  ["产出指标", false],
])("%s 是接着上页的：%s", (text, expected) => {
  expect(isContinued(text)).toBe(expected);
});

it.each([
  ["（２０２４年度）", 2024],
  ["2024 年部门整体支出绩效自评表", 2024],
  ["二〇二三年度项目支出绩效自评表", 2023],
  ["二○二四年", 2024],
  ["二零一九年", 2019],
  ["二OO九年", 2009],
  ["二〇二三", null],
  ["2024第1年", null],
  ["1998年", null],
  ["部门整体支出绩效自评表", null],
])("%s 的年度是 %s", (text, year) => {
  expect(yearIn(text)).toBe(year);
});
