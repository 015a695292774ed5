import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { checkFiles } from "./check-file.js";
import { reportOf, type FileReport, type ReportStyle } from "./file-report.js";

/** Below this many workbooks a thread costs more than it saves. */
const worthThreads = 12;

const workerFile = fileURLToPath(new URL("./worker.js", import.meta.url));

/** Most of what a check allocates is dead at once: room for the young saves much of the collecting. In MB. */
const resourceLimits = { maxYoungGenerationSizeMb: 24 };

export interface WorkOrder {
  readonly index: number;
  readonly file: string;
}

export interface WorkDone {
  readonly index: number;
  readonly report: FileReport;
}

/** Checks the workbooks, on all cores when there are many. Reports come in the order of the files. */
export async function checkAll(
  files: readonly string[],
  style: ReportStyle,
  report: (report: FileReport) => void,
): Promise<void> {
  const threads = Math.min(availableParallelism(), Math.ceil(files.length / worthThreads));
  if (threads < 2 || !existsSync(workerFile)) {
    for (const file of files) report(reportOf(await checkFiles([file], style.packs), style));
    return;
  }
  await onThreads(files, style, threads, inOrder(report));
}

/** A pull loop: each thread asks for the next workbook when it is done with one. */
async function onThreads(
  files: readonly string[],
  style: ReportStyle,
  threads: number,
  finished: (done: WorkDone) => void,
): Promise<void> {
  let next = 0;
  const work = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(workerFile, { workerData: style, resourceLimits });
      const hand = (): void => {
        const file = files[next];
        if (file === undefined) {
          void worker.terminate().then(() => resolve());
          return;
        }
        const order: WorkOrder = { index: next++, file };
        worker.postMessage(order);
      };
      worker.on("message", (done: WorkDone) => {
        finished(done);
        hand();
      });
      worker.on("error", reject);
      hand();
    });
  await Promise.all(Array.from({ length: threads }, work));
}

/** Holds back a report until those before it are out. */
function inOrder(report: (report: FileReport) => void): (done: WorkDone) => void {
  const waiting = new Map<number, FileReport>();
  let next = 0;
  return ({ index, report: finished }) => {
    waiting.set(index, finished);
    for (let first = waiting.get(next); first; first = waiting.get(next)) {
      waiting.delete(next++);
      report(first);
    }
  };
}
