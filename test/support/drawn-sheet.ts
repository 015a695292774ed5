import type { CellValue, SheetSnapshot } from "../../src/core/sheet/index.js";
import { cellOf } from "./sheet.js";

/** A cell as it is drawn, with the role that it plays in the annex (`fund.total.rate`), if any. */
export interface DrawnCell {
  readonly row: number;
  readonly column: number;
  /** Rows and columns covered. */
  readonly height: number;
  readonly width: number;
  readonly value: CellValue;
  readonly role: string | null;
  /** Printed by the form rather than filled in. */
  readonly isLabel: boolean;
}

/** Cells on an endless sheet; later changes (inserted rows, retyped labels) keep track of every role. */
export class DrawnSheet {
  cells: DrawnCell[] = [];

  label(row: number, column: number, value: string, width = 1, height = 1): void {
    this.cells.push({ row, column, width, height, value, role: null, isLabel: true });
  }

  value(row: number, column: number, role: string | null, value: CellValue, width = 1, height = 1): void {
    this.cells.push({ row, column, width, height, value, role, isLabel: false });
  }

  /** An empty row (or column) before this one; merges over the place grow. */
  insert(axis: "row" | "column", before: number): void {
    const size = axis === "row" ? "height" : "width";
    this.cells = this.cells.map((cell) => {
      if (cell[axis] >= before) return { ...cell, [axis]: cell[axis] + 1 };
      return cell[axis] + cell[size] > before ? { ...cell, [size]: cell[size] + 1 } : cell;
    });
  }

  move(rows: number, columns: number): void {
    this.cells = this.cells.map((cell) => ({ ...cell, row: cell.row + rows, column: cell.column + columns }));
  }

  retype(change: (text: string) => string): void {
    this.cells = this.cells.map((cell) =>
      cell.isLabel && typeof cell.value === "string" ? { ...cell, value: change(cell.value) } : cell,
    );
  }

  /** Merges undone: the text stays in the first cell. */
  unmerge(isMeant: (cell: DrawnCell) => boolean): void {
    this.cells = this.cells.map((cell) => (isMeant(cell) ? { ...cell, height: 1, width: 1 } : cell));
  }

  add(other: DrawnSheet): void {
    this.cells.push(...other.cells);
  }

  get bottom(): number {
    return Math.max(-1, ...this.cells.map(({ row, height }) => row + height - 1));
  }

  get right(): number {
    return Math.max(-1, ...this.cells.map(({ column, width }) => column + width - 1));
  }

  snapshot(name: string): SheetSnapshot {
    const rows = Array.from({ length: this.bottom + 1 }, () =>
      new Array<ReturnType<typeof cellOf>>(this.right + 1).fill(null),
    );
    for (const { row, column, value } of this.cells) {
      const at = rows[row];
      if (!at || at[column]) throw new Error(`two cells at ${row}:${column}`);
      at[column] = value === null || value === "" ? null : cellOf(value);
    }
    return {
      id: name,
      name,
      visibility: "visible",
      isProtected: false,
      top: 0,
      left: 0,
      rows,
      merges: this.cells
        .filter(({ width, height }) => width > 1 || height > 1)
        .map(({ row, column, width, height }) => ({
          top: row,
          left: column,
          bottom: row + height - 1,
          right: column + width - 1,
        })),
      hiddenRows: [],
      hiddenColumns: [],
      unread: null,
    };
  }
}
