import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { type IndicatorContext } from "../../../src/core/achievement/index.js";
import { type ScoringProfile, scoringSchema } from "../../../src/core/pack/scoring-schema.js";

const file = new URL("../../../src/packs/hunan-2024/scoring.yaml", import.meta.url);

export const hunan: ScoringProfile = scoringSchema.parse(parse(readFileSync(file, "utf8")));

/** An indicator of 产出 · 数量 in 2024, unless said otherwise. */
export function contextOf(change: Partial<IndicatorContext> = {}): IndicatorContext {
  return {
    profile: hunan,
    year: 2024,
    level1: "产出指标",
    level2: "数量指标",
    name: "某项工作",
    weight: "10",
    actual: "",
    weightsInValues: false,
    ...change,
  };
}
