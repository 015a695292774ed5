import { basename } from "node:path";
import { checkWorkbook, joinWorkbooks, openBook, type CheckResult } from "../app/index.js";
import type { Pack } from "../core/pack/index.js";
import { success, type Failure, type Result } from "../core/result/index.js";
import type { WorkbookSnapshot } from "../core/sheet/index.js";
import { readWorkbook } from "../documents/xlsx/index.js";
import { readFileCapped } from "../hosts/file/node.js";

/** One workbook (or several of one unit) after a check; plain data, so that worker threads can hand it over. */
export interface CheckedFile {
  readonly files: readonly string[];
  readonly result: CheckResult | null;
  readonly failure: Failure | null;
}

export async function checkFile(file: string, pack: Pack): Promise<CheckedFile> {
  const snapshot = await openFile(file);
  return checked([file], snapshot, pack);
}

/** All the workbooks are one unit. Sheets of the same name are told apart as Excel does: [file]sheet. */
export async function checkTogether(files: readonly string[], pack: Pack): Promise<CheckedFile> {
  const snapshots: WorkbookSnapshot[] = [];
  for (const file of files) {
    const snapshot = await openFile(file);
    if (!snapshot.ok) return checked(files, snapshot, pack);
    snapshots.push(snapshot.value);
  }
  const joined = joinWorkbooks(snapshots.map(withOwnNames(files)));
  if (!joined)
    return { files, result: null, failure: { code: "usage", message: { zh: "没有工作簿", en: "no workbook" } } };
  return checked(files, success(joined), pack);
}

export async function openFile(file: string): Promise<Result<WorkbookSnapshot>> {
  const bytes = readFileCapped(file);
  return bytes.ok ? await readWorkbook(bytes.value, basename(file)) : bytes;
}

function checked(files: readonly string[], snapshot: Result<WorkbookSnapshot>, pack: Pack): CheckedFile {
  if (!snapshot.ok) return { files, result: null, failure: snapshot.failure };
  const result = checkWorkbook(snapshot.value, openBook(snapshot.value, pack), pack);
  return { files, result, failure: null };
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
