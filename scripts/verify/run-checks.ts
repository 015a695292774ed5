import { runProgram } from "../run-program.js";
import type { Check } from "./checks.js";

export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

/** Runs the checks, two at a time, and says what failed. A check whose forerunner failed is not run and counts as failed. */
export async function runChecks(checks: readonly Check[], root: string, say: (text: string) => void): Promise<Tally> {
  const outcomes = new Map<string, Promise<boolean>>();
  const lanes: [Promise<unknown>, Promise<unknown>] = [Promise.resolve(), Promise.resolve()];
  for (const [place, check] of checks.entries()) {
    const lane = place % 2 === 0 ? 0 : 1;
    const forerunner =
      check.after === undefined ? Promise.resolve(true) : (outcomes.get(check.after) ?? Promise.resolve(true));
    const outcome = Promise.all([lanes[lane], forerunner]).then(([, ready]) =>
      ready ? runCheck(check, root, say) : false,
    );
    lanes[lane] = outcome;
    outcomes.set(check.script, outcome);
  }
  const passed = (await Promise.all(outcomes.values())).filter((ok) => ok).length;
  return { passed, failed: checks.length - passed };
}

async function runCheck(check: Check, root: string, say: (text: string) => void): Promise<boolean> {
  const run = await runProgram("npm", ["run", "--silent", check.script], { cwd: root });
  const ok = run.status === 0;
  say(`${ok ? "✓" : "✗"} ${check.name} (${(run.milliseconds / 1000).toFixed(1)} s)\n`);
  if (!ok) say(`${run.output}\n`);
  return ok;
}
