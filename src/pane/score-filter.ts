import type { ScoreFilter } from "./desk-state.js";
import type { ScoreBoard, ScoreLine } from "./engine.js";

export const scoreFilters: readonly ScoreFilter[] = ["all", "unmet", "deviates", "person"];

function passes(line: ScoreLine, filter: ScoreFilter): boolean {
  switch (filter) {
    case "all":
      return true;
    case "unmet":
      return line.verdict === "unmet";
    case "deviates":
      return line.deviates;
    case "person":
      return line.needsPerson;
  }
}

export function countOf(board: ScoreBoard, filter: ScoreFilter): number {
  return board.sheets.reduce((count, { lines }) => count + lines.filter((line) => passes(line, filter)).length, 0);
}

/** The lines that pass, and the open one: a line just decided must not vanish from under the hand. */
export function shownLines(
  lines: readonly ScoreLine[],
  filter: ScoreFilter,
  open: string | null,
): readonly ScoreLine[] {
  return lines.filter((line) => line.key === open || passes(line, filter));
}
