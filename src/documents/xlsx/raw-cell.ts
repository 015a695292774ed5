import { parseAddress, type CellAddress } from "../../core/sheet/index.js";
import type { XmlTag } from "../xml/index.js";
import { count } from "./part.js";

/** How a formula is stored: in full, as the master of a shared one, or as its follower. */
export interface RawFormula {
  readonly kind: "normal" | "array" | "shared" | "dataTable";
  /** Without `=`; empty for a follower. */
  readonly text: string;
  /** The group of a shared formula. */
  readonly group: string | null;
  /** The area that an array or shared formula covers, as written. */
  readonly area: string | null;
}

/** One `<c>` as written, not yet interpreted. */
export interface RawCell {
  readonly at: CellAddress;
  readonly style: number;
  /** `s`, `str`, `inlineStr`, `b`, `e`, `d` or `n`. */
  readonly type: string;
  readonly value: string | null;
  readonly formula: RawFormula | null;
}

/** Where a cell lies: its address, or the place after the one before when a producer left the address out. */
export function cellPosition(tag: XmlTag, row: number, previousColumn: number): CellAddress | null {
  const { r: address } = tag.attributes;
  if (address === undefined) return { row, column: previousColumn + 1 };
  const at = parseAddress(address);
  return at && at.row === row ? at : null;
}

/** Zero-based row of a `<row>`, by the same rule. */
export function rowPosition(tag: XmlTag, previousRow: number): number | null {
  const { r: number } = tag.attributes;
  if (number === undefined) return previousRow + 1;
  const row = count(number);
  return row !== null && row >= 1 && row <= 1_048_576 ? row - 1 : null;
}
