import type { ExecutionScore, IndicatorLine } from "../core/achievement/index.js";
import type { CellRef } from "../core/facts/index.js";
import type { ScoringProfile } from "../core/pack/index.js";
import { type Decimal, decimal, formatDecimal, roundHalfUp } from "../core/quantity/index.js";
import { addressOf } from "../core/sheet/index.js";
import type { ScoreCells } from "./score-cells.js";

/** `=F6/E6`; null where one of them is no plain number. */
export function rateFormula(
  executed: CellRef | undefined,
  budget: CellRef | undefined,
  cells: ScoreCells,
): string | null {
  if (!executed || !budget || executed.sheet !== budget.sheet) return null;
  if (cells.number(executed) === null || !cells.number(budget)) return null;
  return `=${addressOf(executed)}/${addressOf(budget)}`;
}

/** `=ROUND(G6*MIN(1,F6/E6),2)`; null for steps and for cells Excel cannot compute with. */
export function executionFormula(
  { cells: places, weight, computed }: ExecutionScore,
  cells: ScoreCells,
  { execution, rounding }: ScoringProfile,
): string | null {
  const { budget, executed } = places;
  if (execution.method !== "ratio" || !budget || !executed || !weight || !computed) return null;
  const [b, a] = [cells.number(executed), cells.number(budget)];
  if (b === null || a === null || a <= 0 || b < 0) return null;
  const share = decimal(b).div(decimal(a));
  const exact = weight.times(share.gt(1) ? decimal(1) : share);
  if (!roundHalfUp(exact, rounding.decimals).eq(computed)) return null;
  const points = weightTerm(places.weight, weight, cells);
  return `=ROUND(${points}*MIN(1,${addressOf(executed)}/${addressOf(budget)}),${rounding.decimals})`;
}

/** `=ROUND(w*MIN(1,V/T),2)` where target and actual are plain numbers that give the computed score; else null. */
export function indicatorFormula(
  line: IndicatorLine,
  cells: ScoreCells,
  { quantitative, rounding }: ScoringProfile,
): string | null {
  const { target: t, actual: v, weight: w } = line.cells;
  if (!t || !v || !line.weight || !line.computed || quantitative.method !== "proportional") return null;
  const [wanted, done] = [cells.number(t), cells.number(v)];
  if (wanted === null || done === null || wanted <= 0 || done <= 0) return null;
  if (cells.isPercent(t) !== cells.isPercent(v)) return null;
  const [vt, tv] = [`${addressOf(v)}/${addressOf(t)}`, `${addressOf(t)}/${addressOf(v)}`];
  const up = decimal(done).div(decimal(wanted));
  const down = decimal(wanted).div(decimal(done));
  const least = (...ratios: readonly Decimal[]): Decimal =>
    ratios.reduce((min, one) => (one.lt(min) ? one : min), decimal(1));
  const terms: Partial<Record<IndicatorLine["method"], readonly [string, Decimal]>> = {
    positive: [`MIN(1,${vt})`, least(up)],
    reverse: [`MIN(1,${tv})`, least(down)],
    equal: [`MIN(${vt},${tv})`, least(up, down)],
  };
  const term = terms[line.method];
  // A deduction, a reading in other units or a person's correction comes to something else: then the value is written.
  if (!term || !roundHalfUp(line.weight.times(term[1]), rounding.decimals).eq(line.computed)) return null;
  return `=ROUND(${weightTerm(w, line.weight, cells)}*${term[0]},${rounding.decimals})`;
}

/** `=SUM(I6,I12:I30)`: the score cells, runs of one column together. */
export function sumFormula(total: CellRef, scores: readonly { readonly cell: CellRef }[]): string | null {
  if (scores.some(({ cell }) => cell.sheet !== total.sheet)) return null;
  const ordered = scores.map(({ cell }) => cell).sort((a, b) => a.column - b.column || a.row - b.row);
  const runs: { readonly from: CellRef; to: CellRef }[] = [];
  for (const cell of ordered) {
    const last = runs[runs.length - 1];
    if (last?.to.column === cell.column && last.to.row + 1 === cell.row) last.to = cell;
    else runs.push({ from: cell, to: cell });
  }
  const ranges = runs.map(({ from, to }) => (from === to ? addressOf(from) : `${addressOf(from)}:${addressOf(to)}`));
  return ranges.length <= 100 ? `=SUM(${ranges.join(",")})` : null;
}

/** The weight's own cell where Excel can compute with it, else its figure. */
function weightTerm(cell: CellRef | null, weight: Decimal, cells: ScoreCells): string {
  return cell && cells.number(cell) !== null && decimal(cells.number(cell) ?? 0).eq(weight)
    ? addressOf(cell)
    : formatDecimal(weight);
}
