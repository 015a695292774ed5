import type { Result } from "../core/result/index.js";
import type { ReportEdits } from "../documents/docx/index.js";
import type { NewSheet } from "../documents/xlsx/index.js";
import type { CellEdit, CellValue, SheetTarget, UnhideEdit, WorkbookSnapshot } from "../core/sheet/index.js";

/** Before-image of one edit, kept so that the pane can take it back. */
export interface WrittenCell {
  readonly edit: CellEdit;
  readonly before: { readonly value: CellValue; readonly formula: string | null; readonly format: string };
}

/** One act of a person (a fix, a write-back); undone as a whole. */
export interface WrittenEdits {
  readonly cells: readonly WrittenCell[];
  readonly unhidden: readonly UnhideEdit[];
}

/** What the host can do; the pane words its buttons by it. */
export interface WorkbookCapabilities {
  readonly readOnly: boolean;
  /** `host`: Ctrl+Z takes our writes back; `cleared`: a write may clear the person's undo list. */
  readonly undo: "host" | "cleared" | "own";
  /** Changes made by a person reach `watch`. */
  readonly watches: boolean;
}

/** Our custom XML part before (null when there is none) → after. */
export type DeskChange = (current: string | null) => Result<string>;

/** The open workbook, whatever shows it: Excel, the page, a file. */
export interface WorkbookHost {
  capabilities(): WorkbookCapabilities;
  read(): Promise<Result<WorkbookSnapshot>>;
  select(target: SheetTarget): Promise<Result<void>>;
  /** What the person has selected now. Failure: `no-selection` where it is not one block of cells. */
  selection(): Promise<Result<SheetTarget>>;
  /** All edits or none. Returns the before-images. */
  write(edits: readonly CellEdit[], unhide?: readonly UnhideEdit[]): Promise<Result<WrittenEdits>>;
  /** Refused (`changed-since`) where a cell no longer holds what was written. */
  undo(written: WrittenEdits): Promise<Result<void>>;
  /**
   * Changes our custom XML part (typed facts, settings, explanations), starting from the text that is there at that
   * moment; `change` may be called again when somebody else stored something meanwhile. Answers the text now stored.
   */
  storeDesk(change: DeskChange): Promise<Result<string>>;
  /**
   * Draws a sheet of ours: in place of the one that holds `mark` (it keeps its name and place), else as the last one
   * under a free name. Answers the sheet's name; `structure-protected` where no sheet may be added.
   */
  putSheet(sheet: NewSheet, mark: string): Promise<Result<string>>;
  /** Calls back when a person changed cells; returns the way to stop. */
  watch(changed: () => void): () => void;
}

export interface ReportCapabilities {
  readonly readOnly: boolean;
  /** The figure at the cursor can be told: `watchFigure` calls back. */
  readonly tellsFigure: boolean;
}

/** A figure in the text: tag and title of its control. */
export interface FigureAtCursor {
  readonly tag: string;
  /** Names the source: 附件1!D24 公用经费. */
  readonly title: string;
}

/** The open report, in the program that shows it. */
export interface ReportHost {
  capabilities(): ReportCapabilities;
  /** The document as a file, as it would be saved now. */
  read(): Promise<Result<Uint8Array>>;
  /** Puts the edits into the open document, figures first. Answers whether the program keeps them as tracked changes. */
  apply(edits: ReportEdits): Promise<Result<{ readonly tracked: boolean }>>;
  /** Puts the record of what was written in the place of the one before; it is XML without declaration. */
  record(ledger: string): Promise<Result<void>>;
  /** Calls back with the figure that the cursor came to, null beside figures; returns the way to stop. */
  watchFigure(changed: (figure: FigureAtCursor | null) => void): () => void;
}

/** How a file reached the person. Success is never assumed silently: `unconfirmed` when the host cannot tell. */
export type DeliveryOutcome =
  | { readonly kind: "saved"; readonly name: string }
  | { readonly kind: "unconfirmed"; readonly name: string }
  | { readonly kind: "cancelled" };

/** Hands finished files and texts to the person. */
export interface DeliveryHost {
  saveFile(name: string, bytes: Uint8Array, mime: string): Promise<Result<DeliveryOutcome>>;
  copyText(text: string): Promise<Result<void>>;
}
