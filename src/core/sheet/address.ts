import type { Area, CellAddress } from "./snapshot.js";

/** `0` → `A`, `26` → `AA`. */
export function columnName(column: number): string {
  let name = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

export function addressOf({ row, column }: CellAddress): string {
  return `${columnName(column)}${row + 1}`;
}

/** `A1:I40`, or `A1` for a single cell. */
export function areaAddress(area: Area): string {
  const first = addressOf({ row: area.top, column: area.left });
  const last = addressOf({ row: area.bottom, column: area.right });
  return first === last ? first : `${first}:${last}`;
}

const cellPattern = /^\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})$/;

/** `null` when the text is no A1 address inside Excel's grid (1,048,576 rows, 16,384 columns). */
export function parseAddress(text: string): CellAddress | null {
  const match = cellPattern.exec(text.trim().toUpperCase());
  if (!match) return null;
  const [, letters = "", digits = ""] = match;
  let column = 0;
  for (const letter of letters) column = column * 26 + (letter.charCodeAt(0) - 64);
  const row = Number(digits);
  if (row > 1_048_576 || column > 16_384) return null;
  return { row: row - 1, column: column - 1 };
}

export function parseArea(text: string): Area | null {
  const [from = "", to = from, ...rest] = text.split(":");
  const start = parseAddress(from);
  const end = parseAddress(to);
  if (!start || !end || rest.length > 0) return null;
  return {
    top: Math.min(start.row, end.row),
    left: Math.min(start.column, end.column),
    bottom: Math.max(start.row, end.row),
    right: Math.max(start.column, end.column),
  };
}

export function contains(area: Area, { row, column }: CellAddress): boolean {
  return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
}
