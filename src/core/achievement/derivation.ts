import { type Decimal, formatDecimal } from "../quantity/index.js";
import type { ScoringProfile } from "../pack/index.js";
import { actualText, targetText } from "./reading-text.js";
import type { IndicatorScore, ScoringMethod } from "./score-indicator.js";
import type { IndicatorLine } from "./sheet-score.js";

/** How a score came about, in words and figures a person can check by hand. */
export interface Derivation {
  readonly method: ScoringMethod | "execution";
  /** The pack's name of the method. */
  readonly label: string;
  /** `≥ 100 人`; the cell's own words where they are not a figure. */
  readonly target: string;
  readonly actual: string;
  /** `96%`, null where it has no meaning. */
  readonly achievement: string | null;
  /** The figures that went into the method, in one unit: 分值 5, 指标值 100, 实际完成值 96. */
  readonly inputs: readonly { readonly label: string; readonly value: string }[];
  /** `5 × 96 ÷ 100 = 4.8`, empty where nothing was computed. */
  readonly line: string;
  /** What the method rests on, from the pack. */
  readonly source: ScoringProfile["methods"]["open"]["source"];
  /** `≥ 100 人 · 完成 96 人 · 96% · 应得 4.8` */
  readonly summary: string;
}

/** For whoever looks at the score; a check never does. */
export function indicatorDerivation(
  { target, actual, weight, ...score }: IndicatorLine,
  profile: ScoringProfile,
): Derivation {
  const wanted = targetText(target);
  const done = actualText(actual);
  const achievement = percent(score.achievement);
  const inputs = [
    { label: "分值", value: weight },
    { label: "指标值", value: target.value },
    { label: "下限", value: target.low },
    { label: "上限", value: target.high },
    { label: "实际完成值", value: actual.value },
  ].flatMap(({ label, value }) => (value ? [{ label, value: formatDecimal(value.round(10, 1)) }] : []));
  return {
    method: score.method,
    label: profile.methods[score.method].label,
    target: wanted,
    actual: done,
    achievement,
    inputs,
    line: score.line,
    source: profile.methods[score.method].source,
    summary: summaryOf(wanted, done, achievement, score.computed, score.band),
  };
}

/** The execution line: 执行数 of 预算数. */
export function executionDerivation(
  parts: {
    readonly budget: Decimal | null;
    readonly executed: Decimal | null;
    readonly weight: Decimal | null;
    readonly rate: Decimal | null;
    readonly computed: Decimal | null;
    readonly band: IndicatorScore["band"];
    readonly line: string;
  },
  profile: ScoringProfile,
): Derivation {
  const { budget, executed, weight, rate, computed, band, line } = parts;
  const money = (value: Decimal | null): string => (value ? `${formatDecimal(value)} 万元` : "—");
  const inputs = [
    { label: "分值", value: weight },
    { label: "全年预算数", value: budget },
    { label: "全年执行数", value: executed },
  ].flatMap(({ label, value }) => (value ? [{ label, value: formatDecimal(value) }] : []));
  return {
    method: "execution",
    label: profile.methods.execution.label,
    target: money(budget),
    actual: money(executed),
    achievement: percent(rate),
    inputs,
    line,
    source: profile.methods.execution.source,
    summary: summaryOf(`预算 ${money(budget)}`, money(executed), percent(rate), computed, band),
  };
}

function percent(ratio: Decimal | null): string | null {
  return ratio && `${formatDecimal(ratio.times(100).round(2, 1))}%`;
}

function summaryOf(
  target: string,
  actual: string,
  achievement: string | null,
  computed: Decimal | null,
  band: IndicatorScore["band"],
): string {
  const points = computed
    ? `应得 ${formatDecimal(computed)}`
    : band
      ? `应得 ${formatDecimal(band[0])}–${formatDecimal(band[1])}`
      : "";
  return [target, `完成 ${actual}`, achievement ?? "", points].filter((part) => part !== "").join(" · ");
}
