import { comparable } from "../../../src/core/quantity/index.js";
import { describe, expect, it } from "vitest";
import type { AnnexFacts } from "../../../src/core/facts/index.js";
import { fingerprintOf } from "../../../src/core/rules/fingerprint.js";
import { annexOf, bookOf, cell, factIn, type NodeDraft } from "../../support/facts.js";

function fingerprint(total: NodeDraft, rate: NodeDraft = "80.45%", place: { readonly key?: string } = {}): string {
  const annex = annexOf(place.key ?? "a2", { fund: { total, rate } });
  const facts = [factIn(annex, "fund.total"), factIn(annex, "fund.rate")];
  return fingerprintOf({ rule: "fund/rate", annexKey: annex.key, subject: "fund.rate", facts }, bookOf(annex));
}

function project(key: string, name: string | null): AnnexFacts {
  return annexOf(key, { total: "5" }, { project: name });
}

function fingerprints(...annexes: readonly AnnexFacts[]): string[] {
  const book = bookOf(...annexes);
  return annexes.map((annex) => {
    const facts = [factIn(annex, "total")];
    return fingerprintOf({ rule: "r", annexKey: annex.key, subject: "total", facts }, book);
  });
}

describe("说明所依据的数字变了没有", () => {
  it("前面是规则、附表、位置，后面是数字的摘要", () => {
    expect(fingerprint("12.5")).toMatch(/^fund\/rate\|a2\|fund\.rate\|[0-9a-z]+$/);
  });

  it.each([
    ["多写一个0", "12.50", true],
    ["移到别的行", cell("12.5", { at: "H9" }), true],
    ["换了数字", "12.51", false],
    ["换了单位", cell("12.5", { unit: "元" }), false],
    ["改成文字", "无", false],
  ])("%s，仍是同一回事：%s", (_, total, same) => {
    expect(fingerprint(total) === fingerprint("12.5")).toBe(same);
  });

  it("文字不计空格和全角半角", () => {
    expect(fingerprint("已 完成（80%）")).toBe(fingerprint("已完成(80%)"));
    expect(fingerprint("已完成")).not.toBe(fingerprint("未完成"));
  });

  it("显示的是位置时，看那里的内容", () => {
    const rows = (shown: string, contents: string): NodeDraft => cell(shown, { contents });
    expect(fingerprint(rows("第25行", "甲 5"))).toBe(fingerprint(rows("第30行", "甲5")));
    expect(fingerprint(rows("第25行", "甲5"))).not.toBe(fingerprint(rows("第25行", "乙5")));
  });

  it("几个数字的先后和重复不论，对调就变了", () => {
    const annex = annexOf("a2", { total: "1", rate: "2" });
    const [total, rate] = [factIn(annex, "total"), factIn(annex, "rate")];
    const of = (...facts: readonly (typeof total)[]): string =>
      fingerprintOf({ rule: "r", annexKey: "a2", subject: "s", facts }, bookOf(annex));
    expect(of(rate, total, rate)).toBe(of(total, rate));
    expect(of(total)).not.toBe(of(total, rate));
    expect(fingerprint("1", "2")).not.toBe(fingerprint("2", "1"));
  });
});

describe("附表用什么名字记", () => {
  const place = (text: string): string => text.split("|")[1] ?? "";

  it("项目的表用项目名，表的先后变了也认得", () => {
    const [first, second] = fingerprints(project("a3:1", "造林 补助"), project("a3:2", "防火"));
    const [moved] = fingerprints(project("a3:1", "防火"), project("a3:2", "造林补助"));
    expect([first, second].map((text) => place(text ?? ""))).toEqual(["a3[造林补助]", "a3[防火]"]);
    expect(moved).toBe(second);
  });

  it("同名的项目才用先后区分，没有项目名的也是", () => {
    const annexes = [project("a3:1", "造林"), project("a3:2", "造林"), project("a3:3", null), project("a3:4", null)];
    expect(fingerprints(...annexes).map(place)).toEqual(["a3[造林]", "a3[造林]#2", "a3", "a3#2"]);
  });

  it("整个工作簿的不带附表；没有附表的数字照样计入", () => {
    const typed = factIn(annexOf("", { total: "3" }), "total");
    const of = (value: typeof typed): string =>
      fingerprintOf({ rule: "r", annexKey: null, subject: "", facts: [value] }, bookOf(project("a2", null)));
    expect(of(typed)).toMatch(/^r\|\|\|/);
    expect(of(typed)).not.toBe(of({ ...typed, shown: "4", reading: { kind: "text" } }));
  });

  it("别的工作簿里的附表与书里的不混", () => {
    const book = bookOf(project("a2", null));
    const last = annexOf("a2~prior", { total: "5" });
    const at = (annex: AnnexFacts): string =>
      fingerprintOf({ rule: "r", annexKey: "a2", subject: "s", facts: [factIn(annex, "total")] }, book);
    expect(at(last)).not.toBe(at(project("a2", null)));
  });
});

describe("名称怎样算一样", () => {
  it.each([
    ["Ａ４ 纸", "A4纸"],
    [" 造林\n面积\t", "造林面积"],
    ["（一）", "(一)"],
  ])("%j = %j", (text, expected) => {
    expect(comparable(text)).toBe(expected);
  });
});
