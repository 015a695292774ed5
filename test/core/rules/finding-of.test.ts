import { describe, expect, it } from "vitest";
import type { Finding } from "../../../src/core/findings/index.js";
import type { RuleSpec } from "../../../src/core/pack/index.js";
import { decimal } from "../../../src/core/quantity/index.js";
import { amountOf } from "../../../src/core/rules/amount.js";
import { instancesOf } from "../../../src/core/rules/expand.js";
import { findingOf } from "../../../src/core/rules/finding-of.js";
import { failed, type Failed } from "../../../src/core/rules/outcome.js";
import type { Scope } from "../../../src/core/rules/select.js";
import { annexOf, bookOf, cell, factIn } from "../../support/facts.js";
import { ruleOf } from "../../support/rule.js";
import { scopeOf } from "../../support/rule-scope.js";

const annex = annexOf(
  "a3:2",
  {
    fund: {
      total: cell("120", { at: "E6", label: "全年预算数" }),
      spent: cell("100", { at: "F6", label: "全年执行数" }),
      twin: cell("100", { at: "F6", label: "同一格" }),
      elsewhere: cell("7", { at: "F6", file: "附件3.xlsx" }),
      nowhere: cell("5", { at: null }),
      rate: cell("100%", { at: "H6" }),
    },
    rows: [{ name: "甲", value: "3" }],
  },
  { sheet: "附件3" },
);
const [total, spent, twin, elsewhere, nowhere, rate] = ["total", "spent", "twin", "elsewhere", "nowhere", "rate"].map(
  (name) => factIn(annex, `fund.${name}`),
);

function found(
  outcome: Partial<Failed>,
  body: Partial<RuleSpec> = {},
  scope: Scope = scopeOf(annex, { each: "fund" }),
): Finding {
  const [instance] = instancesOf(ruleOf({ id: "fund/rate", message: "不对", ...body }), []);
  const whole = failed(outcome);
  if (!instance || whole.status !== "fail") throw new Error("no rule");
  return findingOf(instance, whole, "warning", scope);
}

describe("指到哪一格", () => {
  it("核对出错的那一格，带着附表和位置", () => {
    expect(found({ anchor: rate ?? null })).toMatchObject({
      id: "fund/rate",
      severity: "warning",
      annex: "a3",
      annexKey: "a3:2",
      subject: "fund.rate",
      sheet: "附件3",
      cell: { row: 5, column: 7 },
    });
  });

  it("规则另指一格的，指那一格：几个里第一个有的", () => {
    const at = (anchor: RuleSpec["anchor"]): string => found({ anchor: rate ?? null }, { anchor }).subject;
    expect(at("fund.total")).toBe("fund.total");
    expect(at(["fund.nothing", "fund.spent", "fund.total"])).toBe("fund.spent");
    expect(at("fund.nothing")).toBe("fund.rate");
  });

  it("没有可指的格，就指所在的表和记录", () => {
    expect(found({})).toMatchObject({ annexKey: "a3:2", subject: "fund", sheet: "附件3", cell: null });
    expect(found({ anchor: nowhere ?? null })).toMatchObject({ subject: "fund.nowhere", sheet: "附件3", cell: null });
  });

  it("整个工作簿的，没有附表也没有表", () => {
    const scope = scopeOf(bookOf(annex), { annex: null });
    expect(found({}, {}, scope)).toMatchObject({ annex: null, annexKey: null, subject: "", sheet: null, cell: null });
    expect(found({ anchor: rate ?? null }, {}, scope)).toMatchObject({ annex: "a3", annexKey: "a3:2", sheet: "附件3" });
  });

  it("手填的资料不属于哪张附表，算在正在核对的那张", () => {
    const typed = { ...(rate ?? factIn(annex, "fund.rate")), annex: "" };
    expect(found({ anchor: typed }).annexKey).toBe("a3:2");
  });

  it("在别的工作簿里的，说明是哪个", () => {
    expect(found({ anchor: rate ?? null })).not.toHaveProperty("file");
    expect(found({ anchor: elsewhere ?? null }).file).toBe("附件3.xlsx");
    const other = { ...annex, file: "单位.xlsx" };
    expect(found({}, {}, scopeOf(other)).file).toBe("单位.xlsx");
  });
});

