import { describe, expect, it } from "vitest";
import type { AnnexSpec } from "../../../src/core/pack/index.js";
import { recognise } from "../../../src/core/recognise/index.js";
import { isTitleNumber, isWholeTitle, titleHits } from "../../../src/core/recognise/title-hits.js";
import { titleRegions } from "../../../src/core/recognise/title-regions.js";
import { areaAddress, gridOf, type SheetSnapshot } from "../../../src/core/sheet/index.js";
import { blockSpec, formSpec, regionIn } from "../../support/form-spec.js";
import { sheetOf, workbookOf } from "../../support/sheet.js";
import { textSheet } from "../../support/text-sheet.js";

const table = blockSpec({
  id: "rows",
  kind: "list",
  key: "name",
  columns: { name: { type: "text", labels: ["名称"] }, amount: { type: "money", labels: ["金额"] } },
});
const record = blockSpec({
  id: "staff",
  kind: "record",
  columns: { quota: { type: "count", labels: ["编制数"] }, actual: { type: "count", labels: ["在职人数"] } },
});

const money = blockSpec({
  id: "money",
  kind: "grid",
  columns: { budget: { type: "money", labels: ["预算数"] }, final: { type: "money", labels: ["决算数"] } },
  rows: [{ id: "total", labels: ["总额"] }],
});

const income = formSpec({
  id: "in",
  name: "收入表",
  titles: ["收入情况表", "单位收入情况表"],
  blocks: [record, table],
});
const outlay = formSpec({ id: "out", name: "支出表", titles: ["支出情况表（报表）"], blocks: [table] });
const specs = [income, outlay];

const rows = "名称|金额\n甲|1";
const staff = "编制数|在职人数\n2|1";

/** `in A1:B3` for each annex, from top to bottom. */
function annexesIn(sheet: SheetSnapshot): readonly string[] {
  return recognise(workbookOf(sheet), specs).annexes.map(({ spec, range }) => `${spec.id} ${areaAddress(range)}`);
}

describe("标题", () => {
  it.each<readonly [string, string | undefined]>([
    ["收入情况表", "in"],
    ["单位收入情况表", "in"],
    ["支出情况表", "out"],
    ["支出情况表（报表）", "out"],
    ["附件2：支出情况表", "out"],
    ["附表3-1 收入情况表", "in"],
    ["附件十二、收入情况表", "in"],
    ["2024年度林业局收入情况表", "in"],
    ["收入情况表2024年度", "in"],
    ["收入情况表（2024年度）", "in"],
    ["收入情况表年度", "in"],
    ["收入情况表续", "in"],
    ["收入情况表续表", "in"],
    ["收入情况表样表", "in"],
    ["收入情况表12", "in"],
    ["一二三四五六七八九十一二三四五六七八九十一二三四收入情况表", "in"],
    ["一二三四五六七八九十一二三四五六七八九十一二三四五收入情况表", undefined],
    ["收入情况表123", undefined],
    ["收入情况表说明", undefined],
    ["见收入情况表和支出情况表", undefined],
    ["编好了，收入情况表", undefined],
    ["编制：收入情况表", undefined],
    ["《收入情况表", undefined],
    ["汇总表收入情况表", undefined],
    ["收入", undefined],
    [`收入情况表${"　".repeat(3)}（${"长".repeat(60)}）`, "in"],
  ])("%s → %s", (text, expected) => {
    const hits = titleHits(regionIn(textSheet("s", text)), specs, []);
    expect(hits.map(({ spec }) => spec.id)).toEqual(expected === undefined ? [] : [expected]);
  });

  it("太长的不是标题", () => {
    expect(titleHits(regionIn(textSheet("s", `收入情况表${"年".repeat(56)}`)), specs, [])).toEqual([]);
  });

  it("最短的标题有四个字", () => {
    const short = [
      formSpec({ titles: ["收支表"], blocks: [table] }),
      formSpec({ titles: ["收支总表"], blocks: [table] }),
    ];
    expect(titleHits(regionIn(textSheet("s", "收支表|收支总表")), short, []).map(({ cell }) => cell.text)).toEqual([
      "收支总表",
    ]);
  });

  it("标题里有别的附表的标题，认长的那个", () => {
    const longer = [
      formSpec({ id: "part", titles: ["支出自评表"], blocks: [table] }),
      formSpec({ id: "whole", titles: ["整体支出自评表"], blocks: [table] }),
    ];
    const hits = titleHits(regionIn(textSheet("s", "整体支出自评表\n支出自评表")), longer, []);
    expect(hits.map(({ spec }) => spec.id)).toEqual(["whole", "part"]);
  });

  it("标题多得像目录，一个也不算", () => {
    const many = (count: number) => titleHits(regionIn(textSheet("s", "收入情况表\n".repeat(count))), specs, []).length;
    expect([many(120), many(121)]).toEqual([120, 0]);
  });

  it.each([
    ["收入情况表", true],
    ["附件1:收入情况表", true],
    ["2024年度收入情况表", true],
    ["林业局2024年度收入情况表", true],
    ["林业局收入情况表", false],
    ["收入情况表续", false],
  ])("%s 只有标题：%s", (text, expected) => {
    expect(isWholeTitle(text, income)).toBe(expected);
  });

  it.each([
    ["附件2", true],
    ["附表十二:", true],
    ["附件3-12", true],
    ["附件", true],
    ["附件2收入", false],
    ["见附件2", false],
    ["2", false],
    ["附件二十一-12:", false],
  ])("%s 是标题上面的编号：%s", (text, expected) => {
    expect(isTitleNumber(text)).toBe(expected);
  });
});

