import { describe, expect, it } from "vitest";
import type { AnnexSpec } from "../../../src/core/pack/index.js";
import { recognise, type RecognisedAnnex } from "../../../src/core/recognise/index.js";
import { areaAddress, type SheetSnapshot } from "../../../src/core/sheet/index.js";
import { blockSpec, formSpec, placesOf } from "../../support/form-spec.js";
import { sheetOf, workbookOf } from "../../support/sheet.js";
import { textSheet } from "../../support/text-sheet.js";

const list = blockSpec({
  id: "rows",
  kind: "list",
  key: "name",
  columns: { name: { type: "text", labels: ["名称"] }, amount: { type: "money", labels: ["金额"] } },
});
const grid = blockSpec({
  id: "fund",
  kind: "grid",
  columns: { budget: { type: "money", labels: ["预算数"] }, final: { type: "money", labels: ["决算数"] } },
  rows: [
    { id: "total", labels: ["总额"] },
    { id: "own", labels: ["自有"] },
  ],
});
const staff = blockSpec({
  id: "staff",
  kind: "record",
  columns: { quota: { type: "count", labels: ["编制数"] }, actual: { type: "count", labels: ["在职人数"] } },
});
const header = blockSpec({
  id: "header",
  kind: "fields",
  fields: {
    unit: { type: "text", labels: ["单位名称"] },
    department: { type: "text", labels: ["主管部门"] },
    project: { type: "text", labels: ["项目名称"] },
  },
});

function annexIn(spec: AnnexSpec, sheet: SheetSnapshot): RecognisedAnnex | undefined {
  return recognise(workbookOf(sheet), [spec]).annexes[0];
}

function isFound(spec: AnnexSpec, lines: string, name = "s"): boolean {
  return annexIn(spec, textSheet(name, lines)) !== undefined;
}

describe("有标题的，还要有它的表", () => {
  const titled = (lines: string, ...blocks: AnnexSpec["blocks"]) =>
    isFound(formSpec({ blocks }), `收支情况表\n${lines}`);

  it.each<readonly [string, string, AnnexSpec["blocks"], boolean]>([
    ["有清单", "名称|金额\n甲|1", [list], true],
    ["清单没有行也算", "名称|金额", [list], true],
    ["没有清单", "甲|1", [list], false],
    ["有资金表和它的行", "预算数|决算数", [grid], false],
    ["资金表没有认得的行", "x|预算数|决算数\n甲|1|2", [grid], false],
    ["资金表有认得的行", "x|预算数|决算数\n总额|1|2", [grid], true],
    ["有一样就够", "名称|金额\n甲|1", [grid, list], true],
    ["表比一行数要紧", "编制数|在职人数\n1|1", [staff, list], false],
    ["只有一行数的附表，有它就够", "编制数|在职人数\n1|1", [staff, header], true],
    ["只有单个项目的，认不出", "单位名称|林业局", [header], false],
  ])("%s", (_, lines, blocks, expected) => {
    expect(titled(lines, ...blocks)).toBe(expected);
  });
});

