import { describe, expect, it } from "vitest";
import type { Term } from "../../../src/core/pack/index.js";
import { decimal } from "../../../src/core/quantity/index.js";
import { amountOf, printAmount, type Amount } from "../../../src/core/rules/amount.js";
import { evaluate, isMissing, provenAmount, totalOf, unreadable } from "../../../src/core/rules/term.js";
import type { Scope } from "../../../src/core/rules/select.js";
import { annexOf, cell, factIn, factOf } from "../../support/facts.js";
import { scopeOf } from "../../support/rule-scope.js";

const annex = annexOf("a2", {
  budget: "120",
  adjusted: "113.68",
  spent: "78.3",
  people: 12,
  cut: cell("-5", { half: "0.5" }),
  around: cell("0.1", { half: "0.2" }),
  zero: "0",
  none: "无",
  blank: "",
  word: "完成",
  broken: "#REF!",
  rows: [
    { name: "造林", spent: "30.10" },
    { name: "防火", spent: "无" },
    { name: "抚育", spent: "48.20" },
  ],
  mixed: [{ value: "1" }, { value: "约定" }],
});
const scope = (): Scope => scopeOf(annex);

function told(term: Term): string {
  const result = evaluate(term, scope());
  return isMissing(result) ? result.missing : `${printAmount(result)}${result.unit ?? ""}`;
}

function interval(term: Term): string[] {
  const result = evaluate(term, scope());
  return isMissing(result) ? [result.missing] : [result.low.toFixed(), result.high.toFixed()];
}

describe("算式", () => {
  it.each([
    ["数", 100, "100"],
    ["一格", "budget", "120万元"],
    ["几格相加，空白作0", "rows[*].spent", "78.30万元"],
    ["加", { add: ["budget", "adjusted", 1] }, "234.68万元"],
    ["单位从有单位的一项来", { add: [1, "budget"] }, "121万元"],
    ["减", { sub: ["budget", "adjusted", "people"] }, "-5.68万元"],
    ["乘", { mul: ["budget", 2, 3] }, "720万元"],
    ["除，四位小数", { div: ["spent", "adjusted"] }, "0.6888万元"],
    ["较小", { min: ["budget", "adjusted", "spent"] }, "78.3万元"],
    ["较小的在前", { min: ["spent", "budget"] }, "78.3万元"],
    ["较大", { max: ["spent", "budget", "adjusted"] }, "120万元"],
    ["较大的在前", { max: ["budget", "spent"] }, "120万元"],
    ["相反数", { abs: "cut" }, "5万元"],
    ["本来就不小于0", { abs: "budget" }, "120万元"],
    ["0的绝对值", { abs: "zero" }, "0万元"],
    ["中间的一个", { median: ["budget", "spent", "adjusted"] }, "113.68万元"],
    ["中间两个的平均", { median: ["people", 2, 100, 4] }, "8"],
    ["中间两个的平均带单位", { median: ["budget", "spent"] }, "99.15万元"],
    ["只有一个", { median: ["budget"] }, "120万元"],
    ["个数", { count: "rows[*]" }, "3"],
    ["没有就是0个", { count: "nothing" }, "0"],
  ] as const)("%s", (_, term, expected) => {
    expect(told(term as Term)).toBe(expected);
  });

  it.each([
    ["加：宽度相加", { add: ["budget", "spent"] }, ["198.29", "198.31"]],
    ["加一个准数", { add: ["budget", 1] }, ["120.995", "121.005"]],
    ["准数加上", { add: [1, "budget"] }, ["120.995", "121.005"]],
    ["准数相加", { add: [1, 2] }, ["3", "3"]],
    ["减：宽度也相加", { sub: ["budget", "spent"] }, ["41.69", "41.71"]],
    ["乘", { mul: ["budget", 2] }, ["239.99", "240.01"]],
    ["除以一个准数", { div: ["budget", 2] }, ["59.9975", "60.0025"]],
    ["负数取绝对值，区间翻过来", { abs: "cut" }, ["4.5", "5.5"]],
    ["准数没有宽度", 3, ["3", "3"]],
  ] as const)("代表的区间，%s", (_, term, expected) => {
    expect(interval(term as Term)).toEqual(expected);
  });

  it("记得用了哪些格，包括没有数字的", () => {
    const sum = evaluate({ sub: ["rows[*].spent", "people"] }, scope());
    expect(sum.facts.map(({ path }) => path)).toEqual([
      "rows[造林].spent",
      "rows[防火].spent",
      "rows[抚育].spent",
      "people",
    ]);
  });

  it.each([
    ["没有这一栏", "nothing", "表中没有“nothing”", 0],
    ["没有填", "blank", "“blank”没有填", 1],
    ["填的是无", "none", "“none”填的是“无”", 1],
    ["不是数字", "word", "“word”不是数字：完成", 1],
    ["错误值", "broken", "“broken”是错误值 #REF!", 1],
    ["几格里有一格不是数字", "mixed[*].value", "“value”不是数字：约定", 1],
    ["算式的一项算不出", { add: ["budget", "blank"] }, "“blank”没有填", 1],
    ["绝对值里算不出", { abs: "blank" }, "“blank”没有填", 1],
    ["除数为0", { div: ["spent", "zero"] }, "除数为0", 1],
    ["除数可能为0", { div: ["spent", "around"] }, "除数为0", 1],
    ["没有除数", { div: ["spent"] }, "除数为0", 0],
    ["什么也没有", { add: [] }, "没有数字", 0],
  ] as const)("算不出，说明为何：%s", (_, term, missing, facts) => {
    const result = evaluate(term as Term, scope());
    expect(isMissing(result) ? result.missing : null).toBe(missing);
    expect(result.facts).toHaveLength(facts);
  });

  it("没有名称的格用它的位置称呼", () => {
    const { label: _, ...nameless } = factOf("完成", "fund.total.rate");
    expect(unreadable(nameless)).toBe("“fund.total.rate”不是数字：完成");
  });
});

