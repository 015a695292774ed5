import type { CellRef } from "../core/facts/index.js";
import { type Cell, gridOf, type WorkbookSnapshot } from "../core/sheet/index.js";

/** The cells of a workbook as a write-back asks for them. */
export interface ScoreCells {
  /** Null for an empty cell. */
  at(cell: CellRef): Cell | null;
  /** Text that a person wrote; figures kept as text and marks of nothing are none. */
  isProse(cell: CellRef): boolean;
  /** Where the cell holds a plain number, as Excel would compute with it; else null. */
  number(cell: CellRef | null | undefined): number | null;
  /** Shown as a share: 95% is stored as 0.95. */
  isPercent(cell: CellRef): boolean;
}

export function scoreCells(workbook: WorkbookSnapshot): ScoreCells {
  const grids = new Map(workbook.sheets.map((sheet) => [sheet.name, gridOf(sheet)]));
  const at = ({ sheet, row, column }: CellRef): Cell | null => grids.get(sheet)?.cellAt(row, column) ?? null;
  return {
    at,
    isProse: (cell) => {
      const found = at(cell);
      const isText = typeof found?.value === "string" && !found.isError && found.formula === null;
      return isText && !/^[\s\d.,，%％分—–/-]*$/.test(String(found.value));
    },
    number: (cell) => {
      const value = cell ? at(cell)?.value : null;
      return typeof value === "number" ? value : null;
    },
    isPercent: (cell) => at(cell)?.format.includes("%") ?? false,
  };
}
