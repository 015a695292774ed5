import type { Language } from "./language.js";
import { zh, type PaneTexts } from "./texts-zh.js";

export type { PaneTexts } from "./texts-zh.js";

/** English comes in a chunk of its own; Chinese stands in when it does not arrive. */
export async function loadTexts(language: Language): Promise<PaneTexts> {
  if (language === "zh") return zh;
  try {
    return (await import("./texts-en.js")).en;
  } catch {
    return zh;
  }
}
