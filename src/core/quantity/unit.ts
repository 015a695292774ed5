import type { Decimal } from "./decimal.js";

/** A unit of measure as printed, and how it converts into the base unit of its dimension. */
export interface Unit {
  /** Canonical spelling of what was printed: ㎡ for 平方米, 工作日 for 个工作日, 万亩, 元/亩. */
  readonly symbol: string;
  /** Two quantities compare only when their dimensions agree. A counter nobody listed is a dimension of its own. */
  readonly dimension: string;
  /** Symbol of the base unit. Money's is 万元 (in a compound unit 元). */
  readonly base: string;
  /** value in base = value × factor. */
  readonly factor: Decimal;
}
