import type { ScoreFilter } from "./desk-state.js";
import type { ScoreBoard, ScoreLine } from "./engine.js";

export const scoreFilters: readonly ScoreFilter[] = ["all", "unmet", "deviates", "person"];

export function passes(line: ScoreLine, filter: ScoreFilter): boolean {
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
