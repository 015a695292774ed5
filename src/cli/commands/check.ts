import { errorFixes, fixEdits } from "../../app/index.js";
import { sarifLog } from "../../core/findings/index.js";
import type { Pack } from "../../core/pack/index.js";
import type { Failure } from "../../core/result/index.js";
import { editWorkbook, readWorkbook } from "../../documents/xlsx/index.js";
import { readFileCapped, writeFileSafely } from "../../hosts/file/node.js";
import type { CheckCommand } from "../arguments.js";
import { checkFile, checkTogether, type CheckedFile } from "../check-file.js";
import { checkJson } from "../check-json.js";
import { checkText } from "../check-text.js";
import { sayFailure, type Console } from "../console.js";
import { overwrittenInput } from "../overwritten-input.js";
import { defaultPack, loadPack } from "../packs.js";
import { checkAll } from "../pool.js";
import { progressOn } from "../progress.js";
import { writeResult } from "../write-result.js";

/** Exit status: 0 nothing at error level, 1 errors found, 2 something could not be read or written. */
export async function runCheck(command: CheckCommand, console: Console, version: string): Promise<number> {
  const clash = overwrittenInput(command.workbooks, [command.fix, command.output]);
  if (clash) {
    sayFailure(console, clash);
    return 2;
  }
  const pack = await loadPack(command.pack ?? defaultPack);
  if (!pack.ok) {
    sayFailure(console, pack.failure);
    return 2;
  }
  let checked = await checkFiles(command, pack.value, console);
  let broken = false;
  if (command.fix !== null) {
    const [first] = checked;
    const fixed = first ? await writeFixed(first, command.fix, pack.value) : null;
    if (fixed && "code" in fixed) {
      sayFailure(console, fixed, command.fix);
      broken = true;
    } else if (fixed) checked = [fixed];
  }
  for (const { files, failure } of checked) if (failure) sayFailure(console, failure, files);
  const text = printed(command, checked, version);
  if (!writeResult(text, command.output, console)) broken = true;
  if (broken || checked.some(({ failure }) => failure !== null)) return 2;
  return checked.some(({ result }) => (result?.summary.error ?? 0) > 0) ? 1 : 0;
}

async function checkFiles(command: CheckCommand, pack: Pack, console: Console): Promise<CheckedFile[]> {
  const { workbooks, together } = command;
  if (together) return [await checkTogether(workbooks, pack)];
  return await checkAll(workbooks, pack, progressOn(workbooks.length, console.error));
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

function printed(command: CheckCommand, checked: readonly CheckedFile[], version: string): string {
  switch (command.format) {
    case "json":
      return `${JSON.stringify(checkJson(version, command.pack, checked), null, 2)}\n`;
    case "sarif": {
      const runs = checked.map(({ files, result }) => ({ file: files[0] ?? "", findings: result?.findings ?? [] }));
      return `${JSON.stringify(sarifLog(version, runs), null, 2)}\n`;
    }
    case "text":
      return checkText(checked);
  }
}
