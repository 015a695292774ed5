import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

/** The root of the repository. */
export const repositoryRoot = resolve(import.meta.dirname, "../..");

/** A small tree of sources under the configuration of this repository, for checks that must be seen to fail. */
export interface PlantedTree {
  readonly root: string;
  remove(): void;
}

/** Writes `files` (path → text) into a fresh temporary folder that shares our tsconfig, package.json and node_modules. */
export function plantTree(files: Readonly<Record<string, string>>): PlantedTree {
  const root = mkdtempSync(join(tmpdir(), "annex-desk-planted-"));
  for (const name of ["package.json", "tsconfig.json"]) cpSync(join(repositoryRoot, name), join(root, name));
  symlinkSync(join(repositoryRoot, "node_modules"), join(root, "node_modules"), "dir");
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}
