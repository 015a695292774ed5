import { success, type Result } from "../../core/result/index.js";
import { escapeAttribute, readXml } from "../xml/index.js";
import type { NewStyle } from "./new-book.js";
import { borderXml, fillXml, fontXml, Pool, recordXml } from "./new-styles.js";
import { builtInId } from "./number-formats.js";
import { count } from "./part.js";
import { applySplices, prefixOf, spanOf, startTag, type Span, type Splice } from "./splice.js";

/** Styles of a new sheet behind those that a workbook has already. */
export interface AddedStyles {
  /** The number that a cell's `s` attribute carries. */
  index(style: NewStyle): number;
  /** The style part with what was added. */
  text(): string;
}

interface List extends Span {
  contentEnd: number;
  size: number;
}

const wanted = ["numFmts", "fonts", "fills", "borders", "cellXfs"] as const;
type ListName = (typeof wanted)[number];

/** A style part that lacks one of the lists keeps its text: the sheet then has the workbook's plain look. */
export function addedStyles(source: string, part: string): Result<AddedStyles> {
  const lists = new Map<string, List>();
  const open: Span[] = [];
  let root: Span | null = null;
  let highest = 163;
  const read = readXml(source, part, {
    open: (tag) => {
      const span = spanOf(source, tag);
      root ??= span;
      if (open.length === 1) lists.set(tag.name, { ...span, contentEnd: tag.end, size: 0 });
      const list = open.length === 2 ? [...lists.values()].at(-1) : undefined;
      if (list) list.size++;
      if (tag.name === "numFmt") highest = Math.max(highest, count(tag.attributes["numFmtId"]) ?? 0);
      open.push(span);
    },
    close: (name, end) => {
      open.pop();
      const list = open.length === 1 ? lists.get(name) : undefined;
      if (list && !list.selfClosing) list.contentEnd = source.lastIndexOf("<", end - 1);
    },
  });
  if (!read.ok) return read;
  const prefix = prefixOf((root as Span | null)?.rawName ?? "");
  const sizeOf = (name: ListName): number => lists.get(name)?.size ?? 0;
  const isWhole = ["fonts", "fills", "borders", "cellXfs"].every((name) => lists.has(name));
  const pools: Readonly<Record<ListName, Pool>> = {
    numFmts: new Pool(highest + 1),
    fonts: new Pool(sizeOf("fonts")),
    fills: new Pool(sizeOf("fills")),
    borders: new Pool(sizeOf("borders")),
    cellXfs: new Pool(sizeOf("cellXfs")),
  };
  const formatId = (code: string): number => builtInId(code) ?? pools.numFmts.index(code);
  return success({
    index: (style) =>
      isWhole
        ? pools.cellXfs.index(
            recordXml(style, {
              format: formatId(style.format),
              font: pools.fonts.index(fontXml(style)),
              fill: style.shade === null ? 0 : pools.fills.index(fillXml(style.shade)),
              border: pools.borders.index(borderXml(style.border)),
            }),
          )
        : 0,
    text: () => {
      const formats = pools.numFmts.pieces.map(
        (code, at) => `<numFmt numFmtId="${highest + 1 + at}" formatCode="${escapeAttribute(code)}"/>`,
      );
      const splices = wanted.flatMap((name): readonly Splice[] => {
        const added = (name === "numFmts" ? formats : pools[name].pieces).map((xml) => prefixed(xml, prefix));
        const list = lists.get(name);
        if (added.length === 0) return [];
        if (list) return grown(list, added);
        const after = (root as Span | null)?.tagEnd ?? 0;
        const tag = `${prefix}${name}`;
        return [{ from: after, to: after, text: `<${tag} count="${added.length}">${added.join("")}</${tag}>` }];
      });
      return applySplices(source, splices);
    },
  });
}

function grown(list: List, added: readonly string[]): readonly Splice[] {
  const tag = startTag(list, { count: String(list.size + added.length) }, false);
  if (list.selfClosing) {
    return [{ from: list.start, to: list.tagEnd, text: `${tag}${added.join("")}</${list.rawName}>` }];
  }
  return [
    { from: list.start, to: list.tagEnd, text: tag },
    { from: list.contentEnd, to: list.contentEnd, text: added.join("") },
  ];
}

/** Our own pieces of XML, in the prefix that the part uses for its elements. */
function prefixed(xml: string, prefix: string): string {
  return prefix === "" ? xml : xml.replace(/<(\/?)(?=[a-zA-Z])/g, `<$1${prefix}`);
}
