import { assumptions } from "../assumptions.js";
import { wholeSheet, type SheetModel } from "../model/sheet-model.js";
import type { WorkbookModel } from "../model/workbook-model.js";
import { HostError } from "../protocol/errors.js";
import { eventRegistrations } from "./event-registrations.js";
import { worksheetParts } from "./looks.js";
import { range, rangeAt, whole } from "./range.js";
import { areaOf } from "./range-target.js";
import { bind, type Argument, type WireObject, type WireType } from "./wire-object.js";

interface SheetTarget {
  readonly book: WorkbookModel;
  readonly sheet: SheetModel;
}

const visibilityNames = { visible: "Visible", hidden: "Hidden", veryHidden: "VeryHidden" } as const;

const worksheetType: WireType<SheetTarget> = {
  name: "Worksheet",
  id: { name: "Id", of: ({ sheet }) => sheet.id },
  scalars: {
    Id: { get: ({ sheet }) => sheet.id },
    Name: {
      get: ({ sheet }) => sheet.name,
      set: ({ book, sheet }, name) => {
        requireStructure(book);
        const taken = typeof name === "string" ? book.sheet(name) : null;
        if (typeof name !== "string" || !isSheetName(name) || (taken !== null && taken !== sheet)) {
          throw new HostError("InvalidArgument");
        }
        const before = sheet.name;
        book.journal.record(() => (sheet.name = before));
        book.rename(sheet, name);
      },
    },
    Position: { get: ({ book, sheet }) => book.sheets.indexOf(sheet) },
    Visibility: {
      get: ({ sheet }) => visibilityNames[sheet.visibility],
      set: ({ book, sheet }, value) => {
        requireStructure(book);
        const entry = Object.entries(visibilityNames).find(([, name]) => name === value);
        const before = sheet.visibility;
        if (entry === undefined) throw new HostError("InvalidArgument");
        book.journal.record(() => (sheet.visibility = before));
        sheet.visibility = entry[0] === "visible" ? "visible" : entry[0] === "hidden" ? "hidden" : "veryHidden";
      },
    },
  },
  navigations: { Protection: (target) => bind(worksheetProtectionType, target), ...worksheetParts },
  objects: {
    GetRange: ({ book, sheet }, [address]) =>
      rangeAt({ book, sheet }, typeof address === "string" ? areaOf(address) : wholeSheet),
    GetCell: ({ book, sheet }, [row, column]) => {
      const [top, left] = [whole(row), whole(column)];
      return rangeAt({ book, sheet }, { top, left, bottom: top, right: left });
    },
    GetRangeByIndexes: ({ book, sheet }, [row, column, rows, columns]) => {
      const [top, left] = [whole(row), whole(column)];
      return rangeAt({ book, sheet }, { top, left, bottom: top + whole(rows) - 1, right: left + whole(columns) - 1 });
    },
    // A blank sheet answers its first cell here, and a null object in the other form (both documented).
    GetUsedRange: ({ book, sheet }, [valuesOnly]) =>
      range({ book, sheet, area: sheet.usedArea(valuesOnly === true) ?? { top: 0, left: 0, bottom: 0, right: 0 } }),
    GetUsedRangeOrNullObject: ({ book, sheet }, [valuesOnly]) => {
      const area = sheet.usedArea(valuesOnly === true);
      return area === null ? null : range({ book, sheet, area });
    },
    GetNextOrNullObject: ({ book, sheet }, [visibleOnly]) => neighbour(book, sheet, 1, visibleOnly),
    GetPreviousOrNullObject: ({ book, sheet }, [visibleOnly]) => neighbour(book, sheet, -1, visibleOnly),
    _GetSheetById: ({ book }, [id]) => sheetOrThrow(book, id),
    _GetAnotherWorksheetById: ({ book }, [id]) => sheetOrThrow(book, id),
  },
  calls: {
    Activate: ({ book, sheet }) => {
      if (sheet.visibility !== "visible") throw new HostError(assumptions.activateHiddenSheet);
      book.activate(sheet);
      return null;
    },
    Delete: ({ book, sheet }) => {
      requireStructure(book);
      const visible = book.sheets.filter((each) => each.visibility === "visible" && each !== sheet);
      if (visible.length === 0 || sheet.visibility === "veryHidden") throw new HostError("InvalidOperation");
      book.removeSheet(sheet);
      return null;
    },
    ...eventRegistrations("Worksheet"),
  },
};

