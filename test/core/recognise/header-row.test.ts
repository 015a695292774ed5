import { describe, expect, it } from "vitest";
import { findHeaderRow, type HeaderRow } from "../../../src/core/recognise/header-row.js";
import type { AssignedPlaces } from "../../../src/core/recognise/role-assignment.js";
import { areaAddress, columnName, parseArea, type SheetSnapshot } from "../../../src/core/sheet/index.js";
import { blockSpec, regionIn } from "../../support/form-spec.js";
import { textSheet } from "../../support/text-sheet.js";

const { columns: money } = blockSpec({
  id: "money",
  kind: "record",
  columns: {
    initial: { type: "money", labels: ["年初预算数"] },
    budget: { type: "money", labels: ["全年预算数", "预算数"] },
    executed: { type: "money", labels: ["全年执行数"] },
    rate: { type: "rate", labels: ["执行率"] },
  },
});

const { columns: years } = blockSpec({
  id: "years",
  kind: "record",
  columns: {
    prior: { type: "money", labels: ["{year}年决算数", "决算数"], year: -1 },
    budget: { type: "money", labels: ["{year}年预算数"], year: 0 },
    final: { type: "money", labels: ["{year}年决算数", "决算数"], year: 0 },
    staff: { type: "count", labels: ["{year}年人数"] },
  },
});

const { columns: targets } = blockSpec({
  id: "targets",
  kind: "record",
  columns: {
    name: { type: "text", labels: ["三级指标"] },
    target: {
      type: "target",
      labels: ["指标值"],
      split: { before: [{ labels: ["指标性质"] }], after: [{ labels: ["度量单位"] }, { labels: ["备考"] }] },
    },
  },
});

function said(places: Readonly<Record<string, readonly string[]>>): AssignedPlaces {
  return new Map(
    Object.entries(places).map(([role, areas]) => [
      role,
      areas.map((text) => ({
        area: parseArea(text) ?? { top: 0, left: 0, bottom: 0, right: 0 },
        label: "",
        value: null,
      })),
    ]),
  );
}

/** `initial C4` for a column by its whole label; otherwise how it was found is told as well. */
function columnsOf(header: HeaderRow | null): readonly string[] {
  return (header?.columns ?? []).map(({ role, area, how }) =>
    [role, areaAddress(area), ...(how === "label" ? [] : [how])].join(" "),
  );
}

function headerIn(sheet: SheetSnapshot, columns = money, least = 2, places: AssignedPlaces = new Map()) {
  const header = findHeaderRow(regionIn(sheet), columns, least, places);
  return header && { rows: `${String(header.top + 1)}–${String(header.bottom + 1)}`, columns: columnsOf(header) };
}

