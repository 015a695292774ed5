import { logErrorMessage } from "office-addin-cli";
import { resolve } from "node:path";
import { runProgram } from "./run-program.js";
import { excelInstalled } from "./start/excel-installed.js";
import { debuggingTool } from "./start/sideload.js";

/** `npm stop`: takes the add-in out of Excel again. The server itself ends with Ctrl+C. */
if (excelInstalled()) {
  const run = await runProgram("npx", ["--yes", debuggingTool, "stop", "manifest.xml"], {
    cwd: resolve(import.meta.dirname, ".."),
    inherit: true,
  });
  if (run.status !== 0) {
    logErrorMessage("The add-in could not be taken out of Excel; see the lines above.");
    process.exitCode = 1;
  }
} else {
  process.stdout.write("本机没有 Excel，无需移除。There is no Excel on this machine: nothing to take out.\n");
}
