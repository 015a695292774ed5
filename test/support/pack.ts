import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { compilePack } from "../../src/core/pack/compile.js";
import type { Pack } from "../../src/core/pack/index.js";

const packs = resolve(import.meta.dirname, "../../src/packs");

/** The texts of a pack folder, by file name. */
export function packTexts(id: string): Record<string, string> {
  const folder = join(packs, id);
  const names = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

/** A pack of the repository, compiled from its YAML. */
export function packOf(id: string): Pack {
  const compiled = compilePack(packTexts(id));
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems, null, 2));
  return compiled.pack;
}
