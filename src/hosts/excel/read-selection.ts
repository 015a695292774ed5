import { fail, success, type Result } from "../../core/result/index.js";
import type { SheetTarget } from "../../core/sheet/index.js";
import { codeOf } from "./excel-failure.js";

/**
 * The selected block of cells, in one sync. Excel refuses with `InvalidSelection` where several blocks are selected, or a
 * chart or a shape. (`getSelectedRanges` would tell these apart, but loading its areas hangs on a whole selected sheet.)
 * Throws Office's other errors.
 */
export async function readSelection(): Promise<Result<SheetTarget>> {
  try {
    return await Excel.run(async (context) => {
      const range = context.workbook.getSelectedRange().untrack();
      range.load("rowIndex,columnIndex,rowCount,columnCount");
      range.worksheet.load("name");
      await context.sync();
      const { rowIndex: top, columnIndex: left, rowCount, columnCount } = range;
      const area = { top, left, bottom: top + rowCount - 1, right: left + columnCount - 1 };
      return success({ sheet: range.worksheet.name, area });
    });
  } catch (error) {
    if (codeOf(error) !== "InvalidSelection") throw error;
    return notOneBlock;
  }
}

const notOneBlock = fail(
  "no-selection",
  "选中的不是一处单元格（可能选了几块，或选了图表、图片）。请只选中一个单元格再试。",
  "What is selected is not one block of cells (several blocks, a chart or a picture). Select a single cell and try again.",
);