describe("没有标题的，靠表头分得清才认", () => {
  const optional = { ...staff, optional: true };

  it.each<readonly [string, Partial<AnnexSpec>, string, string, boolean]>([
    ["必须有的都在", { blocks: [list, staff] }, "名称|金额\n甲|1\n编制数|在职人数\n1|1", "s", true],
    ["少了一块", { blocks: [list, staff] }, "名称|金额\n甲|1", "s", false],
    ["少的一块可有可无", { blocks: [list, optional] }, "名称|金额\n甲|1", "s", true],
    ["资金表没有认得的行", { blocks: [list, grid] }, "名称|金额\n甲|1\nx|预算数|决算数\n乙|1|2", "s", false],
    ["没有一块是必须有的", { blocks: [{ ...list, optional: true }] }, "名称|金额\n甲|1", "s", false],
    ["表上面有说明的字", { blocks: [list], mentions: ["基金"] }, "政府性基金\n名称|金额\n甲|1", "s", true],
    ["工作表的名称里有", { blocks: [list], mentions: ["基金"] }, "名称|金额\n甲|1", "基金表", true],
    ["没有说明的字", { blocks: [list], mentions: ["基金"] }, "名称|金额\n甲|1", "s", false],
    ["表头里有的不算", { blocks: [list], mentions: ["基金"] }, "名称|金额|基金\n甲|1", "s", false],
    [
      "两张表之间的不算",
      { blocks: [list, staff], mentions: ["基金"] },
      "名称|金额\n甲|1\n基金\n编制数|在职人数\n1|1",
      "s",
      false,
    ],
    ["表里面有的不算", { blocks: [list], mentions: ["基金"] }, "名称|金额\n基金|1", "s", false],
    ["有说明的字，必须有的也要在", { blocks: [list, staff], mentions: ["基金"] }, "基金\n名称|金额\n甲|1", "s", false],
    ["说明的字有几种", { blocks: [list], mentions: ["国资", "基金"] }, "基金\n名称|金额\n甲|1", "s", true],
    [
      "有说明的字，没有一块必须有也行",
      { blocks: [{ ...list, optional: true }], mentions: ["基金"] },
      "基金\n名称|金额\n甲|1",
      "s",
      true,
    ],
  ])("%s", (_, form, lines, name, expected) => {
    const spec = { ...formSpec({ blocks: [list] }), titles: ["另一个标题"], ...form };
    expect(isFound(spec, lines, name)).toBe(expected);
  });

  it("几种附表都像，取认出最多的", () => {
    const small = formSpec({ id: "small", titles: ["小表"], blocks: [list] });
    const large = formSpec({ id: "large", titles: ["大表"], blocks: [list, { ...staff, optional: true }] });
    const sheet = textSheet("s", "名称|金额\n甲|1\n编制数|在职人数\n1|1");
    for (const specs of [
      [small, large],
      [large, small],
    ])
      expect(recognise(workbookOf(sheet), specs).annexes.map(({ spec }) => spec.id)).toEqual(["large"]);
  });
});

describe("空着的附表", () => {
  const signed = blockSpec({
    id: "signed",
    kind: "fields",
    fields: { head: { type: "text", labels: ["负责人（签名）"] } },
  });
  const empty = formSpec({ mayBeEmpty: true, blocks: [list, header, signed] });

  it.each<readonly [string, string, boolean]>([
    ["写无", "附件4\n2024年度收支情况表\n无", true],
    ["写零", "收支情况表\n0.00", true],
    ["写横线、不适用", "收支情况表\n——\n/\n不适用\n0", true],
    ["一句说明", "收支情况表\n本单位没有这项资金", true],
    ["至多三处说明", "收支情况表\n甲|乙|丙", true],
    ["说明多了不是", "收支情况表\n甲|乙|丙|丁", false],
    ["说明长了不是", `收支情况表\n${"长".repeat(61)}`, false],
    ["六十个字的说明还行", `收支情况表\n${"长".repeat(60)}`, true],
    [
      "表头、签名、年度都是印着的",
      "收支情况表\n（2024年度）\n名称|x|x|x\n单位名称|主管部门|项目名称\n单位名称：林业局\n填表人：|电话：1",
      true,
    ],
    ["很长的标签不是签名", "收支情况表\n甲|乙|丙\n一二三四五六七八九十甲：乙", false],
    ["标题里有别的字，不是空表", "林业局收支情况表\n无", false],
    ["零以外的数不是空", "收支情况表\n1|2|3|4", false],
    ["没有年字的四位数不是年度", "收支情况表\n甲|乙|丙\n2024", false],
    ["印着的字带不带括号都认得", "收支情况表\n名称（元）|负责人（签名）|名称（元）|负责人（签名）", true],
    ["只有序号的格子是空的", "收支情况表\n甲|乙|丙\n1、", true],
    ["零的几种写法", "收支情况表\n甲|乙|丙\n0|０.０|０.００|//", true],
    ["不止是零的不是", "收支情况表\n甲|乙|丙\n10", false],
    ["不止是无的不是", "收支情况表\n甲|乙|丙\n无关", false],
    ["写着皆无的也是说明", "收支情况表\n甲|乙|丙\n皆无", false],
    ["年度的几种写法", "收支情况表\n甲|乙|丙\n2024年|（2024年度）|2024年度", true],
    ["年度前面还有字的不是", "收支情况表\n甲|乙|丙\n至2024年", false],
    ["年度后面还有字的不是", "收支情况表\n甲|乙|丙\n2024年底", false],
    ["格子太多不是", `收支情况表\n${"无|".repeat(39)}无`, false],
    ["四十格以内还行", `收支情况表\n${"无|".repeat(38)}无`, true],
  ])("%s", (_, lines, expected) => {
    expect(isFound(empty, lines)).toBe(expected);
  });

  it("不许空的附表，空着就不认", () => {
    expect(isFound(formSpec({ blocks: [list] }), "收支情况表\n无")).toBe(false);
  });

  it("上面的标题都只是目录，空着的也不认", () => {
    const other = formSpec({ id: "other", titles: ["另外情况表"], blocks: [list] });
    const kinds = (lines: string) =>
      recognise(workbookOf(textSheet("s", lines)), [empty, other]).annexes.map(({ spec }) => spec.id);
    expect(kinds("另外情况表\n收支情况表\n无")).toEqual([]);
    expect(kinds("另外情况表\n名称|金额\n甲|1\n收支情况表\n无")).toEqual(["x1", "other"]);
    expect(kinds("另外情况表\n收支情况表\n名称|金额\n甲|1")).toEqual(["x1"]);
  });
});

