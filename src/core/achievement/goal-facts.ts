import { factAt, type Fact, type FactRecord } from "../facts/index.js";
import { wordsFact } from "./derived-fact.js";

/** What the two texts of the overall goal say of one another. */
export function goalFacts(goal: FactRecord): readonly (readonly [name: string, fact: Fact])[] {
  const expected = solid(factAt(goal, "expected")?.shown ?? "");
  const achieved = solid(factAt(goal, "achieved")?.shown ?? "");
  const isCopied = expected.length >= shortestGoal && expected === achieved;
  return [["copied", wordsFact(goal, "copied", isCopied ? "yes" : "no")]];
}

/** Fewer characters than this (完成任务) say the same without being copied. */
const shortestGoal = 6;

/** Without blanks and marks, in half width. */
function solid(text: string): string {
  return text.normalize("NFKC").replace(/[\s,.;:，。；：、]/g, "");
}
