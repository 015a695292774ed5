import type { Failure } from "../core/result/index.js";
import type { SheetTarget } from "../core/sheet/index.js";
import type { WorkbookAppearance } from "../documents/xlsx/index.js";
import type { Desk } from "../pane/index.js";
import type { IncomingFile } from "./incoming-file.js";
import type { BookState, FileBook } from "./page-workbook.js";

/** One workbook, or several of one unit. */
export interface OpenWorkbook {
  /** Another one for every opening. */
  readonly id: string;
  readonly desk: Desk;
  readonly book: FileBook;
  readonly appearance: WorkbookAppearance | null;
}

export interface Notice {
  readonly kind: "success" | "error" | "info";
  readonly text: string;
}

export interface PageState {
  readonly workbook: OpenWorkbook | null;
  /** As it stands after the last change; null while nothing is open. */
  readonly book: BookState | null;
  /** Names of the files on their way in. */
  readonly opening: string | null;
  readonly failure: Failure | null;
  /** The cell to show; a new object for every wish. */
  readonly target: SheetTarget | null;
  readonly notice: Notice | null;
  /** What came of the last typing, shown beside the sheet. */
  readonly note: Notice | null;
  /**
   * Files that wait for a word: `replace` because unsaved changes would be lost, `purpose` because they were dropped
   * on an open workbook.
   */
  readonly waiting: { readonly files: readonly IncomingFile[]; readonly ask: "replace" | "purpose" } | null;
}

export const firstPageState: PageState = {
  workbook: null,
  book: null,
  opening: null,
  failure: null,
  target: null,
  notice: null,
  note: null,
  waiting: null,
};

export function isDirty({ book }: Pick<PageState, "book">): boolean {
  return book?.files.some(({ changed }) => changed) ?? false;
}
