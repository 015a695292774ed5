import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { makeFolder, readFileCapped, writeFileSafely } from "../../../src/hosts/file/node.js";

const folder = mkdtempSync(join(tmpdir(), "annex-disk-"));
const bytes = new Uint8Array([1, 2, 3]);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const codeOf = (result: { ok: true } | { ok: false; failure: { code: string } }): string =>
  result.ok ? "ok" : result.failure.code;

describe("readFileCapped", () => {
  it("reads a file, and says why it reads no other", () => {
    const good = join(folder, "good");
    writeFileSync(good, bytes);
    const huge = join(folder, "huge");
    writeFileSync(huge, "");
    truncateSync(huge, 51 * 1024 * 1024);
    const read = readFileCapped(good);
    expect(read.ok && [...read.value]).toEqual([1, 2, 3]);
    expect(
      [huge, folder, join(folder, "none"), join(good, "below"), "/dev/null"].map((path) =>
        codeOf(readFileCapped(path)),
      ),
    ).toEqual(["too-large", "directory", "missing", "missing", "unreadable"]);
  });
});

describe("writeFileSafely", () => {
  it("writes new files and over old ones, keeps the mode, leaves nothing beside", () => {
    const inside = join(folder, "out");
    expect(codeOf(makeFolder(inside))).toBe("ok");
    expect(codeOf(makeFolder(inside))).toBe("ok");
    const path = join(inside, "表.xlsx");
    expect(codeOf(writeFileSafely(path, bytes))).toBe("ok");
    chmodSync(path, 0o640);
    expect(codeOf(writeFileSafely(path, new Uint8Array([9])))).toBe("ok");
    expect([...readFileSync(path)]).toEqual([9]);
    expect(statSync(path).mode & 0o777).toBe(0o640);
    expect(readdirSync(inside)).toEqual(["表.xlsx"]);
  });

  it("writes through a link", () => {
    const [target, link] = [join(folder, "target"), join(folder, "link")];
    writeFileSync(target, "old");
    symlinkSync(target, link);
    expect(codeOf(writeFileSafely(link, bytes))).toBe("ok");
    expect([...readFileSync(target)]).toEqual([1, 2, 3]);
  });

  it("says why it cannot write, and leaves nothing behind", () => {
    const plain = join(folder, "plain");
    writeFileSync(plain, "x");
    const before = readdirSync(folder);
    expect(
      [folder, join(folder, "none", "x"), join(plain, "x"), "/dev/full"].map((path) =>
        codeOf(writeFileSafely(path, bytes)),
      ),
    ).toEqual(["directory", "missing", "missing", "no-space"]);
    expect(codeOf(makeFolder(join(plain, "x")))).toBe("unwritable");
    expect(readdirSync(folder)).toEqual(before);
  });
});
