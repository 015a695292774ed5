import type { IndicatorLine, SheetScore } from "../core/achievement/index.js";
import { type CellRef, type FactRecord, factAt } from "../core/facts/index.js";
import type { Pack, ScoringProfile } from "../core/pack/index.js";
import { type Decimal, decimal, formatDecimal } from "../core/quantity/index.js";
import { addressOf, type CellEdit, type WorkbookSnapshot } from "../core/sheet/index.js";
import type { OpenBook } from "./open-book.js";
import { executionFormula, indicatorFormula, rateFormula, sumFormula } from "./score-formulas.js";
import { scoreCells, type ScoreCells } from "./score-cells.js";

/** One cell that the write-back changes, for the preview. */
export interface ScoreChange {
  readonly cell: CellRef;
  /** What the cell shows now, its formula where it has one; empty for an empty cell. */
  readonly before: string;
  /** What it will show. */
  readonly after: string;
  /** Null where a plain value is written. */
  readonly formula: string | null;
  /** `造林面积 · 得分` */
  readonly label: string;
}

export type SkipReason = "protected" | "needs-person" | "text" | "shared" | "no-cell";

/** A figure that is not written, and why. */
export interface SkippedScore {
  readonly cell: CellRef | null;
  readonly label: string;
  readonly reason: SkipReason;
}

export interface ScoreEdits {
  readonly edits: readonly CellEdit[];
  readonly changes: readonly ScoreChange[];
  readonly skipped: readonly SkippedScore[];
}

/**
 * Computed scores and execution rates as edits of the sheets: plain Excel formulas where the method is one, else values
 * rounded as the profile says. What is right already stays; so does every score that a person gives (qualitative lines,
 * lines that need a person). A typed total that is wrong afterwards becomes a SUM of its scores.
 */
export function scoreEdits(workbook: WorkbookSnapshot, { book, scores }: OpenBook, pack: Pack): ScoreEdits {
  const writer = new Writer(scoreCells(workbook), pack.scoring);
  for (const score of scores) {
    const annex = book.annexes.find(({ key }) => key === score.annexKey);
    if (annex) writer.sheet(score, annex.root);
  }
  return writer.result();
}

class Writer {
  private readonly edits: CellEdit[] = [];
  private readonly changes: ScoreChange[] = [];
  private readonly skipped: SkippedScore[] = [];

  constructor(
    private readonly cells: ScoreCells,
    private readonly profile: ScoringProfile,
  ) {}

  result(): ScoreEdits {
    return { edits: this.edits, changes: this.changes, skipped: this.skipped };
  }

  sheet(score: SheetScore, root: FactRecord): void {
    this.rates(root);
    const { execution } = score;
    /** Every score of the sheet as it will stand. */
    const standing: { readonly cell: CellRef; readonly value: Decimal | null }[] = [];
    if (execution.computed && execution.cells.score) {
      const formula = executionFormula(execution, this.cells, this.profile);
      const written = this.score(
        execution.cells.score,
        execution.computed,
        execution.filed,
        formula,
        "预算执行 · 得分",
      );
      standing.push({ cell: execution.cells.score, value: written });
    } else if (execution.cells.score) standing.push({ cell: execution.cells.score, value: execution.filed });
    const shared = sharedCells(score.indicators);
    for (const line of score.indicators) {
      const value = this.line(line, shared);
      const { score: cell } = line.cells;
      if (cell && !standing.some((one) => keyOf(one.cell) === keyOf(cell))) standing.push({ cell, value });
    }
    this.total(root, standing);
  }

