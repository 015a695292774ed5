import { fail, type Result } from "../../core/result/index.js";

export function unknownSheet(sheet: string): Result<never> {
  return fail("unknown-sheet", `工作簿中没有工作表“${sheet}”。`, `The workbook has no sheet “${sheet}”.`);
}
