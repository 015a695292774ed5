import { basename } from "node:path";
import {
  checkWorkbook,
  joinWorkbooks,
  openBook,
  packFor,
  priorBook,
  type CheckResult,
  type OfferedPacks,
} from "../app/index.js";
import type { Pack } from "../core/pack/index.js";
import type { FactBook } from "../core/facts/index.js";
import { fail, success, type Failure, type Result } from "../core/result/index.js";
import type { WorkbookSnapshot } from "../core/sheet/index.js";
import { readWorkbook } from "../documents/xlsx/index.js";
import { readFileCapped } from "../hosts/file/node.js";
import { noAnnex } from "./no-annex.js";

/** One workbook (or several of one unit) after a check; plain data, so that worker threads can hand it over. */
export interface CheckedFile {
  readonly files: readonly string[];
  readonly result: CheckResult | null;
  readonly failure: Failure | null;
  /** The pack it was checked by. */
  readonly pack: Pack | null;
}

/** One workbook, or all those of one unit, beside last year's book where there is one. */
export async function checkFiles(
  files: readonly string[],
  packs: OfferedPacks,
  prior: FactBook | null = null,
): Promise<CheckedFile> {
  const snapshot = await openTogether(files);
  if (!snapshot.ok) return { files, result: null, failure: snapshot.failure, pack: null };
  const { pack, why } = packFor(snapshot.value, packs);
  const result = checkWorkbook(snapshot.value, openBook(snapshot.value, pack, prior), pack, why);
  if (result.annexes.length === 0) return { files, result: null, failure: noAnnex(snapshot.value), pack };
  return { files, result, failure: null, pack };
}

export async function openFile(file: string): Promise<Result<WorkbookSnapshot>> {
  const bytes = readFileCapped(file);
  return bytes.ok ? await readWorkbook(bytes.value, basename(file)) : bytes;
}

/** The workbooks of one unit as one; their cells say which they are from. A failure names the file that it is about. */
export async function openTogether(files: readonly string[]): Promise<Result<WorkbookSnapshot>> {
  const snapshots = await openEach(files);
  if (!snapshots.ok) return snapshots;
  const joined = joinWorkbooks(snapshots.value);
  return joined ? success(joined) : fail("usage", "没有给出工作簿", "no workbook given");
}

/** Last year's workbooks as a book to compare with. */
export async function openPrior(files: readonly string[], packs: OfferedPacks): Promise<Result<FactBook>> {
  const snapshots = await openEach(files);
  if (!snapshots.ok) return snapshots;
  const [first] = snapshots.value;
  const joined = joinWorkbooks(snapshots.value);
  if (!first || !joined) return fail("usage", "没有给出上年的工作簿", "no workbook of last year given");
  const book = priorBook(snapshots.value, packFor(joined, packs).pack);
  if (book) return success(book);
  return { ok: false, failure: noAnnex(first) };
}

/** Each workbook under the name that the call gave it. */
async function openEach(files: readonly string[]): Promise<Result<readonly WorkbookSnapshot[]>> {
  const snapshots: WorkbookSnapshot[] = [];
  for (const file of files) {
    const snapshot = await openFile(file);
    if (!snapshot.ok) return files.length > 1 ? named(snapshot.failure, file) : snapshot;
    snapshots.push({ ...snapshot.value, name: file });
  }
  return success(snapshots);
}

function named({ code, message: { zh, en } }: Failure, file: string): Result<never> {
  return zh.includes(file) ? fail(code, zh, en) : fail(code, `${file}：${zh}`, `${file}: ${en}`);
}
