import type { FixProposal } from "../findings/index.js";
import type { CellRef, Fact } from "../facts/index.js";
import { decimal, readNumber, type Decimal } from "../quantity/index.js";
import { addressOf } from "../sheet/index.js";

/** The address of a fact's cell for a formula in the cell `home`; null when it has none of its own, or in another workbook. */
export function reference(fact: Fact, home: CellRef): string | null {
  const [cell] = fact.cells;
  if (!cell || fact.inText || cell.file !== home.file) return null;
  const address = addressOf(cell);
  return cell.sheet === home.sheet ? address : `'${cell.sheet.replaceAll("'", "''")}'!${address}`;
}

/** `=SUM(E7:E9)` where the parts stand one below or beside the other, else `=E7+E8-E9`; null when a part has no cell. */
export function sumFormula(total: Fact, parts: readonly Fact[], minus: readonly Fact[] = []): string | null {
  const [home] = total.cells;
  if (!home || parts.length === 0) return null;
  const plus = parts.map((fact) => reference(fact, home));
  const less = minus.map((fact) => reference(fact, home));
  if (plus.includes(null) || less.includes(null)) return null;
  const run = less.length === 0 ? runOf(parts, home) : null;
  return run ? `=SUM(${run})` : `=${plus.join("+")}${less.map((address) => `-${address ?? ""}`).join("")}`;
}

function runOf(parts: readonly Fact[], home: CellRef): string | null {
  if (parts.length < 3) return null;
  const cells = parts.flatMap(({ cells: [cell] }) => (cell && cell.sheet === home.sheet ? [cell] : []));
  const [first] = cells;
  const last = cells.at(-1);
  if (!first || !last || cells.length !== parts.length) return null;
  const isColumn = cells.every((cell, index) => cell.column === first.column && cell.row === first.row + index);
  const isRow = cells.every((cell, index) => cell.row === first.row && cell.column === first.column + index);
  return isColumn || isRow ? `${addressOf(first)}:${addressOf(last)}` : null;
}

export function formulaFix(
  fact: Fact,
  formula: string | null,
  value: Decimal,
  format: string | null = null,
): FixProposal[] {
  const [cell] = fact.cells;
  if (!cell || formula === null || fact.inText) return [];
  return [
    {
      kind: "formula",
      sheet: cell.sheet,
      cell: { row: cell.row, column: cell.column },
      content: formula,
      value: Number(value.toFixed()),
      format,
    },
  ];
}

/** A plain value in place of the filed one, in the unit in which the cell counts. */
export function valueFix(fact: Fact, value: Decimal, format: string | null = null): FixProposal[] {
  const [cell] = fact.cells;
  if (!cell || fact.inText) return [];
  const number = value.times(cellScale(fact)).toFixed();
  return [
    {
      kind: "value",
      sheet: cell.sheet,
      cell: { row: cell.row, column: cell.column },
      content: number,
      value: Number(number),
      format,
    },
  ];
}

/** What the cell holds for one unit of the fact: 10,000 where 元 is read as 万元, a hundredth where it shows per cent. */
function cellScale({ reading, shown }: Fact): Decimal {
  const text = readNumber(shown);
  const isPlain = text.kind === "number" && (text.unit === null || text.unit === "%");
  if (reading.kind !== "number" || !isPlain || reading.value.eq(0)) return decimal(1);
  const held = text.unit === "%" ? text.printed.div(100) : text.printed;
  return held.div(reading.value);
}
