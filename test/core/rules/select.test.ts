import { describe, expect, it } from "vitest";
import type { FactNode } from "../../../src/core/facts/index.js";
import { select, selectFacts, selectRecords, type Scope } from "../../../src/core/rules/select.js";
import { annexOf, bookOf, labelled, typedOf } from "../../support/facts.js";
import { scopeOf } from "../../support/rule-scope.js";

const a2 = annexOf("a2", {
  meta: { year: 2024, "unit.name": "林业局" },
  fund: { total: labelled("年度资金总额", { budget: "120", rate: "80.45%" }, { computed: "80.50%" }), prior: "100" },
  reading: "B",
  prior: "8",
  indicators: [
    { name: "造林面积", group: "output", verdict: "met", score: 10, target: "120亩" },
    { name: "成活率", group: "output", verdict: "unmet", score: 8, target: "95%", sign: ">=" },
    { name: "满 意度", group: "satisfaction", verdict: "unmet", score: 9, target: "90%" },
  ],
  empty: [],
});
const projects = [
  annexOf("a3:1", { header: { project: "造林补助" }, fund: { total: "70" } }),
  annexOf("a3:2", { header: { project: "防火" }, fund: { total: "50" } }),
];
const lastYear = [
  annexOf("a2", {
    total: "99",
    indicators: [
      { name: "造林面积", actual: "100亩" },
      { name: "满意 度", actual: "88%" },
      { name: "造林面积", actual: "101亩" },
      { name: "", actual: "1" },
    ],
  }),
  annexOf("a3:1", { header: { project: "造林 补助" }, fund: { total: "66" } }),
  annexOf("a3:2", { header: { project: "" }, fund: { total: "11" } }),
];
const book = {
  ...bookOf(a2, ...projects),
  typed: typedOf({ duties: "管林业", budgets: { interest: "无" } }),
  prior: bookOf(...lastYear),
};

const shown = (nodes: readonly FactNode[]): string[] =>
  nodes.map((node) => (node.node === "fact" ? node.shown : node.node === "list" ? "list" : node.label));
const inAnnex = (): Scope => scopeOf(book);
const inWorkbook = (): Scope => scopeOf(book, { annex: null });
const inRow = (place: number): Scope => {
  const node = selectRecords("indicators[*]", scopeOf(book))[place];
  if (!node) throw new Error(`no row ${String(place)}`);
  return scopeOf(book, { node });
};

