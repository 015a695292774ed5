import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { runProgram } from "../run-program.js";
import type { Tally } from "./run-checks.js";

/** What vitest's json reporter says, as far as it is needed. */
export interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

/** A skipped test counts as failed: nothing is left out. So does a file that broke before its first test. */
export function tallyOf(report: VitestReport): Tally {
  const broken = report.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numPendingTests + report.numTodoTests + broken.length,
  };
}

/** Runs all tests of vitest: unit, host, browser. */
export async function runTests(root: string): Promise<Tally> {
  const file = join(root, "build/test/vitest.json");
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
  const run = await runProgram(
    "npx",
    ["vitest", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`],
    { cwd: root, inherit: true },
  );
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const tally = tallyOf(JSON.parse(readFileSync(file, "utf8")) as VitestReport);
  // An error outside any test (an unhandled rejection) fails the run without failing a test.
  return run.status !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}
