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

/**
 * `=SUM(E7:E9)`, `=SUM(I7,H14:H22)` where parts stand one below or beside the other, else `=E7+E8-E9`; null when a part
 * has no cell.
 */
export function sumFormula(total: Fact, parts: readonly Fact[], minus: readonly Fact[] = []): string | null {
  const [home] = total.cells;
  if (!home || parts.length === 0) return null;
  const plus = parts.map((fact) => reference(fact, home));
  const less = minus.map((fact) => reference(fact, home));
  if (plus.includes(null) || less.includes(null)) return null;
  const runs = runsOf(parts, home);
  const sum = runs.some(({ length }) => length >= 3) ? `SUM(${runs.map(spanOf(home)).join(",")})` : plus.join("+");
  return `=${sum}${less.map((address) => `-${address ?? ""}`).join("")}`;
}

/** The parts in stretches that lie one below or one beside the other. */
function runsOf(parts: readonly Fact[], home: CellRef): Fact[][] {
  const runs: Fact[][] = [];
  for (const part of parts) {
    const run = runs.at(-1);
    if (run && continues(run, part, home)) run.push(part);
    else runs.push([part]);
  }
  return runs;
}

function continues(run: readonly Fact[], part: Fact, home: CellRef): boolean {
  const [cell] = part.cells;
  const [before] = run.at(-1)?.cells ?? [];
  const [first] = run[0]?.cells ?? [];
  if (!cell || !before || !first || !isOn(cell, home) || !isOn(before, home)) return false;
  const isBelow = cell.column === first.column && cell.row === before.row + 1 && before.column === first.column;
  const isBeside = cell.row === first.row && cell.column === before.column + 1 && before.row === first.row;
  return isBelow || isBeside;
}

function spanOf(home: CellRef): (run: readonly Fact[]) => string {
  return (run) => {
    const [first, last] = [run[0], run.at(-1)].map((fact) => (fact ? (reference(fact, home) ?? "") : ""));
    return first === last ? (first ?? "") : `${first ?? ""}:${last ?? ""}`;
  };
}

function isOn(cell: CellRef, home: CellRef): boolean {
  return cell.sheet === home.sheet && cell.file === home.file;
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
