import { parseFormula, references } from "../../core/formula/index.js";
import { success, fail, type Result } from "../../core/result/index.js";
import type { CellEdit } from "../../core/sheet/index.js";
import type { BookReading } from "./book-reader.js";
import { unknownSheet } from "./unknown-sheet.js";

/** An edit of the joined workbook, and the same in its file. */
export interface OwnEdit {
  readonly asked: CellEdit;
  readonly edit: CellEdit;
  readonly file: number;
}

/** Edits by file, sheets under their own names. Failures: `unknown-sheet`; `formula-other-file`. */
export function ownEdits({ places, snapshots }: BookReading, edits: readonly CellEdit[]): Result<readonly OwnEdit[]> {
  const own: OwnEdit[] = [];
  for (const asked of edits) {
    const place = places.get(asked.sheet);
    if (!place) return unknownSheet(asked.sheet);
    const { content } = asked;
    const names = snapshots[place.file]?.sheets.map(({ name }) => name.toUpperCase()) ?? [];
    if (content.kind === "formula" && snapshots.length > 1 && isForeign(content.formula, names)) {
      return fail(
        "formula-other-file",
        "这个公式引用了另一个文件的工作表，不能写入。请直接填写数值。",
        "The formula refers to a sheet of another file and cannot be written; type the value instead.",
      );
    }
    own.push({ asked, edit: { ...asked, sheet: place.name }, file: place.file });
  }
  return success(own);
}

/** A formula speaks of its own file only. */
function isForeign(formula: string, names: readonly string[]): boolean {
  const parsed = parseFormula(formula);
  return (
    parsed.ok &&
    references(parsed.value).some(
      ({ workbook, sheet }) => workbook !== null || (sheet !== null && !names.includes(sheet.toUpperCase())),
    )
  );
}
