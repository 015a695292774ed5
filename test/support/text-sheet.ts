import type { SheetSnapshot } from "../../src/core/sheet/index.js";
import { sheetOf, type CellText } from "./sheet.js";

/** A sheet from lines of cells parted by `|`; figures become numbers, `~` a line break, nothing an empty cell. */
export function textSheet(name: string, lines: string, merges: readonly string[] = []): SheetSnapshot {
  const rows = lines
    .trim()
    .split("\n")
    .map((line) => line.split("|").map(cellText));
  return sheetOf(name, rows, { merges });
}

function cellText(cell: string): CellText {
  const text = cell.trim();
  if (text === "" || text === ".") return null;
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text.replaceAll("~", "\n");
}
