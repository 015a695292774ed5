import type { WorkbookHost } from "../app/index.js";
import type { Result } from "../core/result/index.js";
import type { CellEdit, SheetTarget, WorkbookSnapshot } from "../core/sheet/index.js";

/** One file of the open book. */
export interface BookFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** As it was when it was opened or saved last. */
  readonly saved: Uint8Array;
  /** Something was written since it was opened or saved, and not taken back. */
  readonly changed: boolean;
}

/** What a change came to. */
export interface BookState {
  readonly snapshot: WorkbookSnapshot;
  readonly files: readonly BookFile[];
  /** Keys (`cellKey`) of cells that differ from what was opened or saved. */
  readonly changed: ReadonlySet<string>;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** Text typed or pasted into one cell. */
export interface TypedCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** What became of an act of typing. */
export interface Typed {
  /** First and last cell written, to be selected; null where nothing had to be written. */
  readonly target: SheetTarget | null;
  /** A formula whose value could not be told here, and how many there are: their stored values are out of date. */
  readonly left: { readonly place: string; readonly count: number } | null;
}

/**
 * The workbook files that are open as one book. All changes, by whatever way, run one after the other and are whole or
 * not made at all; undo and redo put back the very bytes that were there.
 */
export interface FileBook {
  /** For the pane: its writes are steps of the same history, and it can take back only the last one. */
  readonly host: WorkbookHost;
  state(): BookState;
  /** What a person typed, as one step. Failures are those of reading what was typed, and of writing. */
  type(sheet: string, cells: readonly TypedCell[]): Promise<Result<Typed>>;
  /** The same with finished edits: a block copied here, or cleared. */
  edit(edits: readonly CellEdit[]): Promise<Result<Typed>>;
  /** Where the change was; null when there is nothing to undo. */
  undo(): Promise<Result<SheetTarget | null>>;
  redo(): Promise<Result<SheetTarget | null>>;
  /** These bytes of the file have reached the person. */
  saved(file: number, bytes: Uint8Array): void;
  /** The file goes by another name from now on. */
  rename(file: number, name: string): Promise<void>;
  /** Once nothing is under way. */
  settled(): Promise<void>;
}

export interface BookWatcher {
  readonly selected: (target: SheetTarget) => void;
  readonly changed: (state: BookState) => void;
  /** A sheet of ours was drawn: how the sheets look is to be read anew. */
  readonly drawn: () => void;
  /** What is selected in the view now. */
  readonly selection: () => readonly SheetTarget[];
}

export function cellKey(sheet: string, row: number, column: number): string {
  return `${sheet}!${row},${column}`;
}
