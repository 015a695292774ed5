import type { Formula, FormulaReference } from "./formula.js";

/** Cells that a formula adds up, or takes away. */
export interface AddendReference {
  readonly reference: FormulaReference;
  readonly sign: 1 | -1;
}

/**
 * What a formula adds up: SUM, `+` and `-` over cells, also inside of ROUND and in the one branch of IF or IFERROR
 * that is no constant. Null for anything else, a single cell included: that is no sum.
 */
export function addends(formula: Formula): readonly AddendReference[] | null {
  const found: AddendReference[] = [];
  return collect(formula, 1, found) && (found.length > 1 || sums(formula)) ? found : null;
}

function collect(formula: Formula, sign: 1 | -1, found: AddendReference[]): boolean {
  switch (formula.kind) {
    case "reference":
      found.push({ reference: formula.reference, sign });
      return true;
    case "unary":
      return (
        formula.operator !== "%" && collect(formula.operand, formula.operator === "-" ? flipped(sign) : sign, found)
      );
    case "binary": {
      const { operator, left, right } = formula;
      if (operator !== "+" && operator !== "-") return false;
      return collect(left, sign, found) && collect(right, operator === "-" ? flipped(sign) : sign, found);
    }
    case "call": {
      const inner = summed(formula);
      return inner !== null && inner.every((argument) => collect(argument, sign, found));
    }
    case "number":
      return formula.value.eq(0);
    case "text":
    case "boolean":
    case "error":
    case "name":
      return false;
  }
}

/** The arguments that count towards the sum; null when the call is none. */
function summed({ name, arguments: given }: Extract<Formula, { kind: "call" }>): readonly Formula[] | null {
  const present = given.filter((argument) => argument !== null);
  const [first] = present;
  switch (name) {
    case "SUM":
      return present;
    case "ROUND":
      return first ? [first] : null;
    case "IF":
    case "IFERROR": {
      const branches = (name === "IF" ? given.slice(1) : given).filter(
        (branch) => branch !== null && !isConstant(branch),
      );
      const [branch, ...others] = branches;
      return branch && others.length === 0 ? [branch] : null;
    }
    default:
      return null;
  }
}

function sums(formula: Formula): boolean {
  if (formula.kind !== "call") return formula.kind === "unary" && sums(formula.operand);
  return formula.name === "SUM" || (summed(formula) ?? []).some(sums);
}

function isConstant({ kind }: Formula): boolean {
  return kind === "number" || kind === "text" || kind === "boolean" || kind === "error";
}

function flipped(sign: 1 | -1): 1 | -1 {
  return sign === 1 ? -1 : 1;
}
