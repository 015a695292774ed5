import { addressOf, type CellValue, type UnhideEdit } from "../../core/sheet/index.js";
import { fail, type Result } from "../../core/result/index.js";
import type { Entry } from "./cell-content.js";

export interface CellPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** A cell as it is now. */
export interface CellState extends CellPlace {
  readonly sheetId: string;
  readonly value: CellValue;
  readonly formula: string | null;
  /** As `Range.formulas` shows it. */
  readonly entry: Entry;
  readonly format: string;
  readonly writable: boolean;
}

export interface CurrentStates {
  readonly readOnly: boolean;
  readonly cells: readonly CellState[];
  /** Rows and columns that are hidden now, of those asked for. */
  readonly hidden: readonly UnhideEdit[];
  readonly protectedSheets: ReadonlySet<string>;
}

/** Queues the reading of single cells and of hidden rows and columns; call what it returns after the sync. */
export function queueStates(
  context: Excel.RequestContext,
  places: readonly CellPlace[],
  unhide: readonly UnhideEdit[],
): () => CurrentStates {
  const { workbook } = context;
  workbook.load("readOnly");
  const names = new Set([...places.map(({ sheet }) => sheet), ...unhide.map(({ sheet }) => sheet)]);
  const sheets = new Map(
    [...names].map((name) => {
      const sheet = workbook.worksheets.getItem(name);
      sheet.load("id");
      sheet.protection.load("protected");
      return [name, sheet] as const;
    }),
  );
  const cells = places.flatMap((place) => {
    const sheet = sheets.get(place.sheet);
    if (sheet === undefined) return [];
    const range = sheet.getCell(place.row, place.column).untrack();
    range.load("values,formulas,numberFormat");
    const { protection } = range.format;
    protection.load("locked");
    return [{ place, sheet, range, protection }];
  });
  const lines = unhide.flatMap((edit) => {
    const sheet = sheets.get(edit.sheet);
    return sheet === undefined ? [] : [{ edit, ...queueHidden(sheet, edit) }];
  });
  return () => ({
    readOnly: workbook.readOnly,
    cells: cells.map(({ place, sheet, range, protection }) => ({
      ...place,
      sheetId: sheet.id,
      ...contentOf(range),
      writable: !sheet.protection.protected || protection.locked === false,
    })),
    hidden: lines.flatMap(({ edit, rows, columns }) => {
      const hiddenRows = edit.rows.filter((_, index) => rows[index]?.rowHidden === true);
      const hiddenColumns = edit.columns.filter((_, index) => columns[index]?.columnHidden === true);
      if (hiddenRows.length === 0 && hiddenColumns.length === 0) return [];
      return [{ sheet: edit.sheet, rows: hiddenRows, columns: hiddenColumns }];
    }),
    protectedSheets: new Set([...sheets].flatMap(([name, sheet]) => (sheet.protection.protected ? [name] : []))),
  });
}

function queueHidden(sheet: Excel.Worksheet, { rows, columns }: UnhideEdit) {
  const line = (range: Excel.Range, property: "rowHidden" | "columnHidden") => {
    range.load(property);
    return range;
  };
  return {
    rows: rows.map((row) => line(rowAt(sheet, row), "rowHidden")),
    columns: columns.map((column) => line(columnAt(sheet, column), "columnHidden")),
  };
}

export function rowAt(sheet: Excel.Worksheet, row: number): Excel.Range {
  return sheet.getRangeByIndexes(row, 0, 1, 1).untrack();
}

export function columnAt(sheet: Excel.Worksheet, column: number): Excel.Range {
  return sheet.getRangeByIndexes(0, column, 1, 1).untrack();
}

function contentOf(range: Excel.Range): Pick<CellState, "value" | "formula" | "entry" | "format"> {
  const value: unknown = range.values[0]?.[0];
  const entry: unknown = range.formulas[0]?.[0];
  const isFormula = typeof entry === "string" && entry.startsWith("=") && entry !== value;
  return {
    value: value === "" && entry === "" ? null : constant(value),
    formula: isFormula ? entry : null,
    entry: constant(entry) ?? "",
    format: String(range.numberFormat[0]?.[0] ?? "General"),
  };
}

function constant(value: unknown): string | number | boolean | null {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}

/** Refuses what Excel would refuse halfway through a batch, before anything is written. */
export function requireWritable(states: CurrentStates, unhide: readonly UnhideEdit[]): Result<void> {
  if (states.readOnly) {
    return fail(
      "read-only",
      "工作簿以只读方式打开，不能写入。请另存一份后再改。",
      "The workbook is read-only. Save a copy, then make the change there.",
    );
  }
  const locked = states.cells.find(({ writable }) => !writable);
  if (locked !== undefined) {
    return fail(
      "protected",
      `工作表“${locked.sheet}”受保护，单元格 ${addressOf(locked)} 不能写入。请先撤销工作表保护（审阅 → 撤销工作表保护）。`,
      `Sheet “${locked.sheet}” is protected and cell ${addressOf(locked)} is locked. Unprotect the sheet first (Review → Unprotect Sheet).`,
    );
  }
  const closed = unhide.find(({ sheet }) => states.protectedSheets.has(sheet));
  if (closed !== undefined) {
    return fail(
      "protected",
      `工作表“${closed.sheet}”受保护，不能取消隐藏行列。请先撤销工作表保护（审阅 → 撤销工作表保护）。`,
      `Sheet “${closed.sheet}” is protected, so hidden rows and columns stay hidden. Unprotect the sheet first (Review → Unprotect Sheet).`,
    );
  }
  return { ok: true, value: undefined };
}

export function changedSince(place: CellPlace): Result<never> {
  return fail(
    "changed-since",
    `“${place.sheet}”的 ${addressOf(place)} 已被改动，没有写入。请重新校验。`,
    `${addressOf(place)} on “${place.sheet}” has changed meanwhile; nothing was written. Check the workbook again.`,
  );
}
