import type { ActualReading, IndicatorLine, SheetScore, TargetReading } from "../core/achievement/index.js";
import { type Decimal, formatDecimal } from "../core/quantity/index.js";
import { areaAddress } from "../core/sheet/index.js";

/** One workbook of `annex score --format json`; numbers are decimal strings. */
export interface ScoreJson {
  readonly file: string;
  readonly sheets: readonly object[];
}

export function scoreJson(file: string, sheets: readonly SheetScore[]): ScoreJson {
  return { file, sheets: sheets.map(sheetJson) };
}

function sheetJson(score: SheetScore): object {
  const { execution, total, grade } = score;
  return {
    annex: score.annex,
    sheet: score.sheet,
    range: areaAddress(score.range),
    execution: {
      rate: execution.rate && formatDecimal(execution.rate.round(4, 1)),
      weight: plain(execution.weight),
      filed: plain(execution.filed),
      computed: plain(execution.computed),
      band: execution.band && execution.band.map((end) => formatDecimal(end)),
      note: execution.note,
    },
    indicators: score.indicators.map(indicatorJson),
    total: {
      filed: plain(total.filed),
      computed: plain(total.computed),
      low: formatDecimal(total.low),
      high: formatDecimal(total.high),
    },
    grade,
  };
}

function indicatorJson(line: IndicatorLine): object {
  return {
    row: line.row,
    level1: line.level1,
    level2: line.level2,
    name: line.name,
    target: targetJson(line.target),
    actual: actualJson(line.actual),
    achievement: line.achievement && formatDecimal(line.achievement.round(6, 1)),
    weight: plain(line.weight),
    filed: plain(line.filed),
    computed: plain(line.computed),
    band: line.band && line.band.map((end) => formatDecimal(end)),
    verdict: line.verdict,
    needsPerson: line.needsPerson,
    note: line.note,
  };
}

function targetJson(target: TargetReading): object {
  return {
    text: target.text,
    kind: target.kind,
    direction: target.direction,
    value: plain(target.value),
    low: plain(target.low),
    high: plain(target.high),
    unit: target.unit,
    date: target.date,
    parts: target.parts.map((part) => ({
      text: part.text,
      kind: part.kind,
      direction: part.direction,
      value: plain(part.value),
      low: plain(part.low),
      high: plain(part.high),
      unit: part.unit,
      date: part.date,
    })),
    source: target.source,
  };
}

function actualJson(actual: ActualReading): object {
  return {
    text: actual.text,
    value: plain(actual.value),
    unit: actual.unit,
    date: actual.date,
    source: actual.source,
  };
}

/** Repeating decimals (1/3) are cut to ten places. */
function plain(value: Decimal | null): string | null {
  return value && formatDecimal(value.round(10, 1));
}

/** The scores of one workbook for the terminal. */
export function scoreText(file: string, sheets: readonly SheetScore[]): string {
  const lines = [file];
  if (sheets.length === 0) lines.push("  没有可以计分的附表（附件2、附件3）");
  for (const sheet of sheets) lines.push("", ...sheetText(sheet));
  return `${lines.join("\n")}\n`;
}

function sheetText(score: SheetScore): readonly string[] {
  const { execution, total, grade } = score;
  const rate = execution.rate ? `${formatDecimal(execution.rate.times(100), 2)}%` : "—";
  const lines = [
    `【${score.sheet}】${areaAddress(score.range)}`,
    `  执行率 ${rate}，分值 ${shown(execution.weight)}，自评 ${shown(execution.filed)}，应得 ${computedText(execution)}${because(execution.line, execution.note)}`,
  ];
  let group = "";
  for (const line of score.indicators) {
    const name = [line.level1, line.level2].filter((part) => part !== "").join(" · ");
    if (name !== group) lines.push(`  ${name}`);
    group = name;
    lines.push(indicatorText(line));
  }
  const range = total.low.eq(total.high) ? "" : `（${formatDecimal(total.low)}～${formatDecimal(total.high)}）`;
  lines.push(`  总分：自评 ${shown(total.filed)}，应得 ${shown(total.computed)}${range}`);
  if (grade.filed !== null || grade.computed !== null)
    lines.push(`  等级：自评 ${grade.filed ?? "—"}，应为 ${grade.computed ?? "—"}`);
  return lines;
}

const verdictWords = { met: "达到", unmet: "未达到", over: "超额", unknown: "待判断" } as const;

function indicatorText(line: IndicatorLine): string {
  const row = line.row === null ? "" : `第${line.row}行 `;
  const rate = line.achievement ? ` · ${formatDecimal(line.achievement.times(100), 2)}%` : "";
  const mark = line.needsPerson ? " ▲需人工判断" : "";
  return `    ${row}${line.name || "（无名称）"}：${line.target.text || "—"} · 完成 ${line.actual.text || "—"}${rate} · ${verdictWords[line.verdict]} · 分值 ${shown(line.weight)}，自评 ${shown(line.filed)}，应得 ${computedText(line)}${mark}${because(line.line, line.note)}`;
}

function computedText(line: {
  readonly computed: Decimal | null;
  readonly band: readonly [Decimal, Decimal] | null;
}): string {
  if (line.computed) return formatDecimal(line.computed);
  return line.band ? `${formatDecimal(line.band[0])}～${formatDecimal(line.band[1])}` : "—";
}

function because(line: string, note: string): string {
  const reasons = [line, note].filter((part) => part !== "");
  return reasons.length === 0 ? "" : `（${reasons.join("；")}）`;
}

function shown(value: Decimal | null): string {
  return value ? formatDecimal(value) : "—";
}
