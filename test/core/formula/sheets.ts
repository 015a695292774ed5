import type { Cell, CellValue, SheetSnapshot } from "../../../src/core/sheet/index.js";

/** A sheet from values; a text that begins with `=` is a formula without a stored value, one with `#` an error. */
export function sheetOf(name: string, rows: readonly (readonly CellValue[])[]): SheetSnapshot {
  return {
    id: name,
    name,
    visibility: "visible",
    isProtected: false,
    top: 0,
    left: 0,
    rows: rows.map((row) => row.map(cellOf)),
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    unread: null,
  };
}

function cellOf(value: CellValue): Cell | null {
  if (value === null) return null;
  const text = String(value);
  const formula = text.startsWith("=") ? text : null;
  return { value: formula ? null : value, text, formula, format: "General", isError: text.startsWith("#") };
}
