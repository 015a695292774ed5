import { addressOf, type Area, type Cell, type CellValue, type SheetSnapshot } from "../../core/sheet/index.js";
import { formulaReader } from "./formulas.js";
import type { RawCell } from "./raw-cell.js";
import { largestNumber, sheetCaps, type RawSheet } from "./sheet-part.js";
import { shownText } from "./shown-text.js";
import { plainStyle, type CellStyle } from "./styles.js";
import type { SheetEntry } from "./workbook-part.js";

/** What the cells of a sheet need from the rest of the workbook. */
export interface SheetSurroundings {
  readonly strings: readonly string[];
  readonly styles: readonly CellStyle[];
  readonly date1904: boolean;
}

/** What stands for a number that Excel could not hold or that is none. */
const noNumber = "#NUM!";

/** The largest rectangle kept in memory; a stray cell far off would span millions of empty ones. */
const maxArea = 400_000;

export function sheetSnapshot(entry: SheetEntry, raw: RawSheet, around: SheetSurroundings): SheetSnapshot {
  if (raw.overCap) return unreadSheet(entry, raw.isProtected, tooManyCells());
  const formulaOf = formulaReader();
  const found: { readonly row: number; readonly column: number; readonly cell: Cell }[] = [];
  let characters = 0;
  for (const cell of raw.cells) {
    const formula = formulaOf(cell);
    characters += formula?.length ?? 0;
    if (characters > sheetCaps.characters) return unreadSheet(entry, raw.isProtected, tooManyCells());
    const read = interpret(cell, formula, raw.isProtected, around);
    if (read) found.push({ ...cell.at, cell: read });
  }
  const used = usedArea(found);
  const height = used.bottom - used.top + 1;
  const width = used.right - used.left + 1;
  if (height * width > maxArea) return unreadSheet(entry, raw.isProtected, farCell(used));

  const rows: (Cell | null)[][] = Array.from({ length: Math.max(height, 0) }, () => []);
  for (const { row, column, cell } of found) {
    const line = rows[row - used.top];
    if (!line) continue;
    while (line.length < column - used.left) line.push(null);
    line[column - used.left] = cell;
  }
  return {
    id: entry.name,
    name: entry.name,
    visibility: entry.visibility,
    isProtected: raw.isProtected,
    top: found.length === 0 ? 0 : used.top,
    left: found.length === 0 ? 0 : used.left,
    rows,
    merges: raw.merges.flatMap((area) => clamped(area, used)),
    hiddenRows: raw.hiddenRows.filter((row) => row >= used.top && row <= used.bottom),
    hiddenColumns: hiddenWithin(raw.hiddenColumns, used),
    unread: null,
  };
}

export function unreadSheet(entry: SheetEntry, isProtected: boolean, reason: string): SheetSnapshot {
  return {
    id: entry.name,
    name: entry.name,
    visibility: entry.visibility,
    isProtected,
    top: 0,
    left: 0,
    rows: [],
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    unread: reason,
  };
}

/** Null for a cell that holds nothing: without formula, and no value or an empty text. */
function interpret(
  raw: RawCell,
  formula: string | null,
  isProtected: boolean,
  { strings, styles, date1904 }: SheetSurroundings,
): Cell | null {
  const style = styles[raw.style] ?? plainStyle;
  const value = valueOf(raw, strings, date1904);
  const isError = raw.type === "e" || (raw.type === "n" && value === noNumber);
  if ((value === null || value === "") && formula === null) return null;
  return {
    value,
    text: isError ? String(value) : shownText(value, style.format, date1904),
    formula,
    format: style.format,
    isError,
    writable: !(isProtected && style.locked),
  };
}

function valueOf({ type, value }: RawCell, strings: readonly string[], date1904: boolean): CellValue {
  if (value === null) return null;
  switch (type) {
    case "s":
      return /^[0-9]{1,9}$/.test(value.trim()) ? (strings[Number(value)] ?? null) : null;
    case "str":
    case "inlineStr":
    case "e":
      return value;
    case "b":
      return value.trim() === "1" || value.trim() === "true";
    case "d":
      return serialOf(value, date1904) ?? value;
    default: {
      if (value.trim() === "") return null;
      const number = Number(value);
      return Math.abs(number) <= largestNumber ? number : noNumber;
    }
  }
}

/** ISO 8601 dates are allowed in strict files; the sheet works with their serial number. */
function serialOf(text: string, date1904: boolean): number | null {
  const milliseconds = Date.parse(/[Zz]$/.test(text) ? text : /T/.test(text) ? `${text}Z` : text);
  if (Number.isNaN(milliseconds)) return null;
  const days = milliseconds / 86_400_000 + 25_569;
  return Number((date1904 ? days - 1462 : days).toFixed(9));
}

function usedArea(cells: readonly { readonly row: number; readonly column: number }[]): Area {
  let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
  for (const { row, column } of cells) {
    top = Math.min(top, row);
    left = Math.min(left, column);
    bottom = Math.max(bottom, row);
    right = Math.max(right, column);
  }
  return bottom < 0 ? { top: 0, left: 0, bottom: -1, right: -1 } : { top, left, bottom, right };
}

/** Merges that touch the used range; one that runs on over the grid is cut a little beyond it. */
function clamped(area: Area, used: Area): readonly Area[] {
  if (area.top > used.bottom || area.left > used.right || area.bottom < used.top || area.right < used.left) return [];
  return [{ ...area, bottom: Math.min(area.bottom, used.bottom + 100), right: Math.min(area.right, used.right + 30) }];
}

function hiddenWithin(spans: RawSheet["hiddenColumns"], used: Area): readonly number[] {
  const columns = new Set<number>();
  for (const { from, to } of spans) {
    for (let column = Math.max(from, used.left); column <= Math.min(to, used.right); column++) columns.add(column);
  }
  return [...columns].sort((a, b) => a - b);
}

function tooManyCells(): string {
  return `工作表内容过大（超过 ${sheetCaps.cells} 个单元格或 4 MB 文字），不像附表，未读取。`;
}

function farCell(used: Area): string {
  const far = addressOf({ row: used.bottom, column: used.right });
  return `表格范围延伸到 ${far}，远离正文处有多余内容，未读取。请删除远处的空白行列或多余字符后再试。`;
}
