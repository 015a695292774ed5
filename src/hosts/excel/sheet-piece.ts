import type { Area, Cell, CellValue } from "../../core/sheet/index.js";
import { mergedAreas } from "./merged-areas.js";

/** A part of a sheet to read in one batch. Without a window only the size of the used range is asked for. */
export interface SheetPiece {
  readonly sheetId: string;
  readonly window: Area | null;
  /** Asks for the lock of each cell, which matters only on a protected sheet. */
  readonly locks: boolean;
}

/** What came back for a piece. */
export interface SheetReading {
  readonly sheetId: string;
  /** The whole used range (cells with values), whatever the window. */
  readonly used: Area;
  readonly band: SheetBand | null;
}

/** Cells of one window, row-major from `top`, `left`. */
export interface SheetBand {
  /** What was asked for; the cells are its intersection with the used range. */
  readonly window: Area;
  readonly top: number;
  readonly left: number;
  readonly rows: readonly (readonly (Cell | null)[])[];
  readonly merges: readonly Area[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
}

/**
 * Queues the reading of a piece; call what it returns after the sync. Every object is untracked, since none is used
 * after the batch: the library then needs no clean-up request.
 */
export function queuePiece(context: Excel.RequestContext, piece: SheetPiece, merges: boolean): () => SheetReading {
  const sheet = context.workbook.worksheets.getItem(piece.sheetId);
  // A blank sheet answers A1 here, never a null object.
  const used = sheet.getUsedRange(true).untrack();
  used.load("rowIndex,columnIndex,rowCount,columnCount");
  const { window } = piece;
  if (window === null) return () => ({ sheetId: piece.sheetId, used: areaOf(used), band: null });

  const [height, width] = [window.bottom - window.top + 1, window.right - window.left + 1];
  const range = used
    .getIntersection(sheet.getRangeByIndexes(window.top, window.left, height, width).untrack())
    .untrack();
  range.load("rowIndex,columnIndex,values,valueTypes,formulas,text,numberFormat");
  const rowProperties = range.getRowProperties({ rowHidden: true });
  const columnProperties = range.getColumnProperties({ columnHidden: true });
  const locks = piece.locks ? range.getCellProperties({ format: { protection: true } }) : null;
  const merged = merges ? range.getMergedAreasOrNullObject().untrack() : null;
  merged?.load("address");
  return () => {
    const [top, left] = [range.rowIndex, range.columnIndex];
    return {
      sheetId: piece.sheetId,
      used: areaOf(used),
      band: {
        window,
        top,
        left,
        rows: cellsOf(range, locks?.value ?? null),
        merges: merged === null || merged.isNullObject ? [] : mergedAreas(merged.address),
        hiddenRows: rowProperties.value.flatMap(({ rowHidden }, index) => (rowHidden === true ? [top + index] : [])),
        hiddenColumns: columnProperties.value.flatMap(({ columnHidden }, index) =>
          columnHidden === true ? [left + index] : [],
        ),
      },
    };
  };
}

function areaOf(range: Excel.Range): Area {
  const { rowIndex: top, columnIndex: left, rowCount, columnCount } = range;
  return { top, left, bottom: top + rowCount - 1, right: left + columnCount - 1 };
}

function cellsOf(range: Excel.Range, locks: readonly (readonly Excel.CellProperties[])[] | null): (Cell | null)[][] {
  return range.values.map((line: readonly unknown[], row) => {
    const cells = line.map((value, column): Cell | null => {
      const formula: unknown = range.formulas[row]?.[column];
      if (value === "" && formula === "") return null;
      const isError = range.valueTypes[row]?.[column] === "Error";
      const locked = locks?.[row]?.[column]?.format?.protection?.locked;
      return {
        value: cellValue(value),
        text: shownText(value, range.text[row]?.[column] ?? ""),
        formula: isFormula(formula, value) ? formula : null,
        format: String(range.numberFormat[row]?.[column] ?? "General"),
        isError,
        ...(locks === null ? {} : { writable: locked === false }),
      };
    });
    return withoutTrailingBlanks(cells);
  });
}

function cellValue(value: unknown): CellValue {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}

function isFormula(formula: unknown, value: unknown): formula is string {
  return typeof formula === "string" && formula.startsWith("=") && formula !== value;
}

/** In a column that is too narrow Excel shows a row of `#`; the number itself is meant. */
function shownText(value: unknown, text: string): string {
  return typeof value === "number" && /^#+$/.test(text) ? String(value) : text;
}

function withoutTrailingBlanks(cells: (Cell | null)[]): (Cell | null)[] {
  let end = cells.length;
  while (end > 0 && cells[end - 1] === null) end--;
  return cells.slice(0, end);
}
