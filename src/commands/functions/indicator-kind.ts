import { groupLabel } from "../../core/achievement/index.js";
import type { ScoringProfile } from "../../core/pack/index.js";
import { fail, success, type Result } from "../../core/result/index.js";
import { cellText, type CellArgument } from "./cell-text.js";

const suffix = "指标";

/** 成本, 成本指标 and 成本指标（10分） are the same group. */
function stem(text: string): string {
  const label = groupLabel(text.trim());
  return label.endsWith(suffix) ? label.slice(0, -suffix.length) : label;
}

/** The group that `kind` names, "" when it was left out; a word that the profile does not know is refused, not ignored. */
export function indicatorKind(argument: CellArgument, profile: ScoringProfile): Result<string> {
  const text = cellText(argument);
  if (!text.ok) return text;
  const asked = stem(text.value);
  if (asked === "") return success("");
  const known = [...new Set(profile.groups.flatMap(({ labels, level2 }) => [...labels, ...level2]).map(stem))];
  if (known.includes(asked)) return success(`${asked}${suffix}`);
  return fail(
    "unknown-kind",
    `没有“${text.value.trim().slice(0, 20)}”这类指标；可用：${known.join("、")}`,
    `There is no such kind of indicator; there are ${known.join(", ")}.`,
  );
}
