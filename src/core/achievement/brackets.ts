import { isDigit } from "../quantity/index.js";

const closers: ReadonlyMap<string, string> = new Map([
  ["(", ")"],
  ["[", "]"],
  ["【", "】"],
  ["〔", "〕"],
  ["“", "”"],
  ["‘", "’"],
  ["「", "」"],
  ["『", "』"],
  ["《", "》"],
  ["{", "}"],
]);

const anyCloser = /[)\]】〕”’」』》}]/;

/** Where the bracket or quote that opens at a position closes; unmatched ones are left out. Innermost pairs are swallowed. Null without any. */
export function closingBrackets(text: string): ReadonlyMap<number, number> | null {
  if (!anyCloser.test(text)) return null;
  const found = new Map<number, number>();
  const open: { at: number; closer: string }[] = [];
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    const top = open[open.length - 1];
    if (top && char === top.closer) {
      open.pop();
      found.set(top.at, at);
      continue;
    }
    const closer = closers.get(char);
    if (closer && open.length < 16 && !(char === "《" && isDigit(text.charAt(at + 1)))) open.push({ at, closer });
  }
  return found;
}
