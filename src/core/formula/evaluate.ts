import type { Area } from "../sheet/index.js";
import type { Arguments } from "./arguments.js";
import { compareValues, holds } from "./compare.js";
import type { BinaryOperator, Formula, FormulaReference } from "./formula.js";
import { functions } from "./functions.js";
import {
  asNumber,
  asText,
  errored,
  settled,
  textOutcome,
  unsupported,
  valued,
  type FormulaValue,
  type Outcome,
} from "./outcome.js";
import { power } from "./power.js";

/** Where a formula's references are read. */
export interface CellSource {
  /**
   * The cells of the area that hold something, row by row. `sheet` null is the formula's own. Null when there is no
   * such sheet.
   */
  cells(sheet: string | null, area: Area): readonly Outcome[] | null;
}

/**
 * What the formula comes to, in exact decimals. Time is linear in the formula and the cells it reads. Cycles are the
 * caller's business: the source answers with values, not by evaluating further.
 */
export function evaluate(formula: Formula, source: CellSource): Outcome {
  switch (formula.kind) {
    case "number":
    case "text":
    case "boolean":
      return valued(formula.value);
    case "error":
      return errored(formula.code);
    case "name":
      return unsupported(formula.name);
    case "reference":
      return single(formula.reference, source);
    case "unary":
      return unary(formula.operator, evaluate(formula.operand, source));
    case "binary":
      return binary(formula.operator, evaluate(formula.left, source), evaluate(formula.right, source));
    case "call": {
      const apply = functions.get(formula.name);
      return apply ? apply(argumentsOf(formula.arguments, source)) : unsupported(formula.name);
    }
  }
}

function argumentsOf(formulas: readonly (Formula | null)[], source: CellSource): Arguments {
  return {
    formulas,
    single: (index) => {
      const formula = formulas[index];
      return formula ? evaluate(formula, source) : valued(null);
    },
    list: (index) => {
      const formula = formulas[index];
      if (formula?.kind === "reference") return { outcomes: listed(formula.reference, source), isReference: true };
      return { outcomes: [formula ? evaluate(formula, source) : valued(null)], isReference: false };
    },
  };
}

function listed({ workbook, sheet, lastSheet, area }: FormulaReference, source: CellSource): readonly Outcome[] {
  if (workbook !== null) return [unsupported(`[${workbook}]`)];
  if (lastSheet !== null) return [unsupported(`${sheet ?? ""}:${lastSheet}!`)];
  return source.cells(sheet, area) ?? [errored("#REF!")];
}

function single(reference: FormulaReference, source: CellSource): Outcome {
  const { top, left, bottom, right } = reference.area;
  if (top !== bottom || left !== right) return unsupported(":");
  return listed(reference, source)[0] ?? valued(null);
}

function unary(operator: "-" | "+" | "%", operand: Outcome): Outcome {
  if (operand.kind !== "value" || operator === "+") return operand;
  const number = asNumber(operand.value);
  if ("problem" in number) return number.problem;
  return valued(operator === "-" ? number.value.times(-1) : number.value.div(100));
}

function binary(operator: BinaryOperator, left: Outcome, right: Outcome): Outcome {
  if (left.kind === "unsupported") return left;
  if (right.kind === "unsupported") return right;
  if (left.kind === "error") return left;
  if (right.kind === "error") return right;
  if (operator === "&") return textOutcome(asText(left.value) + asText(right.value));
  if (operator === "+" || operator === "-" || operator === "*" || operator === "/" || operator === "^") {
    return arithmetic(operator, left.value, right.value);
  }
  return valued(holds(operator, compareValues(left.value, right.value)));
}

function arithmetic(operator: "+" | "-" | "*" | "/" | "^", left: FormulaValue, right: FormulaValue): Outcome {
  const a = asNumber(left);
  if ("problem" in a) return a.problem;
  const b = asNumber(right);
  if ("problem" in b) return b.problem;
  switch (operator) {
    case "+":
      return settled(a.value.plus(b.value));
    case "-":
      return settled(a.value.minus(b.value));
    case "*":
      return settled(a.value.times(b.value));
    case "/":
      return b.value.eq(0) ? errored("#DIV/0!") : settled(a.value.div(b.value));
    case "^":
      return power(a.value, b.value);
  }
}