describe("说什么", () => {
  it("话里的空由核对的词、规则另算的数和表里的格填上", () => {
    const finding = found(
      { anchor: rate ?? null, words: { gap: "20万元" } },
      {
        message: "{fund.total}比{fund.spent}多{gap}，是{share}，{none}",
        advice: "改成{share}",
        let: { share: { div: ["fund.total", "fund.spent"] }, none: "fund.nothing", gap: 3 },
      },
    );
    expect(finding.message).toBe("120万元比100万元多20万元，是1.20，—");
    expect(finding.advice).toBe("改成1.20");
  });

  it("规则没有写话就用它的名称；为何、出处照规则", () => {
    expect(found({}, { message: undefined } as Partial<RuleSpec>)).toMatchObject({
      title: "核对",
      message: "核对",
      why: "为何要核对",
      source: { kind: "derived", note: "表内" },
      waived: null,
      document: null,
      range: null,
    });
  });

  it("核对得来的照转", () => {
    const explanation = { verb: "ratio", line: "100 ÷ 120 = 83.33%", terms: [] };
    const told = { actual: "100%", expected: "83.33%", cause: "颠倒", explanation };
    expect(found(told)).toMatchObject(told);
  });
});

describe("有关的格", () => {
  const cells = (outcome: Partial<Failed>, related: readonly string[] = []): string[] =>
    found(outcome, { related: [...related] }).related.map(({ label }) => label);

  it("核对用到的和规则另列的，每格一次，不含所指的一格", () => {
    const facts = [total, rate, twin].flatMap((fact) => fact ?? []);
    expect(cells({ anchor: rate ?? null, related: facts }, ["fund.spent", "fund.total", "rows[*].value"])).toEqual([
      "全年预算数",
      "同一格",
      "value",
    ]);
  });

  it("没有格的不列；别的工作簿里同一位置是另一格，并说明在哪", () => {
    const third = annexOf("a3:3", { value: cell("9", { at: "F6", file: "附件4.xlsx" }) }, { sheet: "附件3" });
    const facts = [...[nowhere, spent, elsewhere].flatMap((fact) => fact ?? []), factIn(third, "value")];
    expect(found({ related: facts }).related).toEqual([
      { file: null, sheet: "附件3", cell: { row: 5, column: 5 }, label: "全年执行数", shown: "100" },
      { file: "附件3.xlsx", sheet: "附件3", cell: { row: 5, column: 5 }, label: "elsewhere", shown: "7" },
      { file: "附件4.xlsx", sheet: "附件3", cell: { row: 5, column: 5 }, label: "value", shown: "9" },
    ]);
  });

  it("没有名称的格用它的位置称呼", () => {
    const { label: _, ...nameless } = factIn(annex, "fund.spent");
    expect(cells({ related: [nameless] })).toEqual(["fund.spent"]);
  });
});

describe("建议的改法", () => {
  const base = { sheet: "附件3", cell: { row: 0, column: 0 }, content: "1", value: 1, format: null };
  const fixes = [
    { kind: "formula", ...base },
    { kind: "value", ...base },
  ] as const;
  it.each([
    [undefined, ["formula", "value"]],
    ["formula", ["formula"]],
    ["value", ["value"]],
    ["none", []],
  ] as const)("规则要%s", (fix, kinds) => {
    const body = fix === undefined ? {} : { fix };
    expect(found({ fixes }, body).fixes.map(({ kind }) => kind)).toEqual(kinds);
  });
});

describe("给出的说明何时失效", () => {
  it.each([
    ["所指的一格", { anchor: rate ?? null }, {}],
    ["有关的一格", { related: rate ? [rate] : [] }, {}],
    ["规则另列的一格", {}, { related: ["fund.rate"] }],
    ["填的数", { filed: amountOf(decimal(1), null, rate ? [rate] : []) }, {}],
    ["算的数", { computed: amountOf(decimal(1), null, rate ? [rate] : []) }, {}],
    ["话里提到的一格", {}, { message: "是{fund.rate}" }],
  ] as const)("%s变了就失效", (_, outcome, body) => {
    const before = found(outcome, body as Partial<RuleSpec>).fingerprint;
    const fund = factIn(annex, "fund.rate");
    const kept = { ...fund };
    try {
      Object.assign(fund, { shown: "99%", reading: { kind: "text" } });
      expect(found(outcome, body as Partial<RuleSpec>).fingerprint).not.toBe(before);
    } finally {
      Object.assign(fund, kept);
    }
    expect(found(outcome, body as Partial<RuleSpec>).fingerprint).toBe(before);
  });

  it("与别的格无关", () => {
    const scope = scopeOf(annex, { each: "fund" });
    expect(found({ anchor: total ?? null }, {}, scope).fingerprint).toMatch(/^fund\/rate\|a3\|fund\.total\|/);
    expect(found({ anchor: total ?? null }).fingerprint).not.toBe(
      found({ anchor: total ?? null, related: spent ? [spent] : [] }).fingerprint,
    );
  });
});
