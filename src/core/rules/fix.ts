import type { FixProposal } from "../findings/index.js";
import type { CellRef, Fact } from "../facts/index.js";
import { decimal, readNumber, type Decimal, isZero } from "../quantity/index.js";
import { addressOf } from "../sheet/index.js";

/** The address of a fact's cell for a formula in the cell `home`; null when it has none of its own, or in another workbook. */
export function reference(fact: Fact, home: CellRef): string | null {
  const cell = cellFor(fact, home);
  return cell && addressIn(cell, home);
}

function cellFor({ cells: [cell], inText }: Fact, home: CellRef): CellRef | null {
  return cell && !inText && cell.file === home.file ? cell : null;
}

function addressIn(cell: CellRef, home: CellRef): string {
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
  const plus = parts.flatMap((fact) => cellFor(fact, home) ?? []);
  const less = minus.flatMap((fact) => cellFor(fact, home) ?? []);
  if (plus.length < parts.length || less.length < minus.length) return null;
  const runs = runsOf(plus);
  const sum = runs.some(({ length }) => length >= 3)
    ? `SUM(${runs.map((run) => spanOf(run, home)).join(",")})`
    : plus.map((cell) => addressIn(cell, home)).join("+");
  return `=${sum}${less.map((cell) => `-${addressIn(cell, home)}`).join("")}`;
}

/** A stretch of cells, one below or one beside the other. */
interface Run {
  readonly first: CellRef;
  readonly last: CellRef;
  readonly length: number;
}

function runsOf(cells: readonly CellRef[]): Run[] {
  const runs: Run[] = [];
  for (const cell of cells) {
    const run = runs.at(-1);
    if (run && continues(run, cell)) runs[runs.length - 1] = { ...run, last: cell, length: run.length + 1 };
    else runs.push({ first: cell, last: cell, length: 1 });
  }
  return runs;
}

function continues({ first, last }: Run, cell: CellRef): boolean {
  const isBelow = cell.row === last.row + 1 && cell.column === last.column && last.column === first.column;
  const isBeside = cell.column === last.column + 1 && cell.row === last.row && last.row === first.row;
  return cell.sheet === last.sheet && (isBelow || isBeside);
}

function spanOf({ first, last, length }: Run, home: CellRef): string {
  const start = addressIn(first, home);
  return length === 1 ? start : `${start}:${addressOf(last)}`;
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
  if (reading.kind !== "number" || !isPlain || isZero(reading.value)) return decimal(1);
  const held = text.unit === "%" ? text.printed.div(100) : text.printed;
  return held.div(reading.value);
}
