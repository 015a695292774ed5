import { usePane } from "./pane-context.js";
import { en } from "./recognition-texts-en.js";
import { zh, type RecognitionTexts } from "./recognition-texts-zh.js";

export function useRecognitionTexts(): RecognitionTexts {
  return usePane().texts.language === "zh" ? zh : en;
}
