import { scoreIndicator } from "../../core/achievement/index.js";
import type { ScoringProfile } from "../../core/pack/index.js";
import { readNumber } from "../../core/quantity/index.js";
import { fail, success, type Result } from "../../core/result/index.js";
import { cellText, type CellArgument } from "./cell-text.js";
import { personDecides } from "./person-decides.js";
import { readIndicator } from "./read-indicator.js";

/** `ANNEX.SCORE`: what the pane computes for the row, rounded as the profile says. */
export function score(
  profile: ScoringProfile,
  target: CellArgument,
  actual: CellArgument,
  weight: CellArgument,
  kind: CellArgument,
): Result<number> {
  const weightText = cellText(weight);
  if (!weightText.ok) return weightText;
  const full = readNumber(weightText.value);
  if (full.kind !== "number" || full.value.lt(0) || (full.printedUnit !== null && full.printedUnit !== "分")) {
    return fail("bad-weight", "分值不是不小于0的数", "The weight is not a number of 0 or more.");
  }
  const read = readIndicator(target, actual, kind, profile);
  if (!read.ok) return read;
  const scored = scoreIndicator(read.value.target, read.value.actual, full.plain, profile);
  if (scored.computed !== null && !scored.needsPerson) return success(scored.computed.toNumber());
  return personDecides(read.value, scored);
}
