import type { WorkbookInstance } from "@fortune-sheet/react";
import type { Cell, SheetSnapshot, WorkbookSnapshot } from "../core/sheet/index.js";
import type { CellLook, SheetAppearance, WorkbookAppearance } from "../documents/xlsx/index.js";
import { cellKey } from "./page-workbook.js";

export type ViewSheet = Parameters<WorkbookInstance["updateSheet"]>[0][number];
export type ViewCell = NonNullable<NonNullable<ViewSheet["celldata"]>[number]["v"]>;

/** A written cell is shown on this until the workbook is saved. */
export const changedFill = "#FFF4CE";

const pixelsPerCharacter = 7;
const pixelsPerPoint = 96 / 72;
const viewCaps = { rows: 2_000, columns: 200 } as const;

/** The workbook as FortuneSheet takes it: shown texts, merges, and how it looks. `changed` holds `sheet!row,column`. */
export function sheetData(
  workbook: WorkbookSnapshot,
  appearance: WorkbookAppearance | null,
  changed: ReadonlySet<string>,
): ViewSheet[] {
  const first = Math.max(
    0,
    workbook.sheets.findIndex((sheet) => sheet.visibility === "visible"),
  );
  return workbook.sheets.map((sheet, order) => ({
    ...viewSheet(sheet, appearance, changed),
    order,
    status: order === first ? 1 : 0,
    hide: sheet.visibility === "visible" ? 0 : 1,
  }));
}

function viewSheet(
  sheet: SheetSnapshot,
  appearance: WorkbookAppearance | null,
  changed: ReadonlySet<string>,
): ViewSheet {
  const looks = appearance?.sheets.get(sheet.name) ?? null;
  const cells = new Map<string, { r: number; c: number; v: ViewCell }>();
  const borders: unknown[] = [];
  const cellAt = (row: number, column: number): ViewCell => {
    const key = `${row}_${column}`;
    const known = cells.get(key);
    if (known) return known.v;
    const made = { r: row, c: column, v: {} };
    cells.set(key, made);
    return made.v;
  };
  let lastRow = 0;
  let lastColumn = 0;
  const reach = (row: number, column: number): boolean => {
    if (row >= viewCaps.rows || column >= viewCaps.columns) return false;
    lastRow = Math.max(lastRow, row);
    lastColumn = Math.max(lastColumn, column);
    return true;
  };
  for (const { row, column, look: index } of looks?.cells ?? []) {
    const look = appearance?.looks[index];
    if (!look || !reach(row, column)) continue;
    Object.assign(cellAt(row, column), styleOf(look));
    if (look.borders.length > 0) borders.push(borderOf(row, column, look));
  }
  sheet.rows.forEach((line, down) =>
    line.forEach((cell, across) => {
      const row = sheet.top + down;
      const column = sheet.left + across;
      if (cell && reach(row, column)) Object.assign(cellAt(row, column), contentOf(cell));
    }),
  );
  const merge: Record<string, { r: number; c: number; rs: number; cs: number }> = {};
  for (const { top, left, bottom, right } of sheet.merges) {
    if (bottom >= viewCaps.rows || right >= viewCaps.columns) continue;
    reach(bottom, right);
    const area = { r: top, c: left, rs: bottom - top + 1, cs: right - left + 1 };
    merge[`${top}_${left}`] = area;
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        cellAt(row, column).mc = row === top && column === left ? area : { r: top, c: left };
      }
    }
  }
  for (const { r, c, v } of cells.values()) {
    if (changed.has(cellKey(sheet.name, r, c))) v.bg = changedFill;
  }
  return {
    // File workbooks have no ids; names are told apart where several files are open.
    id: sheet.name,
    name: sheet.name,
    row: lastRow + 6,
    column: Math.max(lastColumn + 2, 8),
    celldata: [...cells.values()],
    luckysheet_select_save: [{ row: [0, 0], column: [0, 0] }],
    showGridLines: looks === null ? 1 : 0,
    config: {
      merge,
      borderInfo: borders,
      columnlen: scaled(looks?.columnWidths, (width) => Math.round(width * pixelsPerCharacter + 5)),
      rowlen: scaled(looks?.rowHeights, (height) => Math.round(height * pixelsPerPoint)),
      rowhidden: Object.fromEntries(sheet.hiddenRows.map((row) => [row, 0])),
      colhidden: Object.fromEntries(sheet.hiddenColumns.map((column) => [column, 0])),
    },
  };
}

function contentOf({ value, text, formula, isError }: Cell): ViewCell {
  const isNumber = typeof value === "number";
  return {
    ...(value === null ? {} : { v: value }),
    m: text,
    ct: { fa: "General", t: isError ? "e" : isNumber ? "n" : "s" },
    // Shown in the formula bar only: the view's own calculation stays off.
    ...(formula === null ? {} : { f: formula }),
  };
}

const horizontalCode = { center: 0, left: 1, right: 2 } as const;
const verticalCode = { center: 0, top: 1, bottom: 2 } as const;

function styleOf(look: CellLook): ViewCell {
  return {
    ...(look.bold ? { bl: 1 } : {}),
    ...(look.italic ? { it: 1 } : {}),
    ...(look.size === null ? {} : { fs: look.size }),
    ...(look.color === null ? {} : { fc: look.color }),
    ...(look.fill === null ? {} : { bg: look.fill }),
    ...(look.horizontal === null ? {} : { ht: horizontalCode[look.horizontal] }),
    vt: verticalCode[look.vertical ?? "bottom"],
    ...(look.wrap ? { tb: "2" } : {}),
  };
}

function borderOf(row: number, column: number, look: CellLook): unknown {
  const line = { style: 1, color: "#8A8886" };
  const side = (name: CellLook["borders"][number]): { style: number; color: string } | null =>
    look.borders.includes(name) ? line : null;
  return {
    rangeType: "cell",
    value: { row_index: row, col_index: column, t: side("top"), r: side("right"), b: side("bottom"), l: side("left") },
  };
}

function scaled(
  sizes: SheetAppearance["columnWidths"] | undefined,
  scale: (size: number) => number,
): Record<string, number> {
  return Object.fromEntries([...(sizes ?? [])].map(([index, size]) => [index, scale(size)]));
}
