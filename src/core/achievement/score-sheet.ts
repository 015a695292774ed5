import { type AnnexFacts, type Fact, type FactRecord, factAt, itemsAt } from "../facts/index.js";
import { type Decimal, decimal, readNumber, isZero } from "../quantity/index.js";
import type { ScoringProfile } from "../pack/index.js";
import type { Decision } from "./decision.js";
import { groupLabel, oneLine } from "./group-label.js";
import { gradeOf } from "./methods.js";
import { readActual } from "./read-actual.js";
import { isNothing, isPlaceholder } from "./nothing.js";
import { readTarget } from "./read-target.js";
import type { IndicatorContext, TargetReading } from "./reading.js";
import { cellOf, numberOf, scoreExecution } from "./score-execution.js";
import { type IndicatorScore, scoreIndicator } from "./score-indicator.js";
import type { GroupScore, IndicatorLine, SheetScore, TotalScore } from "./sheet-score.js";
import { partOf, totalOf } from "./total-score.js";

/** Scores one annex: the execution line, every indicator, the groups, the total and the grade. */
export function scoreSheet(annex: AnnexFacts, profile: ScoringProfile, decisions: readonly Decision[]): SheetScore {
  const { root } = annex;
  const records = itemsAt(root, "indicators").filter((record) => isIndicator(record, profile));
  const weightsInValues = mostlyWeights(records);
  const execution = scoreExecution(root, profile);
  const indicators = records.map((record) => {
    const decision = decisions.find((one) => one.annex === annex.key && one.path === record.path);
    return scoreRecord(record, annex.year, profile, weightsInValues, decision);
  });
  const filed = numberOf(factAt(root, "total.score"));
  const total = isWeighed(indicators) ? totalOf(execution, indicators, filed, profile) : unweighed(filed, profile);
  const gradeWord = factAt(root, "grade.word")?.shown ?? "";
  return {
    annex: annex.id,
    annexKey: annex.key,
    sheet: annex.sheet,
    sheetId: annex.sheetId,
    range: annex.range,
    execution,
    indicators,
    groups: groupsOf(indicators),
    total,
    grade: {
      filed: gradeWord === "" ? null : gradeWord,
      computed: total.computed && gradeOf(total.computed, profile.grades),
    },
  };
}

/** Some forms print scores but no weights: what the lines should score is not to be known. */
function isWeighed(indicators: readonly IndicatorLine[]): boolean {
  return indicators.length === 0 || indicators.some(({ weight }) => weight !== null);
}

function unweighed(filed: Decimal | null, profile: ScoringProfile): TotalScore {
  return { filed, computed: null, low: decimal(0), high: decimal(profile.total) };
}

const columns = ["name", "target", "actual", "weight", "score"] as const;

/** The row of an indicator, from 1; a merged score reaches over several, so it is asked last. */
export function rowOf(record: FactRecord): number | null {
  for (const column of columns) {
    const cell = cellOf(factAt(record, column));
    if (cell) return cell.row + 1;
  }
  return null;
}

/** Something is filled, and more than the …… of the blank form or 无 all the way through. */
function isIndicator(record: FactRecord, profile: ScoringProfile): boolean {
  const { placeholders, nothing } = profile.targets;
  return columns.some((column) => {
    const fact = factAt(record, column);
    if (fact === null || fact.shown === "" || isPlaceholder(fact.shown, placeholders)) return false;
    if (fact.reading.kind === "number" && isZero(fact.reading.value)) return column === "target" || column === "actual";
    return !isNothing(fact.shown, nothing);
  });
}

/** Weights typed into the value columns all the way down, as one published sheet had it. */
function mostlyWeights(records: readonly FactRecord[]): boolean {
  let same = 0;
  let numbers = 0;
  for (const record of records) {
    const [target, actual, weight] = ["target", "actual", "weight"].map((name) => readNumber(shownOf(record, name)));
    if (target?.kind !== "number") continue;
    numbers += 1;
    if (actual?.kind !== "number" || weight?.kind !== "number" || target.unit !== null) continue;
    if (target.value.eq(weight.value) && actual.value.eq(weight.value)) same += 1;
  }
  return same >= 3 && same * 4 >= numbers * 3;
}

