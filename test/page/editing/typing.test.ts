import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Cell, CellValue } from "../../../src/core/sheet/index.js";
import { editText } from "../../../src/page/editing/edit-text.js";
import { typedContent } from "../../../src/page/editing/typed-content.js";
import { isFormula, typedFormula } from "../../../src/page/editing/typed-formula.js";

const typed = (text: string, format = "General", date1904 = false): [CellValue, string?] => {
  const { content, format: wanted } = typedContent(text, { format, year: 2025, date1904 });
  return wanted === undefined ? [content.value] : [content.value, wanted];
};

describe("typing into a cell, as in Excel", () => {
  test.each([
    ["12", 12],
    [" 12 ", 12],
    ["0001", 1],
    ["-5", -5],
    ["+5", 5],
    [".5", 0.5],
    ["5.", 5],
    ["１２３．５", 123.5],
    ["－3", -3],
    ["(5)", -5],
    ["-0", 0],
    ["true", true],
    ["FALSE", false],
    ["", null],
  ])("%s is %s", (text, value) => expect(typed(text)).toEqual([value]));

  test.each([
    ["80.45%", 0.8045, "0.00%"],
    ["80%", 0.8, "0%"],
    ["９５％", 0.95, "0%"],
    ["100.1 %", 1.001, "0.00%"],
    ["1,234.5", 1234.5, "#,##0.00"],
    ["1,234,567", 1234567, "#,##0"],
    ["１，２３４", 1234, "#,##0"],
    ["1.5e3", 1500, "0.00E+00"],
    ["2024-12-31", 45657, "yyyy/m/d"],
    ["2024/1/5", 45296, "yyyy/m/d"],
    ["2024年12月31日", 45657, 'yyyy"年"m"月"d"日"'],
    ["2024年12月", 45627, 'yyyy"年"m"月"'],
    ["12月31日", 46022, 'm"月"d"日"'],
    ["1900-01-01", 1, "yyyy/m/d"],
    ["1900-03-01", 61, "yyyy/m/d"],
  ])("%s is %s, shown as %s", (text, value, format) => expect(typed(text)).toEqual([value, format]));

  test.each([
    "'0001",
    "1.2万元",
    "≥95%",
    "1-2",
    "1/2",
    "1,23",
    "12,34.5",
    "2024-13-01",
    "2024-02-30",
    "2024.12.31",
    "—",
    "无",
    "1 2",
    "（1）",
    "12月",
    "4300002100000012345",
    "%",
    ".",
    "1e999",
    "第1项\n第2项",
  ])("%s stays text", (text) => expect(typed(text)).toEqual([text.replace(/^'/, "")]));

  test.each([
    ["text cell", "0001", "@", ["0001"]],
    ["text cell, formula", "=A1", "@", ["=A1"]],
    ["per cent cell, 80", "80", "0.00%", [0.8]],
    ["per cent cell, 80.45", "80.45", "0.00%", [0.8045]],
    ["per cent cell, 0.8", "0.8", "0.00%", [0.8]],
    ["per cent cell, 80.45%", "80.45%", "0%", [0.8045]],
    ["money cell", "1,234.5", "0.00", [1234.5]],
    ["money cell, per cent", "50%", "0.00", [0.5, "0%"]],
    ["date cell", "2024-12-31", 'yyyy"年"m"月"', [45657]],
  ])("%s", (_, text, format, expected) => expect(typed(text, format)).toEqual(expected));

  test("a workbook of 1904 counts other days", () => {
    expect(typed("2024-12-31", "General", true)).toEqual([45657 - 1462, "yyyy/m/d"]);
  });
});

describe("what a person edits", () => {
  const cell = (value: CellValue, format = "General", formula: string | null = null): Cell => ({
    value,
    text: "",
    formula,
    format,
    isError: false,
  });

  test.each([
    [cell(0.8045, "0.00%"), "80.45%"],
    [cell(0.07, "0%"), "7%"],
    [cell(1234.5, "#,##0.00"), "1234.5"],
    [cell(45657, "yyyy/m/d"), "2024/12/31"],
    [cell(0.1 + 0.2), "0.3"],
    [cell("0001"), "'0001"],
    [cell("0001", "@"), "0001"],
    [cell("=A1"), "'=A1"],
    [cell("造林面积"), "造林面积"],
    [cell(94.21, "0.00%", "=F6/E6"), "=F6/E6"],
    [null, ""],
  ])("%o is edited as %s", (given, text) => expect(editText(given, false)).toBe(text));

  test("typing what is edited gives the same value again", () => {
    const values = fc.oneof(
      fc.integer({ min: -1e9, max: 1e9 }),
      fc.integer({ min: -1e9, max: 1e9 }).map((cents) => cents / 100),
      fc.boolean(),
      fc.string(),
      fc.constantFrom("1,234", "２０２４", "'a", "2024-12-31", "(5)", "95%"),
    );
    fc.assert(
      fc.property(values, fc.constantFrom("General", "0.00", "@", "yyyy/m/d"), (value, format) => {
        if (typeof value === "string" && (value === "" || (format === "@" && value.startsWith("'")))) return;
        if (format === "@" && typeof value !== "string") return;
        const text = editText(cell(value, format), false);
        if (isFormula(text) && format !== "@") throw new Error(text);
        expect(typed(text, format)[0]).toBe(value);
      }),
    );
  });
});

describe("formulas", () => {
  test.each([
    ["=sum(a1:a3)", "=SUM(A1:A3)"],
    ["＝Ｂ２／Ａ２＊１００", "=B2/A2*100"],
    ["= f6 / e6", "=F6 / E6"],
    ["=附件1!b3+'附件 2'!c4", "=附件1!B3+'附件 2'!C4"],
    ['=if(a1>0,"ok，好","x")', '=IF(A1>0,"ok，好","x")'],
  ])("%s is kept as %s", (text, formula) => {
    expect(typedFormula(text, ["附件1", "附件 2"])).toEqual({ ok: true, value: formula });
  });

  test.each([
    ["=sum(a1", "formula-unread"],
    ["=1+", "formula-unread"],
    ["=没有!a1", "formula-unknown-sheet"],
    ["=[1]Sheet1!a1", "formula-other-file"],
    [`=${"(".repeat(70)}1${")".repeat(70)}`, "formula-too-long"],
  ])("%s is refused: %s", (text, code) => {
    const result = typedFormula(text, ["附件1"]);
    expect(result).toMatchObject({ ok: false, failure: { code } });
  });
});
