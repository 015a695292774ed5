import { areaAddress, type Area } from "../../../src/core/sheet/index.js";
import { assumptions } from "../assumptions.js";
import { valueTypeOf, type ModelCell } from "../model/cell.js";
import { intersection, wholeSheet } from "../model/sheet-model.js";
import { shownText } from "../model/shown-text.js";
import { HostError } from "../protocol/errors.js";
import { rangeFormatLooks, rangeFormatParts } from "./looks.js";
import { rangeAreas } from "./range-areas.js";
import {
  areaOf,
  cellCountOf,
  eachEntry,
  heightOf,
  readMatrix,
  requireFormattable,
  requireWritable,
  scalarEntry,
  shared,
  validateSize,
  widthOf,
  type RangeTarget,
} from "./range-target.js";
import { bind, isWireObject, type Argument, type WireObject, type WireType } from "./wire-object.js";
import { worksheet } from "./worksheet.js";

/** `Range`: values, formulas, texts, formats, hidden rows and columns, merges, and the ways from one range to another. */
const rangeType: WireType<RangeTarget> = {
  name: "Range",
  tracked: true,
  scalars: {
    Address: { get: ({ book, sheet, area }) => book.address(sheet, area) },
    AddressLocal: { get: ({ book, sheet, area }) => book.address(sheet, area) },
    RowIndex: { get: ({ area }) => area.top },
    ColumnIndex: { get: ({ area }) => area.left },
    RowCount: { get: ({ area }) => heightOf(area) },
    ColumnCount: { get: ({ area }) => widthOf(area) },
    CellCount: { get: ({ area }) => (cellCountOf(area) > 2_147_483_647 ? -1 : cellCountOf(area)) },
    IsEntireRow: { get: ({ area }) => area.left === 0 && area.right === wholeSheet.right },
    IsEntireColumn: { get: ({ area }) => area.top === 0 && area.bottom === wholeSheet.bottom },
    Values: { get: (target) => readMatrix(target, (cell) => cell.value ?? ""), set: setContents },
    Formulas: { get: (target) => readMatrix(target, (cell) => cell.formula ?? cell.value ?? ""), set: setContents },
    Text: { get: (target) => readMatrix(target, (cell) => cell.text ?? shownText(cell)) },
    ValueTypes: { get: (target) => readMatrix(target, valueTypeOf) },
    NumberFormat: { get: (target) => readMatrix(target, (cell) => cell.format), set: setNumberFormat },
    RowHidden: { get: hiddenOf("rows"), set: setHidden("rows") },
    ColumnHidden: { get: hiddenOf("columns"), set: setHidden("columns") },
  },
  navigations: {
    Worksheet: ({ book, sheet }) => worksheet(book, sheet),
    Format: (target) => bind(rangeFormatType, target),
  },
  objects: {
    GetCell: (target, [row, column]) => {
      const { area } = target;
      const cell = { top: area.top + whole(row), left: area.left + whole(column) };
      return moved(target, { ...cell, bottom: cell.top, right: cell.left });
    },
    GetRow: (target, [row]) => {
      const top = target.area.top + whole(row);
      if (top > target.area.bottom) throw new HostError("InvalidArgument");
      return moved(target, { ...target.area, top, bottom: top });
    },
    GetColumn: (target, [column]) => {
      const left = target.area.left + whole(column);
      if (left > target.area.right) throw new HostError("InvalidArgument");
      return moved(target, { ...target.area, left, right: left });
    },
    GetEntireRow: (target) => moved(target, { ...target.area, left: 0, right: wholeSheet.right }),
    GetEntireColumn: (target) => moved(target, { ...target.area, top: 0, bottom: wholeSheet.bottom }),
    GetBoundingRect: (target, [other]) => {
      const { area } = rangeArgument(target, other);
      return moved(target, {
        top: Math.min(area.top, target.area.top),
        left: Math.min(area.left, target.area.left),
        bottom: Math.max(area.bottom, target.area.bottom),
        right: Math.max(area.right, target.area.right),
      });
    },
    GetIntersection: (target, [other]) => {
      const common = intersection(target.area, rangeArgument(target, other).area);
      if (common === null) throw new HostError("ItemNotFound");
      return moved(target, common);
    },
    GetIntersectionOrNullObject: (target, [other]) => {
      const common = intersection(target.area, rangeArgument(target, other).area);
      return common === null ? null : moved(target, common);
    },
    GetResizedRange: (target, [rows, columns]) => {
      const { area } = target;
      return moved(target, { ...area, bottom: area.bottom + whole(rows), right: area.right + whole(columns) });
    },
    GetUsedRange: (target, [valuesOnly]) => {
      const used = target.sheet.usedArea(valuesOnly === true, target.area);
      if (used === null) throw new HostError("ItemNotFound");
      return moved(target, used);
    },
    GetUsedRangeOrNullObject: (target, [valuesOnly]) => {
      const used = target.sheet.usedArea(valuesOnly === true, target.area);
      return used === null ? null : moved(target, used);
    },
    GetMergedAreasOrNullObject: (target) => {
      const merged = target.sheet.merges.filter((merge) => intersection(merge, target.area) !== null);
      if (merged.length > assumptions.mergedAreaLimit) throw new HostError(assumptions.tooManyMergedAreas);
      return merged.length === 0 ? null : rangeAreas({ book: target.book, sheet: target.sheet, areas: merged });
    },
  },
  calls: {
    _KeepReference: () => null,
    _ValidateArraySize: ({ area }, [rows, columns]) => {
      validateSize(area, whole(rows), whole(columns));
      return null;
    },
    Select: ({ book, sheet, area }) => {
      if (sheet.visibility !== "visible") throw new HostError(assumptions.activateHiddenSheet);
      book.select(sheet, area);
      return null;
    },
    Clear: clear,
    GetRowProperties: ({ sheet, area }, [wanted]) =>
      indices(area.top, area.bottom).map((row) => ({
        ...(asks(wanted, "address") ? { address: areaAddress({ ...area, top: row, bottom: row }) } : {}),
        ...(asks(wanted, "rowIndex") ? { rowIndex: row } : {}),
        ...(asks(wanted, "rowHidden") ? { rowHidden: sheet.hiddenRows.has(row) } : {}),
      })),
    GetColumnProperties: ({ sheet, area }, [wanted]) =>
      indices(area.left, area.right).map((column) => ({
        ...(asks(wanted, "columnIndex") ? { columnIndex: column } : {}),
        ...(asks(wanted, "columnHidden") ? { columnHidden: sheet.hiddenColumns.has(column) } : {}),
      })),
    GetCellProperties: (target, [wanted]) => {
      const protection = asks(wanted, "format", "protection");
      return readMatrix(target, ({ locked }) =>
        protection ? { format: { protection: { locked, formulaHidden: false } } } : {},
      );
    },
    Merge: (target) => {
      requireFormattable(target);
      const before = [...target.sheet.merges];
      target.book.journal.record(() => (target.sheet.merges = before));
      target.sheet.merges = [...before, target.area];
      return null;
    },
    Unmerge: (target) => {
      requireFormattable(target);
      const before = [...target.sheet.merges];
      target.book.journal.record(() => (target.sheet.merges = before));
      target.sheet.merges = before.filter((merge) => intersection(merge, target.area) === null);
      return null;
    },
  },
};

