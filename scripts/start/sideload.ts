import { createServer } from "node:https";
import { join } from "node:path";
import { getHttpsServerOptions } from "office-addin-dev-certs";
import { runProgram } from "../run-program.js";
import { listen } from "../web/listen.js";
import { staticFiles } from "../web/static-files.js";

/** Run by npx only: as a dependency it brings a part that does not build on a plain Linux. */
export const debuggingTool = "office-addin-debugging@7";

/** The port that manifest.xml names. */
const port = 3000;

/** Trusts the development certificate, serves the add-in over https and opens Excel with it. */
export async function sideload(root: string): Promise<void> {
  const { ca, cert, key } = await getHttpsServerOptions();
  const handle = staticFiles(join(root, "dist/web"), "own");
  const server = createServer({ ca, cert, key }, (request, response) => void handle(request, response));
  await listen(server, port, 0);
  process.stdout.write(`绩效附表台 Annex Desk: https://localhost:${port}/pane.html → Excel\n`);
  const run = await runProgram(
    "npx",
    ["--yes", debuggingTool, "start", "manifest.xml", "desktop", "--app", "excel", "--no-debug", "--no-live-reload"],
    { cwd: root, inherit: true },
  );
  if (run.status !== 0) throw new Error("Excel could not be opened with the add-in; see the lines above.");
  process.stdout.write("Ctrl+C 结束 / to stop; npm stop 从 Excel 移除 / removes the add-in from Excel\n");
}