describe("选中的是什么", () => {
  it.each([
    ["逐级的一格", "fund.total.budget", ["120"]],
    ["推算出来的也按名字找", "fund.total.computed", ["80.50%"]],
    ["名字里可以有点，写在方括号里", "indicators[by unit.name].score", []],
    ["没有的一级", "fund.nothing.budget", []],
    ["格下面没有下一级", "reading.value", []],
    ["记录本身", "fund.total", ["年度资金总额"]],
    ["整个清单", "indicators", ["list"]],
    ["清单不写[*]不逐行进入", "indicators.score", []],
    ["逐行", "indicators[*].score", ["10", "8", "9"]],
    ["最后一行", "indicators[last].score", ["9"]],
    ["空清单没有最后一行", "empty[last].score", []],
    ["按一栏挑", "indicators[*]{group=output}.score", ["10", "8"]],
    ["按几栏挑，都要合", "indicators[*]{group=output,verdict=unmet}.score", ["8"]],
    ["没有那一栏就不合", "indicators[*]{colour=red}.score", []],
    ["栏的值里可以有等号", "indicators[*]{sign=>=}.name", ["成活率"]],
    ["单独一条记录也可以挑", "fund.total{budget=120}.rate", ["80.45%"]],
    ["挑不中", "fund.total{budget=121}.rate", []],
    ["格不能挑", "reading{budget=120}", []],
    ["不是清单的[*]就是它自己", "fund[*].prior", ["100"]],
    ["某类附表，每张一份", "a3[*].fund.total", ["70", "50"]],
    ["附表也可不写[*]", "a3.fund.total", ["70", "50"]],
    ["没有这类附表", "a4.total", []],
    ["手填的资料", "typed.duties", ["管林业"]],
    ["手填的资料逐级", "typed.budgets.interest", ["无"]],
    ["本附表", "annex", ["a2"]],
    ["本附表逐级", "annex.reading", ["B"]],
    ["表里自有名叫prior的栏", "fund.prior", ["100"]],
    ["去年的附表", "prior.a2.total", ["99"]],
    ["去年的附表没有", "prior.a4.total", []],
    ["光说去年什么也不是：表里自有的那一格", "prior", ["8"]],
  ] as const)("%s：%s", (_, selector, expected) => {
    expect(shown(select(selector, inAnnex()))).toEqual(expected);
  });

  it("**是一条记录里所有的格，推算出来的不算，同在行与组里的只算一次", () => {
    const [row] = selectRecords("indicators[*]", inAnnex());
    const annex = annexOf("a2", { total: "1", fund: { rate: "2%" }, rows: [{ name: "甲" }] });
    const shared = { ...annex, root: { ...annex.root, fields: new Map([...annex.root.fields]) } };
    const rows = annex.root.fields.get("rows");
    if (!row || !rows) throw new Error("no rows");
    shared.root.fields.set("group", rows);
    expect(shown(select("**", scopeOf(shared)))).toEqual(["1", "2%", "甲"]);
    expect(shown(select("fund.total.**", inAnnex()))).toEqual(["120", "80.45%"]);
    expect(shown(select("indicators[last].**", inAnnex()))).toEqual(["满 意度", "satisfaction", "unmet", "9", "90%"]);
    expect(shown(select("**", { ...inAnnex(), node: row }))).toEqual(["造林面积", "output", "met", "10", "120亩"]);
  });

  it("只要格，只要记录", () => {
    const mixed = scopeOf(
      annexOf("a2", {
        rows: [
          { name: "甲", value: "1" },
          { name: "乙", value: { part: "2" } },
        ],
      }),
    );
    expect(shown(selectFacts("rows[*].value", mixed))).toEqual(["1"]);
    expect(selectRecords("rows[*].value", mixed)).toHaveLength(1);
    expect(selectFacts("fund.total", inAnnex())).toEqual([]);
    expect(selectFacts("indicators", inAnnex())).toEqual([]);
    expect(shown(selectFacts("fund.total.rate", inAnnex()))).toEqual(["80.45%"]);
    expect(shown(selectRecords("fund.total", inAnnex()))).toEqual(["年度资金总额"]);
    expect(selectRecords("fund.total.rate", inAnnex())).toEqual([]);
    expect(selectRecords("indicators", inAnnex())).toEqual([]);
  });
});

describe("从哪里找起", () => {
  it("先在这一行找，再到附表里找，同一个名字以这一行的为准", () => {
    const scope = scopeOf(annexOf("a2", { score: 100, reason: "见说明", rows: [{ name: "甲", score: 7 }] }), {
      each: "rows[*]",
    });
    expect(shown(select("score", scope))).toEqual(["7"]);
    expect(shown(select("reason", scope))).toEqual(["见说明"]);
    expect(shown(select("annex.score", scope))).toEqual(["100"]);
  });

  it("每一行问到的是自己的，附表的一份大家共用", () => {
    const first = inRow(0);
    const second = { ...inRow(1), found: first.found };
    expect(shown(select("score", first))).toEqual(["10"]);
    expect(shown(select("score", second))).toEqual(["8"]);
    expect(shown(select("fund.total.budget", second))).toEqual(shown(select("fund.total.budget", first)));
    expect(select("**", first)).toHaveLength(5);
    expect(select("**", second)).toHaveLength(6);
  });

  it("从工作簿看，各类附表都在，“本附表”没有", () => {
    expect(shown(select("a2.reading", inWorkbook()))).toEqual(["B"]);
    expect(shown(select("typed.duties", inWorkbook()))).toEqual(["管林业"]);
    expect(select("annex", inWorkbook())).toEqual([]);
    expect(select("reading", inWorkbook())).toEqual([]);
  });

  it("没有去年的工作簿，去年的都没有；表里叫prior的一栏照找", () => {
    const alone = scopeOf(bookOf(a2));
    expect(select("prior.a2.total", alone)).toEqual([]);
    expect(shown(select("fund.prior", alone))).toEqual(["100"]);
    const row = scopeOf(annexOf("a1", { rows: [{ name: "三公", prior: "3", "by.year": "" }] }), { each: "rows[*]" });
    expect(shown(select("prior", row))).toEqual(["3"]);
  });

  it("记录叫prior时就是它，不是去年", () => {
    const scope = scopeOf({ ...book, annexes: [annexOf("a1", { prior: { a2: "今年表里的" } })] });
    expect(shown(select("prior.a2", scope))).toEqual(["今年表里的"]);
  });
});

