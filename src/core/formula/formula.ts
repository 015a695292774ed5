import type { Decimal } from "../quantity/index.js";
import type { Area } from "../sheet/index.js";

/** Cells that a formula names. */
export interface FormulaReference {
  /** Another workbook, as the formula names it (`1`, `Book.xlsx`); null for its own. */
  readonly workbook: string | null;
  /** Null for the formula's own sheet. */
  readonly sheet: string | null;
  /** The last sheet of a span over sheets (`Sheet1:Sheet3!A1`), else null. */
  readonly lastSheet: string | null;
  /** A single cell has equal corners; whole columns and rows reach the end of the grid. */
  readonly area: Area;
}

export type BinaryOperator = "+" | "-" | "*" | "/" | "^" | "&" | "=" | "<>" | "<" | ">" | "<=" | ">=";

/** A formula as a tree. Parentheses leave no trace but the shape. */
export type Formula =
  | { readonly kind: "number"; readonly value: Decimal }
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "error"; readonly code: string }
  | { readonly kind: "reference"; readonly reference: FormulaReference }
  /** A defined name; `sheet` when written with one. */
  | { readonly kind: "name"; readonly name: string; readonly sheet: string | null }
  /** `name` in upper case; an omitted argument is null. */
  | { readonly kind: "call"; readonly name: string; readonly arguments: readonly (Formula | null)[] }
  | { readonly kind: "unary"; readonly operator: "-" | "+" | "%"; readonly operand: Formula }
  | {
      readonly kind: "binary";
      readonly operator: BinaryOperator;
      readonly left: Formula;
      readonly right: Formula;
    };

/** Every reference in the order written; one that occurs twice is listed twice. */
export function references(formula: Formula): readonly FormulaReference[] {
  const found: FormulaReference[] = [];
  collect(formula, found);
  return found;
}

function collect(formula: Formula, found: FormulaReference[]): void {
  switch (formula.kind) {
    case "reference":
      found.push(formula.reference);
      return;
    case "call":
      for (const argument of formula.arguments) if (argument) collect(argument, found);
      return;
    case "unary":
      collect(formula.operand, found);
      return;
    case "binary":
      collect(formula.left, found);
      collect(formula.right, found);
      return;
    case "number":
    case "text":
    case "boolean":
    case "error":
    case "name":
      return;
  }
}
