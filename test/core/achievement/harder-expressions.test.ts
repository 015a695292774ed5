import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readActual, readTarget, scoreIndicator } from "../../../src/core/achievement/index.js";
import { type Decimal, decimal, formatDecimal } from "../../../src/core/quantity/index.js";
import { contextOf, hunan } from "./hunan-profile.js";

/** Group, name, target, actual as written; then the careful reading of both and the score of 10 points (`?`: a person is asked). */
type Row = readonly [
  group: keyof typeof groups,
  name: string,
  target: string,
  actual: string,
  targetReading: string,
  actualReading: string,
  score: string,
];

const groups = {
  quantity: { level2: "数量指标" },
  quality: { level2: "质量指标" },
  timeliness: { level2: "时效指标" },
  cost: { level2: "成本指标" },
  benefit: { level1: "效益指标", level2: "社会效益指标" },
  satisfaction: { level1: "满意度指标", level2: "服务对象满意度" },
} as const;

const rows = JSON.parse(readFileSync(new URL("./harder-expressions.json", import.meta.url), "utf8")) as readonly Row[];

const text = (value: Decimal | null): string => (value === null ? "" : formatDecimal(value.round(6)));
const joined = (...parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== "").join(" ");

describe("更难的指标值", () => {
  it.each(rows.map((row) => [`${row[2]} ← ${row[3]}`, row] as const))("%s", (_title, row) => {
    const [group, name, targetText, actualText, ...expected] = row;
    const context = contextOf({ ...groups[group], name, actual: actualText });
    const target = readTarget(targetText, context);
    const actual = readActual(actualText, target, context);
    const score = scoreIndicator(target, actual, decimal(10), hunan);
    const parts = target.parts.length > 0 ? ` [${target.parts.map((part) => part.text).join(" | ")}]` : "";
    const readings = {
      quantitative: joined(
        target.direction,
        target.low ? `${text(target.low)}..${text(target.high)}` : text(target.value),
        target.unit,
      ),
      date: `date ${target.date ?? "?"}`,
      qualitative: "qualitative",
      unparsed: `unparsed${parts}`,
    };
    const actuals = {
      number: joined(text(actual.value), actual.unit),
      date: `date ${actual.date ?? "?"}`,
      words: "words",
      nothing: "nothing",
      empty: "empty",
    };
    const points = score.computed
      ? formatDecimal(score.computed)
      : (score.band ?? []).map((end) => formatDecimal(end)).join("–");
    expect([
      readings[target.kind],
      actuals[actual.kind],
      `${points} ${score.verdict}${score.needsPerson ? " ?" : ""}`,
    ]).toEqual(expected);
  });
});