describe("附表占的地方", () => {
  const spec = formSpec({ blocks: [list] });

  it.each<readonly [string, SheetSnapshot, string]>([
    ["到有字的格子为止", textSheet("s", "||\n|收支情况表\n|名称|金额\n|甲|1\n||\n|", []), "B2:C4"],
    ["合并的格子算全", textSheet("s", "收支情况表|.|.|.\n名称|金额\n甲|1\n.|.", ["A1:D1", "A3:A4"]), "A1:D4"],
    [
      "伸到旁边附表里的格子，只算到自己这边",
      textSheet("s", "收支情况表|.|.|收支情况表（二）\n名称|金额|.|名称|金额\n说明|跨过来", ["B3:D3"]),
      "A1:C3",
    ],
    ["标题上面的字也在内", textSheet("s", "附件1\n收支情况表\n名称|金额"), "A1:B3"],
    [
      "合并的格子伸到下一张附表，只算到它为止",
      textSheet("s", "收支情况表\n名称|金额|备注\n收支情况表（二）\n名称|金额", ["C2:C3"]),
      "A1:C2",
    ],
  ])("%s", (_, sheet, expected) => {
    expect(areaAddress(annexIn(spec, sheet)?.range ?? { top: 0, left: 0, bottom: 0, right: 0 })).toBe(expected);
  });

  it("有标题的把握大些，少了必须有的块就小些", () => {
    const two = { ...formSpec({ blocks: [list, staff] }) };
    const sure = (lines: string, of = two) => annexIn(of, textSheet("s", lines))?.confidence;
    const both = "名称|金额\n甲|1\n编制数|在职人数\n1|1";
    expect(sure(`收支情况表\n${both}`)).toBe(1);
    expect(sure("收支情况表\n名称|金额\n甲|1")).toBe(0.5);
    expect(sure(both)).toBe(0.8);
    const free = { ...two, blocks: two.blocks.map((block) => ({ ...block, optional: true })) };
    expect(sure(`收支情况表\n${both}`, free)).toBe(0);
  });
});

