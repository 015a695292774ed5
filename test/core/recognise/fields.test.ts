import { describe, expect, it } from "vitest";
import { annexLabels } from "../../../src/core/recognise/annex-labels.js";
import { placeBlocks } from "../../../src/core/recognise/place-blocks.js";
import type { AssignedPlaces } from "../../../src/core/recognise/role-assignment.js";
import type { BlockSpec } from "../../../src/core/pack/index.js";
import { parseArea } from "../../../src/core/sheet/index.js";
import { blockSpec, formSpec, placesOf, regionIn } from "../../support/form-spec.js";
import { textSheet } from "../../support/text-sheet.js";

const header = blockSpec({
  id: "header",
  kind: "fields",
  fields: {
    project: { type: "text", labels: ["项目名称"] },
    unit: { type: "text", labels: ["实施单位", "{any}级单位"] },
    goal: { type: "text", labels: ["总体目标"], value: "below" },
  },
});

const income = blockSpec({
  id: "income",
  kind: "inline",
  label: ["按收入分", "收入来源"],
  fields: { general: { type: "money", labels: ["公共预算"] }, other: { type: "money", labels: ["其他资金"] } },
});

const outlay = blockSpec({
  id: "outlay",
  kind: "inline",
  label: ["按支出分"],
  fields: { basic: { type: "money", labels: ["基本支出"] }, other: { type: "money", labels: ["其他资金"] } },
});

const staff = blockSpec({
  id: "staff",
  kind: "record",
  columns: { quota: { type: "count", labels: ["编制数"] }, actual: { type: "count", labels: ["在职人数"] } },
});

const nothing: AssignedPlaces = new Map();

function read(
  blocks: readonly BlockSpec[],
  lines: string,
  merges: readonly string[] = [],
  assigned = nothing,
): Readonly<Record<string, string>> {
  const labels = annexLabels(formSpec({ blocks: [...blocks] }));
  const region = {
    ...regionIn(textSheet("s", lines, merges)),
    isLabel: ({ plain }: { plain: string }) => labels.has(plain),
  };
  return placesOf(placeBlocks(region, blocks, assigned).roles);
}

function at(area: string, value: string | null = null) {
  return [{ area: parseArea(area) ?? { top: 0, left: 0, bottom: 0, right: 0 }, label: "", value }];
}

describe("一个标签一个内容", () => {
  it.each<readonly [string, string, readonly string[], Readonly<Record<string, string>>]>([
    ["内容在右边", "项目名称|防汛", [], { project: "B1 防汛" }],
    ["标签合并着", "项目名称||防汛", ["A1:B1"], { project: "C1 防汛" }],
    ["内容在同一格", "项目名称：防汛", [], { project: "A1 防汛" }],
    ["同一格里有两个", "项目名称：防汛　实施单位：水利站", [], { project: "A1 防汛", unit: "A1 水利站" }],
    ["带冒号的标签，内容在右边", "项目名称：|防汛", [], { project: "B1 防汛" }],
    ["隔着两格空的", "项目名称|||防汛", [], { project: "D1 防汛" }],
    ["隔得太远的不算，留着紧挨的空格", "项目名称||||防汛", [], { project: "B1" }],
    ["没有填，中间插了一列，留的地方是合并的", "项目名称||||", ["C1:E1"], { project: "C1:E1" }],
    ["没有填，紧挨着就是合并的", "项目名称||||", ["B1:C1", "D1:E1"], { project: "B1:C1" }],
    [
      "没有填，合并的后面是另一个标签",
      "项目名称||||实施单位|水利站",
      ["C1:D1"],
      { project: "C1:D1", unit: "F1 水利站" },
    ],
    ["空着，右边是另一个标签", "项目名称|实施单位|水利站", [], { project: "A1", unit: "C1 水利站" }],
    ["空一格，再是另一个标签", "项目名称||实施单位|水利站", [], { project: "B1", unit: "D1 水利站" }],
    ["右边是带冒号的字，不是内容", "项目名称|负责人：", [], { project: "A1" }],
    ["右边是内容里有冒号的字", "项目名称|防汛：一期", [], { project: "B1 防汛：一期" }],
    ["表的右边到头了", "x|项目名称", [], { project: "B1" }],
    ["带占位的标签", "县级单位|水利站", [], { unit: "B1 水利站" }],
    ["内容在下面", "总体目标|x\n兴利除害", [], { goal: "A2 兴利除害" }],
    ["标签合并两行，内容在合并的下面", "总体目标|x\n.|y\n兴利除害", ["A1:A2"], { goal: "A3 兴利除害" }],
    ["下面没有行了", "x\n总体目标", [], { goal: "A2" }],
    ["写了两遍，取第一遍", "项目名称|防汛\n项目名称|抗旱\n项目名称：造林", [], { project: "B1 防汛" }],
    ["句末的标签不算", "水利局实施单位|甲", [], {}],
    ["一个也没有", "项目|防汛", [], {}],
    ["没有冒号的句子里有标签的字，不算", "实施单位水利站", [], {}],
  ])("%s", (_, lines, merges, expected) => {
    const paths = Object.entries(expected).map(([field, place]) => [`header.${field}`, place]);
    expect(read([header], lines, merges)).toEqual(Object.fromEntries(paths));
  });

  it.each<readonly [string, string, AssignedPlaces, string | undefined]>([
    ["由人指定的格子", "哪个项目|防汛", new Map([["header.project", at("B1")]]), "B1 防汛"],
    ["胜过印着的标签", "项目名称|防汛\n甲|抗旱", new Map([["header.project", at("B2")]]), "B2 抗旱"],
    ["标签和内容同在一格的，只取内容", "名：防汛", new Map([["header.project", at("A1", "防汛")]]), "A1 防汛"],
    ["指到两处的不作数", "甲|防汛\n乙|抗旱", new Map([["header.project", [...at("B1"), ...at("B2")]]]), undefined],
    ["指给别的表的不管", "甲|防汛", new Map([["headers.project", at("B1")]]), undefined],
  ])("%s", (_, lines, assigned, expected) => {
    expect(read([header], lines, [], assigned)["header.project"]).toBe(expected);
  });
});

