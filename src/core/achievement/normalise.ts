import { halfWidth, isBlank, isDigit } from "../quantity/index.js";

/** Cells longer than this are prose; the rest is not read. */
const longestText = 1000;

/** Half width, blanks gone (but between two digits), line breaks as stops. */
export function normalise(text: string): string {
  const source = halfWidth(text.length > longestText ? text.slice(0, longestText) : text);
  let out = "";
  for (let at = 0; at < source.length; at++) {
    const char = source.charAt(at);
    if (char === "\r" || char === "\n") {
      if (out !== "" && !out.endsWith("\n")) out += "\n";
    } else if (!isBlank(char)) out += char;
    else if (isDigit(out.charAt(out.length - 1)) && isDigit(nextSolid(source, at))) out += " ";
  }
  return out.endsWith("\n") ? out.slice(0, -1) : out;
}

function nextSolid(text: string, at: number): string {
  let next = at;
  while (next < text.length && isBlank(text.charAt(next))) next++;
  // Only the first blank of a run asks, so a run costs its length once.
  return at > 0 && isBlank(text.charAt(at - 1)) ? "" : text.charAt(next);
}
