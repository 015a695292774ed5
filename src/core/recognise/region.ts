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

export function regionOf(grid: Grid, area: Area, cells: readonly TextCell[]): Region {
  return { grid, area, cells: cells.filter((cell) => cell.area.top >= area.top && cell.area.top <= area.bottom) };
}

export function findLabel(region: Region, matcher: LabelMatcher): TextCell | null {
  return region.cells.find((cell) => matcher.match(cell.label) !== null) ?? null;
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
