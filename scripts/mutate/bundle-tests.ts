import { build, type Plugin } from "esbuild";
import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";

/**
 * All tests of a mutation run and what they test as one script of type CommonJS. Running it leaves
 * `globalThis.annexTests`: path of a test file → function that loads it.
 *
 * Caches in the tested code are WeakMaps. They become `globalThis.annexWeakMap`, so that what a mutant left in a cache
 * can be forgotten before the next one.
 */
export async function bundleTests(root: string, files: readonly string[]): Promise<string> {
  const loaders = files.map((file) => `${JSON.stringify(file)}: () => import(${JSON.stringify(resolve(root, file))})`);
  const built = await build({
    absWorkingDir: root,
    stdin: { contents: `globalThis.annexTests = { ${loaders.join(", ")} };`, resolveDir: root },
    bundle: true,
    write: false,
    format: "cjs",
    platform: "node",
    target: "node20",
    define: { WeakMap: "annexWeakMap" },
    logLevel: "error",
    plugins: [testedPlaces(root)],
  });
  const [output] = built.outputFiles;
  if (!output) throw new Error("esbuild wrote nothing");
  return output.text;
}

/** The runner's own `test` and `expect`, packs as they were built, and the folder of each source file as text. */
function testedPlaces(root: string): Plugin {
  const packs = resolve(root, "build/packs");
  return {
    name: "tested-places",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^vitest$/ }, () => ({ path: "vitest", namespace: "harness" }));
      onLoad({ filter: /.*/, namespace: "harness" }, () => ({
        contents: "module.exports = globalThis.annexHarness;",
        loader: "js",
      }));
      // Compiling YAML takes longer than most tests, and none of the mutated rooms takes part in it.
      onLoad({ filter: /test\/support\/pack\.ts$/ }, () => ({
        contents: `
          import { readFileSync } from "node:fs";
          export const packOf = (id) => JSON.parse(readFileSync(${JSON.stringify(packs)} + "/" + id + ".json", "utf8"));
          export const packTexts = () => { throw new Error("the texts of packs are not at hand here"); };`,
        loader: "js",
      }));
      // Answers kept for good would hide a mutant, or keep it when it is gone.
      onLoad({ filter: /src\/core\/quantity\/remembered\.ts$/ }, () => ({
        contents: "export const remembered = (make) => make;",
        loader: "js",
      }));
      onLoad({ filter: /\/(?:src|test|scripts)\/.*\.tsx?$/ }, ({ path }) => ({
        contents: readFileSync(path, "utf8").replaceAll("import.meta.dirname", JSON.stringify(dirname(path))),
        loader: path.endsWith("x") ? "tsx" : "ts",
      }));
    },
  };
}