describe("另一条规则已证明的数", () => {
  it("代替填的数，宽度照原来的一格", () => {
    const fact = factIn(annex, "spent");
    const proven = new Map([[fact, decimal("80")]]);
    const amount = provenAmount(fact, { ...scope(), proven });
    expect(amount && printAmount(amount)).toBe("80");
    expect([amount?.low.toFixed(), amount?.high.toFixed()]).toEqual(["79.995", "80.005"]);
    expect(amount?.unit).toBe("万元");
    expect(amount?.facts).toEqual([fact]);
    expect(evaluate("spent", { ...scope(), proven })).toEqual(amount);
  });

  it("原来空着的一格，证明的数没有宽度", () => {
    const fact = factIn(annex, "blank");
    const amount = provenAmount(fact, { ...scope(), proven: new Map([[fact, decimal("80")]]) });
    expect([amount?.low.toFixed(), amount?.high.toFixed()]).toEqual(["80", "80"]);
  });

  it("别的格照填的算", () => {
    expect(provenAmount(factIn(annex, "spent"), scope())).toBeNull();
  });
});

describe("加总", () => {
  const exact = (value: number): Amount => amountOf(decimal(value));
  const wide = (value: number): Amount => ({ ...exact(value), low: decimal(value - 1), high: decimal(value + 1) });
  const ends = ({ value, low, high }: Amount): string[] => [value, low, high].map((one) => one.toFixed());

  it("没有就是0，一个就是它自己", () => {
    expect(ends(totalOf([]))).toEqual(["0", "0", "0"]);
    const only = wide(3);
    expect(totalOf([only])).toBe(only);
  });

  it("准数相加仍是准数", () => {
    const { value, low, high } = totalOf([exact(1), exact(2), exact(3)]);
    expect(value.toFixed()).toBe("6");
    expect([low, high]).toEqual([value, value]);
    expect(low).toBe(value);
    expect(high).toBe(value);
  });

  it.each([
    ["先宽后准", [wide(5), exact(2)], ["7", "6", "8"]],
    ["先准后宽", [exact(2), wide(5), exact(1)], ["8", "7", "9"]],
    ["都宽", [wide(5), wide(2)], ["7", "5", "9"]],
    ["只有下面宽", [{ ...exact(5), low: decimal(4) }, exact(1)], ["6", "5", "6"]],
    ["只有上面宽", [exact(1), { ...exact(5), high: decimal(9) }], ["6", "6", "10"]],
  ])("%s", (_, amounts, expected) => {
    expect(ends(totalOf(amounts))).toEqual(expected);
  });
});
