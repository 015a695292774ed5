import { isDigit, readNumber } from "../quantity/index.js";

/** What the blank form left behind: ……, ***. */
export function isPlaceholder(shown: string, placeholders: readonly string[]): boolean {
  if (placeholders.includes(shown)) return true;
  for (const char of shown) if (!".…*×·。".includes(char)) return false;
  return true;
}

/** Written, and means nothing: 无, —, 不适用. */
export function isNothing(shown: string, words: readonly string[]): boolean {
  // A number or a longer text is never a word for nothing; only a row of dashes may be long.
  const first = shown.charAt(0);
  if (isDigit(first) || (shown.length > 12 && !"-—–―─━/\\_ '‘’`－".includes(first))) return false;
  return words.includes(shown) || readNumber(shown).kind === "nothing";
}
