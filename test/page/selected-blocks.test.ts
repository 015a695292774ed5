import { describe, expect, test } from "vitest";
import { selectedBlocks, type SelectionView } from "../../src/page/selected-blocks.js";

const view = (blocks: ReturnType<SelectionView["getSelection"]>): SelectionView => ({
  getSheet: () => ({ name: "附件2" }),
  getSelection: () => blocks,
});

describe("what is selected in the sheet view", () => {
  test.each([
    ["no sheet is shown", null, []],
    ["nothing", view(undefined), []],
    [
      "a block",
      view([{ row: [3, 5], column: [1, 2] }]),
      [{ sheet: "附件2", area: { top: 3, left: 1, bottom: 5, right: 2 } }],
    ],
    [
      "two blocks",
      view([
        { row: [0, 0], column: [0, 0] },
        { row: [2, 2], column: [2, 2] },
      ]),
      [
        { sheet: "附件2", area: { top: 0, left: 0, bottom: 0, right: 0 } },
        { sheet: "附件2", area: { top: 2, left: 2, bottom: 2, right: 2 } },
      ],
    ],
  ])("%s", (_, shown, blocks) => {
    expect(selectedBlocks(shown)).toEqual(blocks);
  });
});
