import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { getPackageJsonScript } from "office-addin-cli";
import { runProgram } from "../run-program.js";

const sources = ["src", "assets/icons", "assets/samples", "scripts", "webpack.config.js", "package-lock.json"];
const results = ["dist/web/page.html", "dist/web/pane.html", "dist/cli/annex.js"];

/** Builds when there is no build yet or a source is newer than it. Throws with the build's own words when it fails. */
export async function ensureBuilt(root: string): Promise<void> {
  const built = results.map((path) => join(root, path));
  const oldest = built.every((path) => existsSync(path)) ? Math.min(...built.map((path) => statSync(path).mtimeMs)) : 0;
  if (oldest > Math.max(...sources.map((path) => newest(join(root, path))))) return;
  const script = await getPackageJsonScript("build");
  process.stdout.write(`Building / 正在构建${script === undefined ? "" : `: ${script}`}\n`);
  const run = await runProgram("npm", ["run", "--silent", "build"], { cwd: root });
  if (run.status !== 0) throw new Error(`The build failed.\n${run.output}`);
}

/** Time of the last change under a path, in milliseconds. */
function newest(path: string): number {
  const own = statSync(path);
  if (!own.isDirectory()) return own.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), 0);
}
