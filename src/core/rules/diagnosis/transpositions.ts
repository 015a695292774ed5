import { decimal, type Decimal } from "../../quantity/index.js";

/**
 * Every figure that becomes this one when two neighbouring digits change places: 80.54 for 80.45. The point is passed
 * over (1.2 and 2.1); a digit does not become a leading zero, nor leave one. At most 20 digits are looked at.
 */
export function transpositions(value: Decimal, decimals: number): Decimal[] {
  const places = Math.min(Math.max(decimals, 0), 8);
  const text = value.abs().toFixed(places);
  const digits = text.replace(".", "");
  if (digits.length > 20) return [];
  const found: Decimal[] = [];
  for (let at = 0; at + 1 < digits.length; at++) {
    const [left = "", right = ""] = [digits[at], digits[at + 1]];
    const isLeading = /^0*$/.test(digits.slice(0, at));
    if (left === right || (isLeading && (left === "0" || right === "0"))) continue;
    const swapped = digits.slice(0, at) + right + left + digits.slice(at + 2);
    const split = swapped.length - places;
    const number = decimal(`${swapped.slice(0, split)}.${swapped.slice(split) || "0"}`);
    found.push(value.lt(0) ? number.neg() : number);
  }
  return found;
}
