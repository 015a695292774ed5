import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  evaluate,
  parseFormula,
  references,
  shiftFormula,
  storedValues,
  type Outcome,
} from "../../../src/core/formula/index.js";
import { areaAddress } from "../../../src/core/sheet/index.js";
import { sheetOf } from "./sheets.js";

const sheets = [
  sheetOf("Sheet1", [
    [12.95, 11.83, "文", true, null],
    [15.5, 15.5, "12", false, "#DIV/0!"],
    [0.1, 0.2, "1,234.5", null, "2024-1-1"],
  ]),
  sheetOf("附件 1", [[28.45, "O'k"]]),
  sheetOf("2024", [[7]]),
];
const sourceOf = storedValues(sheets);

function said(outcome: Outcome): string {
  if (outcome.kind === "error") return outcome.code;
  if (outcome.kind === "unsupported") return `? ${outcome.reason}`;
  const { value } = outcome;
  return value === null ? "empty" : typeof value === "object" ? value.toString() : String(value);
}

function result(formula: string): string {
  const parsed = parseFormula(formula);
  return parsed.ok ? said(evaluate(parsed.value, sourceOf("Sheet1"))) : parsed.failure.code;
}

describe("evaluate", () => {
  it.each([
    ["=1+2*3", "7"],
    ["=(1+2)*3", "9"],
    ["=-2^2", "4"],
    ["=2^3^2", "64"],
    ["=2^-2", "0.25"],
    ["=50%*4", "2"],
    ["=10-2-3", "5"],
    ["=1E3+.5", "1000.5"],
    ["=--3", "3"],
    ["=A1+A2", "28.45"],
    ["=A3+B3=0.3", "true"],
    ["=1/3*3=1", "true"],
    ["=SUM(A1:A2)", "28.45"],
    ["=SUM(A:A,1)", "29.55"],
    ['=SUM($A$1:B$2,"3",TRUE)', "59.78"],
    ["=SUM(C1:D3)", "0"],
    ["='附件 1'!A1-SUM(A1:A2)", "0"],
    ["=2024!A1*2", "14"],
    ["=Sheet9!A1", "#REF!"],
    ["=SUM(1:1)", "24.78"],
    ["=B1/A1", "0.913513513513513513513514"],
    ["=ROUND(B1/A1,4)", "0.9135"],
    ["=ROUND(1.005,2)", "1.01"],
    ["=ROUND(-2.5,0)", "-3"],
    ["=ROUND(1234.5,-2)", "1200"],
    ["=ROUNDUP(1.001,2)", "1.01"],
    ["=ROUNDDOWN(-1.009,2)", "-1"],
    ["=INT(-1.5)", "-2"],
    ["=MOD(-3,2)", "1"],
    ["=ABS(-3)", "3"],
    ["=MIN(A1:B3)", "0.1"],
    ["=MAX(A1:B3,20)", "20"],
    ["=MAX(C1:C1)", "0"],
    ["=AVERAGE(A1:A2)", "14.225"],
    ["=AVERAGE(C1)", "#DIV/0!"],
    ["=COUNT(A1:E3)", "6"],
    ["=COUNTA(A1:E3)", "13"],
    ["=PRODUCT(A2,2)", "31"],
    ['=IF(A1>B1,"超","未")', "超"],
    ["=IF(A1<B1,1/0)", "false"],
    ["=IF(TRUE,,1)", "0"],
    ['=IFERROR(1/0,"——")', "——"],
    ["=IFERROR(E2,1)", "1"],
    ["=IFNA(1/0,1)", "#DIV/0!"],
    ["=AND(A1>1,D1)", "true"],
    ["=OR(D2,FALSE)", "false"],
    ["=NOT(A1)", "false"],
    ["=N(C1)+N(D1)", "1"],
    ["=ISNUMBER(A1)&ISTEXT(C1)&ISBLANK(E1)", "TRUETRUETRUE"],
    ["=C2+1", "13"],
    ["=C3+1", "1235.5"],
    ["=C1+1", "#VALUE!"],
    ["=E3+1", "? 2024-1-1"],
    ["=E2+1", "#DIV/0!"],
    ["=SUM(A1,E2)", "#DIV/0!"],
    ["=#REF!+1", "#REF!"],
    ["=Sheet1!#REF!", "#REF!"],
    ['="a""b"&1.50', 'a"b1.5'],
    ['="B"="b"', "true"],
    ['=1<"a"', "true"],
    ["=E1=0", "true"],
    ["=E1", "empty"],
    ["=VLOOKUP(A1,A:B,2)", "? VLOOKUP"],
    ["=IFERROR(VLOOKUP(1),2)", "? VLOOKUP"],
    ["=合计", "? 合计"],
    ["=A1:A2*2", "? :"],
    ["=[1]Sheet1!A1", "? [1]"],
    ["=SUM(Sheet1:Sheet3!A1)", "? Sheet1:Sheet3!"],
    ["=9^9^9^9", "#NUM!"],
    ["=4^0.5", "? ^"],
    ["=0^0", "#NUM!"],
    ["=1+", "formula-unread"],
    ["=(1", "formula-unread"],
    ["=SUM(1", "formula-unread"],
    ["={1,2}", "formula-unread"],
    ["=Table1[列]", "formula-unread"],
    ["=", "formula-unread"],
    [`=${"(".repeat(70)}1${")".repeat(70)}`, "formula-too-long"],
    [`=${"-".repeat(70)}1`, "formula-too-long"],
    [`=${"1+".repeat(5000)}1`, "formula-too-long"],
  ])("%s is %s", (formula, expected) => {
    expect(result(formula)).toBe(expected);
  });

  it("computes a long sum and keeps products finite", () => {
    expect(result(`=${"1+".repeat(3000)}1`)).toBe("3001");
    expect(Number(result(`=${"1.23456789*".repeat(700)}1`))).toBeCloseTo(1.23456789 ** 700, -55);
  });

  it("agrees with plain arithmetic on whole numbers", () => {
    const operators = fc.constantFrom("+", "-", "*");
    fc.assert(
      fc.property(fc.array(fc.tuple(operators, fc.integer({ min: 0, max: 99 })), { maxLength: 8 }), (steps) => {
        const text = `1${steps.map(([operator, number]) => `${operator}${number}`).join("")}`;
        const terms = text.split(/(?<=[0-9])(?=[+-])/).map((term) => {
          const [first = "0", ...factors] = term.split("*");
          return factors.reduce((product, factor) => product * Number(factor), Number(first));
        });
        expect(Number(result(`=${text}`))).toBe(terms.reduce((total, term) => total + term, 0));
      }),
    );
  });

  it("never throws, whatever is typed", () => {
    const piece = fc.constantFrom(
      "A1",
      ":",
      "(",
      ")",
      "SUM",
      "'",
      '"',
      "!",
      ",",
      "+",
      "%",
      "^",
      "1",
      "[",
      "]",
      "附",
      "$",
      " ",
      "#REF!",
      "{",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        expect(typeof result(`=${pieces.join("")}`)).toBe("string");
      }),
      { numRuns: 2000 },
    );
  });
});

