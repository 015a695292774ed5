import { createServer } from "node:http";
import { join } from "node:path";
import { listen } from "../web/listen.js";
import { staticFiles } from "../web/static-files.js";

/** How many ports after the first are tried when it is taken. */
const otherPorts = 50;

/** Serves the page without Office on this machine. */
export async function servePage(root: string, firstPort: number): Promise<void> {
  const handle = staticFiles(join(root, "dist/web"), "own");
  const server = createServer((request, response) => void handle(request, response));
  const port = await listen(server, firstPort, otherPorts);
  process.stdout.write(`绩效附表台 Annex Desk: http://localhost:${port}/page.html?sample=redcross-2024-mistakes\n`);
  process.stdout.write("Ctrl+C 结束 / to stop\n");
}
