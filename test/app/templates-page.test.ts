import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { openBook } from "../../src/app/index.js";
import { templateSource } from "../../src/app/template-source.js";
import { readWorkbook } from "../../src/documents/xlsx/index.js";
import { findPlaceholders } from "../../src/documents/docx/template/placeholder-syntax.js";
import { hunanPack } from "../support/hunan-pack.js";

const pack = hunanPack();
const read = await readWorkbook(readFileSync("assets/samples/redcross-2024.xlsx"), "redcross-2024.xlsx");
if (!read.ok) throw new Error(read.failure.message.en);
const { names } = templateSource(openBook(read.value, pack).book, pack, {});

describe.each(["docs/templates.md", "README.md", "README.zh-CN.md"])("%s", (page) => {
  const text = readFileSync(page, "utf8");
  const shown = findPlaceholders(text).map(({ from, to, wanted }) => [text.slice(from, to), wanted] as const);

  it("写出来的占位符都认得", () => {
    expect(shown.length).toBeGreaterThan(2);
    for (const [typed, wanted] of shown) {
      const found = wanted && names.find(wanted.kind, wanted.name);
      expect([typed, found?.kind]).toEqual([typed, "found"]);
    }
  });
});

it("说到的清单就是规则包里的清单", () => {
  const text = readFileSync("docs/templates.md", "utf8");
  const labels = Object.values(pack.narrative.lists).flatMap(({ label }) => label ?? []);
  for (const label of labels) expect(text).toContain(label);
});
