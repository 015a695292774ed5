import type { WorkbookModel } from "../model/workbook-model.js";
import { range } from "./range.js";
import { rangeAreas } from "./range-areas.js";
import { workbookRoot } from "./workbook.js";
import type { WireObject } from "./wire-object.js";

/** The classes that can be reached from the workbook, with the members the host answers, by their wire names. */
export function answeredTypes(book: WorkbookModel): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  const visit = (object: WireObject | null | undefined): void => {
    if (object === undefined || object === null || found.has(object.type)) return;
    found.set(object.type, object.members.toSorted());
    for (const name of object.members) visit(object.navigation(name));
    if (object.isCollection) for (const item of object.items()) visit(item);
  };
  const [sheet] = book.sheets;
  if (sheet === undefined) throw new Error("the workbook has no sheet");
  const area = { top: 0, left: 0, bottom: 0, right: 0 };
  book.settings.set("key", 1);
  book.xmlParts.push({ id: "{P}", xml: '<a xmlns="urn:a"/>' });
  visit(workbookRoot({ book, runtime: { enableEvents: true }, release: () => undefined, eventRange: () => null }));
  visit(range({ book, sheet, area }));
  visit(rangeAreas({ book, sheet, areas: [area] }));
  visit(book.xmlParts.length > 0 ? scopedParts(book) : undefined);
  return found;
}

function scopedParts(book: WorkbookModel): WireObject | undefined {
  const root = workbookRoot({
    book,
    runtime: { enableEvents: true },
    release: () => undefined,
    eventRange: () => null,
  });
  return root.navigation("CustomXmlParts")?.object("GetByNamespace")?.(["urn:a"]) ?? undefined;
}
