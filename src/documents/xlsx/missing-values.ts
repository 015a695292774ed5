import { formulaBook, type Outcome } from "../../core/formula/index.js";
import type { Cell, CellValue, SheetSnapshot } from "../../core/sheet/index.js";
import { shownText } from "./shown-text.js";

/**
 * Programs that cannot calculate write formulas without values and leave it to Excel to compute them on opening. These
 * cells get what they will show then; one that cannot be computed here stays without a value.
 */
export function withMissingValues(sheets: readonly SheetSnapshot[], date1904: boolean): readonly SheetSnapshot[] {
  if (!sheets.some(({ rows }) => rows.some((row) => row.some(isMissing)))) return sheets;
  const formulas = formulaBook(sheets, isMissing);
  return sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((cells, down) =>
      cells.map((cell, across) => {
        if (!isMissing(cell)) return cell;
        const place = { sheet: sheet.name, row: sheet.top + down, column: sheet.left + across };
        return withValue(cell, formulas.recomputed(place), date1904);
      }),
    ),
  }));
}

function isMissing(cell: Cell | null): cell is Cell {
  return cell !== null && cell.formula !== null && cell.value === null;
}

function withValue(cell: Cell, outcome: Outcome, date1904: boolean): Cell {
  if (outcome.kind === "unsupported") return cell;
  if (outcome.kind === "error") return { ...cell, value: outcome.code, text: outcome.code, isError: true };
  const { value } = outcome;
  const stored: CellValue = typeof value === "object" && value !== null ? Number(value.toString()) : value;
  return { ...cell, value: stored, text: shownText(stored, cell.format, date1904) };
}
