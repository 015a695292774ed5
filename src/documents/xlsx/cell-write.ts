import type { CellContent } from "./cell-xml.js";

/** One cell to write. */
export interface CellWrite {
  readonly row: number;
  readonly column: number;
  /** `content` replaces what the cell holds, `cached` only the stored value of its formula. */
  readonly kind: "content" | "cached";
  readonly content: CellContent;
  /** Another style than the cell has now; gets the present one. */
  readonly restyle: ((style: number) => number) | null;
}
