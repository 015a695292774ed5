import type { Area } from "../../../src/core/sheet/index.js";
import { assumptions } from "../assumptions.js";
import type { SheetModel } from "../model/sheet-model.js";
import type { WorkbookModel } from "../model/workbook-model.js";
import { range } from "./range.js";
import { cellCountOf } from "./range-target.js";
import { bind, type WireObject, type WireType } from "./wire-object.js";
import { worksheet } from "./worksheet.js";

export interface RangeAreasTarget {
  readonly book: WorkbookModel;
  readonly sheet: SheetModel;
  readonly areas: readonly Area[];
}

const rangeAreasType: WireType<RangeAreasTarget> = {
  name: "RangeAreas",
  tracked: true,
  scalars: {
    Address: {
      get: ({ book, sheet, areas }) => areas.map((area) => book.address(sheet, area)).join(assumptions.areasSeparator),
    },
    AreaCount: { get: ({ areas }) => areas.length },
    CellCount: { get: ({ areas }) => areas.reduce((sum, area) => sum + cellCountOf(area), 0) },
  },
  navigations: {
    Areas: (target) => bind(rangeCollectionType, target),
    Worksheet: ({ book, sheet }) => worksheet(book, sheet),
  },
  calls: { _KeepReference: () => null },
};

const rangeCollectionType: WireType<RangeAreasTarget> = {
  name: "RangeCollection",
  items: ({ book, sheet, areas }) => areas.map((area) => range({ book, sheet, area })),
  calls: { GetCount: ({ areas }) => areas.length },
};

export function rangeAreas(target: RangeAreasTarget): WireObject {
  return bind(rangeAreasType, target);
}
