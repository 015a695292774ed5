import { describe, expect, it } from "vitest";
import type { AnnexFacts, Fact } from "../../../src/core/facts/index.js";
import { decimal } from "../../../src/core/quantity/index.js";
import { amountOf } from "../../../src/core/rules/amount.js";
import { Doubts } from "../../../src/core/rules/doubt.js";
import { failed, type Failed } from "../../../src/core/rules/outcome.js";
import { annexOf, cell, factIn, factOf } from "../../support/facts.js";
import { formulasOf } from "../../support/rule-scope.js";
import { sheetOf, type CellText } from "../../support/sheet.js";

const annex: AnnexFacts = annexOf("a2", { total: "10", part: "4", other: "5", rate: "80%" });
const [total, part, other, rate] = ["total", "part", "other", "rate"].map((path) => factIn(annex, path)) as [
  Fact,
  Fact,
  Fact,
  Fact,
];

function failure(at: Partial<Failed>): Failed {
  const outcome = failed(at);
  if (outcome.status !== "fail") throw new Error(outcome.status);
  return outcome;
}

describe("核对失败是因为别的数字已经错了", () => {
  const doubts = new Doubts();
  doubts.add(total, decimal(9));
  doubts.add(part, null);

  it("没有记下错误时说没有", () => {
    expect(new Doubts().isEmpty).toBe(true);
    expect(doubts.isEmpty).toBe(false);
  });

  it.each([
    ["就是要报的那一格", { anchor: total, related: [other] }, ["total"], true],
    ["有关的一格", { anchor: rate, related: [other, total] }, ["total"], false],
    ["算式里的一格", { anchor: rate, computed: amountOf(decimal(1), null, [part, other]) }, ["part"], false],
    ["两格都错了，各列一次", { anchor: rate, related: [part, total, part] }, ["part", "total"], false],
    ["没有要报的格", { anchor: null, related: [total] }, ["total"], false],
    ["与错的都无关", { anchor: rate, related: [other] }, [], false],
  ] as const)("%s", (_, at, paths, isAnchor) => {
    const behind = doubts.behind(failure(at as Partial<Failed>));
    expect(behind.facts.map(({ path }) => path)).toEqual(paths);
    expect(behind.isAnchor).toBe(isAnchor);
    expect(behind.isDerived).toBe(false);
  });

  it("本来该是多少，知道的才说", () => {
    const { facts, meant } = doubts.behind(failure({ related: [total, part] }));
    expect(facts).toEqual([total, part]);
    expect([...meant].map(([fact, value]) => [fact.path, value.toFixed()])).toEqual([["total", "9"]]);
  });

  it("从错的数字推算出来的", () => {
    const score = { ...factOf(cell(8, { at: null, from: "derived" }), "score"), basis: [other, total] };
    const behind = doubts.behind(failure({ anchor: rate, computed: amountOf(decimal(8), null, [score]) }));
    expect(behind.isDerived).toBe(true);
    expect(behind.facts).toEqual([]);
    const sound = { ...score, basis: [other] };
    expect(doubts.behind(failure({ anchor: rate, related: [sound] })).isDerived).toBe(false);
    expect(doubts.behind(failure({ anchor: rate, related: [score, other] })).isDerived).toBe(true);
  });
});

describe("同一格在几处出现是同一个数字", () => {
  const at = (address: string | null, more: Parameters<typeof cell>[1] = {}): Fact =>
    factOf(cell("5", { at: address, ...more }));
  const isKnown = (known: Fact, asked: Fact): boolean => {
    const doubts = new Doubts();
    doubts.add(known, null);
    return doubts.behind(failure({ anchor: asked })).isAnchor;
  };
  it.each([
    ["同一格", at("B3"), at("B3"), true],
    ["另一行", at("B3"), at("B4"), false],
    ["另一列", at("B3"), at("C3"), false],
    ["另一张表", at("B3"), at("B3", { sheet: "附件3" }), false],
    ["另一个工作簿", at("B3"), at("B3", { file: "去年.xlsx" }), false],
    ["同一格的文字里有几个数字，各是各的", at("B3", { inText: true }), at("B3", { inText: true }), false],
    ["没有格的各是各的", at(null), at(null), false],
  ])("%s：%s", (_, known, asked, same) => {
    expect(isKnown(known, asked)).toBe(same);
    expect(isKnown(known, known)).toBe(true);
  });
});

