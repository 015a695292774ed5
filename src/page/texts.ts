import type { Language } from "../pane/index.js";
import type { zh } from "./texts-zh.js";

export type PageTexts = Readonly<typeof zh>;

/** Each language comes in a chunk of its own. */
export async function loadPageTexts(language: Language): Promise<PageTexts> {
  return language === "zh" ? (await import("./texts-zh.js")).zh : (await import("./texts-en.js")).en;
}
