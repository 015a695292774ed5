import { errorFixes, fixEdits, type CheckResult } from "../app/index.js";
import { success, type Result } from "../core/result/index.js";
import { editWorkbook } from "../documents/xlsx/index.js";
import { readFileCapped, writeFileSafely } from "../hosts/file/node.js";
import { openTogether } from "./check-file.js";

/** Where the corrected copies go: FILE for the first workbook, FILE-2, FILE-3 … beside it for the others of a unit. */
export function fixedCopies(fix: string | null, workbooks: readonly string[]): readonly string[] {
  if (fix === null) return [];
  const dot = /\.[^./\\]*$/.exec(fix)?.index ?? fix.length;
  return workbooks.map((_, index) => (index === 0 ? fix : `${fix.slice(0, dot)}-${index + 1}${fix.slice(dot)}`));
}

/** Writes a copy of each workbook with every error's fix in it. */
export async function writeFixed(
  { findings }: CheckResult,
  workbooks: readonly string[],
  copies: readonly string[],
): Promise<Result<void>> {
  const snapshot = await openTogether(workbooks);
  if (!snapshot.ok) return snapshot;
  const fixes = errorFixes(findings, snapshot.value);
  const origins = new Map(snapshot.value.sheets.map(({ name, origin }) => [name, origin]));
  for (const [index, workbook] of workbooks.entries()) {
    const own = fixes.flatMap((fix) => {
      const origin = origins.get(fix.sheet);
      return origin === undefined || origin.file === workbook ? [{ ...fix, sheet: origin?.sheet ?? fix.sheet }] : [];
    });
    const bytes = readFileCapped(workbook);
    if (!bytes.ok) return bytes;
    const fixed = await editWorkbook(bytes.value, fixEdits(own));
    if (!fixed.ok) return fixed;
    const written = writeFileSafely(copies[index] ?? "", fixed.value);
    if (!written.ok) return written;
  }
  return success(undefined);
}
