import { describe, expect, it } from "vitest";
import type { VerbArguments } from "../../../src/core/pack/index.js";
import { decimal } from "../../../src/core/quantity/index.js";
import {
  diagnose,
  nameOf,
  scaleWords,
  type Addend,
  type GapContext,
  type GapFigure,
} from "../../../src/core/rules/diagnosis/index.js";
import { transpositions } from "../../../src/core/rules/diagnosis/transpositions.js";
import { equal } from "../../../src/core/rules/verbs/equal.js";
import { sum } from "../../../src/core/rules/verbs/sum.js";
import { drawn, drawnScope, type Table } from "../../support/drawn-table.js";
import { annexOf, bookOf, cell, factIn } from "../../support/facts.js";
import { hunanPack } from "../../support/hunan-pack.js";
import type { CellText } from "../../support/sheet.js";
import { told } from "../../support/told.js";

const { causes } = hunanPack();

describe("相邻两位数字颠倒", () => {
  it.each<[string, string, number, string[]]>([
    ["逐对调换，跳过小数点", "80.45", 2, ["84.05", "80.54"]],
    ["相同的两位调不出新数", "11.22", 2, ["12.12"]],
    ["首位不变成0，也不把0变成首位", "10.5", 1, ["15"]],
    ["零点几：首位的0不动", "0.12", 2, ["0.21"]],
    ["整数", "123", 0, ["213", "132"]],
    ["负数照样", "-12", 0, ["-21"]],
    ["按印出的位数补零再调", "3.1", 2, ["1.3", "3.01"]],
    ["至多八位小数", "0.1200000001", 10, ["0.21", "0.102"]],
    ["位数是负的当作没有小数", "123", -2, ["213", "132"]],
    ["二十位数字还看", "12345678901234567890", 0, []],
    ["二十位以上不看", "123456789012345678901", 0, []],
  ])("%s：%s", (name, value, decimals, expected) => {
    const found = transpositions(decimal(value), decimals).map((one) => one.toFixed());
    if (name === "二十位数字还看") expect(found).toHaveLength(19);
    else expect(found).toEqual(expected);
  });
});

