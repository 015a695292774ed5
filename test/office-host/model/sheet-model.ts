import type { Area, Visibility } from "../../../src/core/sheet/index.js";
import { emptyCell, isBlank, type ModelCell } from "./cell.js";
import type { Journal } from "./journal.js";

const columnLimit = 16_384;
const rowLimit = 1_048_576;

export const wholeSheet: Area = { top: 0, left: 0, bottom: rowLimit - 1, right: columnLimit - 1 };

/** One worksheet. Every change goes through the journal, so that it can be undone. */
export class SheetModel {
  readonly cells = new Map<number, ModelCell>();
  merges: Area[] = [];
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  protected = false;
  /** What the add-in said of looks, sizes and print: property of an address → value, the last one said. */
  readonly looks = new Map<string, unknown>();

  constructor(
    readonly id: string,
    public name: string,
    public visibility: Visibility,
    private readonly journal: Journal,
  ) {}

  cell(row: number, column: number): ModelCell {
    return this.cells.get(row * columnLimit + column) ?? emptyCell;
  }

  setCell(row: number, column: number, cell: ModelCell): void {
    const key = row * columnLimit + column;
    const before = this.cells.get(key);
    this.journal.record(() => (before === undefined ? this.cells.delete(key) : this.cells.set(key, before)));
    this.cells.set(key, cell);
  }

  setHidden(axis: "rows" | "columns", index: number, hidden: boolean): void {
    const indices = axis === "rows" ? this.hiddenRows : this.hiddenColumns;
    if (indices.has(index) === hidden) return;
    this.journal.record(() => (hidden ? indices.delete(index) : indices.add(index)));
    if (hidden) indices.add(index);
    else indices.delete(index);
  }

  /** Cells stored in the area, row by row; never walks the empty ones. */
  *storedIn(area: Area): Generator<{ readonly row: number; readonly column: number; readonly cell: ModelCell }> {
    for (const [key, cell] of this.cells) {
      const row = Math.floor(key / columnLimit);
      const column = key % columnLimit;
      if (row >= area.top && row <= area.bottom && column >= area.left && column <= area.right) {
        yield { row, column, cell };
      }
    }
  }

  *storedFormulas(): Generator<{ readonly row: number; readonly column: number; readonly cell: ModelCell }> {
    for (const stored of this.storedIn(wholeSheet)) if (stored.cell.formula !== null) yield stored;
  }

  /** Null when nothing is used. `valuesOnly` leaves out cells that only carry a format, and bare merges. */
  usedArea(valuesOnly: boolean, within: Area = wholeSheet): Area | null {
    let used: Area | null = null;
    for (const { row, column, cell } of this.storedIn(within)) {
      if (valuesOnly && isBlank(cell)) continue;
      used = around(used, { top: row, left: column, bottom: row, right: column });
    }
    if (!valuesOnly) for (const merge of this.merges) used = around(used, merge);
    return used;
  }

  /** The merge that covers the cell, if any. */
  mergeAt(row: number, column: number): Area | null {
    return (
      this.merges.find(
        (area) => row >= area.top && row <= area.bottom && column >= area.left && column <= area.right,
      ) ?? null
    );
  }
}

function around(area: Area | null, other: Area): Area {
  if (area === null) return other;
  return {
    top: Math.min(area.top, other.top),
    left: Math.min(area.left, other.left),
    bottom: Math.max(area.bottom, other.bottom),
    right: Math.max(area.right, other.right),
  };
}

export function intersection(one: Area, other: Area): Area | null {
  const area = {
    top: Math.max(one.top, other.top),
    left: Math.max(one.left, other.left),
    bottom: Math.min(one.bottom, other.bottom),
    right: Math.min(one.right, other.right),
  };
  return area.top <= area.bottom && area.left <= area.right ? area : null;
}
