import { labelText, type LabelText } from "../core/recognise/index.js";
import type { Cell, SheetSnapshot, WorkbookSnapshot } from "../core/sheet/index.js";

/** A short text of a sheet. */
export interface SheetWord {
  readonly sheet: SheetSnapshot;
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** Labels and titles are short; what is longer tells nothing about the form. */
const longest = 60;

/** Every short text of a workbook. */
export function sheetWords(workbook: WorkbookSnapshot): readonly SheetWord[] {
  const words: SheetWord[] = [];
  for (const sheet of workbook.sheets) {
    sheet.rows.forEach((row, down) =>
      row.forEach((cell, right) => {
        if (isWord(cell)) words.push({ sheet, row: sheet.top + down, column: sheet.left + right, text: cell.text });
      }),
    );
  }
  return words;
}

function isWord(cell: Cell | null): cell is Cell {
  return cell !== null && typeof cell.value === "string" && cell.text.length > 1 && cell.text.length <= longest;
}

/** Texts in the form in which labels are compared; the same text is read once. */
export function labelReader(): (word: SheetWord) => LabelText {
  const read = new Map<string, LabelText>();
  return ({ text }) => {
    const label = read.get(text) ?? labelText(text);
    read.set(text, label);
    return label;
  };
}
