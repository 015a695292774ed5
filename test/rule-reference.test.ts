import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ruleCasesOf } from "../scripts/rule-docs/rule-cases.js";
import { rulePages } from "../scripts/rule-docs/rule-pages.js";
import { packOf } from "./support/pack.js";
import { repositoryRoot } from "./support/planted-tree.js";

const folder = join(repositoryRoot, "docs/rules");
const pack = packOf("hunan-2024");
const pages = rulePages(pack, ruleCasesOf(join(repositoryRoot, "src/packs/hunan-2024")));

test("the rule reference in docs/rules is that of the pack; if not, run: npm run docs:rules", () => {
  expect(readdirSync(folder).sort()).toEqual([...pages.keys()].sort());
  for (const [name, text] of pages)
    expect(readFileSync(join(folder, name), "utf8") === text, `${name} is not current: run npm run docs:rules`).toBe(
      true,
    );
});

test("every rule has its heading, why, way out and examples of both kinds", () => {
  for (const { id } of pack.rules) {
    const page = pages.get(`${id.split("/")[0] ?? ""}.md`) ?? "";
    const section = page.slice(page.indexOf(`## ${id}\n`)).split("\n## ")[0] ?? "";
    for (const part of ["级别：", "依据：", "为什么：", "怎么办：", "会报"]) expect(section, id).toContain(part);
  }
});