describe("附表的年度和名称", () => {
  const spec = formSpec({ blocks: [list, header] });
  const meta = (lines: string, of = spec) => {
    const node = annexIn(of, textSheet("s", lines))?.roles.get("meta");
    return node ? placesOf([["meta", node]]) : {};
  };

  it.each<readonly [string, string, string | undefined]>([
    ["在标题里", "2024年度收支情况表", "A1 2024"],
    ["标题下一行", "收支情况表\n（2024年度）", "A2 2024"],
    ["标题上一行", "2024年\n收支情况表", "A1 2024"],
    ["标题上两行", "2024年\n.\n收支情况表", "A1 2024"],
    ["标题下四行，独占一行", "收支情况表\n.\n.\n.\n（2024年）", "A5 2024"],
    ["再往下就不是了", "收支情况表\n.\n.\n.\n.\n（2024年）", undefined],
    ["离得远又不独占一行", "收支情况表\n.\n.\n2024年度|单位", undefined],
    ["近处的一句话里", "收支情况表\n编报2024年数", "A2 2024"],
    ["远处的一句话里不算", "收支情况表\n.\n.\n编报2024年数", undefined],
    ["近处的长话不算", `收支情况表\n编报2024年数${"长".repeat(35)}`, undefined],
    ["同一行旁边的年度不在一行里也算", "收支情况表|2024年度", "B1 2024"],
    ["近处旁边还有别的字的年度不算", "收支情况表\n2024年度|单位", undefined],
    ["填报的日子不是年度", "收支情况表|填报日期：2025年3月6日\n2024年度", "A2 2024"],
    ["标题下一行的日子也不是", "收支情况表\n填报日期：2025年3月6日", undefined],
    ["标题里写着月份的还是年度", "2024年12月收支情况表", "A1 2024"],
    ["旁边只有注的年度算", "收支情况表\n填报单位：林业局|2024年度|单位：万元", "B2 2024"],
    ["近的胜过远的", "2022年度\n.\n收支情况表\n2024年度", "A4 2024"],
    ["上下一样近，取上面的", "2022年度\n.\n收支情况表\n.\n2024年度", "A1 2022"],
    ["上面的近", "2022年度\n收支情况表\n.\n2024年度", "A1 2022"],
    ["下两行的一句话里", "收支情况表\n.\n编报2024年数", "A3 2024"],
    ["下三行的一句话里不算", "收支情况表\n.\n.\n至2024年度", undefined],
    ["下三行后面还有字的不算", "收支情况表\n.\n.\n2024年度底", undefined],
    ["近处旁边有别的字的一句话里", "收支情况表\n编报2024年度|单位", "A2 2024"],
    ["近处年度后面还有字", "收支情况表\n2024年度数|单位", "A2 2024"],
    ["近处只写年字的年度、旁边有别的字，不算", "收支情况表\n2024年|单位", undefined],
    ["四十个字的一句话里", `收支情况表\n2024年数${"长".repeat(34)}`, "A2 2024"],
    ["四十一个字的不算", `收支情况表\n2024年数${"长".repeat(35)}`, undefined],
    ["同一行的长文字末尾的不算", `收支情况表|${"长".repeat(80)}2024年`, undefined],
    ["没有", "收支情况表", undefined],
  ])("年度%s", (_, lines, expected) => {
    expect(meta(`${lines}\n名称|金额\n甲|1`)["meta.year"]).toBe(expected);
  });

  it("年度是标题里的一段", () => {
    const node = annexIn(spec, textSheet("s", "2024年度收支情况表\n名称|金额"))?.roles.get("meta");
    const year = node?.node === "record" ? node.fields.get("year") : undefined;
    expect(year).toMatchObject({ type: "year", text: "2024", inText: true, label: "2024年度收支情况表" });
  });

  it("没有标题的，从表的开头找年度", () => {
    expect(meta("2024年度基金收支\n名称|金额\n甲|1\n单位名称|林业局")["meta.year"]).toBe("A1 2024");
  });

  it("单位、主管部门、项目取自表头", () => {
    expect(meta("收支情况表\n单位名称|林业局\n主管部门：林业部\n项目名称|造林\n名称|金额\n甲|1")).toEqual({
      meta: "A1",
      "meta.title": "A1 收支情况表",
      "meta.unit": "B2 林业局",
      "meta.department": "A3 林业部",
      "meta.project": "B4 造林",
    });
  });

  it("没有填的，不取旁边别的标签和它的内容", () => {
    const found = meta("收支情况表\n单位名称|主管部门：林业部\n项目名称|造林：一期\n名称|金额\n甲|1");
    expect([found["meta.unit"], found["meta.department"]]).toEqual(["A2", "B2 林业部"]);
    expect(found["meta.project"]).toBe("B3 造林：一期");
  });

  it("没有这些的就没有", () => {
    expect(meta("名称|金额\n甲|1", formSpec({ blocks: [list] }))).toEqual({});
  });

  it("标题的文字照印着的来", () => {
    expect(annexIn(spec, textSheet("s", "收支情况表\n名称|金额"))?.title).toMatchObject({
      text: "收支情况表",
      type: "text",
    });
    expect(annexIn(formSpec({ blocks: [list] }), textSheet("s", "名称|金额\n甲|1"))?.title).toBeNull();
  });
});

