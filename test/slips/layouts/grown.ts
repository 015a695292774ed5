import type { Pack } from "../../../src/core/pack/index.js";
import { moved, otherWords, renamed, withColumnsInserted, withRowsInserted } from "../../fixtures/variants.js";
import type { DrawnBook } from "../drawn-book.js";
import type { SheetFill } from "../fills.js";
import { bookOf, drawSheets } from "./draw.js";

const rows = [7, 20];
const columns = [3];

/** The pack's form after years of use: rows and a column put in, moved, other words, sheets that are called Sheet1. */
export function grownBook(name: string, pack: Pack, fills: readonly SheetFill[], year: number): Promise<DrawnBook> {
  return bookOf(`${name}·加行加列`, pack, drawSheets(pack.forms, fills, year), {
    variant: (book) => renamed(moved(2, 1)(withColumnsInserted(columns)(withRowsInserted(rows)(otherWords(book))))),
    moves: ({ row, column }) => ({
      row: row + rows.filter((inserted) => inserted <= row).length + 2,
      column: column + columns.filter((inserted) => inserted <= column).length + 1,
    }),
  });
}
