import { build } from "esbuild";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import packageJson from "../package.json" with { type: "json" };

const root = resolve(import.meta.dirname, "..");

/** Bundles the command line into dist/cli: one file that starts at once, and one for its worker threads. */
const entries = ["src/cli/main.ts", "src/cli/worker.ts"].filter((entry) => existsSync(resolve(root, entry)));

await build({
  absWorkingDir: root,
  entryPoints: entries.map((entry) => ({ in: entry, out: entry === "src/cli/main.ts" ? "annex" : "worker" })),
  outdir: "dist/cli",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  chunkNames: "[name]-[hash]",
  minifyWhitespace: true,
  charset: "utf8",
  legalComments: "none",
  define: { "process.env.ANNEX_VERSION": JSON.stringify(packageJson.version) },
  // Parts written for CommonJS ask for require() inside an ES module.
  banner: { js: `import{createRequire as annexRequire}from"node:module";const require=annexRequire(import.meta.url);` },
  logLevel: "warning",
});
