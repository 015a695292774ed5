import { parseFormula, references, tokenize } from "../../core/formula/index.js";
import { halfWidth } from "../../core/quantity/index.js";
import { fail, success, type Result } from "../../core/result/index.js";

/** A formula begins with `=`, of either width, and something after it. */
export function isFormula(text: string): boolean {
  return /^[=＝]./s.test(text);
}

/**
 * A typed formula as a file keeps it: half-width signs and capital names outside of quotes. What cannot be read is
 * refused, for a file with a malformed formula counts as damaged. Failures: `formula-unread`, `formula-too-long`,
 * `formula-other-file`, `formula-unknown-sheet`.
 */
export function typedFormula(text: string, sheets: readonly string[]): Result<string> {
  const formula = `=${tidied(text.slice(1)).trim()}`;
  const parsed = parseFormula(formula);
  if (!parsed.ok) {
    if (parsed.failure.code === "formula-too-long") return parsed;
    return fail(
      "formula-unread",
      "公式写得不完整或有误，没有写入。要输入以“=”开头的文字，请在前面加单引号（'）。",
      "The formula is incomplete or mistyped; nothing was written. Text that begins with “=” needs an apostrophe (') before it.",
    );
  }
  const known = new Set(sheets.map((name) => name.toUpperCase()));
  for (const { workbook, sheet, lastSheet } of references(parsed.value)) {
    if (workbook !== null) {
      return fail(
        "formula-other-file",
        "这里写的公式不能引用另一个工作簿，没有写入。",
        "A formula typed here cannot refer to another workbook; nothing was written.",
      );
    }
    const missing = [sheet, lastSheet].find((name) => name !== null && !known.has(name.toUpperCase()));
    if (missing) {
      return fail(
        "formula-unknown-sheet",
        `没有名为“${missing}”的工作表，公式没有写入。`,
        `There is no sheet “${missing}”; the formula was not written.`,
      );
    }
  }
  return success(formula);
}

/** Between quotes of either kind everything stays. */
function tidied(formula: string): string {
  const half = formula
    .split(/("[^"]*"|'[^']*')/)
    .map((piece, index) => (index % 2 === 1 ? piece : halfWidth(piece)))
    .join("");
  return tokenize(half)
    .map(({ kind, text }) => (kind === "cell" || kind === "name" ? text.toUpperCase() : text))
    .join("");
}
