import { build } from "esbuild";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * A module of the bench, bundled as the product is: whoever runs TypeScript directly keeps the names of all functions,
 * and every small function made on the way costs more than it does for people.
 */
export async function bundled<Module>(root: string, entry: string): Promise<Module> {
  const outfile = join(root, "build/bench", entry.replace(/\W+/g, "-") + ".mjs");
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    logLevel: "warning",
  });
  return (await import(pathToFileURL(outfile).href)) as Module;
}
