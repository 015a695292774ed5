import { basename } from "node:path";
import { checkWorkbook, joinWorkbooks, openBook, type CheckResult } from "../app/index.js";
import type { Pack } from "../core/pack/index.js";
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
}

export async function checkFile(file: string, pack: Pack): Promise<CheckedFile> {
  return checked([file], await openFile(file), pack);
}

/** All the workbooks are one unit. */
export async function checkTogether(files: readonly string[], pack: Pack): Promise<CheckedFile> {
  return checked(files, await openTogether(files), pack);
}

export async function openFile(file: string): Promise<Result<WorkbookSnapshot>> {
  const bytes = readFileCapped(file);
  return bytes.ok ? await readWorkbook(bytes.value, basename(file)) : bytes;
}

/**
 * The workbooks of one unit as one. Sheets of the same name are told apart as Excel does: [file]sheet. A failure names
 * the file that it is about.
 */
export async function openTogether(files: readonly string[]): Promise<Result<WorkbookSnapshot>> {
  const snapshots: WorkbookSnapshot[] = [];
  for (const file of files) {
    const snapshot = await openFile(file);
    if (!snapshot.ok) return files.length > 1 ? named(snapshot.failure, file) : snapshot;
    snapshots.push(snapshot.value);
  }
  const joined = joinWorkbooks(snapshots.map(withOwnNames(files)));
  return joined ? success(joined) : fail("usage", "没有给出工作簿", "no workbook given");
}

function checked(files: readonly string[], snapshot: Result<WorkbookSnapshot>, pack: Pack): CheckedFile {
  if (!snapshot.ok) return { files, result: null, failure: snapshot.failure };
  const result = checkWorkbook(snapshot.value, openBook(snapshot.value, pack), pack);
  if (result.annexes.length === 0) return { files, result: null, failure: noAnnex(snapshot.value) };
  return { files, result, failure: null };
}

function named({ code, message: { zh, en } }: Failure, file: string): Result<never> {
  return zh.includes(file) ? fail(code, zh, en) : fail(code, `${file}：${zh}`, `${file}: ${en}`);
}

function withOwnNames(files: readonly string[]): (snapshot: WorkbookSnapshot, index: number) => WorkbookSnapshot {
  const seen = new Set<string>();
  return (snapshot, index) => ({
    ...snapshot,
    sheets: snapshot.sheets.map((sheet) => {
      const name = seen.has(sheet.name) ? `[${basename(files[index] ?? "")}]${sheet.name}` : sheet.name;
      seen.add(sheet.name);
      return { ...sheet, name };
    }),
  });
}
