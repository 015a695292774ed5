import { describe, expect, test } from "vitest";
import { layOutForm, type LaidOutForm } from "../../src/app/form-layout.js";
import type { FormFill } from "../../src/app/form-rows.js";
import { calculated } from "../../src/app/form-values.js";
import { formsSchema } from "../../src/core/pack/forms-schema.js";
import { areaAddress, parseAddress } from "../../src/core/sheet/index.js";

const forms = formsSchema.parse({
  styles: {
    base: { font: "宋体", size: 10.5, border: "thin", wrap: true },
    money: { like: "base", align: "right", format: "0.00", shade: "F3F7FB" },
    total: { like: "money", shade: "none", bold: true },
  },
  sets: {
    years: [
      { at: "B", slot: "prior", style: "money" },
      { at: "C", slot: "final", style: "money" },
    ],
  },
  sheets: [
    {
      annex: "a1",
      name: "附件1 {N}",
      columns: [20, 10, 10],
      rowHeight: 20,
      print: {
        orientation: "portrait",
        margins: { left: 10, right: 10, top: 10, bottom: 10 },
        repeat: "header",
      },
      freeze: "header",
      rows: [
        { height: 30, cells: [{ at: "A:C", text: "{N}年度数据表", style: "base" }] },
        {
          id: "header",
          cells: [
            { at: "A", down: "items", text: "项目", style: "base" },
            { at: "B", text: "{N-1}年决算数", style: "base" },
            { at: "C", text: "{N}年决算数", style: "base" },
          ],
        },
        {
          id: "total",
          set: { of: "years", slot: "money.total", formula: "=SUM(@[items.first]:@[items.last])" },
        },
        {
          list: "items",
          blankRows: 2,
          cells: [
            { at: "B", slot: "prior", style: "money", number: { from: 0, to: "B[total]", message: "数字" } },
            { at: "C", slot: "final", style: "money", formula: "=B[]*2" },
          ],
        },
        {
          tree: "marks",
          levels: [
            { at: "A", slot: "level1", style: "base" },
            { at: "B", slot: "level2", style: "base" },
          ],
          groups: [
            {
              text: "产出",
              groups: [
                { text: "数量", blankRows: 2 },
                { text: "质量", blankRows: 1 },
              ],
            },
          ],
          more: { at: "C", text: "……" },
          cells: [{ at: "C", slot: "name", style: "base" }],
        },
        { cells: [{ at: "A:C", slot: "inline", text: "其中：基本支出：{value}", style: "total" }] },
        { cells: [{ at: "A:C", slot: "word", style: "base", choices: ["优", "良"], blank: "（未评）" }] },
      ],
    },
  ],
});

function laidOut(fill: Partial<FormFill>): LaidOutForm {
  const [form] = forms.sheets;
  if (!form) throw new Error("no form");
  return layOutForm(forms, form, 2024, { values: {}, lists: {}, ...fill });
}

function contentAt({ sheet }: LaidOutForm, address: string): unknown {
  const place = parseAddress(address);
  const cell = sheet.cells.find(({ row, column }) => row === place?.row && column === place.column);
  return cell?.content.kind === "formula" ? cell.content.formula : (cell?.content.value ?? null);
}

