import type { WorkbookSnapshot } from "../../src/core/sheet/index.js";
import type { Change, DrawnBook } from "./drawn-book.js";

/** A sheet added to the workbook. */
export const twinSheet = "旧表";

/** One mistake made in a workbook that was right. */
export interface Slip {
  /** What kind of mistake, as people would say it. */
  readonly kind: string;
  readonly changes: readonly Change[];
  /** What no cell can say: a hidden row, a sheet left out. After the changes. */
  readonly reshape?: (workbook: WorkbookSnapshot) => WorkbookSnapshot;
  /**
   * The cells at which the rule catalogue tells this mistake, by role; one of them is enough. A finding that has no cell
   * is told of the sheet (`sheet of a3.0`) or of the workbook (`workbook`); anywhere
   * in a row is `row of a2 total.score`; a cell of the sheet that was added is `twin of a1 title.year`.
   */
  readonly at: readonly string[];
  /** The catalogue tells it as 提示 only. */
  readonly level?: "info";
  /** Cells that are as wrong as the mistaken one, beside those that follow from it. */
  readonly touches?: readonly string[];
}

/** Every mistake of some kinds that the book allows. */
export type SlipMaker = (book: DrawnBook) => readonly Slip[];