describe("有几种解释", () => {
  const figure = (value: number, more: Partial<GapFigure> = {}): GapFigure => ({
    value: decimal(value),
    low: decimal(value),
    high: decimal(value),
    decimals: 0,
    fact: null,
    isTyped: true,
    isText: false,
    ...more,
  });
  const context = (filed: GapFigure, computed: number, more: Partial<GapContext> = {}): GapContext => ({
    filed,
    computed: figure(computed),
    addends: [],
    rivals: [],
    factors: [10, 100, 10000].map((factor) => decimal(factor)),
    tolerance: decimal(0),
    ...more,
  });
  const rival = (value: number, kind: "otherColumn" | "lastYear" | "otherWhole" | "inverted" = "otherColumn") => ({
    kind,
    figure: figure(value),
    fact: null,
  });
  const addend = (value: number, more: Partial<Addend> = {}): Addend => ({ ...figure(value), sign: 1, ...more });

  it.each<[string, GapContext, string | null]>([
    ["差一万倍的胜过别的", context(figure(310_000), 31, { rivals: [rival(310_000)] }), "scaled"],
    ["差十倍的不胜过别的", context(figure(310), 31, { rivals: [rival(310)] }), null],
    ["差一万倍的有两处，分不清", context(figure(31, {}), 310_000, { addends: [addend(310_000), addend(0)] }), null],
    [
      "准到末位的胜过大致的",
      context(figure(45, { low: decimal(40), high: decimal(50) }), 54, { rivals: [] }),
      "swapped",
    ],
    ["一位数到处都是，不算照抄", context(figure(300), 31, { rivals: [rival(300)] }), null],
    ["两位数就算照抄", context(figure(320), 31, { rivals: [rival(320)] }), "otherColumn"],
    ["上年的数", context(figure(320), 31, { rivals: [rival(320, "lastYear")] }), "lastYear"],
    ["商是100的到处都是", context(figure(100), 31, { rivals: [rival(100, "inverted")] }), null],
    ["商是整数也算", context(figure(300), 31, { rivals: [rival(300, "otherWhole")] }), "otherWhole"],
    ["公式不会照抄", context(figure(320, { isTyped: false }), 31, { rivals: [rival(320)] }), null],
    [
      "照抄时四舍五入过",
      context(figure(32), 45, { rivals: [{ ...rival(32), figure: { ...figure(32.4), low: decimal(31.9) } }] }),
      "otherColumn",
    ],
    ["另一栏的数对不上", context(figure(32), 45, { rivals: [rival(33)] }), null],
    ["合计为0而有各项", context(figure(0), 31, { addends: [addend(31)] }), "zero"],
    ["数为0而不是合计", context(figure(0), 31), null],
    ["负号", context(figure(-31), 31), "sign"],
    ["正数不说负号", context(figure(31), -31), null],
    ["小到一分以下的倍数不猜", context(figure(0.5), 0.00005), null],
    ["正好一分的倍数还猜", context(figure(100), 0.01), "scaled"],
    ["漏了一项", context(figure(31), 46, { addends: [addend(31), addend(15)] }), "leftOut"],
    [
      "漏了存成文本的一项",
      context(figure(31), 46, { addends: [addend(31), addend(15, { isText: true })] }),
      "textPart",
    ],
    ["加了两遍", context(figure(61), 46, { addends: [addend(31), addend(15)] }), "twice"],
    ["该减的加了", context(figure(46), 16, { addends: [addend(31), addend(15, { sign: -1 })] }), "partSign"],
    ["负的减项不当作加了", context(figure(16), 46, { addends: [addend(31), addend(-15, { sign: -1 })] }), "partSign"],
    ["为0的项说明不了什么", context(figure(31), 46, { addends: [addend(46), addend(0)] }), null],
    ["说明不了", context(figure(37), 46, { addends: [addend(31), addend(15)] }), null],
  ])("%s", (_, gap, kind) => {
    expect(diagnose(gap)?.kind ?? null).toBe(kind);
  });

  it("差额在许可之内的解释也算，但不说准到末位", () => {
    const addends = [addend(31, { isTyped: false }), addend(15, { isTyped: false })];
    const gap = context(figure(32), 46, { addends, tolerance: decimal(1) });
    expect(diagnose(gap)).toMatchObject({ kind: "leftOut", isExact: false });
    expect(diagnose({ ...gap, tolerance: decimal(0.9) })).toBeNull();
  });

  it("大致的解释须在印出的末位之内", () => {
    const wide = figure(31.3, { low: decimal(31.25), high: decimal(31.35) });
    const addends = [addend(31.31), addend(15, { low: decimal(14.9), high: decimal(15.1) })];
    const computed = { value: decimal(46.31), low: decimal(46.21), high: decimal(46.41) };
    expect(diagnose({ ...context(wide, 0, { addends }), computed })).toMatchObject({ kind: "leftOut", isExact: false });
    const far = { ...computed, value: decimal(46.45) };
    expect(diagnose({ ...context(wide, 0, { addends }), computed: far })).toBeNull();
  });

  it("有准到末位的，大致的不算", () => {
    const addends = [addend(15, { isTyped: false }), addend(15.3, { isTyped: false })];
    expect(diagnose(context(figure(31), 46, { addends, tolerance: decimal(1) }))).toMatchObject({
      kind: "leftOut",
      figure: addends[0],
      isExact: true,
    });
  });

  it("加项被减了，不说正负号", () => {
    expect(diagnose(context(figure(16), 46, { addends: [addend(31), addend(15)] }))).toBeNull();
  });

  it("五百项还猜，再多不猜", () => {
    const addends = Array.from({ length: 499 }, () => addend(0)).concat(addend(15));
    expect(diagnose(context(figure(37), 52, { addends }))?.kind).toBe("leftOut");
    expect(diagnose(context(figure(37), 52, { addends: [...addends, addend(0)] }))).toBeNull();
  });
});

