import {
  indicatorDerivation,
  openDecisions,
  type GroupScore,
  type IndicatorLine,
  type OpenDecision,
  type SheetScore,
} from "../core/achievement/index.js";
import type { AnnexFacts, FactBook, FactRecord } from "../core/facts/index.js";
import type { ScoringProfile } from "../core/pack/index.js";
import { formatDecimal, type Decimal } from "../core/quantity/index.js";
import type { GroupRow, MoneyRow, ScoreChoice, ScoreLine, ScoreSheet } from "./engine.js";
import { targetOf } from "./report-text.js";

/** What was decided about an indicator, by annex and path. */
export type ChoiceOf = (annexKey: string, path: string) => ScoreChoice | null;

/** A scored annex as the pane shows it. */
export function scoreSheetOf(
  score: SheetScore,
  book: FactBook,
  profile: ScoringProfile,
  choiceOf: ChoiceOf,
): ScoreSheet {
  const annex = book.annexes.find(({ key }) => key === score.annexKey);
  const { execution, total } = score;
  const open = new Map(openDecisions(score, profile).map((decision) => [decision.path, decision]));
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
    money: moneyOf(annex),
    groups: score.groups.filter(({ level1, level2 }) => level2 === null && level1 !== "").map(groupOf),
    lines: score.indicators.map((line) => ({
      ...lineOf(line, score.annexKey, choiceOf(score.annexKey, line.path), profile),
      totalAt: totalAt(open.get(line.path)),
    })),
    total: {
      filed: plain(total.filed),
      computed: plain(total.computed),
      low: formatDecimal(total.low),
      high: formatDecimal(total.high),
    },
    grade: score.grade,
  };
}

function lineOf(
  line: IndicatorLine,
  annexKey: string,
  choice: ScoreChoice | null,
  profile: ScoringProfile,
): Omit<ScoreLine, "totalAt"> {
  const { target, actual } = line;
  const derivation = indicatorDerivation(line, profile);
  const achievement = line.achievement === null ? null : Number(line.achievement.toFixed());
  const isRead = target.kind === "quantitative" || target.kind === "date";
  return {
    key: `${annexKey} ${line.path}`,
    annexKey,
    path: line.path,
    level1: line.level1,
    level2: line.level2,
    name: line.name,
    weight: plain(line.weight),
    target: target.text,
    actual: actual.text,
    kind: target.kind,
    direction: target.direction,
    targetRead: isRead ? derivation.target : null,
    actualRead: actual.kind === "number" || actual.kind === "date" ? derivation.actual : null,
    parts: target.parts.map(({ text }) => text),
    achievement,
    deviates:
      line.verdict === "over" || (achievement !== null && achievement <= 1 - profile.overAchievement.mark + 1e-9),
    filed: plain(line.filed),
    computed: plain(line.computed),
    band: bandOf(line.band),
    verdict: line.verdict,
    needsPerson: awaitsPerson(line) && choice === null,
    choice,
    line: line.line,
    note: line.note,
    derivation: {
      method: derivation.label,
      numbers: derivation.inputs.map(({ label, value }) => ({ name: label, value })),
      source: derivation.source.note,
    },
    place: targetOf(line.cells.score ?? line.cells.actual ?? line.cells.target),
  };
}

function totalAt(decision: OpenDecision | undefined): readonly [string, string] | null {
  if (!decision) return null;
  const { atLow, atHigh } = decision;
  return [formatDecimal(atLow.computed ?? atLow.low), formatDecimal(atHigh.computed ?? atHigh.high)];
}

/** The engine asks for a person, or nobody has given a score that the level allows. */
function awaitsPerson({ needsPerson, computed, band, filed }: IndicatorLine): boolean {
  if (needsPerson) return true;
  return computed === null && band !== null && (filed === null || filed.lt(band[0]) || filed.gt(band[1]));
}

/** The rows of the money block that say something, the total first. */
function moneyOf(annex: AnnexFacts | undefined): readonly MoneyRow[] {
  const fund = annex?.root.fields.get("fund");
  if (fund?.node !== "record") return [];
  return [...fund.fields].flatMap(([name, row]) => {
    if (row.node !== "record") return [];
    const budget = numberAt(row, "budget");
    const executed = numberAt(row, "executed");
    if (!budget && !executed) return [];
    // Rows without money say nothing, but the total does.
    if (name !== "total" && (budget?.eq(0) ?? true) && (executed?.eq(0) ?? true)) return [];
    const rate = budget && executed && budget.gt(0) ? Number(executed.div(budget).toFixed()) : null;
    return [{ label: row.label, budget: plain(budget) ?? "0", executed: plain(executed) ?? "0", rate }];
  });
}

function numberAt(row: FactRecord, name: string): Decimal | null {
  const fact = row.fields.get(name);
  return fact?.node === "fact" && fact.reading.kind === "number" ? fact.reading.value : null;
}

function groupOf(group: GroupScore): GroupRow {
  const { level1, weight, filed, low, high } = group;
  return {
    label: level1,
    weight: formatDecimal(weight),
    filed: plain(filed),
    low: formatDecimal(low),
    high: formatDecimal(high),
  };
}

function bandOf(band: readonly [Decimal, Decimal] | null): readonly [string, string] | null {
  return band && [formatDecimal(band[0]), formatDecimal(band[1])];
}

function plain(value: Decimal | null): string | null {
  return value && formatDecimal(value);
}
