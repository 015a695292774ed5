import type { Language } from "./language.js";
import { en } from "./proposal-texts-en.js";
import { zh, type ProposalTexts } from "./proposal-texts-zh.js";

export function proposalTexts(language: Language): ProposalTexts {
  return language === "zh" ? zh : en;
}