describe("原因怎么说", () => {
  const table = (rows: Record<string, readonly CellText[]>, more: Partial<Table> = {}): Table => ({
    columns: { name: "项目", final: "决算数", budget: "预算数" },
    rows: Object.fromEntries(Object.entries(rows).map(([name, cells]) => [name, cells])),
    ...more,
  });
  const checked = (tables: Table | Table[], more: Parameters<typeof drawnScope>[1] = {}) => {
    const [outcome] = told(
      equal({ filed: "a.final", expected: "b.final", tolerance: 0 }, drawnScope(tables, { causes, ...more })),
    );
    const { cause, related } = outcome as { cause?: string; related?: string[] };
    return [cause, related];
  };

  it("照抄了上年：说哪一项，指出上年的格", () => {
    const { book: prior } = drawn({ ...table({ a: ["1、车辆：", 31.5] }), file: "上年.xlsx" });
    const now = table({ a: ["车辆", 31.5], b: ["应为", 28.45] });
    expect(checked(now, { prior })).toEqual(["可能照抄了上年的“决算数”31.5", ["B3", "B2"]]);
    const other = drawn({ ...table({ b: ["车辆", 31.5] }), file: "上年.xlsx" }).book;
    expect(checked(now, { prior: other })).toEqual([undefined, ["B3"]]);
    const text = drawn({ ...table({ a: ["车辆", "见附表"] }), file: "上年.xlsx" }).book;
    expect(checked(now, { prior: text })).toEqual([undefined, ["B3"]]);
    const kind = drawn({ ...table({ a: ["车辆", 31.5] }), annex: "a9" }).book;
    expect(checked(now, { prior: kind })).toEqual([undefined, ["B3"]]);
  });

  it("照抄的数正是应有的数，就不是照抄", () => {
    const { book: prior } = drawn(table({ a: ["车辆", 31.5] }));
    expect(checked(table({ a: ["车辆", 31.54], b: ["应为", 31.5] }), { prior })[0]).toBeUndefined();
  });

  it("照抄了另一栏：说栏名；文字里的、别的单位的、不是数的不算", () => {
    expect(checked(table({ a: ["车辆", 31.5, 31.5], b: ["应为", 28.45] }))).toEqual([
      "可能照抄了“预算数”一栏的 31.5",
      ["B3", "C2"],
    ]);
    for (const cell of ["见附表", { value: "预算：31.5", part: "31.5" }] as CellText[]) {
      expect(checked(table({ a: ["车辆", 31.5, cell], b: ["应为", 28.45] }))[0]).toBeUndefined();
    }
    const counted = table({ a: ["车辆", 31.5, 31.5], b: ["应为", 28.45] }, { types: { budget: "count" } });
    expect(checked(counted)[0]).toBeUndefined();
    const counts = table({ a: ["车辆", 315, 315], b: ["应为", 28] }, { types: { budget: "count", final: "count" } });
    expect(checked(counts)[0]).toBeUndefined();
  });

  it("倍数：说大了小了多少，应是多少", () => {
    expect(checked(table({ a: ["车辆", 284.5], b: ["应为", 28.45] }))[0]).toBe("小数点错了一位，大了10倍，应为 28.45");
    expect(checked(table({ a: ["车辆", 0.2845], b: ["应为", 28.45] }))[0]).toBe(
      "小数点错了两位，小了100倍，应为 28.4500",
    );
    expect(scaleWords(10, true, causes)).toBe("小数点错了一位，大了10倍");
    expect(scaleWords(7, true, causes)).toBeNull();
  });

  it("词包里没有的原因不说", () => {
    const { swapped: _, ...rest } = causes;
    const swappedTable = table({ a: ["车辆", 28.54], b: ["应为", 28.45] });
    expect(checked(swappedTable)).toEqual(["可能相邻两位数字写颠倒了，应为 28.45", ["B3"]]);
    const copied = table({ a: ["车辆", 31.5, 31.5], b: ["应为", 28.45] });
    const { otherColumn: _column, ...others } = causes;
    expect(checked(copied, { causes: others })).toEqual([undefined, ["B3"]]);
    expect(checked(table({ a: ["车辆", 28.54], b: ["应为", 28.45] }), { causes: rest })).toEqual([undefined, ["B3"]]);
  });

  it("公式得出的、没有格的数，不猜笔误", () => {
    const formula = { value: 28.54, formula: "=Z9" };
    expect(checked(table({ a: ["车辆", formula], b: ["应为", 28.45] }))[0]).toBeUndefined();
    const scope = drawnScope(table({ a: ["车辆", 28.54], b: ["应为", 28.45] }), { causes });
    const loose = { ...factIn(scope.node, "a.final"), cells: [] };
    const node = { ...scope.node, fields: new Map([...scope.node.fields, ["loose", loose]]) };
    const [outcome] = told(equal({ filed: "loose", expected: "b.final", tolerance: 0 }, { ...scope, node }));
    expect(outcome).not.toHaveProperty("cause");
  });

  it("某一项有笔误：大致对上的不给改法；几格合成的一项说不出名字", () => {
    const args: Omit<VerbArguments["sum"], "parts"> = {
      total: "t.final",
      minus: [],
      relation: "=",
      proves: true,
      blankParts: "skip",
    };
    const cells = { t: ["合计", 41.45], a: ["1、车辆", 12.95], b: ["出国", 28.5], c: ["接待", 3], d: ["其他", 1] };
    const scope = drawnScope(table(cells), { causes });
    const [left] = told(sum({ ...args, parts: ["a.final", "b.final", "c.final"] }, scope));
    expect(left).toMatchObject({ cause: "可能漏加了“接待”3", related: ["B3", "B4", "B5", "B5"] });
    const text = drawnScope(table({ ...cells, c: ["接待", "3"] }), { causes });
    expect(told(sum({ ...args, parts: ["a.final", "b.final", "c.final"] }, text))).toMatchObject([
      { cause: "“接待”3 存成了文本，没有加进去" },
    ]);
    const two = { add: ["c.final", "d.final"] };
    const [both] = told(sum({ ...args, parts: ["a.final", "b.final", two] }, scope));
    expect(both).toMatchObject({ cause: "可能漏加了“”4", related: ["B3", "B4", "B5", "B6"] });
  });

  it("别的表上的数，说项目或表名", () => {
    const { book } = drawn(
      table({ a: ["1、车辆：", 1] }),
      table({ a: ["年度资金总额", 2] }, { annex: "a3", project: "造林项目" }),
      table({ a: ["年度资金总额", 3], b: ["", 4] }, { annex: "a4" }),
    );
    const [own, project, other] = book.annexes.map(({ root }) => factIn(root, "a.final"));
    if (!own || !project || !other) throw new Error("no facts");
    expect(nameOf(own, own, book)).toBe("车辆");
    expect(nameOf(own, null, book)).toBe("车辆");
    expect(nameOf(project, project, book)).toBe("年度资金总额");
    expect(nameOf(project, own, book)).toBe("造林项目");
    expect(nameOf(other, own, book)).toBe("a4表：年度资金总额");
    const [, , fourth] = book.annexes;
    if (fourth) expect(nameOf(factIn(fourth, "b.final"), null, book)).toBe("决算数");
    expect(nameOf({ ...own, annex: "" }, own, book)).toBe("决算数");
    const rows = drawn({
      columns: { name: "项目", final: "决算数" },
      rows: {
        items: [
          ["造林", 1],
          ["修路", 2],
        ],
      },
    });
    const [listed] = rows.book.annexes;
    if (listed) expect(nameOf(factIn(listed, "items.1.final"), null, rows.book)).toBe("修路");
    const head = annexOf("a2", { year: cell("2024", { label: "年度" }) });
    expect(nameOf(factIn(head, "year"), null, bookOf(head))).toBe("年度");
    const { label: _, ...bare } = own;
    expect(nameOf({ ...bare, annex: "" }, own, book)).toBe("a.final");
  });
});
