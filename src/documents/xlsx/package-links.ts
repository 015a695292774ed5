import { success, type Result } from "../../core/result/index.js";
import type { Archive } from "../archive/index.js";
import { encodeXml, escapeAttribute, readXml } from "../xml/index.js";
import { readPartText } from "./part.js";
import { relationshipsName, resolveTarget } from "./relationships.js";
import { applySplices, prefixOf, spanOf, startTag, type Span, type Splice } from "./splice.js";

const relationshipTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Parts to tie into the package, and parts to cut out of it. */
export interface LinkChanges {
  /** Relationship targets of the workbook part to add: package names with their kind, e.g. `customXml`; `id` where it is referred to. */
  readonly link: readonly { readonly kind: string; readonly target: string; readonly id?: string }[];
  /** Content types to add by package name. */
  readonly type: readonly { readonly part: string; readonly contentType: string }[];
  /** Parts whose relationships and content types go. */
  readonly drop: readonly string[];
}

/** The relationship part of the workbook and the list of content types, changed where needed. */
export async function changeLinks(
  archive: Archive,
  workbookPart: string,
  changes: LinkChanges,
): Promise<Result<readonly (readonly [name: string, content: Uint8Array])[]>> {
  const parts: [string, Uint8Array][] = [];
  const dropped = new Set(changes.drop.map((name) => name.toLowerCase()));
  const relsName = relationshipsName(workbookPart);
  const rels = await listOf(archive, relsName, (tag) =>
    dropped.has(resolveTarget(workbookPart, tag["Target"] ?? "").toLowerCase()),
  );
  if (!rels.ok) return rels;
  const ids = new Set(rels.value.items.map(({ attributes }) => attributes["Id"] ?? ""));
  const added = changes.link.map(({ kind, target, id }, index) => {
    const prefix = prefixOf(rels.value.root.rawName);
    if (id !== undefined) ids.add(id);
    return `<${prefix}Relationship Id="${id ?? freeId(ids, index)}" Type="${relationshipTypes}/${kind}" Target="/${escapeAttribute(target)}"/>`;
  });
  const newRels = rewritten(rels.value, added);
  if (newRels !== null) parts.push([relsName, encodeXml(newRels)]);

  const typesName = "[Content_Types].xml";
  const types = await listOf(archive, typesName, (tag) =>
    dropped.has((tag["PartName"] ?? "").replace(/^\//, "").toLowerCase()),
  );
  if (!types.ok) return types;
  const prefix = prefixOf(types.value.root.rawName);
  const hasXml = types.value.items.some(({ attributes }) => attributes["Extension"]?.toLowerCase() === "xml");
  const overrides = changes.type.map(
    ({ part, contentType }) => `<${prefix}Override PartName="/${escapeAttribute(part)}" ContentType="${contentType}"/>`,
  );
  const defaults =
    hasXml || overrides.length === 0 ? [] : [`<${prefix}Default Extension="xml" ContentType="application/xml"/>`];
  const newTypes = rewritten(types.value, [...defaults, ...overrides]);
  if (newTypes !== null) parts.push([typesName, encodeXml(newTypes)]);
  return success(parts);
}

interface List {
  readonly source: string;
  readonly root: Span & { contentEnd: number };
  readonly items: readonly (Span & { end: number })[];
  readonly dropped: readonly Splice[];
}

/** A flat list of empty elements, as both parts are. */
async function listOf(
  archive: Archive,
  name: string,
  drops: (attributes: Readonly<Record<string, string>>) => boolean,
): Promise<Result<List>> {
  const text = await readPartText(archive, name);
  if (!text.ok) return text;
  const source = text.value;
  const open: Span[] = [];
  const items: (Span & { end: number })[] = [];
  let root: (Span & { contentEnd: number }) | null = null;
  const read = readXml(source, name, {
    open: (tag) => {
      const span = spanOf(source, tag);
      root ??= { ...span, contentEnd: tag.end };
      open.push(span);
    },
    close: (_, end) => {
      const span = open.pop();
      if (span && open.length === 1) items.push({ ...span, end });
      else if (root && open.length === 0 && !root.selfClosing) root.contentEnd = source.lastIndexOf("<", end - 1);
    },
  });
  if (!read.ok) return read;
  const whole = root ?? { start: 0, tagEnd: 0, selfClosing: false, attributes: {}, rawName: "", contentEnd: 0 };
  const dropped = items
    .filter(({ attributes }) => drops(attributes))
    .map(({ start, end }) => ({ from: start, to: end, text: "" }));
  return success({ source, root: whole, items, dropped });
}

function rewritten({ source, root, dropped }: List, added: readonly string[]): string | null {
  if (dropped.length === 0 && added.length === 0) return null;
  const text = added.join("");
  const insert = root.selfClosing
    ? { from: root.start, to: root.tagEnd, text: `${startTag(root, {}, false)}${text}</${root.rawName}>` }
    : { from: root.contentEnd, to: root.contentEnd, text };
  return applySplices(source, [...dropped, insert]);
}

function freeId(taken: Set<string>, index: number): string {
  let number = taken.size + index + 1;
  while (taken.has(`rId${number}`)) number++;
  taken.add(`rId${number}`);
  return `rId${number}`;
}
