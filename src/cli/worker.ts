import { parentPort, workerData } from "node:worker_threads";
import { checkFiles } from "./check-file.js";
import { reportOf } from "./file-report.js";
import type { WorkDone, WorkerStart, WorkOrder } from "./pool.js";

const { pack, format } = workerData as WorkerStart;

parentPort?.on("message", ({ index, file }: WorkOrder) => {
  void checkFiles([file], pack).then((checked) => {
    const done: WorkDone = { index, report: reportOf(checked, format) };
    parentPort?.postMessage(done);
  });
});
