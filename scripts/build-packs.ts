import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compilePacks } from "../src/core/pack/compile.js";
import { packSources } from "./pack-sources.js";
import { schemaTexts } from "./schema-texts.js";

/** Compiles every pack of `src/packs` to checked JSON, and publishes the schema of each file for editors. */
const source = "src/packs";
const target = "build/packs";
mkdirSync(target, { recursive: true });
let failed = false;
for (const [folder, compiled] of compilePacks(packSources(source))) {
  if (compiled.ok) {
    writeFileSync(join(target, `${compiled.pack.id}.json`), JSON.stringify(compiled.pack));
    continue;
  }
  failed = true;
  for (const { file, line, column, path, message } of compiled.problems) {
    console.error(`${join(source, folder, file)}:${line ?? 1}:${column ?? 1} ${path} ${message}`);
  }
}
const schemas = "assets/schema";
mkdirSync(schemas, { recursive: true });
for (const [name, text] of await schemaTexts()) writeFileSync(join(schemas, name), text);
if (failed) process.exit(1);
