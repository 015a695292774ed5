import { fail, success, type Failure, type Result } from "../core/result/index.js";
import type { WorkbookSnapshot } from "../core/sheet/index.js";
import type { ChosenFile } from "./desk-state.js";

const largestFile = 30 * 1024 * 1024;

/** The first file that could not be read, and why. */
export interface UnreadFile {
  readonly name: string;
  readonly failure: Failure;
}

/** Reads files as workbooks; the reader arrives with the first one. All or none. */
export async function readPrior(files: readonly ChosenFile[]): Promise<readonly WorkbookSnapshot[] | UnreadFile> {
  const snapshots: WorkbookSnapshot[] = [];
  for (const file of files) {
    const read = await readOne(file);
    if (!read.ok) return { name: file.name, failure: read.failure };
    snapshots.push(read.value);
  }
  return snapshots;
}

async function readOne({ name, size, bytes }: ChosenFile): Promise<Result<WorkbookSnapshot>> {
  if (size > largestFile) return tooLarge;
  try {
    const { readWorkbook } = await import("../documents/xlsx/index.js");
    const read = await readWorkbook(await bytes(), name);
    return read.ok ? success({ ...read.value, name }) : read;
  } catch {
    return unreadable;
  }
}

const tooLarge = fail("too-large", "文件超过 30 MB，没有读取。", "The file is larger than 30 MB and was not read.");

/** The file is gone or locked, or the reader did not arrive. */
const unreadable = fail(
  "unreadable",
  "文件没有读出来：可能已被移走，或正被别的程序占用。请重新选择。",
  "The file could not be read: it may have been moved, or another program holds it. Choose it again.",
);
