import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import packageJson from "../package.json" with { type: "json" };
import { repositoryRoot } from "./support/planted-tree.js";

const pages = [
  "README.md",
  "README.zh-CN.md",
  ...["docs", "docs/rules"].flatMap((folder) =>
    readdirSync(join(repositoryRoot, folder)).flatMap((name) => (name.endsWith(".md") ? [`${folder}/${name}`] : [])),
  ),
  ...readdirSync(join(repositoryRoot, "assets/samples"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `assets/samples/${name}`),
];

describe.each(pages)("%s", (page) => {
  const text = readFileSync(join(repositoryRoot, page), "utf8");

  test("its links lead somewhere", () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)].map((match) => match[1] ?? "");
    for (const link of links) expect(existsSync(join(repositoryRoot, dirname(page), link)), link).toBe(true);
  });

  test("the files it names exist", () => {
    const named = [...text.matchAll(/`((?:src|test|scripts|docs|assets|\.ci)\/[\w./-]+|[\w.-]+\.(?:xml|cjs))`/g)];
    for (const [, path] of named) expect(existsSync(join(repositoryRoot, path ?? "")), path).toBe(true);
  });

  test("the rules it shows stand in a pack, word for word", () => {
    const pack = join(repositoryRoot, "src/packs/hunan-2024");
    const rules = readdirSync(pack)
      .filter((name) => name.startsWith("rules"))
      .map((name) => readFileSync(join(pack, name), "utf8"))
      .join("\n")
      .replaceAll(/^ +/gm, "");
    for (const [, shown] of text.matchAll(/```yaml\n(- id: .*?)```/gs))
      expect(rules).toContain((shown ?? "").replaceAll(/^ +/gm, ""));
  });

  test("the scripts it names are in package.json", () => {
    const named = [...text.matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map((match) => match[1] ?? "");
    for (const script of named) expect(packageJson.scripts).toHaveProperty([script]);
  });
});
