import type { Language } from "../language.js";
import { zh, type WordTexts } from "./word-texts-zh.js";

export type { WordTexts } from "./word-texts-zh.js";

/** English comes in a chunk of its own; Chinese stands in when it does not arrive. */
export async function loadWordTexts(language: Language): Promise<WordTexts> {
  if (language === "zh") return zh;
  return import("./word-texts-en.js").then(
    ({ en }) => en,
    () => zh,
  );
}
