import { runProgram } from "./run-program.js";

// Stryker starts processes of its own, and each loads the runner of ./mutate, which is TypeScript.
const { status } = await runProgram("npx", ["stryker", "run", ...process.argv.slice(2)], {
  cwd: process.cwd(),
  inherit: true,
  environment: { ...process.env, NODE_OPTIONS: "--import tsx" },
});
process.exitCode = status ?? 1;
