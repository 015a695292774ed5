import { readNumber } from "../quantity/index.js";

/** What the blank form left behind: ……, ***. */
export function isPlaceholder(shown: string, placeholders: readonly string[]): boolean {
  if (placeholders.includes(shown)) return true;
  for (const char of shown) if (!".…*×·。".includes(char)) return false;
  return true;
}

/** Written, and means nothing: 无, —, 不适用. */
export function isNothing(shown: string, words: readonly string[]): boolean {
  return words.includes(shown) || readNumber(shown).kind === "nothing";
}
