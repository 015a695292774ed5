import { addressOf, areaAddress, type Area, type CellAddress, type SheetSnapshot } from "../../core/sheet/index.js";

/** What is selected in the view. */
export interface Selection {
  readonly sheet: string;
  readonly area: Area;
  /** The cell that typing goes to; the top left one of a merge. */
  readonly focus: CellAddress;
}

/** As FortuneSheet tells it. */
export interface ViewSelection {
  readonly row: readonly number[];
  readonly column: readonly number[];
  readonly row_focus?: number | undefined;
  readonly column_focus?: number | undefined;
}

export function selectionOf(told: ViewSelection, sheet: SheetSnapshot): Selection {
  const [top = 0, bottom = top] = told.row;
  const [left = 0, right = left] = told.column;
  const area = { top, left, bottom, right };
  const at = { row: told.row_focus ?? top, column: told.column_focus ?? left };
  const merge = mergeAt(sheet, at);
  return { sheet: sheet.name, area, focus: merge ? { row: merge.top, column: merge.left } : at };
}

export function mergeAt(sheet: SheetSnapshot, { row, column }: CellAddress): Area | null {
  const covers = ({ top, left, bottom, right }: Area): boolean =>
    row >= top && row <= bottom && column >= left && column <= right;
  return sheet.merges.find(covers) ?? null;
}

/** `H6` for a cell or a merge, `A1:C3` for more. */
export function selectionName({ area, focus }: Selection, sheet: SheetSnapshot): string {
  const merge = mergeAt(sheet, focus);
  const isOne =
    merge?.top === area.top && merge.left === area.left && merge.bottom === area.bottom && merge.right === area.right;
  return isOne ? addressOf(focus) : areaAddress(area);
}
