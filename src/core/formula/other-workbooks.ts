import { remembered } from "../quantity/index.js";
import { sheetPrefix } from "./reference.js";
import { tokenize } from "./token.js";

/**
 * The other workbooks (or programs, over DDE) that a formula takes values from, each once, as it names them: `1`,
 * `Book.xlsx`, `C:\\Data\\Book.xlsx`. A file keeps their names apart and puts numbers here; 0 is the workbook itself.
 */
export const otherWorkbooks = remembered((formula: string): readonly string[] => {
  const found = new Set<string>();
  const tokens = tokenize(formula.startsWith("=") ? formula.slice(1) : formula);
  tokens.forEach(({ kind, text }, index) => {
    if (kind === "other" && text === "|") found.add(tokens[index - 1]?.text ?? "");
    if (kind !== "sheet") return;
    const { workbook, sheet } = sheetPrefix(text);
    if (workbook !== null && workbook !== "0" && workbook !== "") found.add(workbook);
    // 'C:\\Data\\Book.xlsx'!Name: a defined name of another workbook.
    else if (workbook === null && /\.xl\w{1,2}$/i.test(sheet ?? "")) found.add(sheet ?? "");
  });
  return [...found];
});
