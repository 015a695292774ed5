import { usePane } from "./pane-context.js";
import { en } from "./pack-texts-en.js";
import { zh, type PackTexts } from "./pack-texts-zh.js";

export function usePackTexts(): PackTexts {
  return usePane().texts.language === "zh" ? zh : en;
}
