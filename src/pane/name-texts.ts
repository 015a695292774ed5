import type { Language } from "./language.js";
import { en } from "./name-texts-en.js";
import { zh, type NameTexts } from "./name-texts-zh.js";

export function nameTexts(language: Language): NameTexts {
  return language === "zh" ? zh : en;
}
