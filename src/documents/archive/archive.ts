import { fail, success, type Result } from "../../core/result/index.js";
import { archiveCaps, type ArchiveCaps } from "./caps.js";
import { crc32 } from "./crc32.js";
import { partKey, readDirectory, type Entry } from "./directory.js";
import { inflate } from "./inflate.js";

/** An opened package. Nothing is inflated before it is asked for. */
export interface Archive {
  /** Part names with `/` between folders, in the order of the package; folders themselves are left out. */
  readonly names: readonly string[];
  has(name: string): boolean;
  /**
   * The part's bytes, checked against its checksum. Failures: `no-part`, `damaged`, `too-large` (a part, or all parts
   * read so far, inflate above the caps), `encrypted` (the part itself carries a zip password).
   */
  read(name: string): Promise<Result<Uint8Array>>;
  /** As stored, for the writer that copies parts without opening them. */
  readonly entries: readonly Entry[];
}

/** Failures: `not-a-zip`, `damaged`, `too-large` (more parts than the cap). */
export function openArchive(bytes: Uint8Array, caps: ArchiveCaps = archiveCaps): Promise<Result<Archive>> {
  const entries = readDirectory(bytes, caps.parts);
  if (entries === "not-a-zip") {
    return Promise.resolve(fail("not-a-zip", "文件不是压缩包格式。", "The file is no zip package."));
  }
  if (entries === "damaged") {
    return Promise.resolve(
      fail(
        "damaged",
        "文件已损坏或不完整（压缩包目录不一致），请重新拷贝或下载后再试。",
        "The file is damaged or incomplete (its zip directory does not fit); copy or download it again.",
      ),
    );
  }
  if (entries === "too-many") {
    return Promise.resolve(
      fail(
        "too-large",
        `文件内含的部件超过 ${caps.parts} 个，不予打开。`,
        `The file holds more than ${caps.parts} parts and is not opened.`,
      ),
    );
  }
  return Promise.resolve(success(archiveOver(entries, caps)));
}

function archiveOver(entries: readonly Entry[], caps: ArchiveCaps): Archive {
  const byKey = new Map(entries.map((entry) => [partKey(entry.name), entry]));
  const counted = new Set<Entry>();
  let total = 0;

  const read = (name: string): Result<Uint8Array> => {
    const entry = byKey.get(partKey(name));
    if (!entry) return fail("no-part", `文件中缺少部件 ${name}。`, `The package has no part ${name}.`);
    if (entry.flags & 1) {
      return fail(
        "encrypted",
        "文件加了压缩密码，请去掉密码后再试。",
        "The file carries a zip password; remove it and try again.",
      );
    }
    const cap = Math.min(caps.part, counted.has(entry) ? caps.part : caps.total - total);
    const content = contentOf(entry, cap);
    if (content === "over-cap") return tooLarge(name, cap);
    if (content === "corrupt" || crc32(content) !== entry.crc) return damagedPart(name);
    if (!counted.has(entry)) {
      counted.add(entry);
      total += content.length;
    }
    return success(content);
  };

  return {
    names: entries.map((entry) => entry.name).filter((name) => !name.endsWith("/")),
    has: (name) => byKey.has(partKey(name)),
    read: (name) => Promise.resolve(read(name)),
    entries,
  };
}

function contentOf(entry: Entry, cap: number): Uint8Array | "over-cap" | "corrupt" {
  if (entry.method === 8) {
    return entry.declaredSize > cap ? "over-cap" : (inflate(entry.data, entry.declaredSize) ?? "corrupt");
  }
  if (entry.method !== 0) return "corrupt";
  return entry.data.length > cap ? "over-cap" : entry.data;
}

function tooLarge(name: string, cap: number): Result<Uint8Array> {
  const megabytes = Math.floor(cap / (1024 * 1024));
  return fail(
    "too-large",
    `部件 ${name} 解压后超过 ${megabytes} MB 上限，为安全起见不予打开。请删去与附表无关的工作表或图片后再试。`,
    `The part ${name} inflates above the limit of ${megabytes} MB and is not opened. Remove sheets or pictures that do not belong to the annexes.`,
  );
}

function damagedPart(name: string): Result<Uint8Array> {
  return fail(
    "damaged",
    `文件已损坏：部件 ${name} 无法解压或校验不符，请重新拷贝或下载后再试。`,
    `The file is damaged: its part ${name} does not inflate or fails its checksum; copy or download it again.`,
  );
}
