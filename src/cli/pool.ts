import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { Pack } from "../core/pack/index.js";
import { checkFile, type CheckedFile } from "./check-file.js";

/** Below this many workbooks a thread costs more than it saves. */
const worthThreads = 12;

const workerFile = fileURLToPath(new URL("./worker.js", import.meta.url));

/** Most of what a check allocates is dead at once: room for the young saves much of the collecting. In MB. */
const resourceLimits = { maxYoungGenerationSizeMb: 64 };

export interface WorkOrder {
  readonly index: number;
  readonly file: string;
}

export interface WorkDone {
  readonly index: number;
  readonly checked: CheckedFile;
}

/** Checks the workbooks, on all cores when there are many; results in the order of the files. */
export async function checkAll(
  files: readonly string[],
  pack: Pack,
  progress: (done: number) => void,
): Promise<CheckedFile[]> {
  const threads = Math.min(availableParallelism(), Math.ceil(files.length / worthThreads));
  if (threads < 2 || !existsSync(workerFile)) {
    const results: CheckedFile[] = [];
    for (const file of files) {
      results.push(await checkFile(file, pack));
      progress(results.length);
    }
    return results;
  }
  return await onThreads(files, pack, threads, progress);
}

/** A pull loop: each thread asks for the next workbook when it is done with one. */
async function onThreads(
  files: readonly string[],
  pack: Pack,
  threads: number,
  progress: (done: number) => void,
): Promise<CheckedFile[]> {
  const results = new Array<CheckedFile>(files.length);
  let next = 0;
  let done = 0;
  const work = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(workerFile, { workerData: pack, resourceLimits });
      const hand = (): void => {
        const file = files[next];
        if (file === undefined) {
          void worker.terminate().then(() => resolve());
          return;
        }
        const order: WorkOrder = { index: next++, file };
        worker.postMessage(order);
      };
      worker.on("message", ({ index, checked }: WorkDone) => {
        results[index] = checked;
        progress(++done);
        hand();
      });
      worker.on("error", reject);
      hand();
    });
  await Promise.all(Array.from({ length: threads }, work));
  return results;
}
