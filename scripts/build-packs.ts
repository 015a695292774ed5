import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { compilePack, packFiles } from "../src/core/pack/compile.js";

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
const schemas = "build/schema";
mkdirSync(schemas, { recursive: true });
for (const [name, schema] of Object.entries(packFiles)) {
  const json = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  writeFileSync(join(schemas, name.replace(".yaml", ".schema.json")), `${JSON.stringify(json, null, 2)}\n`);
}
if (failed) process.exit(1);
