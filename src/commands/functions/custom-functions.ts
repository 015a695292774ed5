import type { ScoringProfile } from "../../core/pack/index.js";
import type { Result } from "../../core/result/index.js";
import { achievement } from "./achievement.js";
import type { CellArgument } from "./cell-text.js";
import type { FunctionId } from "./function-table.js";
import { rate } from "./rate.js";
import { score } from "./score.js";

export type CustomFunction = (cells: readonly CellArgument[]) => Result<number>;

/** Every function of the table over one scoring profile; pure and at once, so that they work offline. */
export function customFunctions(profile: ScoringProfile): Readonly<Record<FunctionId, CustomFunction>> {
  return {
    ACHIEVEMENT: ([target, actual, kind]) => achievement(profile, target, actual, kind),
    SCORE: ([target, actual, weight, kind]) => score(profile, target, actual, weight, kind),
    RATE: ([actual, budget]) => rate(actual, budget),
  };
}