const rangeFormatType: WireType<RangeTarget> = {
  name: "RangeFormat",
  scalars: rangeFormatLooks,
  navigations: { Protection: (target) => bind(formatProtectionType, target), ...rangeFormatParts },
};

const formatProtectionType: WireType<RangeTarget> = {
  name: "FormatProtection",
  scalars: {
    Locked: {
      get: (target) => shared((readMatrix(target, (cell) => cell.locked) ?? []).flat()),
      set: (target, value) => {
        requireFormattable(target);
        setCells(target, value, (cell, entry) => ({ ...cell, locked: entry === true }));
      },
    },
  },
};

export function range(target: RangeTarget): WireObject {
  return bind(rangeType, target);
}

/** The range on the sheet's grid; outside of it there is none. */
export function rangeAt(target: Omit<RangeTarget, "area">, area: Area): WireObject {
  const fits = area.top >= 0 && area.left >= 0 && area.bottom <= wholeSheet.bottom && area.right <= wholeSheet.right;
  if (!fits || area.bottom < area.top || area.right < area.left) throw new HostError("InvalidArgument");
  return range({ ...target, area });
}

function moved(target: RangeTarget, area: Area): WireObject {
  return rangeAt({ book: target.book, sheet: target.sheet }, area);
}

export function whole(argument: Argument): number {
  if (typeof argument === "number" && Number.isInteger(argument)) return argument;
  throw new HostError("InvalidArgument");
}

