import { logErrorMessage } from "office-addin-cli";
import { OfficeAddinManifest } from "office-addin-manifest";
import { zipSync, type Zippable } from "fflate";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { parseArgs } from "node:util";
import packageJson from "../package.json" with { type: "json" };
import { manifestFiles } from "./manifest/manifest-files.js";
import { runProgram } from "./run-program.js";
import { officeJsSource } from "./web/office-js.js";

const root = resolve(import.meta.dirname, "..");
const folder = join(root, "dist/package");

/**
 * `npm run package -- --address https://annex.example.gov.cn/desk [--office-js global|china|own]`: the files to put on
 * that server and the manifests that name it, in one zip.
 */
async function packageAddIn(): Promise<void> {
  const { values } = parseArgs({ options: { address: { type: "string" }, "office-js": { type: "string" } } });
  const address = serverAddress(values.address);
  const officeJs = officeJsSource(values["office-js"] ?? process.env["OFFICE_JS"] ?? "global");

  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const build = await runProgram("npm", ["run", "--silent", "build:web", "--", "--output-path", join(folder, "web")], {
    cwd: root,
    environment: { ...process.env, OFFICE_JS: officeJs },
  });
  if (build.status !== 0) throw new Error(`The build failed.\n${build.output}`);

  for (const [name, text] of Object.entries(manifestFiles(address, packageJson.version))) {
    const path = join(folder, name);
    writeFileSync(path, text);
    const read = await OfficeAddinManifest.readManifestFile(path);
    process.stdout.write(`${relative(root, path)}: ${read.displayName ?? ""} ${read.version ?? ""} ${read.id ?? ""}\n`);
  }

  const zip = join(root, "dist", `annex-desk-${packageJson.version}.zip`);
  writeFileSync(zip, zipSync(filesUnder(folder), { level: 9 }));
  process.stdout.write(`${relative(root, zip)}: web → ${address}/, Office.js: ${officeJs}\n`);
}

/** Office takes add-ins from https only. */
function serverAddress(typed: string | undefined): string {
  if (typed === undefined || !URL.canParse(typed) || new URL(typed).protocol !== "https:")
    throw new Error(
      "--address takes the https address that will serve the files, e.g. https://annex.example.gov.cn/desk",
    );
  return typed.replace(/\/$/, "");
}

/** Path inside the zip → bytes; a fixed date, so that the same files give the same zip. */
function filesUnder(start: string): Zippable {
  const files: Zippable = {};
  for (const entry of readdirSync(start, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files[relative(start, path).split(sep).join("/")] = [readFileSync(path), { mtime: "2026-01-01" }];
  }
  return files;
}

packageAddIn().catch((error: unknown) => {
  logErrorMessage(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