describe("哪一行是表头", () => {
  it.each<readonly [string, SheetSnapshot, string | null, readonly string[]]>([
    [
      "认出的列最多的一行",
      textSheet("s", "全年预算数|全年执行数\n项目|年初预算数|全年预算数|全年执行数\n甲|1|2|3\n预算数|执行率"),
      "2–2",
      ["initial B2", "budget C2", "executed D2"],
    ],
    [
      "一样多的，取上面一行",
      textSheet("s", "年初预算数|执行率\n1|2\n全年预算数|全年执行数"),
      "1–1",
      ["initial A1", "rate B1"],
    ],
    ["不足两列，不是表头", textSheet("s", "项目|全年预算数|全年预算数\n甲|1|2"), null, []],
    [
      "一样多的，合并下来的表头不占先",
      textSheet("s", "执行率|预算数|全年执行数\n.|x|x\n.|x|x\n.|x|x|年初预算数", ["A1:A4"]),
      "1–1",
      ["budget B1", "executed C1"],
    ],
    [
      "同一列写了两遍的不算多",
      textSheet("s", "年初预算数|执行率\n1|2\n预算数|全年预算数|全年执行数"),
      "1–1",
      ["initial A1", "rate B1"],
    ],
    [
      "合并两行的在右边，左边的仍在先",
      textSheet("s", "x|预算数\n全年预算数|.|执行率", ["B1:B2"]),
      "2–2",
      ["budget A2", "rate C2"],
    ],
    [
      "不带括号才相同的列，把握小一些",
      textSheet("s", "年初预算数（批复）|执行率\n1|2"),
      "1–1",
      ["initial A1 bare", "rate B1"],
    ],
    [
      "一列有两处，取写得最全的",
      textSheet("s", "预算数（调整）|预算数|执行率\n1|2|3"),
      "1–1",
      ["budget B1", "rate C1"],
    ],
    ["同样写法的，取左边的", textSheet("s", "执行率|预算数|全年预算数\n1|2|3"), "1–1", ["budget B1", "rate A1"]],
    [
      "合并两行的表头与下一行的表头并在一起",
      textSheet("s", "年初预算数|其中\n.|全年预算数|全年执行数\n1|2|3", ["A1:A2", "B1:C1"]),
      "1–2",
      ["initial A1:A2", "budget B2", "executed C2"],
    ],
    [
      "没有合并、下面空着的也算，至多两行",
      textSheet("s", "x\n.|执行率\n年初预算数\n.|.|x\n.|.|全年执行数|预算数\n1|2|3|4"),
      "3–5",
      ["initial A3", "budget D5", "executed C5"],
    ],
    [
      "下面另有内容的不算",
      textSheet("s", "年初预算数|全年预算数\n1|全年执行数|执行率\n1|2|3"),
      "1–1",
      ["initial A1", "budget B1"],
    ],
    [
      "上下两格合成一个表头",
      textSheet("s", "全年|.|执行率\n预算数|执行数\n1|2|3", ["A1:B1", "C1:C2"]),
      "1–2",
      ["budget A2", "executed B2", "rate C1:C2"],
    ],
    ["上下两格，倒过来才是表头", textSheet("s", "执行数|预算数\n全年|全年\n1|2"), "2–2", ["budget B2", "executed A2"]],
    [
      "逐行看起，不论哪一列先有",
      textSheet("s", "项目|执行率\n年初预算数|x\nx|x\n预算数|执行率", ["B1:B2"]),
      "1–2",
      ["initial A2", "rate B1:B2"],
    ],
    [
      "下面一行的，胜过上面的",
      textSheet("s", "全年预算数|x|执行率\n.|预算数|.|全年执行数\n1|2"),
      "1–2",
      ["budget B2", "executed D2", "rate C1"],
    ],
  ])("%s", (_, sheet, rows, columns) => {
    const header = headerIn(sheet);
    expect(header?.rows ?? null).toBe(rows);
    expect(header?.columns ?? []).toEqual(columns);
  });
});

describe("上下两格合成的表头，每格至多十二个字", () => {
  const { columns: long } = blockSpec({
    id: "long",
    kind: "record",
    columns: {
      sum: {
        type: "money",
        labels: ["一二三四五六七八九十甲乙支出", "一二三四五六七八九十甲乙丙支出", "支出一二三四五六七八九十甲乙丙"],
      },
    },
  });

  it.each([
    ["上面十二个字", "一二三四五六七八九十甲乙\n支出", "sum A2"],
    ["上面十三个字", "一二三四五六七八九十甲乙丙\n支出", undefined],
    ["下面十三个字", "支出\n一二三四五六七八九十甲乙丙", undefined],
    ["下面十二个字", "支出\n一二三四五六七八九十甲乙", "sum A2"],
    ["带着单位的不合成", "一二三四五六七八九十甲乙\n支出（元）", undefined],
  ])("%s", (_, lines, expected) => {
    expect(headerIn(textSheet("s", lines), long, 1)?.columns[0]).toBe(expected);
  });

  it("表上面的格子不算在内", () => {
    const sheet = textSheet("s", "全年|全年\n预算数|执行数");
    expect(findHeaderRow(regionIn(sheet, "A2:B2"), money, 2)).toBeNull();
    expect(columnsOf(findHeaderRow(regionIn(sheet), money, 2))).toEqual(["budget A2", "executed B2"]);
  });
});

