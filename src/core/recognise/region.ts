import type { RoleType } from "../pack/index.js";
import type { Area, Grid } from "../sheet/index.js";
import { labelText, type LabelMatcher, type LabelText } from "./label.js";
import type { PlacedCell } from "./placed.js";

/** A non-empty cell, with its text in comparable form. */
export interface TextCell {
  readonly area: Area;
  readonly text: string;
  readonly label: LabelText;
}

/** Part of a sheet that holds (at most) one annex. */
export interface Region {
  readonly grid: Grid;
  readonly area: Area;
  /** Cells with text, in reading order. */
  readonly cells: readonly TextCell[];
  /** Those that may be labels: not figures, not long texts. */
  readonly words: readonly TextCell[];
  /** Those that begin in a row, from left to right. */
  rowCells(row: number): readonly TextCell[];
  /** Printed by the form, as far as the pack knows it. */
  isLabel(label: LabelText): boolean;
}

/** Every non-empty cell of a sheet once, merges by their top-left cell. */
export function textCells(grid: Grid): TextCell[] {
  const cells: TextCell[] = [];
  const { sheet } = grid;
  sheet.rows.forEach((row, rowIndex) => {
    row.forEach((cell, columnIndex) => {
      if (!cell || cell.text === "") return;
      const at = { row: sheet.top + rowIndex, column: sheet.left + columnIndex };
      const area = grid.areaAt(at.row, at.column);
      if (area.top !== at.row || area.left !== at.column) return;
      cells.push({ area, text: cell.text, label: labelText(cell.text) });
    });
  });
  return cells;
}

/** `cells` are those of the whole sheet, in reading order. */
export function regionOf(grid: Grid, area: Area, cells: readonly TextCell[]): Region {
  const inRows = cells.slice(firstFrom(cells, area.top), firstFrom(cells, area.bottom + 1));
  const isWhole = area.left <= grid.bounds.left && area.right >= grid.bounds.right;
  const inside = isWhole
    ? inRows
    : inRows.filter((cell) => cell.area.left >= area.left && cell.area.left <= area.right);
  const rows = new Map<number, TextCell[]>();
  for (const cell of inside) {
    const row = rows.get(cell.area.top);
    if (row) row.push(cell);
    else rows.set(cell.area.top, [cell]);
  }
  const words = inside.filter(isWord);
  return { grid, area, cells: inside, words, rowCells: (row) => rows.get(row) ?? noCells, isLabel: () => false };
}

/** Labels are short; what is longer is a text. */
const longestLabel = 60;

function isWord({ label: { plain } }: TextCell): boolean {
  return plain.length <= longestLabel && !/^[-\d.,%]*$/.test(plain);
}

const noCells: readonly TextCell[] = [];

/** Index of the first cell that begins in this row or below. */
function firstFrom(cells: readonly TextCell[], row: number): number {
  let [from, to] = [0, cells.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((cells[middle]?.area.top ?? row) < row) from = middle + 1;
    else to = middle;
  }
  return from;
}

export function findLabel(region: Region, matcher: LabelMatcher): TextCell | null {
  return region.words.find((cell) => matcher.match(cell.label) !== null) ?? null;
}

/** The cell at a position as the holder of a role. */
export function placeCell(
  grid: Grid,
  row: number,
  column: number,
  role: { readonly type: RoleType; readonly unit?: string | undefined },
  label: string,
): PlacedCell {
  const area = grid.areaAt(row, column);
  const cell = grid.cellAt(row, column);
  return {
    node: "cell",
    type: role.type,
    unit: role.unit ?? null,
    label,
    area,
    cell,
    text: cell?.text ?? "",
    inText: false,
  };
}