describe("references", () => {
  it("tells sheets, workbooks and areas in order", () => {
    const parsed = parseFormula("='附''件'!$B$2+SUM(A1:C3,2:3,D:D)+'C:\\表\\[x.xlsx]S'!A1+[2]S!A1+Name1");
    const found = parsed.ok ? references(parsed.value) : [];
    expect(found.map(({ workbook, sheet, area }) => [workbook, sheet, areaAddress(area)])).toEqual([
      [null, "附'件", "B2"],
      [null, null, "A1:C3"],
      [null, null, "A2:XFD3"],
      [null, null, "D1:D1048576"],
      ["x.xlsx", "S", "A1"],
      ["2", "S", "A1"],
    ]);
  });
});

describe("shiftFormula", () => {
  it.each([
    ["=A1+$A1+A$1+$A$1", 1, 1, "=B2+$A2+B$1+$A$1"],
    ["=SUM(A:B,1:2,$C:$C)", 1, 1, "=SUM(B:C,2:3,$C:$C)"],
    ["='A1 表'!A1&\"A1\"", 2, 0, "='A1 表'!A3&\"A1\""],
    ["=A1", -1, 0, "=#REF!"],
    ["=LOG10(A1)+TAX_2024", 0, 1, "=LOG10(B1)+TAX_2024"],
    ["=2024!A1", 1, 0, "=2024!A2"],
  ])("%s moved by %i, %i is %s", (formula, rows, columns, expected) => {
    expect(shiftFormula(formula, rows, columns)).toBe(expected);
  });

  it("comes back when moved back", () => {
    const corner = fc.tuple(
      fc.boolean(),
      fc.integer({ min: 40, max: 90 }),
      fc.boolean(),
      fc.integer({ min: 40, max: 900 }),
    );
    fc.assert(
      fc.property(
        corner,
        fc.integer({ min: -30, max: 30 }),
        fc.integer({ min: -30, max: 30 }),
        ([a, column, b, row], rows, columns) => {
          const name = String.fromCharCode(65 + Math.floor(column / 26) - 1, 65 + (column % 26));
          const formula = `=${a ? "$" : ""}${name}${b ? "$" : ""}${row}*2`;
          expect(shiftFormula(shiftFormula(formula, rows, columns), -rows, -columns)).toBe(formula);
        },
      ),
    );
  });
});
