import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, it } from "vitest";
import { schemaTexts } from "../../scripts/schema-texts.js";

const root = resolve(import.meta.dirname, "../..");

it("公开的 JSON Schema 与规则包的写法一致", async () => {
  const texts = await schemaTexts();
  expect(texts.map(([name]) => name)).toContain("rules.schema.json");
  for (const [name, text] of texts) {
    expect(readFileSync(resolve(root, "assets/schema", name), "utf8"), name).toBe(text);
  }
});