describe("附表从标题到下一个标题", () => {
  const areasIn = (sheet: SheetSnapshot) => {
    const region = regionIn(sheet);
    const hits = titleHits(region, specs, []);
    return titleRegions(gridOf(sheet), region.cells, hits).map(
      ({ hit, area }) => `${hit.spec.id} ${areaAddress(area)}`,
    );
  };

  it.each<readonly [string, SheetSnapshot, readonly string[]]>([
    ["只有一张，占整张工作表", textSheet("s", `说明\n收入情况表\n${rows}`), ["in A1:B4"]],
    ["上下两张", textSheet("s", `收入情况表\n${rows}\n支出情况表\n${rows}`), ["in A1:B3", "out A4:B6"]],
    ["编号归下面的附表", textSheet("s", `收入情况表\n${rows}\n附件2\n支出情况表\n${rows}`), ["in A1:B3", "out A4:B7"]],
    ["旁边有字的不是编号", textSheet("s", `收入情况表\n${rows}\n单位|附件2\n支出情况表`), ["in A1:B4", "out A5:B5"]],
    ["不是编号的字归上面的附表", textSheet("s", `收入情况表\n${rows}\n说明\n支出情况表`), ["in A1:B4", "out A5:B5"]],
    ["编号和标题之间空一行", textSheet("s", `收入情况表\n${rows}\n附件2\n\n支出情况表`), ["in A1:B3", "out A4:B6"]],
    ["空两行就不是它的编号", textSheet("s", `收入情况表\n${rows}\n附件2\n\n\n支出情况表`), ["in A1:B6", "out A7:B7"]],
    [
      "上面还有别的字，从标题起",
      textSheet("s", `收入情况表\n${rows}\n附件2|单位\n支出情况表`),
      ["in A1:B4", "out A5:B5"],
    ],
    [
      "并排两张，从空列分开",
      textSheet("s", "收入情况表|||支出情况表\n名称|金额||名称|金额\n甲|1||乙|2"),
      ["in A1:B3", "out C1:E3"],
    ],
    [
      "标题居中，空列在它前面",
      textSheet("s", "收入情况表||||支出情况表\n名称|金额||名称|金额\n甲|1||乙|2"),
      ["in A1:B3", "out C1:E3"],
    ],
    [
      "没有空列，从标题分开",
      textSheet("s", "收入情况表||支出情况表\n名称|金额|名称|金额\n甲|1|乙|2"),
      ["in A1:B3", "out C1:D3"],
    ],
    [
      "并排的两张只到下一行标题为止",
      textSheet("s", "收入情况表|.|支出情况表\n名称|x|名称\n收入情况表\n甲|乙"),
      ["in A1:B2", "out C1:C2", "in A3:C4"],
    ],
    [
      "合并的标题盖过的列不是空的",
      textSheet("s", "收入情况表||支出情况表\n名称||名称\n甲||乙", ["A1:B1"]),
      ["in A1:B3", "out C1:C3"],
    ],
  ])("%s", (_, sheet, expected) => {
    expect(areasIn(sheet)).toEqual(expected);
  });
});