describe("内容的来历", () => {
  const cellIn = (lines: string, area = "", assigned = nothing) => {
    const header1 = placeBlocks(regionIn(textSheet("s", lines), area), [header], assigned).roles.get("header");
    return header1?.node === "record" ? header1.fields.get("project") : undefined;
  };

  it("与标签同在一格的，是字里的一段", () => {
    expect(cellIn("项目名称：防汛")).toMatchObject({ text: "防汛", inText: true, label: "项目名称" });
    expect(cellIn("项目名称|防汛")).toMatchObject({ text: "防汛", inText: false, label: "项目名称" });
    expect(cellIn("名：防汛", "", new Map([["header.project", at("A1", "防汛")]]))).toMatchObject({
      text: "防汛",
      inText: true,
    });
    expect(cellIn("名|防汛", "", new Map([["header.project", at("B1")]]))).toMatchObject({
      text: "防汛",
      inText: false,
    });
  });

  it("不到附表外面去找", () => {
    expect(cellIn("项目名称||防汛", "A1:B1")).toMatchObject({ text: "" });
    expect(cellIn("项目名称|防汛", "A1:A1")).toMatchObject({ text: "", inText: true });
  });
});

describe("文字格里的金额", () => {
  it.each<readonly [string, string, readonly string[], Readonly<Record<string, string>>]>([
    [
      "标签下面的格子",
      "按收入分：\n公共预算：5万元\n其中：其他资金：3",
      [],
      { income: "A1", "income.general": "A2 5万元", "income.other": "A3 3" },
    ],
    [
      "标签和内容同在一格",
      "按收入分：公共预算：5 其他资金：3",
      [],
      { income: "A1", "income.general": "A1 5", "income.other": "A1 3" },
    ],
    [
      "并排的两块各归各",
      "按收入分|按支出分\n公共预算：5|基本支出：6\n其他资金：3|其他资金：4",
      [],
      {
        income: "A1",
        "income.general": "A2 5",
        "income.other": "A3 3",
        outlay: "B1",
        "outlay.basic": "B2 6",
        "outlay.other": "B3 4",
      },
    ],
    [
      "并排的两块，内容靠右的一列",
      "按收入分|.|按支出分\n公共预算：|5|基本支出：|6",
      [],
      { income: "A1", "income.general": "B2 5", outlay: "C1", "outlay.basic": "D2 6" },
    ],
    [
      "上下的两块各归各",
      "按收入分\n公共预算：5\n按支出分\n基本支出：6\n其他资金：4",
      [],
      { income: "A1", "income.general": "A2 5", outlay: "A3", "outlay.basic": "A4 6", "outlay.other": "A5 4" },
    ],
    [
      "左边的、上面的不算",
      "x|其他资金：9\n其他资金：8|按收入分\n.|公共预算：5",
      [],
      { income: "B2", "income.general": "B3 5" },
    ],
    ["写了两遍，取第一遍", "按收入分\n公共预算：5\n公共预算：6", [], { income: "A1", "income.general": "A2 5" }],
    [
      "左边没有的，不拿右边那块的",
      "按收入分|按支出分\n公共预算：5|其他资金：4",
      [],
      { income: "A1", "income.general": "A2 5", outlay: "B1", "outlay.other": "B2 4" },
    ],
    [
      "标签横跨的列都是它的",
      "按收入分|.|按支出分\n公共预算：5|其他资金：3|基本支出：6",
      ["A1:B1"],
      { income: "A1:B1", "income.general": "A2 5", "income.other": "B2 3", outlay: "C1", "outlay.basic": "C2 6" },
    ],
    ["有几种标签", "收入来源：公共预算：5", [], { income: "A1", "income.general": "A1 5" }],
    ["标签的字后面没有冒号，不是", "按收入分类|公共预算：5", [], {}],
    ["没有标签就没有", "公共预算：5", [], {}],
    ["标签下什么也没有", "按收入分\n甲：5", [], {}],
  ])("%s", (_, lines, merges, expected) => {
    expect(read([income, outlay], lines, merges)).toEqual(expected);
  });

  it("只有一块的，右边的格子也算在内", () => {
    expect(read([income], "按收入分|x|公共预算：5")["income.general"]).toBe("C1 5");
  });

  it("到下一张表为止", () => {
    const lines = "按收入分\n公共预算：5\n编制数|在职人数\n1|2\n其他资金：4";
    expect(read([income, staff], lines)).toEqual({
      income: "A1",
      "income.general": "A2 5",
      "staff.quota": "A4 1",
      "staff.actual": "B4 2",
    });
  });

  it("三块并排，各到右边一块为止", () => {
    const carry = { ...income, id: "carry", label: ["按结转分"] };
    expect(read([income, outlay, carry], "按收入分|按支出分|按结转分\n公共预算：1|基本支出：2|其他资金：3")).toEqual({
      income: "A1",
      "income.general": "A2 1",
      outlay: "B1",
      "outlay.basic": "B2 2",
      carry: "C1",
      "carry.other": "C2 3",
    });
  });

  it("由人指定的格子", () => {
    const places = read([income], "按收入分\n公共的：5", [], new Map([["income.general", at("A2", "5")]]));
    expect(places).toEqual({ income: "A1", "income.general": "A2 5" });
  });
});

