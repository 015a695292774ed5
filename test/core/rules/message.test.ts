import { describe, expect, it } from "vitest";
import { fillMessage, messageFacts } from "../../../src/core/rules/message.js";
import type { Scope } from "../../../src/core/rules/select.js";
import { annexOf, bookOf, cell, factOf, labelled } from "../../support/facts.js";
import { scopeOf } from "../../support/rule-scope.js";

const annex = annexOf(
  "a2",
  {
    fund: {
      total: "12.95",
      withUnit: cell("12.95万元", { unit: "万元" }),
      rate: "80.45%",
      blank: "",
      none: "无",
      word: "完成",
      people: cell(12, { unit: "人" }),
      computed: cell("8.0448", { from: "derived", unit: "万元" }),
      derivedWord: cell("未达成", { from: "derived" }),
      year: cell("2024", { type: "year", unit: "年" }),
      target: cell("≥95%", { type: "target" }),
      targetBlank: cell("", { type: "actual" }),
      targetNumber: cell("95", { type: "target", unit: "亩", reading: factOf("95").reading }),
      derivedWhole: cell("8", { from: "derived", reading: factOf("8.00").reading, unit: "万元" }),
      derivedNone: cell("无", { from: "derived" }),
      separated: cell("1,295.50", { unit: "万元" }),
      plain: 12,
      wordWithUnit: cell("完成", { unit: "人" }),
      share: cell("0.8045", { type: "rate", unit: "%" }),
    },
    rows: [labelled("造林", { value: "1" }), labelled("防火", { value: "2" })],
  },
  { name: "部门整体支出绩效自评表" },
);
const root = { ...annex, root: { ...annex.root, label: " 附件2 " } };
const scope = (): Scope => scopeOf(root);

describe("一句话里的空", () => {
  it.each([
    ["合计{total}不等于{sum}", "合计12万元不等于13万元"],
    ["{label}", "附件2"],
    ["{annex}", "部门整体支出绩效自评表"],
    ["{fund.total}", "12.95万元"],
    ["{fund.withUnit}", "12.95万元"],
    ["{fund.rate}", "80.45%"],
    ["{fund.blank}", "空白"],
    ["{fund.none}", "无"],
    ["{fund.word}", "完成"],
    ["{fund.people}", "12人"],
    ["{fund.computed}", "8.0448万元"],
    ["{fund.derivedWord}", "未达成"],
    ["{fund.derivedWhole}", "8.00万元"],
    ["{fund.derivedNone}", "无"],
    ["{fund.separated}", "1,295.50万元"],
    ["{fund.plain}", "12"],
    ["{fund.wordWithUnit}", "完成"],
    ["{fund.share}", "0.8045"],
    ["{fund.targetNumber}", "95"],
    ["{fund.year}", "2024"],
    ["{fund.target}", "≥95%"],
    ["“{fund.targetBlank}”", "“”"],
    ["{rows[*].value}", "1万元、2万元"],
    ["{rows[*]}", "造林、防火"],
    ["{fund}", "fund"],
    ["{nothing}", ""],
    ["没有空", "没有空"],
    ["{}", "{}"],
    ["{total}，{total}", "12万元，12万元"],
  ])("%s", (template, expected) => {
    expect(fillMessage(template, { total: "12万元", sum: "13万元" }, scope())).toBe(expected);
  });

  it("规则自己的词先于表里的格，空词也算", () => {
    expect(fillMessage("{fund.total}{label}", { "fund.total": "甲", label: "" }, scope())).toBe("甲");
  });

  it("整个工作簿没有附表名", () => {
    expect(fillMessage("[{annex}]", {}, scopeOf(bookOf(root), { annex: null }))).toBe("[]");
  });
});

describe("一句话提到的格", () => {
  it("规则自己的词不算，其余逐个列出", () => {
    const facts = messageFacts("{total}{fund.total}与{rows[*].value}、{rows}、{nothing}", { total: "1" }, scope());
    expect(facts.map(({ path }) => path)).toEqual(["fund.total", "rows[造林].value", "rows[防火].value"]);
    expect(messageFacts("没有空", {}, scope())).toEqual([]);
    expect(messageFacts("{fund.total}", { "fund.total": "" }, scope())).toEqual([]);
  });
});