describe("并排的附表从哪一列分开", () => {
  const lefts = (lines: string, merges: readonly string[] = []) => {
    const sheet = textSheet("s", lines, merges);
    const region = regionIn(sheet);
    return titleRegions(gridOf(sheet), region.cells, titleHits(region, specs, [])).map(({ area }) => areaAddress(area));
  };

  it.each<readonly [string, string, readonly string[]]>([
    [
      "下面的附表填了的列，在这里是空的",
      "收入情况表|||支出情况表\n名称|金额||名称\n支出情况表\n名称|金额|备注",
      ["A1:B2", "C1:D2", "A3:D4"],
    ],
    [
      "上面的附表填了的列，在这里是空的",
      "收入情况表\n名称|金额|备注\n支出情况表|||支出情况表\n名称|金额||名称",
      ["A1:D2", "A3:B4", "C3:D4"],
    ],
    ["第一张从最左边起", ".|.|收入情况表|.|支出情况表\n备注|.|名称|.|名称", ["A1:C2", "D1:E2"]],
    ["三张", "收入情况表||支出情况表||支出情况表\n甲|.|乙|.|丙", ["A1:A2", "B1:C2", "D1:E2"]],
  ])("%s", (_, lines, expected) => {
    expect(lefts(lines)).toEqual(expected);
  });
});

