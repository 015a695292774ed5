import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { blockOf, clipboardText } from "../../../src/page/editing/clipboard-text.js";
import { clearedEdits, copiedEdits, copyBlock, isOnClipboard } from "../../../src/page/editing/copied-block.js";
import { pastedCells } from "../../../src/page/editing/pasted-cells.js";
import { sheetOf } from "../../support/sheet.js";

describe("blocks on the clipboard", () => {
  test.each([
    ["a", [["a"]]],
    [
      "a\tb\r\n1\t2\r\n",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "a\t\n\tb",
      [
        ["a", ""],
        ["", "b"],
      ],
    ],
    ['"两\n行"\t"带""引号"""', [["两\n行", '带"引号"']]],
    ['"没有收尾\tb', [['"没有收尾', "b"]]],
    ["", [[""]]],
  ])("%j", (text, block) => expect(blockOf(text)).toEqual(block));

  test("what is copied is pasted the same", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", '"', "\t", "\n", "，", "1", " ") });
    const block = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 2, max: 4 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
      );
    fc.assert(
      fc.property(block, (cells) => {
        // A trailing empty cell of a single column could not be told from the end of the last row.
        expect(blockOf(clipboardText(cells))).toEqual(cells);
      }),
    );
  });

  test("a paste without end is refused, not worked through", () => {
    expect(blockOf("\t".repeat(30_000))).toBeNull();
  });
});

describe("copying on the page", () => {
  const sheet = sheetOf("附件2", [
    ["1", "2", ""],
    ["", "", ""],
  ]);

  test("formulas move along, formats and exact values are kept, empty cells empty what was there", () => {
    const source = {
      ...sheet,
      rows: [
        [{ value: 0.804512, text: "80.45%", formula: "=F6/$E$6", format: "0.00%", isError: false }, null],
        [
          { value: 1, text: "1", formula: null, format: "General", isError: false },
          { value: "x", text: "x", formula: null, format: "General", isError: false },
        ],
      ],
    };
    const copied = copyBlock(source, { top: 0, left: 0, bottom: 0, right: 1 });
    expect(copied.text).toBe("80.45%\t");
    expect(isOnClipboard(copied, "80.45%\t\r\n")).toBe(true);
    expect(isOnClipboard(copied, "80.46%\t")).toBe(false);
    expect(copiedEdits(copied, source, { top: 1, left: 0 })).toEqual([
      {
        sheet: "附件2",
        row: 1,
        column: 0,
        content: { kind: "formula", formula: "=F7/$E$6", cached: null },
        format: "0.00%",
      },
      { sheet: "附件2", row: 1, column: 1, content: { kind: "value", value: null } },
    ]);
    expect(clearedEdits(source, { top: 0, left: 0, bottom: 900, right: 900 })).toHaveLength(3);
  });

  test("one value fills the selection but what merged cells cover; a block keeps its shape", () => {
    const area = { top: 0, left: 0, bottom: 1, right: 1 };
    const merge = { top: 0, left: 0, bottom: 1, right: 0 };
    expect(pastedCells([["5"]], area, [merge]).map(({ row, column }) => [row, column])).toEqual([
      [0, 0],
      [0, 1],
      [1, 1],
    ]);
    expect(pastedCells([["5", "6", "7"]], area, [merge])).toEqual([
      { row: 0, column: 0, text: "5" },
      { row: 0, column: 1, text: "6" },
      { row: 0, column: 2, text: "7" },
    ]);
  });
});
