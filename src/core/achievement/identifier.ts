import { isDigit, isLetter, readUnit } from "../quantity/index.js";
import { chineseDigits } from "./numerals.js";

/** A number that is part of a name: 5A, 4G, 1+1+N, 12号, 123456号; the index after it, or null. */
export function identifierFrom(text: string, at: number): number | null {
  let end = at;
  while (isDigit(text.charAt(end)) && end - at < 12) end++;
  const next = text.charAt(end);
  // 7×24小时
  if ((next === "×" || next === "*") && isDigit(text.charAt(end + 1))) return identifierEnd(text, end + 1);
  if (next === "号" || (next === "+" && isAlphanumeric(text.charAt(end + 1))))
    return identifierEnd(text, at) + (next === "号" ? 1 : 0);
  if (!isLetter(next)) return null;
  if (readUnit(text, end) || ((next === "E" || next === "e") && /* 1.2E5 */ isDigit(text.charAt(end + 1)))) return null;
  return identifierEnd(text, at);
}

/** Letters with digits: GB3095-2012, PM2.5, H7N9. */
export function identifierEnd(text: string, at: number): number {
  let end = at;
  while (
    end < text.length &&
    (isAlphanumeric(text.charAt(end)) ||
      isInnerMark(text, end) ||
      (isLetter(text.charAt(at)) && isSlash(text, end)) ||
      chineseDigitAt(text, end, at))
  )
    end++;
  return Math.max(end, at + 1);
}

/** GB/T19001, JTGF80/1-2017 */
function isSlash(text: string, at: number): boolean {
  return text.charAt(at) === "/" && isAlphanumeric(text.charAt(at + 1)) && isAlphanumeric(text.charAt(at - 1));
}

function isInnerMark(text: string, at: number): boolean {
  return "-.+_".includes(text.charAt(at)) && isAlphanumeric(text.charAt(at + 1)) && isAlphanumeric(text.charAt(at - 1));
}

function chineseDigitAt(text: string, at: number, start: number): boolean {
  return at === start && chineseDigits.includes(text.charAt(at));
}

export function isAlphanumeric(char: string): boolean {
  return isDigit(char) || isLetter(char);
}
