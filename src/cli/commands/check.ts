import type { Failure } from "../../core/result/index.js";
import type { CheckCommand } from "../arguments.js";
import { checkFiles, openPrior } from "../check-file.js";
import { reportFrame, reportOf, type FileReport } from "../file-report.js";
import { sayFailure, type Console } from "../console.js";
import { fixedCopies, writeFixed } from "../fixed-copies.js";
import { prepare } from "../prepare.js";
import { checkAll } from "../pool.js";
import { progressOn } from "../progress.js";
import { openResult } from "../write-result.js";

/** Exit status: 0 nothing at error level, 1 errors found, 2 something could not be read or written. */
export async function runCheck(command: CheckCommand, console: Console, version: string): Promise<number> {
  const { workbooks, fix, format } = command;
  const copies = fixedCopies(fix, workbooks);
  const reads = { ...command, workbooks: [...workbooks, ...command.prior] };
  const packs = await prepare(reads, [...copies, command.output], console);
  if (!packs) return 2;
  const out = openResult(command.output, console);
  const frame = reportFrame(format, version, command.pack);
  const style = { format, packs, on: isoDay(new Date()) };
  let status = 0;
  const progress = progressOn(workbooks.length, console.error);
  let done = 0;
  const report = ({ files, failure, errors, part }: FileReport): void => {
    if (failure) sayFailure(console, failure, files);
    status = failure ? 2 : Math.max(status, errors > 0 ? 1 : 0);
    out.add(frame.part(part));
    progress(++done);
  };
  const say = (failure: Failure, about: readonly string[]): void => {
    sayFailure(console, failure, about);
    status = 2;
  };
  if (copies.length > 0 || command.together || command.prior.length > 0) {
    const prior = command.prior.length > 0 ? await openPrior(command.prior, packs) : null;
    if (prior && !prior.ok) say(prior.failure, command.prior);
    const beside = prior?.ok ? prior.value : null;
    const checked = await checkFiles(workbooks, packs, beside);
    const fixed = copies.length > 0 && checked.result ? await writeFixed(checked.result, workbooks, copies) : null;
    report(reportOf(fixed?.ok ? await checkFiles(copies, packs, beside) : checked, style));
    if (fixed && !fixed.ok) say(fixed.failure, copies);
  } else {
    await checkAll(workbooks, style, report);
  }
  out.add(frame.end());
  return out.close() ? status : 2;
}

/** The day where the machine is. */
function isoDay(now: Date): string {
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
