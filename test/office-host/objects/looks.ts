import { areaAddress } from "../../../src/core/sheet/index.js";
import type { SheetModel } from "../model/sheet-model.js";
import { HostError } from "../protocol/errors.js";
import { requireFormattable, type RangeTarget } from "./range-target.js";
import { bind, type Argument, type ScalarMember, type WireObject, type WireType } from "./wire-object.js";

/** Looks are kept as they were said, `font.bold A5:I5` → true: what Excel paints of them no test here can know. */
function look(name: string): ScalarMember<RangeTarget> {
  const keyOf = ({ area }: RangeTarget): string => `${name} ${areaAddress(area)}`;
  return {
    get: (target) => target.sheet.looks.get(keyOf(target)) ?? null,
    set: (target, value) => {
      requireFormattable(target);
      remember(target.book.journal, target.sheet, keyOf(target), value);
    },
  };
}

function remember(journal: RangeTarget["book"]["journal"], { looks }: SheetModel, key: string, value: unknown): void {
  const before = looks.get(key);
  journal.record(() => (before === undefined ? looks.delete(key) : looks.set(key, before)));
  looks.set(key, value);
}

export const rangeFormatLooks = {
  ColumnWidth: look("columnWidth"),
  RowHeight: look("rowHeight"),
  WrapText: look("wrapText"),
  HorizontalAlignment: look("horizontalAlignment"),
  VerticalAlignment: look("verticalAlignment"),
} as const;

const fontType: WireType<RangeTarget> = {
  name: "RangeFont",
  scalars: { Name: look("font.name"), Size: look("font.size"), Bold: look("font.bold") },
};

const fillType: WireType<RangeTarget> = { name: "RangeFill", scalars: { Color: look("fill.color") } };

const borderEdges = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideHorizontal", "InsideVertical"];

const bordersType: WireType<RangeTarget> = {
  name: "RangeBorderCollection",
  items: (target) => borderEdges.map((edge) => border(target, edge)),
  item: (target, edge) => border(target, edge),
};

function border(target: RangeTarget, edge: Argument): WireObject {
  if (typeof edge !== "string" || !borderEdges.includes(edge)) throw new HostError("InvalidArgument");
  const type: WireType<RangeTarget> = { name: "RangeBorder", scalars: { Style: look(`border.${edge}`) } };
  return bind(type, target);
}

export const rangeFormatParts = {
  Font: (target: RangeTarget) => bind(fontType, target),
  Fill: (target: RangeTarget) => bind(fillType, target),
  Borders: (target: RangeTarget) => bind(bordersType, target),
} as const;

/** What is said of a sheet as a whole. */
export type SheetLooksTarget = Pick<RangeTarget, "book" | "sheet">;

function sheetLook(name: string): ScalarMember<SheetLooksTarget> {
  return {
    get: ({ sheet }) => sheet.looks.get(name) ?? null,
    set: ({ book, sheet }, value) => remember(book.journal, sheet, name, value),
  };
}

function said(name: string) {
  return ({ book, sheet }: SheetLooksTarget, [value]: readonly Argument[]): null => {
    remember(book.journal, sheet, name, value);
    return null;
  };
}

const headerFooterType: WireType<SheetLooksTarget> = {
  name: "HeaderFooter",
  scalars: { CenterFooter: sheetLook("page.centerFooter") },
};

const headersFootersType: WireType<SheetLooksTarget> = {
  name: "HeaderFooterGroup",
  navigations: { DefaultForAllPages: (target) => bind(headerFooterType, target) },
};

const pageLayoutType: WireType<SheetLooksTarget> = {
  name: "PageLayout",
  scalars: {
    Orientation: sheetLook("page.orientation"),
    PaperSize: sheetLook("page.paperSize"),
    CenterHorizontally: sheetLook("page.centerHorizontally"),
    LeftMargin: sheetLook("page.leftMargin"),
    RightMargin: sheetLook("page.rightMargin"),
    TopMargin: sheetLook("page.topMargin"),
    BottomMargin: sheetLook("page.bottomMargin"),
    Zoom: sheetLook("page.zoom"),
  },
  navigations: { HeadersFooters: (target) => bind(headersFootersType, target) },
  calls: { SetPrintArea: said("page.printArea"), SetPrintTitleRows: said("page.printTitleRows") },
};

const freezePanesType: WireType<SheetLooksTarget> = {
  name: "WorksheetFreezePanes",
  calls: { FreezeRows: said("frozenRows") },
};

export const worksheetParts = {
  PageLayout: (target: SheetLooksTarget) => bind(pageLayoutType, target),
  FreezePanes: (target: SheetLooksTarget) => bind(freezePanesType, target),
} as const;
