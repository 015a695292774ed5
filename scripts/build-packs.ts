import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compilePack } from "../src/core/pack/compile.js";
import { schemaTexts } from "./schema-texts.js";

/** Compiles every pack folder to checked JSON, and publishes the schema of each file for editors. */
const source = "src/packs";
const target = "build/packs";
mkdirSync(target, { recursive: true });
let failed = false;
for (const entry of readdirSync(source, { withFileTypes: true })) {
  if (!entry.isDirectory()) continue;
  const folder = join(source, entry.name);
  const names = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
  const texts = Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
  const compiled = compilePack(texts);
  if (compiled.ok) {
    writeFileSync(join(target, `${compiled.pack.id}.json`), JSON.stringify(compiled.pack));
    continue;
  }
  failed = true;
  for (const { file, line, column, path, message } of compiled.problems) {
    console.error(`${join(folder, file)}:${line ?? 1}:${column ?? 1} ${path} ${message}`);
  }
}
const schemas = "assets/schema";
mkdirSync(schemas, { recursive: true });
for (const [name, text] of await schemaTexts()) writeFileSync(join(schemas, name), text);
if (failed) process.exit(1);
