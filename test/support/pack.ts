import { resolve } from "node:path";
import { packSources } from "../../scripts/pack-sources.js";
import { compilePacks } from "../../src/core/pack/compile.js";
import type { Pack } from "../../src/core/pack/index.js";

const sources = packSources(resolve(import.meta.dirname, "../../src/packs"));

/** The texts of a pack folder, by file name. */
export function packTexts(id: string): Record<string, string> {
  return { ...sources.get(id) };
}

/** A pack of the repository, compiled from its YAML with those it stands on. */
export function packOf(id: string): Pack {
  const compiled = compilePacks(sources).get(id);
  if (!compiled?.ok) throw new Error(JSON.stringify(compiled?.problems ?? `no pack ${id}`, null, 2));
  return compiled.pack;
}
