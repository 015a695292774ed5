import type { BinaryOperator } from "./formula.js";
import { isDecimal, snapped, type FormulaValue } from "./outcome.js";

/** Excel's order: numbers before texts before FALSE before TRUE; texts without regard to case. */
export function compareValues(left: FormulaValue, right: FormulaValue): number {
  const a = left ?? blankLike(right);
  const b = right ?? blankLike(left);
  if (a === null || b === null) return 0;
  if (isDecimal(a) && isDecimal(b)) return snapped(a).cmp(snapped(b));
  if (typeof a === "string" && typeof b === "string") return order(a.toUpperCase(), b.toUpperCase());
  if (typeof a === "boolean" && typeof b === "boolean") return Number(a) - Number(b);
  return rank(a) - rank(b);
}

export function holds(operator: BinaryOperator, comparison: number): boolean {
  switch (operator) {
    case "=":
      return comparison === 0;
    case "<>":
      return comparison !== 0;
    case "<":
      return comparison < 0;
    case "<=":
      return comparison <= 0;
    case ">":
      return comparison > 0;
    default:
      return comparison >= 0;
  }
}

/** An empty cell equals 0, the empty text and FALSE alike. */
function blankLike(other: FormulaValue): FormulaValue {
  if (other === null) return null;
  if (typeof other === "string") return "";
  return typeof other === "boolean" ? false : other.times(0);
}

function rank(value: FormulaValue): number {
  if (typeof value === "boolean") return 2;
  return typeof value === "string" ? 1 : 0;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
