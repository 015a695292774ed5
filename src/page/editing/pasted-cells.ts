import { contains, type Area } from "../../core/sheet/index.js";
import type { TypedCell } from "../page-workbook.js";
import { largestPaste } from "./clipboard-text.js";

/** A pasted block at the selection; a single value fills all of the selection but what merged cells cover, as in Excel. */
export function pastedCells(
  block: readonly (readonly string[])[],
  area: Area,
  merges: readonly Area[],
): readonly TypedCell[] {
  const [line] = block;
  const isSingle = block.length === 1 && line?.length === 1;
  if (!isSingle || (area.bottom - area.top + 1) * (area.right - area.left + 1) > largestPaste) {
    return block.flatMap((texts, down) =>
      texts.map((text, across) => ({ row: area.top + down, column: area.left + across, text })),
    );
  }
  const cells: TypedCell[] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      const merge = merges.find((candidate) => contains(candidate, { row, column }));
      if (!merge || (merge.top === row && merge.left === column)) cells.push({ row, column, text: line[0] ?? "" });
    }
  }
  return cells;
}