const worksheetProtectionType: WireType<SheetTarget> = {
  name: "WorksheetProtection",
  scalars: {
    Protected: { get: ({ sheet }) => sheet.protected },
    Options: { get: () => null },
  },
  calls: {
    Protect: ({ sheet }) => {
      if (sheet.protected) throw new HostError("InvalidOperation");
      sheet.protected = true;
      return null;
    },
    Unprotect: ({ sheet }) => {
      sheet.protected = false;
      return null;
    },
  },
};

const worksheetsType: WireType<WorkbookModel> = {
  name: "WorksheetCollection",
  items: (book) => book.sheets.map((sheet) => worksheet(book, sheet)),
  item: sheetOrThrow,
  objects: {
    GetItemOrNullObject: (book, [key]) => {
      const sheet = typeof key === "string" ? book.sheet(key) : null;
      return sheet === null ? null : worksheet(book, sheet);
    },
    GetActiveWorksheet: (book) => sheetOrThrow(book, book.activeSheetId),
    GetFirst: (book, [visibleOnly]) => atEnd(book, book.sheets, visibleOnly),
    GetLast: (book, [visibleOnly]) => atEnd(book, book.sheets.toReversed(), visibleOnly),
    Add: (book, [name]) => {
      requireStructure(book);
      const wanted = typeof name === "string" ? name : `Sheet${book.sheets.length + 1}`;
      if (book.sheet(wanted) !== null) throw new HostError("ItemAlreadyExists");
      if (!isSheetName(wanted)) throw new HostError("InvalidArgument");
      return worksheet(book, book.addSheet(wanted));
    },
  },
  calls: {
    GetCount: (book, [visibleOnly]) =>
      book.sheets.filter((sheet) => visibleOnly !== true || sheet.visibility === "visible").length,
    ...eventRegistrations("WorksheetCollection"),
  },
};

export function worksheet(book: WorkbookModel, sheet: SheetModel): WireObject {
  return bind(worksheetType, { book, sheet });
}

export function worksheets(book: WorkbookModel): WireObject {
  return bind(worksheetsType, book);
}

function sheetOrThrow(book: WorkbookModel, key: Argument): WireObject {
  const sheet = typeof key === "string" ? book.sheet(key) : null;
  if (sheet === null) throw new HostError("ItemNotFound");
  return worksheet(book, sheet);
}

function atEnd(book: WorkbookModel, order: readonly SheetModel[], visibleOnly: Argument): WireObject {
  const sheet = order.find((each) => visibleOnly !== true || each.visibility === "visible");
  if (sheet === undefined) throw new HostError("ItemNotFound");
  return worksheet(book, sheet);
}

function neighbour(book: WorkbookModel, from: SheetModel, step: 1 | -1, visibleOnly: Argument): WireObject | null {
  for (let at = book.sheets.indexOf(from) + step; at >= 0 && at < book.sheets.length; at += step) {
    const sheet = book.sheets[at];
    if (sheet !== undefined && (visibleOnly !== true || sheet.visibility === "visible")) return worksheet(book, sheet);
  }
  return null;
}

function requireStructure(book: WorkbookModel): void {
  if (book.structureProtected || book.readOnly) throw new HostError(assumptions.writeRefused);
}

function isSheetName(name: string): boolean {
  return name.length > 0 && name.length <= 31 && !/[\\/?*[\]:]/.test(name);
}
