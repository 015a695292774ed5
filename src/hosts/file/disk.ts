import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  type Stats,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { fail, success, type Result } from "../../core/result/index.js";

const maxBytes = 50 * 1024 * 1024;

/** Failures: `missing`, `directory`, `no-permission`, `too-large` (above 50 MB), `unreadable`. */
export function readFileCapped(path: string): Result<Uint8Array> {
  try {
    const stats = statSync(path);
    if (stats.isDirectory()) {
      return fail("directory", `${path} 是文件夹，不是文件。`, `${path} is a folder, not a file.`);
    }
    if (!stats.isFile()) return fail("unreadable", `${path} 不是普通文件。`, `${path} is no regular file.`);
    if (stats.size > maxBytes) {
      return fail("too-large", `${path} 超过 50 MB，不予读取。`, `${path} is larger than 50 MB and is not read.`);
    }
    return success(readFileSync(path));
  } catch (error) {
    return unreadable(path, codeOf(error));
  }
}

/**
 * Writes a file whole or not at all: beside its place first, then moved over it. Failures: `directory`, `missing` (no
 * such folder), `no-permission`, `no-space`, `unwritable`.
 */
export function writeFileSafely(path: string, bytes: Uint8Array): Result<void> {
  let beside: string | null = null;
  try {
    const stats = statsOf(path);
    if (stats?.isDirectory()) {
      return fail(
        "directory",
        `${path} 是文件夹，不能作为输出文件。`,
        `${path} is a folder and cannot be the output file.`,
      );
    }
    if (stats && !stats.isFile()) {
      writeFileSync(path, bytes);
      return success(undefined);
    }
    // A link stays a link: what it points to is written.
    const target = stats ? realpathSync(path) : path;
    beside = join(dirname(target), `.${basename(target)}.${process.pid}.part`);
    const file = openSync(beside, "wx", stats?.mode ?? 0o666);
    try {
      writeFileSync(file, bytes);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(beside, target);
    return success(undefined);
  } catch (error) {
    if (beside !== null && codeOf(error) !== "EEXIST") rmSync(beside, { force: true });
    return unwritable(path, codeOf(error));
  }
}

/** Makes a folder and those above it; one that is there is fine. Failures: `no-permission`, `unwritable`, `no-space`. */
export function makeFolder(path: string): Result<void> {
  try {
    mkdirSync(path, { recursive: true });
    return success(undefined);
  } catch (error) {
    const code = codeOf(error);
    if (code === "EEXIST" || code === "ENOTDIR") {
      return fail(
        "unwritable",
        `${path} 不是文件夹，不能作为输出位置。`,
        `${path} is no folder and cannot take the output.`,
      );
    }
    return unwritable(path, code);
  }
}

function statsOf(path: string): Stats | null {
  return statSync(path, { throwIfNoEntry: false }) ?? null;
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

function unreadable(path: string, code: string): Result<never> {
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
      return fail("missing", `找不到文件 ${path}。`, `There is no file ${path}.`);
    case "EACCES":
    case "EPERM":
      return fail("no-permission", `没有读取 ${path} 的权限。`, `There is no permission to read ${path}.`);
    case "EBUSY":
      return fail(
        "unreadable",
        `${path} 正被其他程序占用，请关闭后再试。`,
        `${path} is in use by another program; close it and try again.`,
      );
    default:
      return fail("unreadable", `无法读取 ${path}（${code}）。`, `${path} cannot be read (${code}).`);
  }
}

function unwritable(path: string, code: string): Result<never> {
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
      return fail(
        "missing",
        `输出文件 ${path} 所在的文件夹不存在。`,
        `The folder of the output file ${path} does not exist.`,
      );
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return fail("no-permission", `没有写入 ${path} 的权限。`, `There is no permission to write ${path}.`);
    case "ENOSPC":
    case "EDQUOT":
      return fail("no-space", `磁盘空间不足，${path} 未写入。`, `The disk is full; ${path} was not written.`);
    case "EBUSY":
      return fail(
        "unwritable",
        `${path} 正被其他程序占用（如在 Excel 或 WPS 中打开），请关闭后再试。`,
        `${path} is in use by another program; close it and try again.`,
      );
    default:
      return fail("unwritable", `无法写入 ${path}（${code}）。`, `${path} cannot be written (${code}).`);
  }
}
