import { parseArea, type Area } from "../../core/sheet/index.js";

/**
 * Rectangles of `RangeAreas.address`: `附件1!A1:I1,'a, b'!A2:B2`. Sheet names in quotes may hold commas and exclamation
 * marks; a quote inside a name is doubled.
 */
export function mergedAreas(address: string): Area[] {
  const areas: Area[] = [];
  for (const part of splitOutsideQuotes(address)) {
    const area = parseArea(part.slice(part.lastIndexOf("!") + 1).replaceAll("$", ""));
    if (area !== null) areas.push(area);
  }
  return areas;
}

function splitOutsideQuotes(text: string): string[] {
  const parts: string[] = [];
  let from = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === "'") quoted = !quoted;
    else if (character === "," && !quoted) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, text.slice(from)];
}