describe("同名的行", () => {
  it("按这一行的名字找，宽窄和空格不论", () => {
    expect(shown(select("prior.a2.indicators[by name].actual", inRow(0)))).toEqual(["100亩", "101亩"]);
    expect(shown(select("prior.a2.indicators[by name].actual", inRow(1)))).toEqual([]);
    expect(shown(select("prior.a2.indicators[by name].actual", inRow(2)))).toEqual(["88%"]);
  });

  it("没有名字的与谁都不同名", () => {
    const nameless = scopeOf(
      { ...book, annexes: [annexOf("a2", { rows: [{ name: "", score: 1 }] })] },
      {
        each: "rows[*]",
      },
    );
    expect(select("prior.a2.indicators[by name].actual", nameless)).toEqual([]);
    expect(select("prior.a2.indicators[by name]", nameless)).toEqual([]);
  });

  it("去年同名的项目；项目没有名字就找不到", () => {
    const [, project, other] = book.annexes;
    if (!project || !other) throw new Error("no projects");
    const selector = "prior.a3[by header.project].fund.total";
    expect(shown(select(selector, scopeOf(book, { annex: project })))).toEqual(["66"]);
    expect(shown(select(selector, scopeOf(book, { annex: other })))).toEqual([]);
    const nameless = annexOf("a3:3", { header: { project: "" } });
    expect(shown(select(selector, scopeOf(book, { annex: nameless })))).toEqual([]);
    expect(select("prior.a3[by header.project]", scopeOf(book, { annex: nameless }))).toEqual([]);
  });

  it("行里没有那一栏，就按附表的", () => {
    const annex = annexOf("a3:1", { name: "造林面积", rows: [{ score: 1 }] });
    const scope = scopeOf({ ...book, annexes: [annex] }, { each: "rows[*]" });
    expect(shown(select("prior.a2.indicators[by name].actual", scope))).toEqual(["100亩", "101亩"]);
    expect(select("prior.a2.indicators[by name].actual", { ...scope, annex: null, found: new Map() })).toEqual([]);
  });

  it("两行同问，各得各的", () => {
    const first = inRow(0);
    const third = { ...inRow(2), found: first.found };
    const selector = "prior.a2.indicators[by name].actual";
    expect(shown(select(selector, first))).toEqual(["100亩", "101亩"]);
    expect(shown(select(selector, third))).toEqual(["88%"]);
  });

  it("同一清单可按不同的栏找", () => {
    const lists = annexOf("a2", {
      left: [{ name: "甲", code: "2" }],
      right: [
        { name: "甲", code: "1", value: "按名字" },
        { name: "乙", code: "2", value: "按代码" },
      ],
    });
    const scope = scopeOf(lists, { each: "left[*]" });
    expect(shown(select("right[by name].value", scope))).toEqual(["按名字"]);
    expect(shown(select("right[by code].value", scope))).toEqual(["按代码"]);
  });
});
