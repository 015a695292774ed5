import { scoreIndicator } from "../../core/achievement/index.js";
import type { ScoringProfile } from "../../core/pack/index.js";
import { success, type Result } from "../../core/result/index.js";
import type { CellArgument } from "./cell-text.js";
import { personDecides } from "./person-decides.js";
import { readIndicator } from "./read-indicator.js";

/** `ANNEX.ACHIEVEMENT`: the ratio that the score is made from, 1 when the target is just met. */
export function achievement(
  profile: ScoringProfile,
  target: CellArgument,
  actual: CellArgument,
  kind: CellArgument,
): Result<number> {
  const read = readIndicator(target, actual, kind, profile);
  if (!read.ok) return read;
  const score = scoreIndicator(read.value.target, read.value.actual, null, profile);
  if (score.achievement === null || score.needsPerson) return personDecides(read.value, score);
  return success(score.achievement.toNumber());
}
