import type { Area, CellValue } from "../../core/sheet/index.js";

/** A workbook to be written from scratch. All rows and columns are zero-based. */
export interface NewWorkbook {
  readonly title: string;
  readonly creator: string;
  readonly sheets: readonly NewSheet[];
  /** Our own custom XML part, or null. */
  readonly deskXml: string | null;
}

export interface NewSheet {
  /** At most 31 characters, none of `[]:*?/\`. */
  readonly name: string;
  /** Widths in characters of the default font, from column A on. */
  readonly columnWidths: readonly number[];
  /** Heights in points by row. */
  readonly rowHeights: ReadonlyMap<number, number>;
  readonly hiddenRows: ReadonlySet<number>;
  readonly cells: readonly NewCell[];
  readonly merges: readonly Area[];
  readonly validations: readonly NewValidation[];
  /** Rows above this one stay in view; 0 for none. */
  readonly frozenRows: number;
  readonly print: NewPrint;
}

export interface NewCell {
  readonly row: number;
  readonly column: number;
  readonly style: NewStyle;
  readonly content: NewContent;
}

export type NewContent =
  | { readonly kind: "value"; readonly value: CellValue }
  /** `formula` begins with `=`; `cached` is what it computes to. */
  | { readonly kind: "formula"; readonly formula: string; readonly cached: CellValue };

export interface NewStyle {
  readonly font: string;
  readonly size: number;
  readonly bold: boolean;
  readonly align: "left" | "center" | "right" | null;
  readonly vertical: "top" | "center" | "bottom";
  readonly wrap: boolean;
  readonly indent: number;
  readonly border: "none" | "thin";
  /** RRGGBB, or null. */
  readonly shade: string | null;
  /** Number format code, `General` when none. */
  readonly format: string;
  /** Keeps a text that begins like a formula a text when a person edits it. */
  readonly quoted?: boolean;
}

export interface NewValidation {
  readonly area: Area;
  readonly rule:
    | { readonly kind: "choices"; readonly words: readonly string[] }
    /** Bounds are numbers or formulas without `=`; `to` null is open. */
    | { readonly kind: "number"; readonly whole: boolean; readonly from: string; readonly to: string | null };
  /** Warns instead of refusing. */
  readonly soft: boolean;
  readonly message: string;
}

export interface NewPrint {
  readonly orientation: "portrait" | "landscape";
  /** Millimetres. */
  readonly margins: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  /** First and last row printed again on each page. */
  readonly repeatRows: readonly [first: number, last: number] | null;
  readonly area: Area;
  /** All on one page, not only the width. */
  readonly onePage: boolean;
  /** Prints shades too; without it they are for the screen. */
  readonly shades?: boolean;
}
