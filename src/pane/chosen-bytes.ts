import { fail, success, type Result } from "../core/result/index.js";
import type { ChosenFile } from "./desk-state.js";

const largestFile = 30 * 1024 * 1024;

/** The bytes of a file that a person chose. Failures: `too-large`, `unreadable` when it is gone, changed or locked. */
export async function chosenBytes({ size, bytes }: ChosenFile): Promise<Result<Uint8Array>> {
  if (size > largestFile) return tooLarge;
  try {
    return success(await bytes());
  } catch {
    return unreadable;
  }
}

const tooLarge = fail("too-large", "文件超过 30 MB，没有读取。", "The file is larger than 30 MB and was not read.");

const unreadable = fail(
  "unreadable",
  "文件没有读出来：可能已被移走、改动过，或正被别的程序占用。请重新选择。",
  "The file could not be read: it may have been moved or changed, or another program holds it. Choose it again.",
);
