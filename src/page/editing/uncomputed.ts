import { recalculate } from "../../core/formula/index.js";
import { fail, success, type Result } from "../../core/result/index.js";
import { addressOf, type CellEdit } from "../../core/sheet/index.js";
import type { Typed } from "../page-workbook.js";
import type { BookReading } from "./book-reader.js";
import { ownEdits } from "./own-edits.js";

/**
 * The formulas whose values these edits would put out of date without our being able to tell the new ones. A formula
 * that comes back to itself is refused: `formula-circular`.
 */
export function uncomputed(reading: BookReading, edits: readonly CellEdit[]): Result<Typed["left"]> {
  const own = ownEdits(reading, edits);
  if (!own.ok) return own;
  const left = reading.snapshots.flatMap(({ sheets }, file) => {
    const mine = own.value.filter((entry) => entry.file === file).map(({ edit }) => edit);
    return mine.length === 0 ? [] : recalculate(sheets, mine).left.map((cell) => ({ ...cell, file }));
  });
  const circular = left.find(
    (cell) =>
      cell.reason === "circular" &&
      own.value.some(
        ({ edit, file }) =>
          file === cell.file && edit.sheet === cell.sheet && edit.row === cell.row && edit.column === cell.column,
      ),
  );
  if (circular) {
    const address = addressOf(circular);
    return fail(
      "formula-circular",
      `${address} 的公式直接或间接引用了自己，没有写入。`,
      `The formula in ${address} refers to itself, directly or in a circle; nothing was written.`,
    );
  }
  const [one] = left;
  return success(one ? { place: `${one.sheet} ${addressOf(one)}`, count: left.length } : null);
}
