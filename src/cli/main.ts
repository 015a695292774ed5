import { run } from "./run.js";

const version = process.env.ANNEX_VERSION ?? "0.0.0";

process.exitCode = await run(
  process.argv.slice(2),
  {
    out: (text) => process.stdout.write(text),
    error: (text) => process.stderr.write(text),
  },
  version,
);
