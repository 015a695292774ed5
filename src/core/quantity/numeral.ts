import type { Decimal } from "./decimal.js";

/** A number found at one place of a text, without its unit. */
export interface Numeral {
  /** With 万, 亿 … multiplied out. */
  readonly value: Decimal;
  /** The digits alone: 1.2 of 1.2万. */
  readonly printed: Decimal;
  readonly decimals: number;
  /** Power of ten of the magnitude words: 4 for 万, 8 for 亿, 0 for none. */
  readonly magnitude: number;
  /** % and ‰ where the numeral itself says so: 百分之九十, 千分之三, 九成, 半数. */
  readonly share: "%" | "‰" | null;
  /** 余, 多, 来 inside the numeral: 30多万. */
  readonly approximate: boolean;
  readonly separators: boolean;
  /** 百, 千, 万 with no digit before them: only 近百, 百余 mean a number. */
  readonly bareMagnitude: boolean;
  readonly chinese: boolean;
  /** Index after the numeral. */
  readonly end: number;
}
