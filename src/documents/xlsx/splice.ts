import { escapeAttribute } from "../xml/index.js";

/** Puts `text` in place of the characters `from` to `to` (offsets, `to` not included). */
export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Splices must not overlap; several insertions at one place keep their order, before a replacement that starts there. */
export function applySplices(source: string, splices: readonly Splice[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { from, to, text } of [...splices].sort((a, b) => a.from - b.from || a.to - b.to)) {
    pieces.push(source.slice(at, from), text);
    at = to;
  }
  pieces.push(source.slice(at));
  return pieces.join("");
}

/** Where an element stands in its source text. */
export interface Span {
  readonly start: number;
  /** Just after the start tag. */
  readonly tagEnd: number;
  readonly selfClosing: boolean;
  readonly attributes: Readonly<Record<string, string>>;
  /** As written, with its prefix. */
  readonly rawName: string;
}

/** The span of the start tag that ends at `tagEnd`: no raw `<` can stand inside a tag. */
export function spanOf(
  source: string,
  tag: { readonly end: number; readonly selfClosing: boolean; readonly attributes: Readonly<Record<string, string>> },
): Span {
  const start = source.lastIndexOf("<", tag.end - 1);
  let end = start + 1;
  while (end < tag.end && !" \t\r\n/>".includes(source.charAt(end))) end++;
  const { end: tagEnd, selfClosing, attributes } = tag;
  return { start, tagEnd, selfClosing, attributes, rawName: source.slice(start + 1, end) };
}

/** The start tag anew, with attributes changed, added (at the end) or removed (null). */
export function startTag(
  span: Span,
  changes: Readonly<Record<string, string | null>>,
  selfClosing = span.selfClosing,
): string {
  const attributes = new Map<string, string | null>(Object.entries(span.attributes));
  for (const [name, value] of Object.entries(changes)) attributes.set(name, value);
  let written = "";
  for (const [name, value] of attributes) if (value !== null) written += ` ${name}="${escapeAttribute(value)}"`;
  return `<${span.rawName}${written}${selfClosing ? "/" : ""}>`;
}

/** `x:` of `x:row`, empty when there is none. */
export function prefixOf(rawName: string): string {
  return rawName.slice(0, rawName.indexOf(":") + 1);
}
