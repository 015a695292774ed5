import type { IndicatorLine, SheetScore } from "../core/achievement/index.js";
import type { FactBook } from "../core/facts/index.js";
import { formatDecimal, type Decimal } from "../core/quantity/index.js";
import type { ScoreLine, ScoreSheet } from "./engine.js";
import { targetOf } from "./report-text.js";

/** A scored annex as the pane shows it. */
export function scoreSheetOf(score: SheetScore, book: FactBook): ScoreSheet {
  const annex = book.annexes.find(({ key }) => key === score.annexKey);
  const { execution, total } = score;
  const present = execution.weight !== null || execution.filed !== null;
  return {
    key: score.annexKey,
    title: annex?.name ?? score.sheet,
    sheet: score.sheet,
    project: annex?.project ?? null,
    execution: present
      ? {
          rate: execution.rate === null ? null : Number(execution.rate.toFixed()),
          weight: plain(execution.weight),
          filed: plain(execution.filed),
          computed: plain(execution.computed),
          band: bandOf(execution.band),
          line: execution.line,
          note: execution.note,
          place: targetOf(execution.cells.score ?? execution.cells.rate),
        }
      : null,
    lines: score.indicators.map(lineOf),
    total: {
      filed: plain(total.filed),
      computed: plain(total.computed),
      low: formatDecimal(total.low),
      high: formatDecimal(total.high),
    },
    grade: score.grade,
  };
}

function lineOf(line: IndicatorLine): ScoreLine {
  return {
    level1: line.level1,
    level2: line.level2,
    name: line.name,
    weight: plain(line.weight),
    target: line.target.text,
    actual: line.actual.text,
    achievement: line.achievement === null ? null : Number(line.achievement.toFixed()),
    filed: plain(line.filed),
    computed: plain(line.computed),
    band: bandOf(line.band),
    verdict: line.verdict,
    needsPerson: line.needsPerson,
    line: line.line,
    note: line.note,
    place: targetOf(line.cells.score ?? line.cells.actual ?? line.cells.target),
  };
}

function bandOf(band: readonly [Decimal, Decimal] | null): readonly [string, string] | null {
  return band && [formatDecimal(band[0]), formatDecimal(band[1])];
}

function plain(value: Decimal | null): string | null {
  return value && formatDecimal(value);
}
