import { logErrorMessage, parseNumber } from "office-addin-cli";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { ensureBuilt } from "./start/ensure-built.js";
import { excelInstalled } from "./start/excel-installed.js";
import { sampleResult } from "./start/sample-result.js";
import { servePage } from "./start/serve-page.js";
import { sideload } from "./start/sideload.js";

const root = resolve(import.meta.dirname, "..");

/** `npm start [-- --page] [--port N]`: the add-in in Excel where there is one, else the page without Office. */
async function start(): Promise<void> {
  const { values } = parseArgs({ options: { page: { type: "boolean" }, port: { type: "string" } } });
  const port = parseNumber(values.port, "--port takes a number.") ?? 3000;
  await ensureBuilt(root);
  process.stdout.write(`${await sampleResult(root)}\n\n`);
  if (values.page !== true && excelInstalled()) await sideload(root);
  else await servePage(root, port);
}

start().catch((error: unknown) => {
  logErrorMessage(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
