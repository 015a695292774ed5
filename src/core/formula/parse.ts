import { decimal } from "../quantity/index.js";
import { fail, success, type Result } from "../result/index.js";
import type { BinaryOperator, Formula } from "./formula.js";
import { referenceFrom, sheetPrefix, type SheetPrefix } from "./reference.js";
import { tokenize, type Token } from "./token.js";

const maxDepth = 64;
const maxLength = 8_192;

/** From the loosest to the tightest; all of them group to the left, `^` included. */
const levels: readonly (readonly BinaryOperator[])[] = [
  ["=", "<>", "<", ">", "<=", ">="],
  ["&"],
  ["+", "-"],
  ["*", "/"],
  ["^"],
];

/**
 * Reads a formula, with or without its leading `=`. Failures: `formula-unread` for what is no plain formula (a typing
 * error, array constants, structured references, unions), `formula-too-long` above Excel's own limits (8,192
 * characters, 64 levels).
 */
export function parseFormula(text: string): Result<Formula> {
  if (text.length > maxLength) return tooLong();
  const parser = new Parser(tokenize(text.startsWith("=") ? text.slice(1) : text));
  const formula = parser.formula();
  if (parser.tooDeep) return tooLong();
  return formula
    ? success(formula)
    : fail("formula-unread", `公式 ${text} 无法识别。`, `The formula ${text} cannot be read.`);
}

function tooLong(): Result<Formula> {
  return fail("formula-too-long", "公式过长或嵌套过深。", "The formula is too long or nested too deep.");
}

class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;
  tooDeep = false;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens.filter(({ kind }) => kind !== "space");
  }

  /** Null when the tokens make no formula. */
  formula(): Formula | null {
    const formula = this.#level(0);
    return formula && this.#at === this.#tokens.length ? formula : null;
  }

  #level(index: number): Formula | null {
    const operators = levels[index];
    if (!operators) return this.#unary();
    let left = this.#level(index + 1);
    while (left) {
      const operator = operators.find((sign) => this.#peek("operator", sign));
      if (!operator) break;
      this.#at++;
      const right = this.#level(index + 1);
      left = right && { kind: "binary", operator, left, right };
    }
    return left;
  }

  /** A sign binds tighter than `^` in Excel: `-2^2` is 4. */
  #unary(): Formula | null {
    const signs: ("-" | "+")[] = [];
    while (this.#peek("operator", "-") || this.#peek("operator", "+")) {
      signs.push(this.#peek("operator", "-") ? "-" : "+");
      this.#at++;
    }
    if (signs.length > maxDepth) this.tooDeep = true;
    if (this.tooDeep) return null;
    let formula = this.#primary();
    let percents = 0;
    while (formula && this.#peek("operator", "%")) {
      if (++percents > maxDepth) return null;
      this.#at++;
      formula = { kind: "unary", operator: "%", operand: formula };
    }
    return (
      formula && signs.reduceRight<Formula>((operand, operator) => ({ kind: "unary", operator, operand }), formula)
    );
  }

  #primary(): Formula | null {
    const token = this.#tokens[this.#at];
    if (!token) return null;
    if (token.kind === "(") return this.#nested(() => this.#group());
    if (token.kind === "sheet") {
      this.#at++;
      return this.#afterSheet(sheetPrefix(token.text));
    }
    const reference = this.#reference(null) ?? this.#sheetSpan();
    if (reference) return reference;
    this.#at++;
    switch (token.kind) {
      case "number":
        return { kind: "number", value: decimal(token.text) };
      case "text":
        return /^"(?:[^"]|"")*"$/.test(token.text)
          ? { kind: "text", value: token.text.slice(1, -1).replaceAll('""', '"') }
          : null;
      case "error":
        return { kind: "error", code: token.text };
      case "cell":
      case "name":
        return this.#named(token.text);
      default:
        return null;
    }
  }

  #named(text: string): Formula | null {
    if (this.#peek("(")) return this.#nested(() => this.#call(text.toUpperCase().replace(/^_XLFN\./, "")));
    const upper = text.toUpperCase();
    if (upper === "TRUE" || upper === "FALSE") return { kind: "boolean", value: upper === "TRUE" };
    return { kind: "name", name: text, sheet: null };
  }

  #group(): Formula | null {
    this.#at++;
    const inner = this.#level(0);
    if (!this.#peek(")")) return null;
    this.#at++;
    return inner;
  }

  #call(name: string): Formula | null {
    this.#at++;
    const list: (Formula | null)[] = [];
    if (this.#peek(")")) {
      this.#at++;
      return { kind: "call", name, arguments: list };
    }
    for (;;) {
      const omitted = this.#peek(",") || this.#peek(")");
      const argument = omitted ? null : this.#level(0);
      if (!omitted && !argument) return null;
      list.push(argument);
      if (this.#peek(")")) break;
      if (!this.#peek(",")) return null;
      this.#at++;
    }
    this.#at++;
    return { kind: "call", name, arguments: list };
  }

  #afterSheet(prefix: SheetPrefix): Formula | null {
    const reference = this.#reference(prefix);
    if (reference) return reference;
    const token = this.#tokens[this.#at];
    if (token?.kind === "error") {
      this.#at++;
      return { kind: "error", code: token.text };
    }
    if (token?.kind !== "name") return null;
    this.#at++;
    return { kind: "name", name: token.text, sheet: prefix.sheet };
  }

  /** `Sheet1:Sheet3!A1` without quotes comes as a name, a colon and a sheet. */
  #sheetSpan(): Formula | null {
    const [first, colon, last] = this.#tokens.slice(this.#at, this.#at + 3);
    if (!first || colon?.kind !== ":" || last?.kind !== "sheet") return null;
    this.#at += 3;
    return this.#afterSheet({ ...sheetPrefix(last.text), sheet: first.text, lastSheet: sheetPrefix(last.text).sheet });
  }

  #reference(prefix: SheetPrefix | null): Formula | null {
    const [first, colon, last] = this.#tokens.slice(this.#at, this.#at + 3);
    if (!first) return null;
    const range = colon?.kind === ":" && last ? referenceFrom(prefix, first, last) : null;
    if (range) {
      this.#at += 3;
      return { kind: "reference", reference: range };
    }
    const single = first.kind === "cell" && colon?.kind !== ":" ? referenceFrom(prefix, first, first) : null;
    if (!single) return null;
    this.#at++;
    return { kind: "reference", reference: single };
  }

  #nested(read: () => Formula | null): Formula | null {
    if (++this.#depth > maxDepth) this.tooDeep = true;
    const formula = this.tooDeep ? null : read();
    this.#depth--;
    return formula;
  }

  #peek(kind: Token["kind"], text?: string): boolean {
    const token = this.#tokens[this.#at];
    return token?.kind === kind && (text === undefined || token.text === text);
  }
}
