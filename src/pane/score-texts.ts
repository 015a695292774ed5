import { usePane } from "./pane-context.js";
import { en } from "./score-texts-en.js";
import { zh, type ScoreTexts } from "./score-texts-zh.js";

export type { ScoreTexts } from "./score-texts-zh.js";

export function useScoreTexts(): ScoreTexts {
  return usePane().texts.language === "zh" ? zh : en;
}
