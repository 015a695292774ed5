import { describe, expect, it } from "vitest";
import { annexLabels } from "../../../src/core/recognise/annex-labels.js";
import { placeCell, regionOf, textCells, type TextCell } from "../../../src/core/recognise/region.js";
import { areaAddress, gridOf, parseArea, type Area } from "../../../src/core/sheet/index.js";
import { blockSpec, formSpec } from "../../support/form-spec.js";
import { sheetOf } from "../../support/sheet.js";
import { textSheet } from "../../support/text-sheet.js";

const grid = gridOf({
  ...textSheet("s", "甲|乙|丙\n1|2|3\n.|丁|.\n戊|.|己", ["A1:A2", "B3:C3"]),
  top: 2,
  left: 1,
  merges: [parseArea("B3:B4"), parseArea("C5:D5")].filter((area): area is Area => area !== null),
});

function texts(cells: readonly TextCell[]): readonly string[] {
  return cells.map(({ area, text }) => `${areaAddress(area)} ${text}`);
}

function region(area: string) {
  const within = parseArea(area);
  if (!within) throw new Error(area);
  return regionOf(grid, within, textCells(grid));
}

describe("一张工作表里有字的格子", () => {
  it("从左到右、从上到下；合并的格子只算左上角", () => {
    expect(texts(textCells(grid))).toEqual([
      "B3:B4 甲",
      "C3 乙",
      "D3 丙",
      "C4 2",
      "D4 3",
      "C5:D5 丁",
      "B6 戊",
      "D6 己",
    ]);
  });

  it("合并格右边藏着的字也不算", () => {
    const hidden = gridOf(sheetOf("s", [["甲", "藏着的", "乙"]], { merges: ["A1:B1"] }));
    expect(texts(textCells(hidden))).toEqual(["A1:B1 甲", "C1 乙"]);
  });

  it("空字符串和没有格子一样", () => {
    expect(textCells(gridOf(sheetOf("s", [["", null, "甲"]]))).map(({ text }) => text)).toEqual(["甲"]);
  });
});

describe("其中的一块", () => {
  it.each([
    ["B3:D6", "甲乙丙23丁戊己"],
    ["A1:Z99", "甲乙丙23丁戊己"],
    ["B4:D5", "23丁"],
    ["B3:B6", "甲戊"],
    ["C3:C6", "乙2丁"],
    ["D3:D6", "丙3己"],
    ["A7:D9", ""],
  ])("%s 里是 %s", (area, expected) => {
    expect(
      region(area)
        .cells.map(({ text }) => text)
        .join(""),
    ).toBe(expected);
  });

  it("按行取", () => {
    const { rowCells } = region("B3:C6");
    expect([2, 3, 4, 5, 6].map((row) => texts(rowCells(row)))).toEqual([
      ["B3:B4 甲", "C3 乙"],
      ["C4 2"],
      ["C5:D5 丁"],
      ["B6 戊"],
      [],
    ]);
  });

  it("可能是标签的：不是数，也不长", () => {
    const long = gridOf(sheetOf("s", [["甲", 12, "1,234.5%", "——", "甲".repeat(60), "甲".repeat(61), "12人", "共12"]]));
    const { words } = regionOf(long, long.bounds, textCells(long));
    expect(words.map(({ text }) => text)).toEqual(["甲", "甲".repeat(60), "12人", "共12"]);
  });

  it("某一格当作某个角色：合并的算整块，没有格子的是空的", () => {
    expect(placeCell(grid, 3, 1, { type: "count", unit: "人" }, "编制数")).toEqual({
      ...{ node: "cell", type: "count", unit: "人", label: "编制数", inText: false },
      area: parseArea("B3:B4"),
      cell: grid.cellAt(2, 1),
      text: "甲",
    });
    expect(placeCell(grid, 5, 2, { type: "text" }, "")).toMatchObject({ unit: null, cell: null, text: "" });
  });

  it("还不知道是哪张附表，没有哪个字一定是标签", () => {
    expect(region("B3:D6").isLabel({ plain: "甲", bare: "甲" })).toBe(false);
  });
});

it("附表印着的字：表头、行名、各块和各项的名称，带占位的除外", () => {
  const spec = formSpec({
    blocks: [
      blockSpec({ id: "a", kind: "record", columns: { x: { type: "text", labels: ["编制数（人）"] } } }),
      blockSpec({
        id: "b",
        kind: "grid",
        label: ["项目资金"],
        columns: { x: { type: "money", labels: ["{year}年预算数", "预算数"] } },
        rows: [{ id: "y", labels: ["其中：财政拨款"] }],
      }),
      blockSpec({
        id: "c",
        kind: "list",
        key: "x",
        columns: { x: { type: "text", labels: ["名称"] } },
        total: { id: "total", labels: ["合计"], columns: ["x"] },
      }),
      blockSpec({ id: "d", kind: "list", key: "x", columns: { x: { type: "text", labels: ["摘要"] } } }),
      blockSpec({
        id: "e",
        kind: "inline",
        label: ["按收入分"],
        fields: { x: { type: "text", labels: ["其他资金"] } },
      }),
      blockSpec({ id: "f", kind: "fields", fields: { x: { type: "text", labels: ["填表人"] } } }),
      blockSpec({
        id: "g",
        kind: "grid",
        columns: { x: { type: "money", labels: ["执行数"] } },
        rows: [{ id: "y", labels: ["总额"] }],
      }),
    ],
  });
  expect([...annexLabels(spec)]).toEqual([
    "编制数(人)",
    "项目资金",
    "预算数",
    "财政拨款",
    "名称",
    "合计",
    "摘要",
    "按收入分",
    "其他资金",
    "填表人",
    "执行数",
    "总额",
  ]);
});
