import type { Language } from "./language.js";
import { usePane } from "./pane-context.js";
import { en } from "./report-texts-en.js";
import { zh, type ReportTexts } from "./report-texts-zh.js";

export type { ReportTexts } from "./report-texts-zh.js";

export function reportTexts(language: Language): ReportTexts {
  return language === "zh" ? zh : en;
}

export function useReportTexts(): ReportTexts {
  return reportTexts(usePane().texts.language);
}