describe("工作表本身的事", () => {
  const spec = formSpec({ blocks: [list] });
  const facts = (sheet: SheetSnapshot, part: string) => {
    const node = annexIn(spec, sheet)?.roles.get("sheet");
    const places = node ? placesOf([["sheet", node]]) : {};
    return Object.fromEntries(
      Object.entries(places).filter(([path]) => path.startsWith(`sheet.${part}.`) || path === `sheet.${part}`),
    );
  };
  const contentsOf = (sheet: SheetSnapshot): string => {
    const node = annexIn(spec, sheet)?.roles.get("sheet");
    const hidden = node?.node === "record" ? node.fields.get("hidden") : undefined;
    const cell = hidden?.node === "list" ? hidden.items[0]?.fields.get("cell") : undefined;
    expect(cell).toMatchObject({ node: "cell", type: "text", inText: true });
    return cell?.node === "cell" ? (cell.contents ?? "") : "";
  };
  const sum = { value: 3, formula: "=B3" };
  const wrong = { value: "#REF!", error: true } as const;

  it("公式：各以它前面的字为名，个数另记", () => {
    const sheet = sheetOf("s", [
      ["收支情况表"],
      ["名称", "金额", "另计"],
      [" 甲 ", sum, 1, sum],
      [{ value: "乙", formula: "=A3" }, sum],
      [`丙${"长".repeat(50)}`, sum],
    ]);
    expect(facts(sheet, "formulaCells")).toEqual({
      "sheet.formulaCells.0": "B3 甲",
      "sheet.formulaCells.0.cell": "B3 3",
      "sheet.formulaCells.1": "D3 甲",
      "sheet.formulaCells.1.cell": "D3 3",
      "sheet.formulaCells.2": "A4",
      "sheet.formulaCells.2.cell": "A4 乙",
      "sheet.formulaCells.3": "B4",
      "sheet.formulaCells.3.cell": "B4 3",
      "sheet.formulaCells.4": `B5 丙${"长".repeat(39)}`,
      "sheet.formulaCells.4.cell": "B5 3",
    });
    expect(facts(sheet, "formulas")).toEqual({ "sheet.formulas": "A1 5" });
  });

  it("显示错误的格子", () => {
    const sheet = sheetOf("s", [["收支情况表"], ["名称", "金额"], ["甲", wrong], ["乙", 1]]);
    expect(facts(sheet, "errors")).toEqual({ "sheet.errors.0": "B3 #REF!", "sheet.errors.0.cell": "B3 #REF!" });
    const node = annexIn(spec, sheet)?.roles.get("sheet");
    const errors = node?.node === "record" ? node.fields.get("errors") : undefined;
    const cell = errors?.node === "list" ? errors.items[0]?.fields.get("cell") : undefined;
    expect(cell).toMatchObject({ type: "text", label: "#REF!" });
  });

  it("只说附表以内的", () => {
    const sheet = sheetOf(
      "s",
      [
        [null, "收支情况表", null, null],
        [null, "名称", "金额", null],
        [null, "甲", 1],
        [null, "收支情况表（二）"],
        [null, "名称", wrong, sum],
      ],
      { top: 3, left: 1, hiddenRows: [0, 7], hiddenColumns: [0, 6] },
    );
    expect(facts(sheet, "errors")).toEqual({});
    expect(facts(sheet, "formulas")).toEqual({ "sheet.formulas": "C4 0" });
    expect(facts(sheet, "hidden")).toEqual({});
  });

  it("隐藏的格子里没有字的不记", () => {
    const sheet = sheetOf("s", [["收支情况表"], ["名称", "金额"], ["", 1], ["甲", 1]], { hiddenColumns: [0] });
    expect(contentsOf(sheet)).toBe("收支情况表\n名称\n甲");
  });

  it("不从第一格开始的工作表也一样", () => {
    const rows = [["收支情况表"], ["名称", "金额"], ["甲", 1], [null, null], ["乙", null]];
    const sheet = sheetOf("s", rows, { top: 3, left: 2, hiddenRows: [5, 6], hiddenColumns: [3] });
    expect(facts(sheet, "hidden")).toEqual({
      "sheet.hidden.0": "C6 行",
      "sheet.hidden.0.cell": "C6 第6–7行",
      "sheet.hidden.0.span": "C6 6:7",
      "sheet.hidden.1": "D4 列",
      "sheet.hidden.1.cell": "D4 D列",
      "sheet.hidden.1.span": "D4 D:D",
    });
    expect(contentsOf({ ...sheet, hiddenRows: [5, 6], hiddenColumns: [] })).toBe("甲\n1");
    expect(contentsOf({ ...sheet, hiddenRows: [], hiddenColumns: [3] })).toBe("金额\n1");
    expect(contentsOf({ ...sheet, hiddenRows: [], hiddenColumns: [2] })).toBe("收支情况表\n名称\n甲\n乙");
    expect(facts({ ...sheet, hiddenRows: [6], hiddenColumns: [] }, "hidden")).toEqual({});
  });

  it("标题占的行列也算附表以内；行首、行末的公式和错误都在", () => {
    const sheet = sheetOf("s", [
      ["收支情况表", sum],
      ["名称", "金额"],
      ["甲", wrong],
    ]);
    expect(facts(sheet, "formulas")).toEqual({ "sheet.formulas": "A1 1" });
    expect(Object.keys(facts(sheet, "errors"))).toHaveLength(2);
  });

  it("上下的附表各说各的", () => {
    const sheet = sheetOf(
      "s",
      [["收支情况表"], ["名称", "金额"], ["甲", sum], ["乙", wrong], ["收支情况表（二）"], ["名称", "金额"], ["丙", 1]],
      { hiddenRows: [2] },
    );
    const kept = recognise(workbookOf(sheet), [spec]).annexes.map((annex) => {
      const node = annex.roles.get("sheet");
      return Object.keys(node ? placesOf([["", node]]) : {}).filter((path) => /^\.\w+\.\d$/.test(path));
    });
    expect(kept).toEqual([[".errors.0", ".hidden.0", ".formulaCells.0"], []]);
  });

  it("并排的附表各说各的", () => {
    const sheet = sheetOf("s", [
      ["收支情况表", null, null, "收支情况表（二）", null],
      ["名称", "金额", null, "名称", "金额"],
      ["甲", sum, null, "乙", wrong],
    ]);
    const [first, second] = recognise(workbookOf(sheet), [spec]).annexes.map((annex) => {
      const node = annex.roles.get("sheet");
      return Object.keys(node ? placesOf([["", node]]) : {}).filter((path) =>
        /^\.(?:errors|formulaCells)\.\d$/.test(path),
      );
    });
    expect([first, second]).toEqual([[".formulaCells.0"], [".errors.0"]]);
  });

  it("公式的个数是算出来的，不是哪一格的内容", () => {
    const node = annexIn(spec, sheetOf("s", [["收支情况表"], ["名称", "金额"], ["甲", sum]]))?.roles.get("sheet");
    const fields = node?.node === "record" ? node.fields : undefined;
    expect(fields?.get("formulas")).toMatchObject({
      type: "count",
      label: "公式",
      text: "1",
      cell: null,
      inText: true,
    });
    const cells = fields?.get("formulaCells");
    const cell = cells?.node === "list" ? cells.items[0]?.fields.get("cell") : undefined;
    expect(cell).toMatchObject({ type: "text", label: "甲", text: "3", inText: false });
  });

  it("隐藏的行和列：连着的算一处，空的不提", () => {
    const body = [
      ["收支情况表"],
      ["名称", null, "金额", "甲一", "甲二"],
      ["甲", null, 1],
      [null],
      ["乙", null, 2],
      ["丙", null, 3],
      ["丁", null, 4],
    ];
    const sheet = sheetOf("s", body, { hiddenRows: [6, 3, 2, 5, 20], hiddenColumns: [1, 4, 3, 0] });
    expect(facts(sheet, "hidden")).toEqual({
      "sheet.hidden.0": "A3 行",
      "sheet.hidden.0.cell": "A3 第3–4行",
      "sheet.hidden.0.span": "A3 3:4",
      "sheet.hidden.1": "A6 行",
      "sheet.hidden.1.cell": "A6 第6–7行",
      "sheet.hidden.1.span": "A6 6:7",
      "sheet.hidden.2": "A1 列",
      "sheet.hidden.2.cell": "A1 A–B列",
      "sheet.hidden.2.span": "A1 A:B",
      "sheet.hidden.3": "D1 列",
      "sheet.hidden.3.cell": "D1 D–E列",
      "sheet.hidden.3.span": "D1 D:E",
    });
  });

  it("只隐藏一行、一列；空行空列不提", () => {
    const sheet = sheetOf("s", [["收支情况表"], ["名称", null, "金额"], [null], ["甲", null, 1]], {
      hiddenRows: [2, 3],
      hiddenColumns: [1],
    });
    expect(facts({ ...sheet, hiddenRows: [2] }, "hidden")).toEqual({});
    expect(facts({ ...sheet, hiddenRows: [3], hiddenColumns: [2] }, "hidden")).toEqual({
      "sheet.hidden.0": "A4 行",
      "sheet.hidden.0.cell": "A4 第4行",
      "sheet.hidden.0.span": "A4 4:4",
      "sheet.hidden.1": "C1 列",
      "sheet.hidden.1.cell": "C1 C列",
      "sheet.hidden.1.span": "C1 C:C",
    });
  });

  it("隐藏的工作表；里面写了什么一并记下", () => {
    const sheet = sheetOf("s", [["收支情况表"], ["名称", "金额"], ["甲", 1]], { visibility: "hidden" });
    expect(facts(sheet, "hidden")).toEqual({
      "sheet.hidden.0": "A1 工作表",
      "sheet.hidden.0.cell": "A1 工作表",
      "sheet.hidden.0.span": "A1",
    });
    expect(contentsOf(sheet)).toBe("收支情况表\n名称\n金额\n甲\n1");
  });

  it("隐藏的一列里写了什么；很多时只记开头", () => {
    const rows = Array.from({ length: 300 }, (_, index) => [`甲${String(index)}`, 1]);
    const sheet = sheetOf("s", [["收支情况表"], ["名称", "金额"], ...rows], { hiddenColumns: [0] });
    const lines = contentsOf(sheet).split("\n");
    expect([lines.length, lines[1], lines[2], lines.at(-1)]).toEqual([200, "名称", "甲0", "甲197"]);
  });
});
