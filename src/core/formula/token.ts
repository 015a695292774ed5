/**
 * The lexical parts of a plain Excel formula (en-US, as stored in files). A reference token is one corner only
 * (`$A$1`, `A`, `1`); ranges are put together by the parser.
 */
export type TokenKind =
  | "number"
  | "text"
  | "error"
  /** `A1` with any dollar signs. */
  | "cell"
  /** A function or defined name, TRUE and FALSE included. */
  | "name"
  /** A sheet prefix with its `!`: `Sheet1!`, `'附件 1'!`, `[1]Sheet1!`. */
  | "sheet"
  | "operator"
  | "("
  | ")"
  | ","
  | ":"
  | "{"
  | "}"
  | ";"
  | "space"
  /** Something this reader does not know, e.g. a structured reference. */
  | "other";

export interface Token {
  readonly kind: TokenKind;
  /** As written. */
  readonly text: string;
  readonly start: number;
}

const errors = [
  "#NULL!",
  "#DIV/0!",
  "#VALUE!",
  "#REF!",
  "#NAME?",
  "#NUM!",
  "#N/A",
  "#GETTING_DATA",
  "#SPILL!",
  "#CALC!",
];
const operators = ["<>", "<=", ">=", "<", ">", "=", "+", "-", "*", "/", "^", "&", "%"];
const cellName = /^\$?[A-Za-z]{1,3}\$?[1-9][0-9]{0,6}$/;

/** Splits a formula (without its leading `=`) in linear time; the texts of all tokens joined are the formula again. */
export function tokenize(formula: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < formula.length) {
    const token = tokenAt(formula, at);
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

function tokenAt(formula: string, start: number): Token {
  const first = formula.charAt(start);
  const take = (kind: TokenKind, end: number): Token => ({ kind, text: formula.slice(start, end), start });

  if (isSpace(first)) return take("space", runEnd(formula, start, isSpace));
  if (first === '"') return take("text", quotedEnd(formula, start, '"'));
  if (first === "'" || first === "[") return sheetToken(formula, start, take);
  if (first === "#") {
    const error = errors.find((code) => formula.startsWith(code, start));
    return error ? take("error", start + error.length) : take("other", start + 1);
  }
  if (isDigit(first) || (first === "." && isDigit(formula.charAt(start + 1)))) {
    return numberToken(formula, start, take);
  }
  if (isWord(first)) {
    const end = runEnd(formula, start, isWordPart);
    if (formula.charAt(end) === "!") return take("sheet", end + 1);
    const word = formula.slice(start, end);
    return take(cellName.test(word) && formula.charAt(end) !== "(" ? "cell" : "name", end);
  }
  if (
    first === "(" ||
    first === ")" ||
    first === "," ||
    first === ":" ||
    first === "{" ||
    first === "}" ||
    first === ";"
  ) {
    return take(first, start + 1);
  }
  const operator = operators.find((sign) => formula.startsWith(sign, start));
  return operator ? take("operator", start + operator.length) : take("other", start + 1);
}

/** `'附件 1'!`, `'[Book.xlsx]Sheet 1'!`, `[1]Sheet1!`; a bracket elsewhere belongs to a structured reference. */
function sheetToken(formula: string, start: number, take: (kind: TokenKind, end: number) => Token): Token {
  let end: number;
  if (formula.charAt(start) === "'") {
    end = quotedEnd(formula, start, "'");
  } else {
    const close = formula.indexOf("]", start);
    if (close < 0) return take("other", start + 1);
    end = runEnd(formula, close + 1, isWordPart);
  }
  return formula.charAt(end) === "!" ? take("sheet", end + 1) : take("other", end);
}

/** A sheet may be named by digits alone (`2024!A1`), so a number before `!` is a sheet. */
function numberToken(formula: string, start: number, take: (kind: TokenKind, end: number) => Token): Token {
  const word = runEnd(formula, start, isWordPart);
  if (formula.charAt(word) === "!") return take("sheet", word + 1);
  let end = runEnd(formula, start, isDigit);
  if (formula.charAt(end) === ".") end = runEnd(formula, end + 1, isDigit);
  if (formula.charAt(end).toUpperCase() === "E") {
    const sign = /[+-]/.test(formula.charAt(end + 1)) ? 2 : 1;
    if (isDigit(formula.charAt(end + sign))) end = runEnd(formula, end + sign, isDigit);
  }
  return take("number", end);
}

/** Quotes inside are doubled; an unclosed quote runs to the end. */
function quotedEnd(formula: string, start: number, quote: string): number {
  let at = start + 1;
  for (;;) {
    const close = formula.indexOf(quote, at);
    if (close < 0) return formula.length;
    if (formula.charAt(close + 1) !== quote) return close + 1;
    at = close + 2;
  }
}

function runEnd(text: string, start: number, belongs: (character: string) => boolean): number {
  let end = start;
  while (end < text.length && belongs(text.charAt(end))) end++;
  return end;
}

function isSpace(character: string): boolean {
  return character === " " || character === "\n" || character === "\r" || character === "\t";
}

function isDigit(character: string): boolean {
  return character >= "0" && character <= "9";
}

function isWord(character: string): boolean {
  return /[\p{L}_$\\]/u.test(character) || character >= "\ud800";
}

function isWordPart(character: string): boolean {
  return isWord(character) || isDigit(character) || character === "." || character === "?";
}
