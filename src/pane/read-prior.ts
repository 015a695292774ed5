import { fail, success, type Failure, type Result } from "../core/result/index.js";
import type { WorkbookSnapshot } from "../core/sheet/index.js";
import { chosenBytes } from "./chosen-bytes.js";
import type { ChosenFile } from "./desk-state.js";

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

async function readOne(file: ChosenFile): Promise<Result<WorkbookSnapshot>> {
  const bytes = await chosenBytes(file);
  if (!bytes.ok) return bytes;
  try {
    const { readWorkbook } = await import("../documents/xlsx/index.js");
    const read = await readWorkbook(bytes.value, file.name);
    return read.ok ? success({ ...read.value, name: file.name }) : read;
  } catch {
    return readerMissing;
  }
}

const readerMissing = fail(
  "reader-missing",
  "读取程序没有取到，请检查网络或服务器后重试。",
  "The reader did not arrive; check the network or the server and try again.",
);
