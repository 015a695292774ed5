import { deflateSync } from "fflate";
import type { Archive } from "./archive.js";
import { crc32 } from "./crc32.js";
import { partKey, type Entry } from "./directory.js";

/** 1980-01-01, the first day zip can say: the same parts always make the same bytes. */
const fixedDate = 0x0021;
const utf8Flag = 0x0800;
const descriptorFlag = 0x0008;

/**
 * The package with some parts replaced (bytes), added (an unknown name, at the end) or removed (`null`). Every other
 * part keeps its stored bytes, its compression and its place.
 */
export function rewriteArchive(archive: Archive, changes: ReadonlyMap<string, Uint8Array | null>): Uint8Array {
  const pending = new Map([...changes].map(([name, content]) => [partKey(name), { name, content }]));
  const stored: Stored[] = [];
  for (const entry of archive.entries) {
    const change = pending.get(partKey(entry.name));
    pending.delete(partKey(entry.name));
    if (!change) stored.push(kept(entry));
    else if (change.content) stored.push({ ...pack(entry.name, change.content), time: entry.time, date: entry.date });
  }
  for (const { name, content } of pending.values()) {
    if (content) stored.push(pack(name, content));
  }
  return assemble(stored);
}

/** A new package; parts in the order given. */
export function writeArchive(parts: Iterable<readonly [name: string, content: Uint8Array]>): Uint8Array {
  return assemble([...parts].map(([name, content]) => pack(name, content)));
}

/** One part as it will lie in the package. */
interface Stored {
  readonly nameBytes: Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly time: number;
  readonly date: number;
  readonly crc: number;
  readonly size: number;
  readonly data: Uint8Array;
  readonly madeBy: number;
  readonly externalAttributes: number;
}

/** Sizes move from the data descriptor, where a streaming writer left them, into the header. */
function kept(entry: Entry): Stored {
  return { ...entry, flags: entry.flags & ~descriptorFlag, size: entry.declaredSize };
}

function pack(name: string, content: Uint8Array): Stored {
  const deflated = deflateSync(content, { level: 6 });
  const smaller = deflated.length < content.length;
  return {
    nameBytes: new TextEncoder().encode(name),
    flags: utf8Flag,
    method: smaller ? 8 : 0,
    time: 0,
    date: fixedDate,
    crc: crc32(content),
    size: content.length,
    data: smaller ? deflated : content,
    madeBy: 20,
    externalAttributes: 0,
  };
}

function assemble(parts: readonly Stored[]): Uint8Array {
  const localSize = parts.reduce((sum, part) => sum + 30 + part.nameBytes.length + part.data.length, 0);
  const centralSize = parts.reduce((sum, part) => sum + 46 + part.nameBytes.length, 0);
  const bytes = new Uint8Array(localSize + centralSize + 22);
  const view = new DataView(bytes.buffer);
  const offsets: number[] = [];
  let at = 0;
  for (const part of parts) {
    offsets.push(at);
    view.setUint32(at, 0x04034b50, true);
    common(view, at + 4, part);
    bytes.set(part.nameBytes, at + 30);
    bytes.set(part.data, at + 30 + part.nameBytes.length);
    at += 30 + part.nameBytes.length + part.data.length;
  }
  parts.forEach((part, index) => {
    view.setUint32(at, 0x02014b50, true);
    view.setUint16(at + 4, part.madeBy, true);
    common(view, at + 6, part);
    view.setUint32(at + 38, part.externalAttributes, true);
    view.setUint32(at + 42, offsets[index] ?? 0, true);
    bytes.set(part.nameBytes, at + 46);
    at += 46 + part.nameBytes.length;
  });
  view.setUint32(at, 0x06054b50, true);
  view.setUint16(at + 8, parts.length, true);
  view.setUint16(at + 10, parts.length, true);
  view.setUint32(at + 12, centralSize, true);
  view.setUint32(at + 16, localSize, true);
  return bytes;
}

/** The 26 bytes that local header and directory share: version to length of the extra field. */
function common(view: DataView, at: number, part: Stored): void {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, part.flags, true);
  view.setUint16(at + 4, part.method, true);
  view.setUint16(at + 6, part.time, true);
  view.setUint16(at + 8, part.date, true);
  view.setUint32(at + 10, part.crc, true);
  view.setUint32(at + 14, part.data.length, true);
  view.setUint32(at + 18, part.size, true);
  view.setUint16(at + 22, part.nameBytes.length, true);
}
