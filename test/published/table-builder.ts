import { columnName, type SheetSnapshot } from "../../src/core/sheet/index.js";
import { sheetOf, type CellText } from "../support/sheet.js";

export interface Span {
  readonly rows?: number;
  readonly columns?: number;
  /** Role under which a test looks the cell up. */
  readonly role?: string;
}

/** A sheet put together cell by cell; remembers where each role went. */
export class TableBuilder {
  readonly places = new Map<string, { readonly row: number; readonly column: number }>();
  private readonly rows: CellText[][] = [];
  private readonly merges: string[] = [];
  /** The row that is being filled. */
  row = 0;

  put(column: number, content: CellText, { rows = 1, columns = 1, role }: Span = {}): void {
    this.at(this.row, column, content);
    if (role !== undefined) this.places.set(role, { row: this.row, column });
    if (rows === 1 && columns === 1) return;
    const last = `${columnName(column + columns - 1)}${this.row + rows}`;
    this.merges.push(`${columnName(column)}${this.row + 1}:${last}`);
  }

  next(): void {
    this.row++;
  }

  sheet(name: string): SheetSnapshot {
    const width = Math.max(...this.rows.map((row) => row.length));
    const full = this.rows.map((row) => Array.from({ length: width }, (_, column): CellText => row[column] ?? null));
    return sheetOf(name, full, { merges: this.merges });
  }

  private at(row: number, column: number, content: CellText): void {
    while (this.rows.length <= row) this.rows.push([]);
    const cells = this.rows[row] ?? [];
    while (cells.length <= column) cells.push(null);
    cells[column] = content;
  }
}