function rangeArgument(target: RangeTarget, argument: Argument): RangeTarget {
  if (typeof argument === "string") return { ...target, area: areaOf(argument) };
  if (isWireObject(argument) && argument.type === "Range") return argument.target as RangeTarget;
  throw new HostError("InvalidArgument");
}

function indices(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
}

function asks(wanted: Argument, ...path: string[]): boolean {
  let at: unknown = wanted;
  for (const name of path)
    at = typeof at === "object" && at !== null ? (at as Record<string, unknown>)[name] : undefined;
  return at === true;
}

function setCells(target: RangeTarget, input: unknown, change: (cell: ModelCell, entry: unknown) => ModelCell): void {
  eachEntry(target, input, (row, column, entry) => {
    target.sheet.setCell(row, column, change(target.sheet.cell(row, column), entry));
  });
}

/** `values` and `formulas` are written alike: a string that begins with `=` is a formula. */
function setContents(target: RangeTarget, input: unknown): void {
  const { book, sheet, area } = target;
  requireWritable(target);
  const single = cellCountOf(area) === 1;
  const before = single ? sheet.cell(area.top, area.left) : null;
  eachEntry(target, input, (row, column, entry) => book.input(sheet, row, column, scalarEntry(entry)));
  if (book.calculationMode === "Automatic") book.calculate();
  const after = single ? sheet.cell(area.top, area.left) : null;
  book.events.push({ kind: "changed", sheetId: sheet.id, area, before, after });
}

function setNumberFormat(target: RangeTarget, input: unknown): void {
  requireFormattable(target);
  setCells(target, input, (cell, entry) => {
    if (typeof entry !== "string") throw new HostError("InvalidArgument");
    return { ...cell, format: entry, text: null };
  });
}

function hiddenOf(axis: "rows" | "columns"): (target: RangeTarget) => boolean | null {
  return ({ sheet, area }) => {
    const [hidden, first, last] =
      axis === "rows" ? [sheet.hiddenRows, area.top, area.bottom] : [sheet.hiddenColumns, area.left, area.right];
    const count = [...hidden].filter((index) => index >= first && index <= last).length;
    return count === 0 ? false : count === last - first + 1 ? true : null;
  };
}

function setHidden(axis: "rows" | "columns"): (target: RangeTarget, value: unknown) => void {
  return (target, value) => {
    requireFormattable(target);
    const { sheet, area } = target;
    const [first, last] = axis === "rows" ? [area.top, area.bottom] : [area.left, area.right];
    for (const index of indices(first, last)) sheet.setHidden(axis, index, value === true);
  };
}

function clear(target: RangeTarget, [applyTo]: readonly Argument[]): null {
  requireWritable(target);
  const { book, sheet, area } = target;
  const contents = applyTo !== "Formats";
  const formats = applyTo !== "Contents";
  for (const { row, column, cell } of [...sheet.storedIn(area)]) {
    sheet.setCell(row, column, {
      ...cell,
      ...(contents ? { value: null, formula: null, isError: false } : {}),
      ...(formats ? { format: "General" } : {}),
      text: null,
    });
  }
  if (formats && area === wholeSheet) {
    for (const [key, value] of [...sheet.looks]) {
      if (!key.includes(" ")) continue;
      book.journal.record(() => sheet.looks.set(key, value));
      sheet.looks.delete(key);
    }
  }
  if (!contents) return null;
  if (book.calculationMode === "Automatic") book.calculate();
  book.events.push({ kind: "changed", sheetId: sheet.id, area, before: null, after: null });
  return null;
}
