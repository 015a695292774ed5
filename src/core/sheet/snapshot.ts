/** All rows and columns in snapshots are zero-based and absolute (A1 is row 0, column 0). */
export interface CellAddress {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells, edges included. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export type CellValue = string | number | boolean | null;

/** One cell as a host reports it. An empty cell is `null` in `SheetSnapshot.rows`. */
export interface Cell {
  /** The stored value; dates are serial numbers; an error is its code as text (`#REF!`) with `isError`. */
  readonly value: CellValue;
  /** What the sheet shows (number format applied). */
  readonly text: string;
  /** With its leading `=`, en-US function names; `null` for a constant. */
  readonly formula: string | null;
  /** Number format code, `General` when none. */
  readonly format: string;
  readonly isError: boolean;
  /** False where sheet protection is on and the cell is locked; undefined when the host did not say. */
  readonly writable?: boolean;
}

export type Visibility = "visible" | "hidden" | "veryHidden";

export interface SheetOrigin {
  /** The workbook as the call named it. */
  readonly file: string;
  /** The sheet's own name there. */
  readonly sheet: string;
}

export interface SheetSnapshot {
  /** Stable over renames within a session; the sheet's name where the host has no id. */
  readonly id: string;
  readonly name: string;
  readonly visibility: Visibility;
  readonly isProtected: boolean;
  /** Where `rows[0][0]` lies. */
  readonly top: number;
  readonly left: number;
  /** Row-major; rows may be shorter than the widest; `null` is an empty cell. */
  readonly rows: readonly (readonly (Cell | null)[])[];
  readonly merges: readonly Area[];
  /** Absolute indices. */
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  /** Set when the sheet's cells were not read, with the reason for people. */
  readonly unread: string | null;
  /** Where the sheet stands, when several workbooks are read as one or it is last year's; absent in the open workbook. */
  readonly origin?: SheetOrigin;
}

/** All that the engine ever sees of a workbook. */
export interface WorkbookSnapshot {
  /** File name without path, or null for an unsaved one. */
  readonly name: string | null;
  readonly sheets: readonly SheetSnapshot[];
  readonly structureProtected: boolean;
  readonly readOnly: boolean;
  /** Days are counted from 1904; absent where they are counted from 1900, as nearly everywhere. */
  readonly date1904?: true;
  /** The host recomputes formulas itself, so that no stored value is out of date; a file does not. */
  readonly isLive?: boolean;
  /** Our own custom XML part (settings, typed facts, explanations), unparsed; null when there is none. */
  readonly deskXml: string | null;
}
