import { success, fail, type Result } from "../../core/result/index.js";
import type { CellEdit } from "../../core/sheet/index.js";
import { cellFormats } from "../../documents/xlsx/index.js";
import type { FileWorkbookHost } from "../../hosts/file/index.js";
import { cellKey, type TypedCell } from "../page-workbook.js";
import type { BookReading } from "./book-reader.js";
import { typedEdits } from "./typed-edits.js";
import { unknownSheet } from "./unknown-sheet.js";

/** What was typed into a sheet of the book, as edits. Failures: `unknown-sheet`, `sheet-unread`, those of `typedEdits`. */
export async function typeCells(
  hosts: readonly FileWorkbookHost[],
  { joined, snapshots, places }: BookReading,
  name: string,
  cells: readonly TypedCell[],
  year: number,
): Promise<Result<readonly CellEdit[]>> {
  const place = places.get(name);
  const sheet = joined.sheets.find((candidate) => candidate.name === name);
  const workbook = place && snapshots[place.file];
  const bytes = place && hosts[place.file]?.bytes();
  if (!sheet || !workbook || !bytes) return unknownSheet(name);
  if (sheet.unread !== null) {
    return fail(
      "sheet-unread",
      `工作表“${name}”未读取，不能修改。`,
      `The sheet “${name}” was not read and cannot be changed.`,
    );
  }
  const empty = cells.filter(
    ({ row, column, text }) => text !== "" && !sheet.rows[row - sheet.top]?.[column - sheet.left],
  );
  const formats = empty.length > 0 ? await cellFormats(bytes, place.name, empty) : success([]);
  if (!formats.ok) return formats;
  const formatAt = new Map(empty.map(({ row, column }, index) => [cellKey("", row, column), formats.value[index]]));
  return typedEdits(
    {
      sheet,
      beside: workbook.sheets.map((other) => other.name),
      date1904: workbook.date1904 === true,
      year,
      emptyFormat: ({ row, column }) => formatAt.get(cellKey("", row, column)) ?? "General",
    },
    cells,
  );
}
