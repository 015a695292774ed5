import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recalculate } from "../../../src/core/formula/index.js";
import { addressOf, parseAddress, type CellEdit, type CellValue } from "../../../src/core/sheet/index.js";
import { sheetOf } from "./sheets.js";

function edit(address: string, value: CellValue, sheet = "表"): CellEdit {
  const at = parseAddress(address);
  if (!at) throw new Error(address);
  const formula = typeof value === "string" && value.startsWith("=");
  return {
    sheet,
    ...at,
    content: formula ? { kind: "formula", formula: value, cached: null } : { kind: "value", value },
  };
}

function told(rows: readonly (readonly CellValue[])[], edits: readonly CellEdit[]) {
  const { values, left } = recalculate([sheetOf("表", rows), sheetOf("总", [["=表!B1*2"]])], edits);
  return {
    values: Object.fromEntries(values.map((cell) => [`${cell.sheet}!${addressOf(cell)}`, cell.value])),
    left: left.map((cell) => `${cell.sheet}!${addressOf(cell)} ${cell.reason}`),
  };
}

describe("recalculate", () => {
  it("follows dependents through sheets, in order, and leaves the rest", () => {
    const rows = [
      [1, "=A1+A2", "=B1+A1"],
      [2, "=A2*10", "=SUM(B1:B2)"],
    ];
    expect(told(rows, [edit("A1", 5)])).toEqual({
      values: { "表!B1": 7, "表!C1": 12, "表!C2": 7, "总!A1": 14 },
      left: [],
    });
  });

  it("computes an edited formula itself, also in a cell that was empty", () => {
    expect(told([[1, 2]], [edit("B1", "=A1+1"), edit("D9", "=SUM(A1:B1)")]).values).toEqual({
      "表!B1": 2,
      "总!A1": 4,
      "表!D9": 3,
    });
  });

  it("takes edits together, whatever their order", () => {
    const edits = [edit("C1", "=B1*2"), edit("B1", "=A1*2"), edit("A1", 3)];
    const expected = { "表!B1": 6, "表!C1": 12, "总!A1": 12 };
    expect(told([[1, 1, 1]], edits).values).toEqual(expected);
    expect(told([[1, 1, 1]], [...edits].reverse()).values).toEqual(expected);
  });

  it("leaves out what it cannot compute and all that hangs on it", () => {
    const { values, left } = told([[1, "=VLOOKUP(A1,A:A,1)", "=B1+1", "=A1+1", "={1}+A1"]], [edit("A1", 2)]);
    expect(values).toEqual({ "表!D1": 3 });
    expect([...left].sort()).toEqual(["表!B1 VLOOKUP", "总!A1 VLOOKUP", "表!C1 VLOOKUP"].sort());
  });

  it("takes the told value of an edited formula that it cannot compute", () => {
    const content = { kind: "formula", formula: "=VLOOKUP(1,A:A,1)", cached: 8 } as const;
    const { values, left } = told([[1, 2, "=B1+1"]], [{ sheet: "表", row: 0, column: 1, content }]);
    expect([values, left]).toEqual([{ "表!C1": 9, "总!A1": 16 }, []]);
  });

  it("leaves cycles out", () => {
    const { values, left } = told([[1, "=A1+C1", "=B1", "=A1"]], [edit("A1", 2)]);
    expect(values).toEqual({ "表!D1": 2 });
    expect(left.map((line) => line.split(" ")[1])).toEqual(["circular", "circular", "circular"]);
  });

  it("gives errors as errors, empty results as 0, an emptied cell as nothing", () => {
    const { values } = recalculate([sheetOf("表", [[4, "=1/A1", "=A1", "=COUNTA(A1)"]])], [edit("A1", null)]);
    expect(values.map(({ value, isError }) => [value, isError])).toEqual([
      ["#DIV/0!", true],
      [0, false],
      [0, false],
    ]);
  });

  it("runs down a chain of thousands in order", () => {
    const rows = [[1], ...Array.from({ length: 30_000 }, (_, index) => [`=A${index + 1}+1`])];
    const { values } = recalculate([sheetOf("表", rows)], [edit("A1", 10)]);
    expect(values.at(-1)?.value).toBe(30_010);
  });

  it("agrees with computing everything from scratch", () => {
    const cell = fc.oneof(
      fc.integer({ min: -9, max: 9 }),
      fc.tuple(fc.nat(3), fc.nat(3)).map(([a, b]) => `above ${a} ${b}`),
    );
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2, maxLength: 12 }), fc.integer({ min: -9, max: 9 }), (column, fresh) => {
        const formula = (row: number, text: string): string => {
          const [, a = "0", b = "0"] = text.split(" ");
          const reach = (back: string): number => Math.max(1, row - Number(back));
          return `=A${reach(a)}+SUM(A1:A${reach(b)})`;
        };
        const cells = [1, ...column].map((value, row) => (typeof value === "string" ? formula(row, value) : value));
        const computed: number[] = [];
        cells.forEach((value, row) => {
          if (typeof value === "number") computed.push(row === 0 ? fresh : value);
          else {
            const [, one = "1", last = "1"] = /^=A([0-9]+)\+SUM\(A1:A([0-9]+)\)$/.exec(value) ?? [];
            const total = computed.slice(0, Number(last)).reduce((sum, number) => sum + number, 0);
            computed.push((computed[Number(one) - 1] ?? 0) + total);
          }
        });
        const { values } = recalculate(
          [
            sheetOf(
              "表",
              cells.map((value) => [value]),
            ),
          ],
          [edit("A1", fresh)],
        );
        for (const { row, value } of values) expect(value).toBe(computed[row]);
        expect(values).toHaveLength(cells.filter((value) => typeof value === "string").length);
      }),
    );
  });
});
