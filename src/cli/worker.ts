import { parentPort, workerData } from "node:worker_threads";
import type { Pack } from "../core/pack/index.js";
import { checkFile } from "./check-file.js";
import type { WorkDone, WorkOrder } from "./pool.js";

const pack = workerData as Pack;

parentPort?.on("message", ({ index, file }: WorkOrder) => {
  void checkFile(file, pack).then((checked) => {
    const done: WorkDone = { index, checked };
    parentPort?.postMessage(done);
  });
});