  /** 执行率 of every row of the money block that prints one. */
  private rates(root: FactRecord): void {
    const fund = root.fields.get("fund");
    if (fund?.node !== "record") return;
    for (const row of fund.fields.values()) {
      if (row.node !== "record") continue;
      const [budget, executed, rate] = ["budget", "executed", "rate"].map((name) => factAt(row, name));
      const place = rate?.cells[0];
      if (budget?.reading.kind !== "number" || executed?.reading.kind !== "number" || !place) continue;
      // A row without a figure has no rate to print, and neither has one that prints none.
      const printed = rate.reading.kind === "number" ? rate.reading.value : null;
      const isTotal = row === fund.fields.get("total");
      if (budget.reading.value.lte(0) || (printed === null && !isTotal)) continue;
      const exact = executed.reading.value.div(budget.reading.value).times(100);
      if (printed && printed.minus(exact).abs().lte("0.005")) continue;
      const label = `${row.label || "年度资金总额"} · 执行率`;
      const formula = rateFormula(executed.cells[0], budget.cells[0], this.cells);
      this.write(place, label, exact.div(100), `${formatDecimal(exact, 2)}%`, formula, "0.00%");
    }
  }

  /** The score that stands in the cell afterwards. */
  private line(line: IndicatorLine, shared: ReadonlySet<string>): Decimal | null {
    const { computed, filed } = line;
    const label = `${line.name || `第${line.row ?? "?"}行`} · 得分`;
    const cell = line.cells.score;
    // Qualitative scores are a person's own.
    if (line.method === "level") return filed;
    const keep = (reason: SkipReason): Decimal | null => {
      this.skipped.push({ cell, label, reason });
      return filed;
    };
    if (computed === null || line.needsPerson) return keep("needs-person");
    if (!cell) return keep("no-cell");
    if (shared.has(keyOf(cell))) return keep("shared");
    return this.score(cell, computed, filed, indicatorFormula(line, this.cells, this.profile), label);
  }

  private score(
    cell: CellRef,
    computed: Decimal,
    filed: Decimal | null,
    formula: string | null,
    label: string,
  ): Decimal | null {
    if (filed?.eq(computed)) return filed;
    return this.write(cell, label, computed, formatDecimal(computed), formula) ? computed : filed;
  }

  /** A formula stays; a typed total that no longer holds becomes the SUM of the scores. */
  private total(root: FactRecord, scores: readonly { readonly cell: CellRef; readonly value: Decimal | null }[]): void {
    const fact = factAt(root, "total.score");
    const cell = fact?.cells[0];
    if (!fact || !cell || scores.length === 0) return;
    const sum = scores.reduce((total, { value }) => (value ? total.plus(value) : total), decimal(0));
    const current = this.cells.at(cell);
    if (current?.formula) return;
    if (fact.reading.kind === "number" && fact.reading.value.eq(sum)) return;
    this.write(cell, "总分 · 得分", sum, formatDecimal(sum), sumFormula(cell, scores));
  }

  private write(
    cell: CellRef,
    label: string,
    value: Decimal,
    after: string,
    formula: string | null,
    format?: string,
  ): boolean {
    const current = this.cells.at(cell);
    const reason = current?.writable === false ? "protected" : this.cells.isProse(cell) ? "text" : null;
    if (reason) {
      this.skipped.push({ cell, label, reason });
      return false;
    }
    const number = Number(value.round(10, 1).toFixed());
    const content =
      formula === null
        ? ({ kind: "value", value: number } as const)
        : ({ kind: "formula", formula, cached: number } as const);
    const { sheet, row, column } = cell;
    this.edits.push({ sheet, row, column, content, ...this.formatFor(current?.format, format) });
    this.changes.push({ cell, before: current?.formula ?? current?.text ?? "", after, formula, label });
    return true;
  }

  /** A figure in a cell formatted as text would stay text. */
  private formatFor(current: string | undefined, wanted: string | undefined): { readonly format?: string } {
    if (wanted !== undefined) return current === wanted ? {} : { format: wanted };
    return current === "@" ? { format: "General" } : {};
  }
}

function keyOf({ sheet, row, column }: CellRef): string {
  return `${sheet}!${addressOf({ row, column })}`;
}

/** One merged score cell over several indicators. */
function sharedCells(lines: readonly IndicatorLine[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const { cells } of lines) {
    if (!cells.score) continue;
    const key = keyOf(cells.score);
    if (seen.has(key)) shared.add(key);
    seen.add(key);
  }
  return shared;
}
