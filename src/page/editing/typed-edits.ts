import { fail, success, type Result } from "../../core/result/index.js";
import {
  addressOf,
  contains,
  gridOf,
  type CellAddress,
  type CellEdit,
  type SheetSnapshot,
} from "../../core/sheet/index.js";
import type { TypedCell } from "../page-workbook.js";
import { editText } from "./edit-text.js";
import { typedContent } from "./typed-content.js";
import { isFormula, typedFormula } from "./typed-formula.js";

export interface TypingSheet {
  readonly sheet: SheetSnapshot;
  /** Names of the sheets of the same file, for formulas. */
  readonly beside: readonly string[];
  readonly date1904: boolean;
  readonly year: number;
  /** Number format of an empty cell. */
  readonly emptyFormat: (cell: CellAddress) => string;
}

/**
 * What typing or pasting writes. Cells that would hold what they hold already are left out. Failures: those of
 * `typedFormula`; `inside-merge` where something would vanish under a merged cell.
 */
export function typedEdits(
  { sheet, beside, date1904, year, emptyFormat }: TypingSheet,
  cells: readonly TypedCell[],
): Result<readonly CellEdit[]> {
  const grid = gridOf(sheet);
  const edits: CellEdit[] = [];
  for (const { row, column, text: typed } of cells) {
    const text = typed.replace(/\r\n?/g, "\n");
    const merge = sheet.merges.find((area) => contains(area, { row, column }));
    if (merge && (merge.top !== row || merge.left !== column)) {
      if (text === "") continue;
      const address = addressOf({ row, column });
      return fail(
        "inside-merge",
        `${address} 在合并单元格里面，没有写入。请让粘贴的内容与合并单元格对齐，或分几次粘贴。`,
        `${address} lies inside a merged cell; nothing was written. Paste a block that fits the merged cells, or paste it in parts.`,
      );
    }
    const cell = grid.cellAt(row, column);
    if (text === editText(cell, date1904)) continue;
    const format = cell?.format ?? emptyFormat({ row, column });
    const place = { sheet: sheet.name, row, column };
    if (!isFormula(text) || format === "@") {
      edits.push({ ...place, ...typedContent(text, { format, year, date1904 }) });
      continue;
    }
    const formula = typedFormula(text, beside);
    if (!formula.ok) return formula;
    edits.push({ ...place, content: { kind: "formula", formula: formula.value, cached: null } });
  }
  return success(edits);
}
