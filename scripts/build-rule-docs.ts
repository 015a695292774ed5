import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compilePacks } from "../src/core/pack/compile.js";
import { packSources } from "./pack-sources.js";
import { ruleCasesOf } from "./rule-docs/rule-cases.js";
import { rulePages } from "./rule-docs/rule-pages.js";

/** Writes the rule reference, docs/rules, from the pack and its cases. */
const id = "hunan-2024";
const target = "docs/rules";
const compiled = compilePacks(packSources("src/packs")).get(id);
if (!compiled?.ok) throw new Error(`The pack ${id} has mistakes; npm run build:packs lists them`);
mkdirSync(target, { recursive: true });
const pages = rulePages(compiled.pack, ruleCasesOf(join("src/packs", id)));
for (const name of readdirSync(target)) if (!pages.has(name)) rmSync(join(target, name));
for (const [name, text] of pages) writeFileSync(join(target, name), text);