describe("一行表头一行数", () => {
  it.each<readonly [string, string, Readonly<Record<string, string>>]>([
    ["紧挨着", "编制数|在职人数\n20|19", { "staff.quota": "A2 20", "staff.actual": "B2 19" }],
    ["只填了一格", "编制数|在职人数\n|19", { "staff.quota": "A2", "staff.actual": "B2 19" }],
    ["填了一格的行不是空行", "编制数|在职人数\n|19\n20|18", { "staff.quota": "A2", "staff.actual": "B2 19" }],
    ["中间插了三行空的", "编制数|在职人数\n|\n|\n|\n20|19", { "staff.quota": "A5 20", "staff.actual": "B5 19" }],
    ["空得再多就当没填", "编制数|在职人数\n|\n|\n|\n|\n20|19", { "staff.quota": "A2", "staff.actual": "B2" }],
    ["没填", "编制数|在职人数\n说明||x", { "staff.quota": "A2 说明", "staff.actual": "B2" }],
    ["下面没有行", "编制数|在职人数", {}],
  ])("%s", (_, lines, expected) => {
    expect(read([staff], lines)).toEqual(expected);
  });

  it("不越过下一块", () => {
    expect(read([staff, header], "编制数|在职人数\n|\n项目名称|防汛")).toEqual({
      "staff.quota": "A3 项目名称",
      "staff.actual": "B3 防汛",
      "header.project": "B3 防汛",
    });
    const lines = "编制数|在职人数\n|\n按收入分\n公共预算：5\n按支出分\n基本支出：6";
    expect(read([staff, outlay, income], lines)).toEqual({
      "staff.quota": "A2",
      "staff.actual": "B2",
      income: "A3",
      "income.general": "A4 5",
      outlay: "A5",
      "outlay.basic": "A6 6",
    });
  });

  it("分成两层印的，下一层的表头和数也在", () => {
    const building = blockSpec({
      id: "building",
      kind: "record",
      columns: {
        approved: { type: "area", labels: ["批复规模"] },
        actual: { type: "area", labels: ["实际规模"] },
        budget: { type: "money", labels: ["预算投资"] },
        invested: { type: "money", labels: ["实际投资"] },
      },
    });
    const scale = { "building.approved": "A2 9", "building.actual": "B2 8" };
    const money = { "building.budget": "A4 5", "building.invested": "B4 6" };
    expect(read([building], "批复规模|实际规模\n9|8\n预算投资|实际投资\n5|6")).toEqual({ ...scale, ...money });
    expect(read([building], "批复规模|实际规模\n9|8\n预算投资|x\n5|6")).toEqual(scale);
    expect(read([building], `批复规模|实际规模\n9|8${"\n|".repeat(4)}\n预算投资|实际投资\n5|6`)).toEqual(scale);
  });

  it("只有一列的表，一列就是表头", () => {
    const one = blockSpec({ id: "one", kind: "record", columns: { text: { type: "text", labels: ["自评结论"] } } });
    expect(read([one], "自评结论\n良好")).toEqual({ "one.text": "A2 良好" });
  });
});

describe("认出了多少", () => {
  const count = (lines: string, ...blocks: readonly BlockSpec[]) => {
    const { found, wanted } = placeBlocks(regionIn(textSheet("s", lines)), blocks, nothing);
    return [found, wanted];
  };

  it("只数必须有的块", () => {
    const optional = { ...income, optional: true };
    expect(count("编制数|在职人数\n1|2\n按收入分：公共预算：5", staff, header, optional)).toEqual([1, 2]);
    expect(count("项目名称|防汛", staff, header, optional)).toEqual([1, 2]);
    expect(count("甲|乙", staff, header)).toEqual([0, 2]);
  });
});