describe("工作簿里的附表", () => {
  it.each<readonly [string, SheetSnapshot, readonly string[]]>([
    ["上下两张", textSheet("s", `收入情况表\n${staff}\n${rows}\n\n支出情况表\n${rows}`), ["in A1:B5", "out A7:B9"]],
    ["只有标题，不是附表", textSheet("s", "收入情况表\n支出情况表"), []],
    ["两张同样的附表", textSheet("s", `支出情况表\n${rows}\n支出情况表（二）\n${rows}`), ["out A1:B3", "out A4:B6"]],
    ["标题续在下一页，是同一张", textSheet("s", `支出情况表\n${rows}\n支出情况表（续）\n乙|2`), ["out A1:B5"]],
    [
      "续的是别的附表，另算一张",
      textSheet("s", `支出情况表\n${rows}\n收入情况表（续）\n${staff}\n${rows}`),
      ["in A4:B8", "out A1:B3"],
    ],
    [
      "标题原样再印，没有开头的块，是下一页",
      textSheet("s", `收入情况表\n${staff}\n${rows}\n收入情况表\n名称|金额\n乙|2`),
      ["in A1:B8"],
    ],
    [
      "标题原样再印，开头的块也在，是另一张",
      textSheet("s", `收入情况表\n${staff}\n${rows}\n收入情况表\n${staff}\n${rows}`),
      ["in A1:B5", "in A6:B10"],
    ],
    [
      "标题原样再印，下面没有表，也是下一页",
      textSheet("s", `支出情况表\n${rows}\n支出情况表\n填表人：张三`),
      ["out A1:B5"],
    ],
    [
      "没有开头的块的附表，再印就是另一张",
      textSheet("s", `支出情况表\n${rows}\n支出情况表\n${rows}`),
      ["out A1:B3", "out A4:B6"],
    ],
    [
      "标题不同，是另一张",
      textSheet("s", `收入情况表\n${staff}\n${rows}\n单位收入情况表\n${rows}`),
      ["in A1:B5", "in A6:B8"],
    ],
    [
      "并排的不是下一页",
      textSheet("s", "收入情况表|||收入情况表\n编制数|在职人数||名称|金额\n2|1||甲|1\n名称|金额\n甲|1"),
      ["in A1:B5", "in D1:E3"],
    ],
  ])("%s", (_, sheet, expected) => {
    expect(annexesIn(sheet)).toEqual(expected);
  });

  it.each<readonly [string, AnnexSpec["blocks"], number]>([
    ["开头的一块没有再来，是下一页", [money, table], 1],
    ["可有可无的块不算开头", [{ ...money, optional: true }, table], 2],
    ["清单不算开头", [table, { ...record, optional: true }], 2],
  ])("标题再印：%s", (_, blocks, count) => {
    const spec = formSpec({ titles: ["收入情况表"], blocks });
    const first = `收入情况表\n项目|预算数|决算数\n总额|1|2\n${rows}`;
    const { annexes } = recognise(workbookOf(textSheet("s", `${first}\n收入情况表\n${rows}`)), [spec]);
    expect(annexes).toHaveLength(count);
  });

  it("标题再印：单个的内容不算开头，资金表在就是另一张", () => {
    const header = blockSpec({
      id: "header",
      kind: "fields",
      fields: { unit: { type: "text", labels: ["单位名称"] } },
    });
    const spec = formSpec({ titles: ["收入情况表"], blocks: [header, money, table] });
    const page = `项目|预算数|决算数\n总额|1|2\n${rows}`;
    const sheet = textSheet("s", `收入情况表\n单位名称|林业局\n${page}\n收入情况表\n${page}`);
    expect(recognise(workbookOf(sheet), [spec]).annexes).toHaveLength(2);
  });

  it("一张附表至多接上十二页", () => {
    const page = `收入情况表\n${rows}`;
    const pages = (count: number) =>
      annexesIn(textSheet("s", [`收入情况表\n${staff}\n${rows}`, ...Array<string>(count).fill(page)].join("\n")));
    expect(pages(12)).toHaveLength(1);
    expect(pages(13)).toHaveLength(2);
  });

  it("按附表的次序，再按工作表的次序", () => {
    const sheets = [
      textSheet("甲", `支出情况表\n${rows}`),
      textSheet("乙", `收入情况表\n${staff}\n${rows}`),
      textSheet("丙", `支出情况表\n${rows}`),
    ];
    const { annexes } = recognise(workbookOf(...sheets), specs);
    expect(annexes.map(({ spec, sheet }) => [spec.id, sheet.name])).toEqual([
      ["in", "乙"],
      ["out", "甲"],
      ["out", "丙"],
    ]);
  });

  it("没有认出附表的工作表，说明看到了什么；空的不提", () => {
    const unread = { ...textSheet("大", "x"), unread: "工作表太大，没有读" };
    const { rest } = recognise(
      workbookOf(
        textSheet("目录", "收入情况表\n收入情况表\n支出情况表"),
        textSheet("工资", "姓名|工资\n甲|1"),
        unread,
        sheetOf("空", []),
        textSheet("支出", `支出情况表\n${rows}`),
      ),
      specs,
    );
    expect(rest).toEqual([
      { sheet: "目录", reason: "有“收入表、支出表”字样，但没有它的表格" },
      { sheet: "工资", reason: "没有找到附表的标题，表头也不成一张附表" },
      { sheet: "大", reason: "工作表太大，没有读" },
    ]);
  });
});
