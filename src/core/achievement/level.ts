import type { LevelId, ScoringProfile } from "../pack/index.js";
import { normalise } from "./normalise.js";

export type Level = ScoringProfile["qualitative"]["levels"][number];

/**
 * Which level the words of 实际完成值 name: reached where they repeat or contain the target; else by the
 * pack's words, the worst first (未完成 holds 完成, 基本达到 holds 达到). Null when they name none.
 */
export function levelOf(actual: string, target: string, profile: ScoringProfile): Level | null {
  const { levels } = profile.qualitative;
  const level = (id: LevelId): Level | null => levels.find((one) => one.id === id) ?? null;
  const said = plain(actual);
  const wanted = plain(target);
  if (said === "") return null;
  if (said === wanted) return level("reached");
  for (const id of ["missed", "partly"] as const) {
    const found = level(id);
    if (found && names(said, found.words) && !names(wanted, found.words)) return found;
  }
  if (wanted !== "" && (said.includes(wanted) || (said.length >= 2 && wanted.startsWith(said))))
    return level("reached");
  const reached = level("reached");
  return reached && names(said, reached.words) ? reached : null;
}

/** Single characters (是, 优, 差) only as the whole answer; 无逾期 says the opposite of 逾期. */
function names(text: string, words: readonly string[]): boolean {
  return words.includes(text) || words.some((word) => word.length > 1 && isSaid(text, word));
}

function isSaid(text: string, word: string): boolean {
  const at = text.indexOf(word);
  return (
    at >= 0 && !negations.some((negation) => at >= negation.length && text.startsWith(negation, at - negation.length))
  );
}

const negations = ["无", "未", "零", "没有", "不存在", "未出现", "未发生"];

function plain(text: string): string {
  return normalise(text).replaceAll(/[，。；、,.;!！“”"'‘’()\n]/g, "");
}
