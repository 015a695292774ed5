import { usePane } from "./pane-context.js";
import { en } from "./prior-texts-en.js";
import { zh, type PriorTexts } from "./prior-texts-zh.js";

export function usePriorTexts(): PriorTexts {
  return usePane().texts.language === "zh" ? zh : en;
}
