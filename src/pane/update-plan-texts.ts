import type { Language } from "./language.js";
import { en } from "./update-plan-texts-en.js";
import { zh, type UpdatePlanTexts } from "./update-plan-texts-zh.js";

export type { UpdatePlanTexts } from "./update-plan-texts-zh.js";

export function updatePlanTexts(language: Language): UpdatePlanTexts {
  return language === "zh" ? zh : en;
}
