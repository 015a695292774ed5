import type { CellEdit, SheetTarget } from "../../core/sheet/index.js";

/** The rectangle around the edits of the first one's sheet; null without edits. */
export function targetOf(edits: readonly CellEdit[]): SheetTarget | null {
  const [first] = edits;
  if (!first) return null;
  const { sheet } = first;
  const area = { top: first.row, left: first.column, bottom: first.row, right: first.column };
  for (const { row, column } of edits.filter((edit) => edit.sheet === sheet)) {
    area.top = Math.min(area.top, row);
    area.left = Math.min(area.left, column);
    area.bottom = Math.max(area.bottom, row);
    area.right = Math.max(area.right, column);
  }
  return { sheet, area };
}
