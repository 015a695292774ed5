import { addressOf } from "../../core/sheet/index.js";

interface WrittenPlace {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
}

/** How long after a write its events may still arrive. */
const lateMs = 3_000;

/** Tells the events of our own writes from those of the person, where Excel (before ExcelApi 1.14) does not say. */
export class OwnWrites {
  private readonly places = new Map<string, number>();
  private readonly sheets = new Map<string, number>();
  /** Until when a sheet that comes may be ours. */
  private sheetUntil = -Infinity;

  constructor(private readonly now: () => number) {}

  /** Call before the write; what it returns, when the write has come back. */
  expect(cells: readonly WrittenPlace[]): () => void {
    const keys = cells.map((cell) => `${cell.sheetId}!${addressOf(cell)}`);
    for (const key of keys) this.places.set(key, Infinity);
    return () => {
      for (const key of keys) this.places.set(key, this.now() + lateMs);
    };
  }

  /** Call before a sheet is drawn; what it returns, with the sheet's id (null when there is none), when that has come back. */
  expectSheet(): (sheetId: string | null) => void {
    this.sheetUntil = Infinity;
    return (sheetId) => {
      this.sheetUntil = this.now() + lateMs;
      if (sheetId !== null) this.sheets.set(sheetId, this.sheetUntil);
    };
  }

  /** `address` as an event carries it, without the sheet; empty for a sheet as a whole. */
  includes(sheetId: string, address: string): boolean {
    const now = this.now();
    if ((this.sheets.get(sheetId) ?? -Infinity) >= now || this.sheetUntil === Infinity) return true;
    if (address === "" && this.sheetUntil >= now) return true;
    const key = `${sheetId}!${address}`;
    const until = this.places.get(key);
    if (until === undefined) return false;
    if (until >= now) return true;
    this.places.delete(key);
    return false;
  }
}
