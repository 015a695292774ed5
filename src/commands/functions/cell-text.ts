import { decimal, formatDecimal } from "../../core/quantity/index.js";
import { fail, success, type Result } from "../../core/result/index.js";

/** What Excel hands over for a parameter of type any: the value of the cell, never its format or shown text. */
export type CellArgument = unknown;

/** The text to read; a number without its floating dust, an empty cell or a parameter left out as "". */
export function cellText(argument: CellArgument): Result<string> {
  if (argument === null || argument === undefined) return success("");
  if (typeof argument === "string") return success(argument);
  if (typeof argument === "number" && Number.isFinite(argument)) return success(formatDecimal(decimal(argument)));
  return fail("not-a-value", "只能是文字或数字", "Only text or a number can be read.");
}