describe("按表样排版", () => {
  const blank = laidOut({});

  test("年度代入表名、标题和表头", () => {
    expect(blank.sheet.name).toBe("附件1 2024");
    expect(contentAt(blank, "A1")).toBe("2024年度数据表");
    expect([contentAt(blank, "B2"), contentAt(blank, "C2")]).toEqual(["2023年决算数", "2024年决算数"]);
  });

  test("公式里的行名换成行号，@ 是本列", () => {
    expect([contentAt(blank, "B3"), contentAt(blank, "C3")]).toEqual(["=SUM(B4:B5)", "=SUM(C4:C5)"]);
    expect(contentAt(blank, "C5")).toBe("=B5*2");
  });

  test("合并：跨列、到某行为止、树的两级标题", () => {
    expect(blank.sheet.merges.map(areaAddress)).toEqual(["A1:C1", "A2:A5", "A6:A8", "B6:B7", "A9:C9", "A10:C10"]);
    expect([contentAt(blank, "C7"), contentAt(blank, "C8")]).toEqual(["……", "……"]);
  });

  test("合并区里每个格子都有边框", () => {
    for (const { cells, merges } of [blank.sheet]) {
      for (const { top, left, bottom, right } of merges) {
        const inside = cells.filter(
          ({ row, column }) => row >= top && row <= bottom && column >= left && column <= right,
        );
        expect(inside).toHaveLength((bottom - top + 1) * (right - left + 1));
        expect(new Set(inside.map(({ style }) => style.border))).toEqual(new Set(["thin"]));
      }
    }
  });

  test("校验、冻结、打印标题行", () => {
    expect(blank.sheet.validations.map(({ rule }) => rule)).toEqual([
      { kind: "number", whole: false, from: "0", to: "B3" },
      { kind: "number", whole: false, from: "0", to: "B3" },
      { kind: "choices", words: ["优", "良"] },
    ]);
    expect(blank.sheet.frozenRows).toBe(2);
    expect(blank.sheet.print.repeatRows).toEqual([1, 1]);
    expect(areaAddress(blank.sheet.print.area)).toBe("A1:C10");
  });

  test("样式继承，none 去掉底色", () => {
    const style = (address: string) => {
      const place = parseAddress(address);
      return blank.sheet.cells.find(({ row, column }) => row === place?.row && column === place.column)?.style;
    };
    expect(style("B4")).toMatchObject({ font: "宋体", size: 10.5, align: "right", format: "0.00", shade: "F3F7FB" });
    expect(style("A9")).toMatchObject({ bold: true, align: "right", format: "0.00", shade: null });
  });

  test("填入数字：列表和树长成记录那么多行，公式跟着走", () => {
    const filled = laidOut({
      values: { inline: "12.95万元", word: "优", "money.total.final": 7 },
      lists: {
        items: [{ prior: 1.5 }, { prior: 2, final: 9 }, { prior: 0 }],
        marks: [
          { level1: "产出", level2: "数量", name: "一" },
          { level1: "效益", level2: "社会", name: "二" },
          { level1: "产出", level2: "数量", name: "三" },
        ],
      },
    });
    expect(contentAt(filled, "B3")).toBe("=SUM(B4:B6)");
    // What is filled in stands in place of the formula.
    expect([contentAt(filled, "C3"), contentAt(filled, "C4"), contentAt(filled, "C5")]).toEqual([7, "=B4*2", 9]);
    expect(filled.slots.get("items[2].prior")).toEqual({ row: 5, column: 1 });
    expect(["C7", "C8", "C9"].map((address) => contentAt(filled, address))).toEqual(["一", "三", "二"]);
    expect(["A7", "A9", "B9"].map((address) => contentAt(filled, address))).toEqual(["产出", "效益", "社会"]);
    expect([contentAt(filled, "A10"), contentAt(filled, "A11")]).toEqual(["其中：基本支出：12.95万元", "优"]);
    const cached = calculated(filled.sheet).cells.flatMap(({ content }) =>
      content.kind === "formula" ? [[content.formula, content.cached]] : [],
    );
    expect(cached).toEqual([
      ["=SUM(B4:B6)", 3.5],
      ["=B4*2", 3],
      ["=B6*2", 0],
    ]);
  });

  test("空白表：没填的写空白说明，行内文字留着标签", () => {
    expect([contentAt(blank, "A9"), contentAt(blank, "A10")]).toEqual(["其中：基本支出：", "（未评）"]);
  });

  test("文字长的行自动加高，合并到几行的不算", () => {
    const text = "普及应急救护知识".repeat(4);
    const filled = laidOut({ lists: { marks: [{ level1: "长".repeat(60), level2: "数量", name: text }] } });
    const marks = filled.slots.get("marks[0].name");
    expect(filled.sheet.rowHeights.get(marks?.row ?? -1)).toBeGreaterThan(80);
    expect(filled.sheet.rowHeights.get(2)).toBe(20);
  });
});
