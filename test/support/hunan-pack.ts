import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compilePack } from "../../src/core/pack/compile.js";
import type { Pack } from "../../src/core/pack/index.js";
import { repositoryRoot } from "./planted-tree.js";

/** The pack hunan-2024, compiled from its YAML as it stands; throws with the first problem when it is broken. */
export function hunanPack(): Pack {
  const folder = join(repositoryRoot, "src/packs/hunan-2024");
  const names = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
  const compiled = compilePack(
    Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), "utf8")])),
  );
  if (compiled.ok) return compiled.pack;
  const [first] = compiled.problems;
  throw new Error(`${first?.file}:${first?.line} ${first?.path} ${first?.message}`);
}