describe("写法相同的列按年度分", () => {
  it.each<readonly [string, string, readonly string[]]>([
    ["各有年度", "2024年决算数|2023年决算数|2024年预算数", ["prior B1", "budget C1", "final A1"]],
    ["没有上年", "2024年预算数|2024年决算数", ["budget A1", "final B1"]],
    ["没有年度，从左到右", "决算数|决算数|N年预算数", ["prior A1", "budget C1", "final B1"]],
    ["有三年的，取最近两年", "2022年决算数|2023年决算数|2024年决算数", ["prior B1", "final C1"]],
    ["年度都对不上，从左到右", "2024年预算数|2020年决算数|2019年决算数", ["prior B1", "budget A1", "final C1"]],
    ["上年在前在后都认", "2024年预算数|2024年决算数|2023年决算数", ["prior C1", "budget A1", "final B1"]],
    ["别的列的年度不作数", "2025年人数|2024年决算数|2023年决算数", ["prior C1", "final B1", "staff A1"]],
  ])("%s", (_, line, columns) => {
    expect(headerIn(textSheet("s", line), years)?.columns).toEqual(columns);
  });

  it("记下表头写的年度", () => {
    const header = findHeaderRow(regionIn(textSheet("s", "2023年决算数|2024年预算数|决算数")), years, 2);
    expect(header?.columns.map(({ role, year }) => [role, year])).toEqual([
      ["prior", 2023],
      ["budget", 2024],
      ["final", null],
    ]);
  });

  it("上下两格合成的，年度也在", () => {
    const sheet = textSheet("s", "2023年|2024年\n决算数|预算数|决算数", ["B1:C1"]);
    const header = findHeaderRow(regionIn(sheet), years, 2);
    expect(header?.columns.map(({ role, year, text }) => [role, year, text])).toEqual([
      ["prior", 2023, "2023年决算数"],
      ["budget", 2024, "2024年预算数"],
      ["final", 2024, "2024年决算数"],
    ]);
  });
});

it("两列写法一样，取按次序在后面的一列", () => {
  const { columns } = blockSpec({
    id: "items",
    kind: "list",
    key: "name",
    until: [],
    columns: {
      level1: { type: "text", labels: ["一级指标"], carry: true },
      level2: { type: "text", labels: ["二级指标"], carry: true },
      name: { type: "text", labels: ["三级指标"] },
      weight: { type: "weight", labels: ["分值", "权重"] },
    },
  });
  const weightIn = (line: string): readonly string[] =>
    columnsOf(findHeaderRow(regionIn(textSheet("s", line)), columns, 3)).filter((place) => place.startsWith("weight"));
  expect(weightIn("一级指标|权重|二级指标|三级指标|分值")).toEqual(["weight E1"]);
  expect(weightIn("分值|一级指标|二级指标|三级指标")).toEqual(["weight A1"]);
  expect(weightIn("一级指标|二级指标|三级指标|分值|权重")).toEqual(["weight D1"]);
});

describe("由人指定的列", () => {
  const sheet = textSheet("s", "2024年国库|年初预算数|全年预算数|执行率\n1|2|3|4");

  it.each<readonly [string, AssignedPlaces, readonly string[]]>([
    ["算作表头", said({ executed: ["A1"] }), ["initial B1", "budget C1", "executed A1 person", "rate D1"]],
    ["胜过印着的字", said({ executed: ["B1"] }), ["budget C1", "executed B1 person", "rate D1"]],
    ["一行里指了两处，不作数", said({ budget: ["A1", "D1"] }), ["initial B1", "budget C1", "rate D1"]],
    [
      "指了两个角色，各归各",
      said({ executed: ["A1"], rate: ["C1"] }),
      ["initial B1", "executed A1 person", "rate C1 person"],
    ],
    ["别的表里的列不管", said({ nobody: ["A1"] }), ["initial B1", "budget C1", "rate D1"]],
  ])("%s", (_, places, columns) => {
    expect(headerIn(sheet, money, 2, places)?.columns).toEqual(columns);
  });

  it("表头写着的年度一并记下", () => {
    const header = findHeaderRow(regionIn(sheet), money, 2, said({ executed: ["A1"] }));
    const column = header?.columns.find(({ role }) => role === "executed");
    expect([column?.text, column?.year]).toEqual(["2024年国库", 2024]);
  });
});

