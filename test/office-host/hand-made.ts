import type { Area, Cell, CellValue, SheetSnapshot, WorkbookSnapshot } from "../../src/core/sheet/index.js";
import { parseArea } from "../../src/core/sheet/index.js";

/** A cell by what is typed: `null` is empty, a string with `=` in front a formula with no result yet. */
export type Typed =
  | CellValue
  | { readonly value: CellValue; readonly formula?: string; readonly format?: string; readonly writable?: boolean };

export interface HandMadeSheet {
  readonly cells: readonly (readonly Typed[])[];
  readonly merges?: readonly string[];
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  readonly visibility?: SheetSnapshot["visibility"];
  readonly isProtected?: boolean;
  /** Where `cells[0][0]` lies; A1 when left out. */
  readonly top?: number;
  readonly left?: number;
}

/** A workbook for tests of the host itself; tests of the product take real files. */
export function handMade(
  sheets: Readonly<Record<string, HandMadeSheet>>,
  more: Partial<WorkbookSnapshot> = {},
): WorkbookSnapshot {
  return {
    name: "附表.xlsx",
    structureProtected: false,
    readOnly: false,
    deskXml: null,
    sheets: Object.entries(sheets).map(([name, sheet]) => ({
      id: name,
      name,
      visibility: sheet.visibility ?? "visible",
      isProtected: sheet.isProtected ?? false,
      top: sheet.top ?? 0,
      left: sheet.left ?? 0,
      rows: sheet.cells.map((row) => row.map(cellOf)),
      merges: (sheet.merges ?? []).map(requireArea),
      hiddenRows: sheet.hiddenRows ?? [],
      hiddenColumns: sheet.hiddenColumns ?? [],
      unread: null,
    })),
    ...more,
  };
}

function cellOf(typed: Typed): Cell | null {
  if (typed === null) return null;
  const described = typeof typed === "object" ? typed : { value: typed };
  const { value, format = "General" } = described;
  return {
    value,
    text: value === null ? "" : String(value),
    formula: described.formula ?? null,
    format,
    isError: typeof value === "string" && value.startsWith("#"),
    ...(described.writable === undefined ? {} : { writable: described.writable }),
  };
}

function requireArea(address: string): Area {
  const area = parseArea(address);
  if (area === null) throw new Error(`not an area: ${address}`);
  return area;
}
