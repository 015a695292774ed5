import { describe, expect, test } from "vitest";
import { readWorkbook } from "../../../src/documents/xlsx/index.js";
import { writeNewWorkbook, type NewCell, type NewStyle, type NewWorkbook } from "../../../src/documents/xlsx/index.js";
import { openXmlErrors } from "../../support/open-xml-errors.js";

const plain: NewStyle = {
  font: "宋体",
  size: 10.5,
  bold: false,
  align: null,
  vertical: "center",
  wrap: true,
  indent: 0,
  border: "thin",
  shade: null,
  format: "General",
};

function value(row: number, column: number, content: NewCell["content"], style: Partial<NewStyle> = {}): NewCell {
  return { row, column, style: { ...plain, ...style }, content };
}

function typed(
  row: number,
  column: number,
  content: string | number | boolean | null,
  style?: Partial<NewStyle>,
): NewCell {
  return value(row, column, { kind: "value", value: content }, style);
}

const awkward = ` <&>"'\n=1+1 \t\u{1F600}\uD800\u0007]]>`;

const book: NewWorkbook = {
  title: `附表 <"&">`,
  creator: "绩效附表台",
  deskXml: '<?xml version="1.0" encoding="UTF-8"?><desk xmlns="urn:annex-desk:workbook:1"/>',
  sheets: [
    {
      name: "附件1 '基础' & <数据>",
      columnWidths: [30, 12.5, 12],
      rowHeights: new Map([
        [0, 30],
        [4, 8],
      ]),
      hiddenRows: new Set([2]),
      cells: [
        typed(1, 2, 0.1),
        typed(0, 0, awkward, { bold: true, size: 18, align: "center" }),
        typed(0, 1, null),
        typed(1, 0, "同一段文字"),
        typed(2, 0, "同一段文字", { indent: 2, align: "left" }),
        value(1, 1, { kind: "formula", formula: '=IF(C2<1,"<是>",0)', cached: "<是>" }),
        value(2, 1, { kind: "formula", formula: "=C2/C2", cached: 1 }, { format: "0.00%" }),
        value(2, 2, { kind: "formula", formula: "=C2=1", cached: false }, { shade: "F3F7FB", format: '0.0"万元"' }),
        typed(3, 0, true),
      ],
      merges: [{ top: 0, left: 0, bottom: 0, right: 1 }],
      validations: [
        { area: area(1, 2), rule: { kind: "choices", words: ["优", "良"] }, soft: false, message: '只能填"优"<良>' },
        { area: area(2, 2), rule: { kind: "number", whole: true, from: "0", to: null }, soft: true, message: "数字" },
        { area: area(3, 2), rule: { kind: "number", whole: false, from: "0", to: "C2" }, soft: false, message: "数字" },
      ],
      frozenRows: 1,
      print: {
        orientation: "landscape",
        margins: { left: 15, right: 15, top: 20, bottom: 20 },
        repeatRows: [0, 1],
        area: { top: 0, left: 0, bottom: 4, right: 2 },
        onePage: false,
      },
    },
    {
      name: "空表",
      columnWidths: [10],
      rowHeights: new Map(),
      hiddenRows: new Set(),
      cells: [],
      merges: [],
      validations: [],
      frozenRows: 0,
      print: {
        orientation: "portrait",
        margins: { left: 15, right: 15, top: 20, bottom: 20 },
        repeatRows: null,
        area: area(0, 0),
        onePage: true,
      },
    },
  ],
};

function area(row: number, column: number): { top: number; left: number; bottom: number; right: number } {
  return { top: row, left: column, bottom: row, right: column };
}

describe("从无到有写一个工作簿", () => {
  test("合乎 Open XML 架构", () => {
    expect(openXmlErrors(writeNewWorkbook(book))).toEqual([]);
    expect(openXmlErrors(writeNewWorkbook({ ...book, deskXml: null }))).toEqual([]);
  });

  test("架构检查本身会报错", () => {
    const [first, ...rest] = book.sheets;
    if (!first) throw new Error("no sheet");
    const broken = { ...first, columnWidths: [Number.NaN] };
    expect(openXmlErrors(writeNewWorkbook({ ...book, sheets: [broken, ...rest] }))).not.toEqual([]);
  });

  test("同样的内容写出同样的字节", () => {
    expect(writeNewWorkbook(book)).toEqual(writeNewWorkbook(structuredClone(book)));
  });

  test("自己的读取器读回原样", async () => {
    const read = await readWorkbook(writeNewWorkbook(book), "新.xlsx");
    if (!read.ok) throw new Error(read.failure.message.zh);
    const [sheet, empty] = read.value.sheets;
    expect(read.value.sheets.map(({ name }) => name)).toEqual(["附件1 '基础' & <数据>", "空表"]);
    expect(read.value.deskXml).toBe(book.deskXml);
    expect(empty?.rows).toEqual([]);
    expect(sheet?.merges).toEqual(book.sheets[0]?.merges);
    expect(sheet?.hiddenRows).toEqual([2]);
    const cell = (row: number, column: number) => sheet?.rows[row - sheet.top]?.[column - sheet.left] ?? null;
    // What XML cannot carry is left out; a leading = stays text.
    expect(cell(0, 0)).toMatchObject({ value: ` <&>"'\n=1+1 \t\u{1F600}]]>`, formula: null });
    expect(cell(0, 1)).toBeNull();
    expect(cell(1, 1)).toMatchObject({ value: "<是>", formula: '=IF(C2<1,"<是>",0)' });
    expect(cell(1, 2)).toMatchObject({ value: 0.1, formula: null, format: "General" });
    expect(cell(2, 1)).toMatchObject({ value: 1, text: "100.00%", format: "0.00%" });
    expect(cell(2, 2)).toMatchObject({ value: false, formula: "=C2=1", format: '0.0"万元"' });
    expect(cell(3, 0)).toMatchObject({ value: true });
  });
});