function scoreRecord(
  record: FactRecord,
  year: number | null,
  profile: ScoringProfile,
  weightsInValues: boolean,
  decision: Decision | undefined,
): IndicatorLine {
  const fact = (name: string): Fact | null => factAt(record, name);
  const targetText = decision?.target ?? shownOf(record, "target");
  // An error value says nothing, however much it looks like a figure (#DIV/0!).
  const isError = fact("actual")?.reading.kind === "error";
  const actualText = decision?.actual ?? (isError ? "" : shownOf(record, "actual"));
  const context: IndicatorContext = {
    profile,
    year,
    level1: groupLabel(shownOf(record, "level1")),
    level2: groupLabel(shownOf(record, "level2")),
    name: oneLine(shownOf(record, "name")),
    weight: shownOf(record, "weight"),
    actual: actualText,
    weightsInValues,
  };
  const told = readTarget(targetText, context);
  const target = decision ? { ...decided(told, decision), text: shownOf(record, "target") } : told;
  const read = readActual(actualText, target, context);
  const filled = isError
    ? { ...read, text: shownOf(record, "actual"), needsPerson: true, note: "实际完成值是公式错误" }
    : read;
  const actual =
    decision?.actual === undefined ? filled : { ...read, text: shownOf(record, "actual"), source: "person" as const };
  const weight = numberOf(fact("weight"));
  const score = withLevel(scoreIndicator(target, actual, weight, profile), weight, profile, decision);
  const cells = {
    target: cellOf(fact("target")),
    actual: cellOf(fact("actual")),
    weight: cellOf(fact("weight")),
    score: cellOf(fact("score")),
    reason: cellOf(fact("reason")),
  };
  const { method, achievement, ratio, computed, band, verdict, needsPerson, line, note } = score;
  // Written out: there is one for every row, and copying an object by spreading it is slow.
  return {
    method,
    achievement,
    ratio,
    computed,
    band,
    verdict,
    needsPerson,
    line,
    note,
    path: record.path,
    row: rowOf(record),
    level1: context.level1,
    level2: context.level2,
    name: context.name,
    target,
    actual,
    weight,
    filed: numberOf(fact("score")),
    cells,
  };
}

function decided(target: TargetReading, decision: Decision): TargetReading {
  if (decision.target === undefined && decision.direction === undefined) return target;
  const direction = target.kind === "quantitative" && target.direction !== "range" ? decision.direction : undefined;
  return { ...target, ...(direction && { direction }), source: "person", needsPerson: false };
}

function withLevel(
  score: IndicatorScore,
  weight: Decimal | null,
  profile: ScoringProfile,
  decision: Decision | undefined,
): IndicatorScore {
  const level = profile.qualitative.levels.find(({ id }) => id === decision?.level);
  if (!level || score.computed !== null) return score;
  const part = (percent: number): Decimal => (weight ?? decimal(0)).times(decimal(percent)).div(100);
  return {
    ...score,
    method: "level",
    band: weight && [part(level.low), part(level.high)],
    verdict: level.id === "reached" ? "met" : "unmet",
    needsPerson: false,
    note: `${level.label}（人工判断）`,
  };
}

/** Level-1 groups with their level-2 groups below them, in the order of the sheet. */
function groupsOf(indicators: readonly IndicatorLine[]): readonly GroupScore[] {
  const groups: GroupScore[] = [];
  for (const level1 of new Set(indicators.map((line) => line.level1))) {
    const lines = indicators.filter((line) => line.level1 === level1);
    groups.push(groupOf(level1, null, lines));
    for (const level2 of new Set(lines.map((line) => line.level2))) {
      if (level2 === "") continue;
      groups.push(
        groupOf(
          level1,
          level2,
          lines.filter((line) => line.level2 === level2),
        ),
      );
    }
  }
  return groups;
}

function groupOf(level1: string, level2: string | null, lines: readonly IndicatorLine[]): GroupScore {
  const sum = (values: readonly Decimal[]): Decimal => values.reduce((total, value) => total.plus(value), decimal(0));
  const parts = lines.map(partOf);
  const filed = lines.flatMap((line) => (line.filed ? [line.filed] : []));
  const values = parts.flatMap(({ value }) => (value ? [value] : []));
  return {
    level1,
    level2,
    weight: sum(lines.flatMap((line) => (line.weight ? [line.weight] : []))),
    filed: filed.length === lines.length ? sum(filed) : null,
    computed: values.length === lines.length ? sum(values) : null,
    low: sum(parts.map(({ low }) => low)),
    high: sum(parts.map(({ high }) => high)),
  };
}

function shownOf(record: FactRecord, name: string): string {
  return factAt(record, name)?.shown ?? "";
}
