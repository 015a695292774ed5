import { annexesOf, type AnnexFacts, type FactBook } from "../core/facts/index.js";
import { gridOf, type Area, type Grid, type SheetSnapshot, type WorkbookSnapshot } from "../core/sheet/index.js";
import type { AnnexTable, TableCell, TableRow } from "../documents/docx/index.js";
import type { CellLook, WorkbookAppearance } from "../documents/xlsx/index.js";
import { textWidth } from "./text-lines.js";

/** Beyond these a table is left out: no annex is as large. */
const mostRows = 2_000;
const mostColumns = 60;

/** Every annex of a kind as a Word table: what its sheet shows, hidden rows and columns left out. */
export function annexTables(
  kind: string,
  book: FactBook,
  workbook: WorkbookSnapshot,
  appearance: WorkbookAppearance | null,
): readonly AnnexTable[] {
  return annexesOf(book, kind).flatMap((annex) => {
    const sheet = workbook.sheets.find(({ id, name }) => id === annex.sheetId && name === annex.sheet);
    return sheet ? tableOf(annex, sheet, appearance) : [];
  });
}

function tableOf(
  { range }: AnnexFacts,
  sheet: SheetSnapshot,
  appearance: WorkbookAppearance | null,
): readonly AnnexTable[] {
  const grid = gridOf(sheet);
  const rows = shown(range.top, range.bottom, sheet.hiddenRows).filter((row) => saysSomething(grid, range, row));
  const columns = shown(range.left, range.right, sheet.hiddenColumns);
  if (rows.length === 0 || columns.length === 0 || rows.length > mostRows || columns.length > mostColumns) return [];
  const looks = looksOf(sheet.name, appearance);
  const drawn = rows.map((row): TableRow => ({ cells: rowCells(grid, row, { range, rows, columns }, looks) }));
  const title = Math.max(0, drawn.findIndex(hasSeveralTexts));
  const cells = looks ? drawn : drawn.map((row, index) => (index < title ? withoutFrames(row) : row));
  const widths = appearance?.sheets.get(sheet.name)?.columnWidths;
  return [
    {
      rows: cells,
      widths: widths
        ? columns.map((column) => widths.get(column) ?? standardWidth)
        : estimatedWidths(cells, columns.length),
      headers: headerRows(cells, columns.length),
    },
  ];
}

function hasSeveralTexts({ cells }: TableRow): boolean {
  return cells.filter(({ text }) => text !== "").length > 1;
}

/** A title stands above the lines of its table. */
function withoutFrames({ cells }: TableRow): TableRow {
  return { cells: cells.map((cell) => ({ ...cell, isFramed: false })) };
}

const standardWidth = 8.43;

function shown(from: number, to: number, hidden: readonly number[]): readonly number[] {
  const away = new Set(hidden);
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index).filter((at) => !away.has(at));
}

/** Blank rows between title and table are layout of the sheet. */
function saysSomething(grid: Grid, range: Area, row: number): boolean {
  for (let column = range.left; column <= range.right; column++) {
    const area = grid.areaAt(row, column);
    if (grid.textAt(row, column).trim() !== "" || area.bottom > area.top || area.right > area.left) return true;
  }
  return false;
}

interface Frame {
  readonly range: Area;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

type LookAt = (row: number, column: number) => CellLook | null;

function rowCells(grid: Grid, row: number, { range, rows, columns }: Frame, look: LookAt | null): readonly TableCell[] {
  const cells: TableCell[] = [];
  for (let index = 0; index < columns.length; index += Math.max(1, cells[cells.length - 1]?.columns ?? 1)) {
    const column = columns[index] ?? range.left;
    const area = grid.areaAt(row, column);
    const across = columns.filter((at) => at >= column && at <= area.right).length;
    const down = rows.filter((at) => at >= area.top && at <= area.bottom);
    const text = grid.textAt(row, column).trim();
    const own = look?.(area.top, area.left) ?? null;
    cells.push({
      text,
      columns: Math.max(1, across),
      down: down.length < 2 ? "none" : down[0] === row ? "first" : "further",
      align: own?.horizontal ?? (text.length > longestCentred ? "left" : "center"),
      isBold: own?.bold ?? false,
      isFramed: look === null || (own?.borders.length ?? 0) > 0,
    });
  }
  return cells;
}

/** Characters: forms centre names and figures, and leave sentences to the left. */
const longestCentred = 16;

function looksOf(sheet: string, appearance: WorkbookAppearance | null): LookAt | null {
  const drawn = appearance?.sheets.get(sheet);
  if (!appearance || !drawn) return null;
  const looks = new Map(drawn.cells.map(({ row, column, look }) => [row * 16_384 + column, appearance.looks[look]]));
  return (row, column) => looks.get(row * 16_384 + column) ?? null;
}

/** Where nobody says how wide the columns are: by their texts, within bounds. */
function estimatedWidths(rows: readonly TableRow[], count: number): readonly number[] {
  const widths = Array.from({ length: count }, () => 6);
  for (const { cells } of rows) {
    let at = 0;
    for (const { text, columns } of cells) {
      if (columns === 1) widths[at] = Math.min(20, Math.max(widths[at] ?? 6, textWidth(text)));
      at += columns;
    }
  }
  return widths;
}

/**
 * The title, and the column headers of a table that has one set of them: a form with further headers below repeats its
 * title alone.
 */
function headerRows(rows: readonly TableRow[], count: number): number {
  const title = rows.findIndex(hasSeveralTexts);
  if (title < 0) return 0;
  const first = rows.findIndex(({ cells }) => cells.some(({ text }) => isFigure(text)));
  const isHeader = ({ cells }: TableRow): boolean =>
    cells.length >= Math.min(4, count) &&
    cells.every(({ text, down }) => (text !== "" || down !== "none") && !isFigure(text));
  const isForm = first < 0 || rows.slice(first).some(isHeader);
  return isForm ? Math.min(title, mostHeaders) : Math.min(first, mostHeaders);
}

const mostHeaders = 6;

function isFigure(text: string): boolean {
  return /^[-+]?[\d,]{1,20}(?:\.\d{1,10})?%?$/.test(text);
}
