import {
  parseArea,
  type Cell,
  type CellValue,
  type SheetSnapshot,
  type WorkbookSnapshot,
} from "../../src/core/sheet/index.js";

/** A cell as tests write it: a value, or a value with formula, format or shown text. */
export type CellText =
  | CellValue
  | {
      readonly value: CellValue;
      readonly text?: string;
      readonly formula?: string;
      readonly format?: string;
      readonly error?: true;
    };

interface SheetOptions {
  readonly merges?: readonly string[];
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  readonly visibility?: SheetSnapshot["visibility"];
  readonly top?: number;
  readonly left?: number;
}

/** A sheet from rows of cells; `null` is an empty cell. */
export function sheetOf(
  name: string,
  rows: readonly (readonly CellText[])[],
  options: SheetOptions = {},
): SheetSnapshot {
  return {
    id: name,
    name,
    visibility: options.visibility ?? "visible",
    isProtected: false,
    top: options.top ?? 0,
    left: options.left ?? 0,
    rows: rows.map((row) => row.map(cellOf)),
    merges: (options.merges ?? []).map((text) => {
      const area = parseArea(text);
      if (!area) throw new Error(`no area: ${text}`);
      return area;
    }),
    hiddenRows: options.hiddenRows ?? [],
    hiddenColumns: options.hiddenColumns ?? [],
    unread: null,
  };
}

export function workbookOf(...sheets: readonly SheetSnapshot[]): WorkbookSnapshot {
  return { name: "test.xlsx", sheets, structureProtected: false, readOnly: false, deskXml: null };
}

export function cellOf(cell: CellText): Cell | null {
  if (cell === null) return null;
  const full = typeof cell === "object" ? cell : { value: cell };
  return {
    value: full.value,
    text: full.text ?? String(full.value ?? ""),
    formula: full.formula ?? null,
    format: full.format ?? "General",
    isError: full.error ?? false,
  };
}
