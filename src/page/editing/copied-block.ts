import { shiftFormula } from "../../core/formula/index.js";
import { gridOf, type Area, type Cell, type CellEdit, type SheetSnapshot } from "../../core/sheet/index.js";
import { blockOf, clipboardText } from "./clipboard-text.js";

/** A block copied on this page: pasted here it keeps formulas, exact values and number formats. */
export interface CopiedBlock {
  /** As it stands on the clipboard; something else there means that something else was copied since. */
  readonly text: string;
  readonly area: Area;
  readonly cells: readonly (readonly (Cell | null)[])[];
}

export function copyBlock(sheet: SheetSnapshot, area: Area): CopiedBlock {
  const grid = gridOf(sheet);
  const bottom = Math.min(area.bottom, Math.max(grid.bounds.bottom, area.top));
  const right = Math.min(area.right, Math.max(grid.bounds.right, area.left));
  const own = (row: number, column: number): Cell | null => {
    const merge = grid.areaAt(row, column);
    return merge.top === row && merge.left === column ? grid.cellAt(row, column) : null;
  };
  const cells = span(area.top, bottom).map((row) => span(area.left, right).map((column) => own(row, column)));
  const text = clipboardText(cells.map((row) => row.map((cell) => cell?.text ?? "")));
  return { text, area: { ...area, bottom, right }, cells };
}

/** Does the clipboard still hold this block? */
export function isOnClipboard(copied: CopiedBlock, text: string): boolean {
  const [there, ours] = [blockOf(text), blockOf(copied.text)];
  return JSON.stringify(there) === JSON.stringify(ours);
}

/** The block written with its top left cell at `top`, `left`; relative references move along. Covered cells of merges are left alone. */
export function copiedEdits(
  { area, cells }: CopiedBlock,
  sheet: SheetSnapshot,
  { top, left }: Pick<Area, "top" | "left">,
): readonly CellEdit[] {
  const grid = gridOf(sheet);
  return cells.flatMap((line, down) =>
    line.flatMap((cell, across): CellEdit[] => {
      const [row, column] = [top + down, left + across];
      const merge = grid.areaAt(row, column);
      if (merge.top !== row || merge.left !== column) return [];
      const there = grid.cellAt(row, column);
      if (cell === null)
        return there ? [{ sheet: sheet.name, row, column, content: { kind: "value", value: null } }] : [];
      const format = cell.format === (there?.format ?? "General") ? {} : { format: cell.format };
      const content: CellEdit["content"] =
        cell.formula === null
          ? { kind: "value", value: cell.value }
          : { kind: "formula", formula: shiftFormula(cell.formula, top - area.top, left - area.left), cached: null };
      return [{ sheet: sheet.name, row, column, content, ...format }];
    }),
  );
}

/** The filled cells of the area emptied. */
export function clearedEdits(sheet: SheetSnapshot, area: Area): readonly CellEdit[] {
  const { bounds } = gridOf(sheet);
  const rows = span(Math.max(area.top, bounds.top), Math.min(area.bottom, bounds.bottom));
  const columns = span(Math.max(area.left, bounds.left), Math.min(area.right, bounds.right));
  return rows.flatMap((row) =>
    columns.flatMap((column): CellEdit[] =>
      sheet.rows[row - sheet.top]?.[column - sheet.left]
        ? [{ sheet: sheet.name, row, column, content: { kind: "value", value: null } }]
        : [],
    ),
  );
}

function span(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}
