import type { Visibility } from "../../core/sheet/index.js";

/** Namespace of the custom XML part that keeps typed facts, settings and explanations in the workbook. */
export const deskNamespace = "urn:annex-desk:workbook:1";

export interface SheetOutline {
  readonly id: string;
  readonly name: string;
  readonly visibility: Visibility;
  readonly isProtected: boolean;
}

/** What the first sync learns: enough to know what to read. */
export interface WorkbookOutline {
  readonly name: string;
  readonly readOnly: boolean;
  readonly structureProtected: boolean;
  readonly sheets: readonly SheetOutline[];
  readonly deskPartId: string | null;
}

const visibilities: Readonly<Record<string, Visibility>> = {
  Visible: "visible",
  Hidden: "hidden",
  VeryHidden: "veryHidden",
};

/** Queues the reading of the outline; call what it returns after the sync. */
export function queueOutline(context: Excel.RequestContext): () => WorkbookOutline {
  const { workbook } = context;
  const { worksheets, protection } = workbook;
  const parts = workbook.customXmlParts.getByNamespace(deskNamespace);
  workbook.load("name,readOnly");
  protection.load("protected");
  worksheets.load("items/id,items/name,items/visibility,items/protection/protected");
  parts.load("items/id");
  return () => ({
    name: workbook.name,
    readOnly: workbook.readOnly,
    structureProtected: protection.protected,
    sheets: worksheets.items.map((sheet) => ({
      id: sheet.id,
      name: sheet.name,
      visibility: visibilities[sheet.visibility] ?? "visible",
      isProtected: sheet.protection.protected,
    })),
    deskPartId: firstId(parts),
  });
}

function firstId({ items }: Excel.CustomXmlPartScopedCollection): string | null {
  return items[0]?.id ?? null;
}
