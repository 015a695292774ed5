import { errorFixes, fixEdits } from "../../app/index.js";
import type { Pack } from "../../core/pack/index.js";
import type { Failure } from "../../core/result/index.js";
import { editWorkbook, readWorkbook } from "../../documents/xlsx/index.js";
import { readFileCapped, writeFileSafely } from "../../hosts/file/node.js";
import type { CheckCommand } from "../arguments.js";
import { checkFile, checkTogether, type CheckedFile } from "../check-file.js";
import { reportFrame, reportOf, type FileReport } from "../file-report.js";
import { sayFailure, type Console } from "../console.js";
import { prepare } from "../prepare.js";
import { checkAll } from "../pool.js";
import { progressOn } from "../progress.js";
import { openResult } from "../write-result.js";

/** Exit status: 0 nothing at error level, 1 errors found, 2 something could not be read or written. */
export async function runCheck(command: CheckCommand, console: Console, version: string): Promise<number> {
  const pack = await prepare(command, [command.fix, command.output], console);
  if (!pack) return 2;
  const out = openResult(command.output, console);
  const frame = reportFrame(command.format, version, command.pack);
  let status = 0;
  const progress = progressOn(command.workbooks.length, console.error);
  let done = 0;
  const report = ({ files, failure, errors, part }: FileReport): void => {
    if (failure) sayFailure(console, failure, files);
    status = failure ? 2 : Math.max(status, errors > 0 ? 1 : 0);
    out.add(frame.part(part));
    progress(++done);
  };
  if (command.fix !== null) {
    const fixed = await checkFixed(command, command.fix, pack, console);
    report(reportOf(fixed.checked, command.format));
    if (fixed.failed) status = 2;
  } else if (command.together) {
    report(reportOf(await checkTogether(command.workbooks, pack), command.format));
  } else {
    await checkAll(command.workbooks, { pack, format: command.format }, report);
  }
  out.add(frame.end());
  return out.close() ? status : 2;
}

interface FixedCheck {
  /** Of the corrected copy; of the workbook itself when there is no copy. */
  readonly checked: CheckedFile;
  readonly failed: boolean;
}

async function checkFixed(command: CheckCommand, output: string, pack: Pack, console: Console): Promise<FixedCheck> {
  const { workbooks, together } = command;
  const checked = together ? await checkTogether(workbooks, pack) : await checkFile(workbooks[0] ?? "", pack);
  const fixed = await writeFixed(checked, output, pack);
  if (fixed === null) return { checked, failed: false };
  if (!("code" in fixed)) return { checked: fixed, failed: false };
  sayFailure(console, fixed, output);
  return { checked, failed: true };
}

/** Writes the copy with every error's fix in it and checks that copy. */
async function writeFixed(checked: CheckedFile, output: string, pack: Pack): Promise<CheckedFile | Failure | null> {
  const [file = ""] = checked.files;
  if (!checked.result) return null;
  const bytes = readFileCapped(file);
  if (!bytes.ok) return bytes.failure;
  const snapshot = await readWorkbook(bytes.value, file);
  if (!snapshot.ok) return snapshot.failure;
  const fixed = await editWorkbook(bytes.value, fixEdits(errorFixes(checked.result.findings, snapshot.value)));
  if (!fixed.ok) return fixed.failure;
  const written = writeFileSafely(output, fixed.value);
  return written.ok ? await checkFile(output, pack) : written.failure;
}
