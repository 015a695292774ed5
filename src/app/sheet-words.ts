import { labelText } from "../core/recognise/index.js";
import type { Cell, SheetSnapshot, WorkbookSnapshot } from "../core/sheet/index.js";

/** A short text of a sheet, in the form in which labels are compared. */
export interface SheetWord {
  readonly sheet: SheetSnapshot;
  readonly row: number;
  readonly column: number;
  readonly plain: string;
  readonly bare: string;
}

/** Labels and titles are short; what is longer tells nothing about the form. */
const longest = 60;

/** Every short text of a workbook that begins like no figure; the same text is read once. */
export function sheetWords(workbook: WorkbookSnapshot): readonly SheetWord[] {
  const read = new Map<string, ReturnType<typeof labelText>>();
  const words: SheetWord[] = [];
  for (const sheet of workbook.sheets) {
    sheet.rows.forEach((row, down) =>
      row.forEach((cell, right) => {
        if (!isWord(cell)) return;
        const text = read.get(cell.text) ?? labelText(cell.text);
        read.set(cell.text, text);
        words.push({ sheet, row: sheet.top + down, column: sheet.left + right, ...text });
      }),
    );
  }
  return words;
}

function isWord(cell: Cell | null): cell is Cell {
  return cell !== null && typeof cell.value === "string" && cell.text.length > 1 && cell.text.length <= longest;
}
