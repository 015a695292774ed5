/**
 * Plain Excel formulas: reading them, what they refer to, what they come to in exact decimals.
 * May not live here: where cells come from (the caller passes a source), functions that need a clock or chance.
 */
export { tokenize, type Token, type TokenKind } from "./token.js";
export { shiftFormula } from "./shift.js";
export { references, type BinaryOperator, type Formula, type FormulaReference } from "./formula.js";
export { parseFormula } from "./parse.js";
export type { FormulaValue, Outcome } from "./outcome.js";
export { evaluate, type CellSource } from "./evaluate.js";
export { storedValues } from "./cells.js";
export { formulaBook, type CellPlace, type FormulaBook, type ReadFormula } from "./formula-book.js";
export { sheetKey } from "./cells.js";
export { addends, type AddendReference } from "./addends.js";
export { otherWorkbooks } from "./other-workbooks.js";
export { recalculate, type RecalculatedCell, type Recalculation } from "./recalculate.js";