describe("公式读了错的数字，那里改了就跟着改", () => {
  /** `A1` is wrong; does the formula in `C1` pass it on? */
  function passesOn(formula: string | null, cells: Readonly<Record<string, string>> = {}, asked = "C1"): boolean {
    const grid: CellText[][] = Array.from({ length: 6 }, () => Array.from({ length: 6 }, () => 1));
    const put = (row: number, column: number, text: string | null): void => {
      const line = grid[row];
      if (line) line[column] = text === null ? 1 : { value: 1, formula: text };
    };
    put(0, 2, formula);
    for (const [place, text] of Object.entries(cells)) put(Number(place[1]) - 1, place.charCodeAt(0) - 65, text);
    const doubts = new Doubts();
    doubts.add(factOf(cell("1", { at: "A1" })), null);
    const formulas = formulasOf(sheetOf("表", grid), sheetOf("附件3", [[{ value: 1, formula: "=表!A1" }, 1]]));
    return doubts.isPassedOn(factOf(cell("1", { at: asked })), formulas);
  }

  it.each([
    ["直接读", "=A1*2", {}, true],
    ["读几处，有一处是它", "=B1+A1+B2", {}, true],
    ["读一片，错的在其中", "=SUM(A1:B3)", {}, true],
    ["读一片，错的不在其中", "=SUM(A2:B3)", {}, false],
    ["不读它", "=B1+B2", {}, false],
    ["没有公式", null, {}, false],
    ["读不懂的公式", "=A1*(", {}, false],
    ["隔一格读", "=B1", { B1: "=A1" }, true],
    ["隔三格读", "=B1", { B1: "=B2", B2: "=B3", B3: "=A1" }, true],
    ["再远就不追了", "=B1", { B1: "=B2", B2: "=B3", B3: "=B4", B4: "=A1" }, false],
    ["另一张表读了它", "='附件3'!A1", {}, true],
    ["另一张表的同一格不是它", "='附件3'!B1", {}, false],
    ["别的工作簿的同一格不是它", "=[1]表!A1", {}, false],
    ["没有的表", "=没有!A1", {}, false],
    ["一片太大就不看", "=SUM(A1:Z100)", {}, false],
    ["一片刚好能看", "=SUM(A1:J100)", {}, true],
    ["多一格就不看", "=SUM(A1:K91)", {}, false],
    ["公式读到自己也说得清", "=C1+B1", {}, false],
    ["两个公式互相读也说得清", "=B1", { B1: "=C1" }, false],
  ])("%s：%s", (_, formula, cells, expected) => {
    expect(passesOn(formula, cells as Readonly<Record<string, string>>)).toBe(expected);
  });

  it("一片有多大，与它在哪里无关", () => {
    const doubts = new Doubts();
    doubts.add(factOf(cell("1", { at: "F60" })), null);
    const formulas = formulasOf(sheetOf("表", [[{ value: 1, formula: "=SUM(D51:M150)" }]]));
    expect(doubts.isPassedOn(factOf(cell("1", { at: "A1" })), formulas)).toBe(true);
  });

  it("错的就是它自己，公式并没有读别的", () => {
    expect(passesOn(null, { A1: "=A1" }, "A1")).toBe(false);
    expect(passesOn(null, { A1: "=SUM(A1:B2)" }, "A1")).toBe(false);
  });

  it("没有格，或与文字同格的，谈不上公式", () => {
    const doubts = new Doubts();
    doubts.add(factOf(cell("1", { at: "A1" })), null);
    const formulas = formulasOf(sheetOf("表", [[1, { value: 1, formula: "=A1" }]]));
    const asked = (fact: Fact | null): boolean => doubts.isPassedOn(fact, formulas);
    expect(asked(factOf(cell("1", { at: "B1" })))).toBe(true);
    expect(asked(factOf(cell("1", { at: "B1", inText: true })))).toBe(false);
    expect(asked(factOf(cell("1", { at: null })))).toBe(false);
    expect(asked(null)).toBe(false);
  });
});
