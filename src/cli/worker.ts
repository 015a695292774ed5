import { parentPort, workerData } from "node:worker_threads";
import { checkFiles } from "./check-file.js";
import { reportOf, type ReportStyle } from "./file-report.js";
import type { WorkDone, WorkOrder } from "./pool.js";

const style = workerData as ReportStyle;

parentPort?.on("message", ({ index, file }: WorkOrder) => {
  void checkFiles([file], style.packs).then((checked) => {
    const done: WorkDone = { index, report: reportOf(checked, style) };
    parentPort?.postMessage(done);
  });
});
