import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { checks } from "./verify/checks.js";
import { runChecks, type Tally } from "./verify/run-checks.js";
import { runTests } from "./verify/run-tests.js";

const root = resolve(import.meta.dirname, "..");

/** `npm test`: the checks first; the tests only when all of them passed. The closing line counts both. */
async function verify(): Promise<Tally> {
  const checked = await runChecks(checks, root, (text) => process.stdout.write(text));
  if (checked.failed > 0) return checked;
  const tested = await runTests(root);
  return { passed: checked.passed + tested.passed, failed: tested.failed };
}

const tally = await verify();
const closingLine = `${tally.passed} passed, ${tally.failed} failed`;
mkdirSync(join(root, "build/test"), { recursive: true });
writeFileSync(join(root, "build/test/summary.txt"), `${closingLine}\n`);
process.stdout.write(`\n${closingLine}\n`);
process.exitCode = tally.failed === 0 ? 0 : 1;
