import { columnName, parseAddress } from "../sheet/index.js";
import { tokenize, type Token } from "./token.js";

const lastRow = 1_048_575;
const lastColumn = 16_383;

/**
 * The formula as it reads when filled from one cell to another: relative references move, `$` ones stay. This is how
 * a file stores shared formulas. Both with or both without a leading `=`.
 */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  const tokens = tokenize(formula);
  return tokens.map((token, index) => shifted(token, tokens[index - 1], tokens[index + 1], rows, columns)).join("");
}

function shifted(
  token: Token,
  before: Token | undefined,
  after: Token | undefined,
  rows: number,
  columns: number,
): string {
  if (token.kind === "cell") return shiftedCell(token.text, rows, columns);
  const besideColon = before?.kind === ":" || after?.kind === ":";
  if (besideColon && token.kind === "name") return shiftedColumn(token.text, columns);
  if (besideColon && token.kind === "number") return shiftedRow(token.text, rows);
  return token.text;
}

function shiftedCell(text: string, rows: number, columns: number): string {
  const match = /^(\$?)([A-Za-z]{1,3})(\$?)([0-9]{1,7})$/.exec(text);
  const at = parseAddress(text);
  if (!match || !at) return text;
  const row = match[3] === "$" ? at.row : at.row + rows;
  const column = match[1] === "$" ? at.column : at.column + columns;
  if (row < 0 || column < 0 || row > lastRow || column > lastColumn) return "#REF!";
  return `${match[1] ?? ""}${columnName(column)}${match[3] ?? ""}${row + 1}`;
}

/** A whole column of `A:C`; a name that is none stays. */
function shiftedColumn(text: string, columns: number): string {
  if (!/^[A-Za-z]{1,3}$/.test(text)) return text;
  const at = parseAddress(`${text}1`);
  if (!at) return text;
  const column = at.column + columns;
  return column < 0 || column > lastColumn ? "#REF!" : columnName(column);
}

/** A whole row of `1:3`. */
function shiftedRow(text: string, rows: number): string {
  if (!/^[1-9][0-9]{0,6}$/.test(text)) return text;
  const row = Number(text) - 1 + rows;
  return row < 0 || row > lastRow ? "#REF!" : String(row + 1);
}
