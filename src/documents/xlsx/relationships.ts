import { success, type Result } from "../../core/result/index.js";
import type { Archive } from "../archive/index.js";
import { decodeXml, readXml } from "../xml/index.js";

export interface Relationship {
  readonly id: string;
  /** The last segment of the type address, e.g. `worksheet`: transitional and strict files differ before it. */
  readonly kind: string;
  /** The part's name in the package; an external target as written. */
  readonly target: string;
  readonly external: boolean;
}

/** `xl/workbook.xml` → `xl/_rels/workbook.xml.rels`; the package itself (`""`) → `_rels/.rels`. */
export function relationshipsName(part: string): string {
  const slash = part.lastIndexOf("/");
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
}

/** A part without relationships has an empty list. */
export async function readRelationships(archive: Archive, part: string): Promise<Result<readonly Relationship[]>> {
  const name = relationshipsName(part);
  if (!archive.has(name)) return success([]);
  const bytes = await archive.read(name);
  if (!bytes.ok) return bytes;
  const text = decodeXml(bytes.value, name);
  if (!text.ok) return text;
  const found: Relationship[] = [];
  const read = readXml(text.value, name, {
    open: ({ name: tag, attributes }) => {
      const { Id: id, Type: type, Target: target, TargetMode: mode } = attributes;
      if (tag !== "Relationship" || id === undefined || type === undefined || target === undefined) return;
      const external = mode === "External";
      found.push({
        id,
        kind: type.slice(type.lastIndexOf("/") + 1),
        target: external ? target : resolveTarget(part, target),
        external,
      });
    },
  });
  return read.ok ? success(found) : read;
}

/** Targets are relative to the folder of their source part, or absolute from the package's root. */
export function resolveTarget(part: string, target: string): string {
  const clean = target.replaceAll("\\", "/");
  const path = clean.startsWith("/") ? [] : part.split("/").slice(0, -1);
  for (const segment of clean.split("/")) {
    if (segment === "..") path.pop();
    else if (segment !== "" && segment !== ".") path.push(segment);
  }
  return path.join("/");
}
