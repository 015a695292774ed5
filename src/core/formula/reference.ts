import { parseAddress, type CellAddress } from "../sheet/index.js";
import type { FormulaReference } from "./formula.js";
import type { Token } from "./token.js";

const lastRow = 1_048_575;
const lastColumn = 16_383;

export type SheetPrefix = Omit<FormulaReference, "area">;

/** `'附件 1'!`, `[1]Sheet1!`, `'C:\dir\[Book.xlsx]Sheet 1'!`, `'Sheet1:Sheet3'!`. */
export function sheetPrefix(text: string): SheetPrefix {
  const bare = text.slice(0, -1);
  const name = bare.startsWith("'") ? bare.slice(1, -1).replaceAll("''", "'") : bare;
  const close = name.lastIndexOf("]");
  const open = name.lastIndexOf("[", close);
  const workbook = close > 0 && open >= 0 ? name.slice(open + 1, close) : null;
  const [sheet = "", last = null] = name.slice(close + 1).split(":");
  return { workbook, sheet, lastSheet: last };
}

/** The range between two corners, or the single cell when both are the same token; null when they are none. */
export function referenceFrom(prefix: SheetPrefix | null, first: Token, last: Token): FormulaReference | null {
  const corners =
    pair(first, last, "cell", cornerOfCell) ?? pair(first, last, "name", cornerOfColumn) ?? rows(first, last);
  if (!corners) return null;
  const [from, to] = corners;
  const whole = prefix ?? { workbook: null, sheet: null, lastSheet: null };
  return {
    ...whole,
    area: {
      top: Math.min(from.row, to.row),
      left: Math.min(from.column, to.column),
      bottom: Math.max(from.row, to.row),
      right: Math.max(from.column, to.column),
    },
  };
}

type Corners = readonly [CellAddress, CellAddress];

function pair(
  first: Token,
  last: Token,
  kind: Token["kind"],
  corner: (text: string, isLast: boolean) => CellAddress | null,
): Corners | null {
  if (first.kind !== kind || last.kind !== kind) return null;
  const from = corner(first.text, false);
  const to = corner(last.text, true);
  return from && to ? [from, to] : null;
}

function cornerOfCell(text: string): CellAddress | null {
  return parseAddress(text);
}

function cornerOfColumn(text: string, isLast: boolean): CellAddress | null {
  if (!/^\$?[A-Za-z]{1,3}$/.test(text)) return null;
  const at = parseAddress(`${text}1`);
  return at && { row: isLast ? lastRow : 0, column: at.column };
}

function rows(first: Token, last: Token): Corners | null {
  const from = rowOf(first);
  const to = rowOf(last);
  return from === null || to === null
    ? null
    : [
        { row: from, column: 0 },
        { row: to, column: lastColumn },
      ];
}

function rowOf({ kind, text }: Token): number | null {
  if ((kind !== "number" && kind !== "name") || !/^\$?[1-9][0-9]{0,6}$/.test(text)) return null;
  const row = Number(text.replace("$", "")) - 1;
  return row <= lastRow ? row : null;
}
