import { success, type Result } from "../../core/result/index.js";
import { escapeAttribute, readXml } from "../xml/index.js";
import { builtInId } from "./number-formats.js";
import { count } from "./part.js";
import { applySplices, prefixOf, spanOf, startTag, type Span, type Splice } from "./splice.js";

/** Adds cell styles to a style part, each a copy of one that is there under another number format. */
export interface StyleEditor {
  /** The index of a style that looks like `style` and shows numbers by `format`. */
  withFormat(style: number, format: string): number;
  /** The part's text with what was added; null when nothing was. */
  text(): string | null;
}

interface Block extends Span {
  readonly end: number;
}

export function styleEditor(source: string, part: string): Result<StyleEditor> {
  const xfs: Block[] = [];
  const codes = new Map<string, number>();
  const open: Span[] = [];
  let cellXfs: (Span & { contentEnd: number }) | null = null;
  let numFmts: (Span & { contentEnd: number }) | null = null;
  let root: Span | null = null;
  let highest = 163;

  const read = readXml(source, part, {
    open: (tag) => {
      const span = spanOf(source, tag);
      root ??= span;
      if (tag.name === "cellXfs") cellXfs = { ...span, contentEnd: tag.end };
      else if (tag.name === "numFmts") numFmts = { ...span, contentEnd: tag.end };
      else if (tag.name === "numFmt") {
        const id = count(tag.attributes["numFmtId"]) ?? 0;
        codes.set(tag.attributes["formatCode"] ?? "", id);
        highest = Math.max(highest, id);
      } else if (tag.name === "xf") highest = Math.max(highest, count(tag.attributes["numFmtId"]) ?? 0);
      open.push(span);
    },
    close: (name, end) => {
      const span = open.pop();
      const parent = open.at(-1);
      if (!span) return;
      if (name === "xf" && cellXfs && parent?.start === cellXfs.start) xfs.push({ ...span, end });
      else if (name === "cellXfs" && cellXfs) cellXfs.contentEnd = source.lastIndexOf("<", end - 1);
      else if (name === "numFmts" && numFmts) numFmts.contentEnd = source.lastIndexOf("<", end - 1);
    },
  });
  if (!read.ok) return read;

  const addedXfs: string[] = [];
  const addedCodes: string[] = [];
  const made = new Map<string, number>();

  const formatId = (format: string): number => {
    const known = codes.get(format) ?? builtInId(format);
    if (known !== null) return known;
    const id = ++highest;
    codes.set(format, id);
    const prefix = prefixOf(root?.rawName ?? "");
    addedCodes.push(`<${prefix}numFmt numFmtId="${id}" formatCode="${escapeAttribute(format)}"/>`);
    return id;
  };

  const withFormat = (style: number, format: string): number => {
    const xf = xfs[style];
    if (!xf || !cellXfs) return style;
    const id = formatId(format);
    if (count(xf.attributes["numFmtId"]) === id) return style;
    const copy = startTag(xf, { numFmtId: String(id), applyNumberFormat: "1" }) + source.slice(xf.tagEnd, xf.end);
    const same = made.get(copy) ?? xfs.findIndex(({ start, end }) => source.slice(start, end) === copy);
    if (same >= 0) return same;
    const index = xfs.length + addedXfs.length;
    made.set(copy, index);
    addedXfs.push(copy);
    return index;
  };

  const text = (): string | null => {
    if (addedXfs.length === 0 || !cellXfs || !root) return null;
    const splices: Splice[] = [...grown(cellXfs, addedXfs, xfs.length)];
    if (addedCodes.length > 0 && numFmts) splices.push(...grown(numFmts, addedCodes, null));
    else if (addedCodes.length > 0) {
      const name = `${prefixOf(root.rawName)}numFmts`;
      const block = `<${name} count="${addedCodes.length}">${addedCodes.join("")}</${name}>`;
      splices.push({ from: root.tagEnd, to: root.tagEnd, text: block });
    }
    return applySplices(source, splices);
  };
  return success({ withFormat, text });
}

function grown(
  list: Span & { readonly contentEnd: number },
  added: readonly string[],
  had: number | null,
): readonly Splice[] {
  const before = had ?? count(list.attributes["count"]) ?? 0;
  const tag = startTag(list, { count: String(before + added.length) }, false);
  if (list.selfClosing) {
    return [{ from: list.start, to: list.tagEnd, text: `${tag}${added.join("")}</${list.rawName}>` }];
  }
  return [
    { from: list.start, to: list.tagEnd, text: tag },
    { from: list.contentEnd, to: list.contentEnd, text: added.join("") },
  ];
}
