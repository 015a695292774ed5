import type { WorkbookModel } from "../model/workbook-model.js";
import { HostError } from "../protocol/errors.js";
import { range } from "./range.js";
import { settings } from "./settings.js";
import { bind, type WireObject, type WireType } from "./wire-object.js";
import { worksheets } from "./worksheet.js";
import { xmlParts } from "./xml-parts.js";

/** The root of every batch, and what hangs directly on it. */
export interface RootTarget {
  readonly book: WorkbookModel;
  /** `runtime.enableEvents` of this add-in. */
  readonly runtime: { enableEvents: boolean };
  readonly release: (referenceId: string) => void;
  /** Range of an event that was delivered, by the id it carried. */
  readonly eventRange: (referenceId: string) => WireObject | null;
}

const workbookType: WireType<RootTarget> = {
  name: "Workbook",
  scalars: {
    Name: { get: ({ book }) => book.name },
    ReadOnly: { get: ({ book }) => book.readOnly },
  },
  navigations: {
    Worksheets: ({ book }) => worksheets(book),
    CustomXmlParts: ({ book }) => xmlParts(book),
    Settings: ({ book }) => settings(book),
    Application: ({ book }) => bind(applicationType, book),
    Protection: ({ book }) => bind(workbookProtectionType, book),
    _Runtime: (target) => bind(runtimeType, target),
  },
  objects: {
    GetSelectedRange: ({ book }) => selected(book),
    GetActiveCell: ({ book }) => {
      const sheet = sheetOf(book);
      const { top, left } = book.selection.area;
      return range({ book, sheet, area: { top, left, bottom: top, right: left } });
    },
    _GetRangeForEventByReferenceId: ({ eventRange }, [id]) => {
      const found = eventRange(String(id));
      if (found === null) throw new HostError("ItemNotFound");
      return found;
    },
    _GetRangeOrNullObjectForEventByReferenceId: ({ eventRange }, [id]) => eventRange(String(id)),
  },
  calls: {
    _RemoveReference: ({ release }, [id]) => {
      release(String(id));
      return null;
    },
  },
};

const applicationType: WireType<WorkbookModel> = {
  name: "Application",
  scalars: {
    CalculationMode: {
      get: (book) => book.calculationMode,
      set: (book, mode) => {
        if (mode !== "Automatic" && mode !== "AutomaticExceptTables" && mode !== "Manual") {
          throw new HostError("InvalidArgument");
        }
        book.calculationMode = mode;
      },
    },
  },
  calls: {
    Calculate: (book) => {
      book.calculate();
      return null;
    },
    SuspendApiCalculationUntilNextSync: () => null,
    SuspendScreenUpdatingUntilNextSync: () => null,
  },
};

const workbookProtectionType: WireType<WorkbookModel> = {
  name: "WorkbookProtection",
  scalars: { Protected: { get: (book) => book.structureProtected } },
  calls: {
    Protect: (book) => {
      book.structureProtected = true;
      return null;
    },
    Unprotect: (book) => {
      book.structureProtected = false;
      return null;
    },
  },
};

const runtimeType: WireType<RootTarget> = {
  name: "Runtime",
  scalars: {
    EnableEvents: {
      get: ({ runtime }) => runtime.enableEvents,
      set: ({ runtime }, value) => {
        runtime.enableEvents = value === true;
      },
    },
  },
};

export function workbookRoot(target: RootTarget): WireObject {
  return bind(workbookType, target);
}

function selected(book: WorkbookModel): WireObject {
  if (!book.selection.isRange) throw new HostError("InvalidSelection");
  return range({ book, sheet: sheetOf(book), area: book.selection.area });
}

function sheetOf(book: WorkbookModel) {
  const sheet = book.sheet(book.selection.sheetId) ?? book.sheet(book.activeSheetId);
  if (sheet === null) throw new HostError("ItemNotFound");
  return sheet;
}
