/** One part as the central directory and its local header describe it. */
export interface Entry {
  readonly name: string;
  readonly nameBytes: Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly time: number;
  readonly date: number;
  readonly crc: number;
  /** After inflating, as declared: a claim that reading checks. */
  readonly declaredSize: number;
  /** As stored: compressed when `method` is 8. */
  readonly data: Uint8Array;
  readonly madeBy: number;
  readonly externalAttributes: number;
}

export type DirectoryProblem = "not-a-zip" | "damaged" | "too-many";

const endSignature = 0x06054b50;
const zip64EndSignature = 0x06064b50;
const zip64LocatorSignature = 0x07064b50;
const centralSignature = 0x02014b50;
const localSignature = 0x04034b50;

/**
 * The parts in the order of the central directory. `damaged` covers a directory that does not fit the file, parts that
 * overlap (how flat zip bombs are made) and two parts of one name (readers would disagree on which one counts).
 */
export function readDirectory(bytes: Uint8Array, maxParts: number): readonly Entry[] | DirectoryProblem {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === null) return startsAsZip(view) ? "damaged" : "not-a-zip";
  const directory = locate(view, end);
  if (!directory) return "damaged";
  if (directory.count > maxParts) return "too-many";

  const entries: Entry[] = [];
  const spans: { readonly from: number; readonly to: number }[] = [];
  const names = new Set<string>();
  let at = directory.offset;
  for (let index = 0; index < directory.count; index++) {
    if (at + 46 > directory.end || view.getUint32(at, true) !== centralSignature) return "damaged";
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    if (next > directory.end) return "damaged";
    const sizes = sizesOf(view, at, nameLength, extraLength);
    if (!sizes) return "damaged";
    const nameBytes = bytes.subarray(at + 46, at + 46 + nameLength);
    const span = dataSpan(view, sizes.localOffset + directory.shift, sizes.compressed);
    if (!span) return "damaged";
    const name = partName(nameBytes);
    const key = name.toLowerCase();
    if (names.has(key)) return "damaged";
    names.add(key);
    spans.push({ from: sizes.localOffset + directory.shift, to: span.to });
    entries.push({
      name,
      nameBytes,
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      time: view.getUint16(at + 12, true),
      date: view.getUint16(at + 14, true),
      crc: view.getUint32(at + 16, true),
      declaredSize: sizes.size,
      data: bytes.subarray(span.from, span.to),
      madeBy: view.getUint16(at + 4, true),
      externalAttributes: view.getUint32(at + 38, true),
    });
    at = next;
  }
  return overlap(spans) ? "damaged" : entries;
}

/** The key under which a part is found: part names are case-insensitive, and old .NET writers use backslashes. */
export function partKey(name: string): string {
  return name.replaceAll("\\", "/").replace(/^\/+/, "").toLowerCase();
}

function partName(bytes: Uint8Array): string {
  return new TextDecoder("utf-8").decode(bytes).replaceAll("\\", "/").replace(/^\/+/, "");
}

function startsAsZip(view: DataView): boolean {
  return view.byteLength >= 4 && view.getUint32(0, true) === localSignature;
}

/** The end record stands before a comment of at most 65,535 bytes. */
function findEnd(view: DataView): number | null {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) === endSignature) return at;
  }
  return null;
}

interface Location {
  readonly count: number;
  readonly offset: number;
  readonly end: number;
  /** Bytes put in front of the package after it was made; every offset in it is short by this. */
  readonly shift: number;
}

function locate(view: DataView, end: number): Location | null {
  let count = view.getUint16(end + 10, true);
  let size = view.getUint32(end + 12, true);
  let offset = view.getUint32(end + 16, true);
  let limit = end;
  if (end >= 20 && view.getUint32(end - 20, true) === zip64LocatorSignature) {
    const at = Number(view.getBigUint64(end - 12, true));
    if (at + 56 > view.byteLength || view.getUint32(at, true) !== zip64EndSignature) return null;
    count = Number(view.getBigUint64(at + 32, true));
    size = Number(view.getBigUint64(at + 40, true));
    offset = Number(view.getBigUint64(at + 48, true));
    limit = at;
  }
  const shift = limit - size - offset;
  if (shift < 0 || offset + shift < 0) return null;
  return { count, offset: offset + shift, end: limit, shift };
}

interface Sizes {
  readonly size: number;
  readonly compressed: number;
  readonly localOffset: number;
}

/** Fields of all ones stand in the Zip64 extra (id 1) instead, in this order. */
function sizesOf(view: DataView, at: number, nameLength: number, extraLength: number): Sizes | null {
  let compressed = view.getUint32(at + 20, true);
  let size = view.getUint32(at + 24, true);
  let localOffset = view.getUint32(at + 42, true);
  if (size !== 0xffffffff && compressed !== 0xffffffff && localOffset !== 0xffffffff) {
    return { size, compressed, localOffset };
  }
  const from = at + 46 + nameLength;
  for (let extra = from; extra + 4 <= from + extraLength;) {
    const length = view.getUint16(extra + 2, true);
    if (view.getUint16(extra, true) === 1) {
      let field = extra + 4;
      const last = Math.min(field + length, from + extraLength);
      const take = (): number | null => {
        if (field + 8 > last) return null;
        field += 8;
        return Number(view.getBigUint64(field - 8, true));
      };
      if (size === 0xffffffff) size = take() ?? -1;
      if (compressed === 0xffffffff) compressed = take() ?? -1;
      if (localOffset === 0xffffffff) localOffset = take() ?? -1;
      return size < 0 || compressed < 0 || localOffset < 0 ? null : { size, compressed, localOffset };
    }
    extra += 4 + length;
  }
  return null;
}

function dataSpan(view: DataView, local: number, compressed: number): { from: number; to: number } | null {
  if (local + 30 > view.byteLength || view.getUint32(local, true) !== localSignature) return null;
  const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  const to = from + compressed;
  return to > view.byteLength ? null : { from, to };
}

function overlap(spans: readonly { readonly from: number; readonly to: number }[]): boolean {
  const sorted = [...spans].sort((a, b) => a.from - b.from);
  return sorted.some((span, index) => span.from < (sorted[index - 1]?.to ?? 0));
}
