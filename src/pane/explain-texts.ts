import { en } from "./explain-texts-en.js";
import { zh, type ExplainTexts } from "./explain-texts-zh.js";
import { usePane } from "./pane-context.js";

/** Only the parts that speak of explanations load these words. */
export function useExplainTexts(): ExplainTexts {
  return usePane().texts.language === "zh" ? zh : en;
}
