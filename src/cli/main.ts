import { run } from "./run.js";

const version = process.env.ANNEX_VERSION ?? "0.0.0";

// A reader that has seen enough (`annex check … | head`) is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

process.exitCode = await run(
  process.argv.slice(2),
  {
    out: (text) => process.stdout.write(text),
    error: (text) => process.stderr.write(text),
  },
  version,
);
