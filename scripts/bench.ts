import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { dirname, join, resolve } from "node:path";
import { bundled } from "./bench/bundled.js";
import { measureFirstCheck } from "./bench/measure-check.js";
import { measureCli } from "./bench/measure-cli.js";
import type * as Engine from "./bench/measure-engine.js";
import { measureWeb } from "./bench/measure-web.js";
import { rounded, tableOf, type LastFigures } from "./bench/table.js";
import { ensureBuilt } from "./start/ensure-built.js";

const root = resolve(import.meta.dirname, "..");
const lastFile = join(root, "bench/last.json");

/** `npm run bench`: the budgets beside what is measured now and what bench/last.json kept. `-- --keep` keeps the new figures. */
async function bench(): Promise<void> {
  await ensureBuilt(root);
  const load = loadavg()[0] ?? 0;
  const busy = load > availableParallelism() / 2;
  if (busy) process.stdout.write(`This machine is busy (load ${load.toFixed(1)}): times will be too long.\n`);
  const { measureEngine } = await bundled<typeof Engine>(root, "scripts/bench/measure-engine.ts");
  const measurements = [
    ...(await measureEngine(root)),
    ...(await measureWeb(root)),
    ...(await measureFirstCheck(root)),
    ...(await measureCli(root)),
  ];
  const last = existsSync(lastFile) ? (JSON.parse(readFileSync(lastFile, "utf8")) as LastFigures) : {};
  process.stdout.write(`${tableOf(measurements, last)}\n`);
  if (!process.argv.includes("--keep")) return;
  if (busy) throw new Error("Figures of a busy machine are not kept: run it again when nothing else runs.");
  mkdirSync(dirname(lastFile), { recursive: true });
  const figures = Object.fromEntries(measurements.map(({ what, figure }) => [what, rounded(figure)]));
  writeFileSync(lastFile, `${JSON.stringify(figures, null, 2)}\n`);
}

await bench();
