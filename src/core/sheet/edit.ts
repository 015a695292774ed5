import type { Area, CellValue } from "./snapshot.js";

/** What to put into one cell. Nothing else about the cell changes unless `format` is given. */
export interface CellEdit {
  readonly sheet: string;
  /** Zero-based; the top-left cell of a merge. */
  readonly row: number;
  readonly column: number;
  readonly content:
    /** `formula` begins with `=`; `cached` is the value it computes to, so that readers without a calculator see it. */
    | { readonly kind: "formula"; readonly formula: string; readonly cached: CellValue }
    | { readonly kind: "value"; readonly value: CellValue };
  /** Number format code to set along, e.g. `0.00%`. */
  readonly format?: string;
}

/** Rows or columns to show again. */
export interface UnhideEdit {
  readonly sheet: string;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

export interface SheetTarget {
  readonly sheet: string;
  readonly area: Area;
}
