import { success, type Result } from "../../core/result/index.js";
import { outlineStyles } from "./outline-styles.js";
import { readParagraphs } from "./read-paragraphs.js";
import { readBody } from "./report-package.js";

/** What stands under one heading, sub-headings apart. */
export interface DocumentSection {
  /** Id of the section control of ours that it stands in; null in reports of others. */
  readonly control: string | null;
  /** 1 for the highest: 一、; 2: （一）; 3: 1. */
  readonly level: number;
  /** Without its number. */
  readonly heading: string;
  /** Without their numbers; empty ones are left out. */
  readonly paragraphs: readonly string[];
}

/**
 * The sections of any Word document in reading order, found by the numbers that official documents carry and by Word's
 * outline levels. Text before the first heading is left out. Failures: `encrypted`, `old-doc`, `not-a-zip`,
 * `not-a-docx`, `damaged`, `unsafe`, `too-large`.
 */
export async function readSections(bytes: Uint8Array): Promise<Result<readonly DocumentSection[]>> {
  const body = await readBody(bytes);
  if (!body.ok) return body;
  const paragraphs = readParagraphs(body.value.xml);
  if (!paragraphs.ok) return paragraphs;
  const outlines = body.value.styles === "" ? new Map<string, number>() : outlineStyles(body.value.styles);
  const sections: { control: string | null; level: number; heading: string; paragraphs: string[] }[] = [];
  for (const { text, style, outline, section } of paragraphs.value) {
    const line = text.replace(/\s+/g, " ").trim();
    if (line === "") continue;
    const found = headingOf(line, outline ?? outlines.get(style) ?? null);
    if (found) {
      const { level, heading, rest } = found;
      sections.push({ control: section, level, heading, paragraphs: rest === "" ? [] : [rest] });
    } else sections.at(-1)?.paragraphs.push(withoutNumber(line));
  }
  return success(sections);
}

/** Signs that open a numbered line, with the level they stand for. */
const numbers: readonly (readonly [RegExp, number])[] = [
  [/^第?[一二三四五六七八九十]{1,3}[、.．部]\s*/, 1],
  [/^[（(][一二三四五六七八九十]{1,3}[)）]、?\s*/, 2],
  [/^[0-9]{1,2}[.．、]\s*/, 3],
];

/** Characters; a heading is a line of its own or ends at the first full stop or colon. */
const longestHeading = 30;
const longestRunIn = 20;

function headingOf(
  line: string,
  outline: number | null,
): { readonly level: number; readonly heading: string; readonly rest: string } | null {
  const [sign, numbered] = numbers.find(([opening]) => opening.test(line)) ?? [null, null];
  const level = numbered ?? outline;
  if (level === null) return null;
  const words = sign ? line.replace(sign, "") : line;
  const end = words.search(/[。：:]/);
  if (end >= 0 && end <= longestRunIn && end < words.length - 1 && level < 3) {
    return { level, heading: words.slice(0, end), rest: words.slice(end + 1).trim() };
  }
  const isShort = words.length <= longestHeading && !/[。；;，,]$/.test(words);
  return isShort && words !== "" ? { level, heading: words.replace(/[：:]$/, ""), rest: "" } : null;
}

function withoutNumber(line: string): string {
  return line.replace(/^(?:[0-9]{1,2}[.．、]|[（(][0-9]{1,2}[)）]|[①-⑳])\s*/, "");
}
