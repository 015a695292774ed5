import { spawn } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { medianTime, type Measurement } from "./measurement.js";

const workbooks = 1000;

/** The built command line: its start, and 1,000 workbooks in one call. Peak memory is known on Linux only. */
export async function measureCli(root: string): Promise<readonly Measurement[]> {
  const annex = join(root, "dist/cli/annex.js");
  const start = await medianTime(7, () => runNode([annex, "--help"]));
  const folder = mkdtempSync(join(tmpdir(), "annex-desk-bench-"));
  try {
    const files = Array.from({ length: workbooks }, (_, index) => join(folder, `unit-${index}.xlsx`));
    for (const file of files) copyFileSync(join(root, "assets/samples/redcross-2024-mistakes.xlsx"), file);
    const few = await runNode([annex, "check", ...files.slice(0, 100), "--format", "json"]);
    const began = performance.now();
    const all = await runNode([annex, "check", ...files, "--format", "json"]);
    const seconds = (performance.now() - began) / 1000;
    const answered = (JSON.parse(all.output) as { workbooks: unknown[] }).workbooks.length;
    if (answered !== workbooks) throw new Error(`${answered} of ${workbooks} workbooks were answered`);
    return [
      { what: "command line: start", unit: "ms", budget: 300, figure: start },
      { what: "command line: check 1,000 workbooks", unit: "s", budget: 10, figure: seconds },
      ...memory("command line: memory at 100 workbooks", few.peak),
      ...memory("command line: memory at 1,000 workbooks", all.peak),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function memory(what: string, peak: number | null): readonly Measurement[] {
  return peak === null ? [] : [{ what, unit: "MB", budget: null, figure: peak }];
}

/** Runs a script of ours to its end; `peak` is the most memory it held, in MB. */
function runNode(args: readonly string[]): Promise<{ readonly output: string; readonly peak: number | null }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "ignore"] });
    const parts: Buffer[] = [];
    let peak: number | null = null;
    const watch = setInterval(() => {
      peak = peakOf(child.pid) ?? peak;
    }, 20);
    child.stdout.on("data", (part: Buffer) => parts.push(part));
    child.once("error", reject);
    child.once("close", () => {
      clearInterval(watch);
      resolve({ output: Buffer.concat(parts).toString("utf8"), peak });
    });
  });
}

/** The kernel keeps the high-water mark of a process. */
function peakOf(pid: number | undefined): number | null {
  try {
    const mark = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return mark === undefined ? null : Number(mark) / 1024;
  } catch {
    return null;
  }
}
