import { describe, expect, it } from "vitest";
import { shownText } from "../../../src/documents/xlsx/shown-text.js";

describe("shownText", () => {
  it.each([
    [12.95, "General", "12.95"],
    [0.1 + 0.2, "General", "0.3"],
    [123456789012, "General", "1.23457E+11"],
    [-1234567.5, "#,##0.00", "-1,234,567.50"],
    [123, "#,##0", "123"],
    [-123, "#,##0.0", "-123.0"],
    [1.005, "0.00", "1.01"],
    [0.91345, "0.00%", "91.35%"],
    [0.8045, "0%", "80%"],
    [12.3, "0.00_ ", "12.30 "],
    [-0.001, "0.00", "0.00"],
    [0, '0.00;-0.00;"无"', "无"],
    [1.12, '0.00"万元"', "1.12万元"],
    [45657, 'yyyy"年"m"月"d"日"', "2024年12月31日"],
    ["一", "General", "一"],
    ["一", '"项目："@', "项目：一"],
    [true, "0.00", "TRUE"],
    [null, "0.00", ""],
    [5, "[[bad", "5"],
  ] as const)("%s under %s is %s", (value, format, expected) => {
    expect(shownText(value, format, false)).toBe(expected);
  });

  it("counts days from 1904 where the workbook does", () => {
    expect(shownText(44195, "yyyy/m/d", true)).toBe("2024/12/31");
    expect(shownText(44195, "0.0", true)).toBe("44195.0");
  });
});