describe("拆成几列的值", () => {
  const partsIn = (lines: string, merges: readonly string[] = []) => {
    const header = findHeaderRow(regionIn(textSheet("s", lines, merges)), targets, 2);
    const column = header?.columns.find(({ role }) => role === "target");
    return column && [columnName(column.area.left), column.before.map(columnName), column.after.map(columnName)];
  };

  it.each([
    ["各部分的列", "三级指标|指标性质|指标值|度量单位|备考", [], ["C", ["B"], ["D", "E"]]],
    ["少了的部分空着", "三级指标|指标值|备考", [], ["B", [], ["C"]]],
    ["写了两遍的，取近的一列", "度量单位|三级指标|x|指标值|度量单位|度量单位", [], ["D", [], ["E"]]],
    ["部分的表头可以在上两行", "x|x|度量单位\n指标性质|x\nx|三级指标|指标值", [], ["C", ["A"], ["C"]]],
    ["再往上的不算", "度量单位\nx\nx\nx|三级指标|指标值", [], ["C", [], []]],
    ["向下伸出表头的不算", "三级指标|指标值|度量单位\n甲|1", ["C1:C2"], ["B", [], []]],
  ])("%s", (_, lines, merges, expected) => {
    expect(partsIn(lines, merges)).toEqual(expected);
  });
});

describe("表头下面的单位行、列号行也是表头", () => {
  const head = "年初预算数|全年预算数|全年执行数|执行率";

  it.each([
    ["单位", "（万元）|（万元）|（万元）|（%）", 2],
    ["列号字母", "A|B|C|C/B", 2],
    ["全角括号的列号", "（Ａ）|Ｂ|C|C ÷ B", 2],
    ["数字列号", "1|2|3|4", 2],
    ["从栏次开始的列号", "栏次|1|2|3", 1],
    ["列号带算式", "1|2|3|（4）", 2],
    ["从三起的列号", "3|4|5|6", 2],
    ["从四起的是数", "4|5|6|7", 1],
    ["不连续的是数", "1|2|3|5", 1],
    ["三个列号太少", "1|2|3|", 1],
    ["三位的是数", "100|101|102|103", 1],
    ["列号不按次序也行", "2|1|3|4|", 2],
    ["列号不在开头的字", "甲A|乙B", 1],
    ["字母后面还有字", "A类|B类", 1],
    ["括号外面还有字", "金额（元）|金额（元）", 1],
    ["括号后面还有字", "（元）整|（元）整", 1],
    ["两格就够", "A|B", 2],
    ["前后有空格的列号", " A |　B", 2],
    ["只填了一格", "A", 1],
    ["文字", "甲|乙|丙|丁", 1],
    ["括号里太长", "（一二三四五六七八九）|（万元）", 1],
    ["混着数", "A|2|C|D", 1],
    ["空行", "", 1],
  ])("%s", (_, below, bottom) => {
    const header = findHeaderRow(regionIn(textSheet("s", `${head}\n${below}\n甲`)), money, 2);
    expect((header?.bottom ?? -1) + 1).toBe(bottom);
  });

  it("列号行可以有一种别的字", () => {
    const five = blockSpec({
      id: "five",
      kind: "record",
      columns: { ...money, name: { type: "text", labels: ["项目"] }, code: { type: "text", labels: ["编码"] } },
    }).columns;
    const bottomOf = (below: string): number | undefined =>
      findHeaderRow(regionIn(textSheet("s", `项目|编码|${head}\n${below}\n甲`)), five, 2)?.bottom;
    expect(bottomOf("栏次|栏次|1|2|3|4")).toBe(1);
    expect(bottomOf("栏次|甲|1|2|3|4")).toBe(0);
    expect(bottomOf("栏次|1.5|1|2|3|4")).toBe(0);
    expect(bottomOf("栏次||1|2|3|4")).toBe(1);
  });

  it("表到表头为止，下面的行是别的表的", () => {
    const sheet = textSheet("s", `${head}\nA|B|C|D`);
    const header = findHeaderRow(regionIn(sheet, "A1:D1"), money, 2);
    expect(header?.bottom).toBe(0);
  });

  it("表的最后一行下面没有别的", () => {
    expect(headerIn(textSheet("s", head))?.rows).toBe("1–1");
  });
});
