import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, it } from "vitest";
import { basesOf, compilePack } from "../../src/core/pack/compile.js";
import { packOf } from "../support/pack.js";

it("docs/packs.md 里的例子能用", () => {
  const page = readFileSync(resolve(import.meta.dirname, "../../docs/packs.md"), "utf8");
  const [example] = [...page.matchAll(/```yaml\n(.*?)```/gs)].map(([, text]) => text ?? "");
  const hunan = packOf("hunan-2024");
  const compiled = compilePack({ "county.yaml": example }, basesOf([hunan]));
  expect(compiled.ok ? [] : compiled.problems).toEqual([]);
  const rules = compiled.ok ? compiled.pack.rules : [];
  expect(rules.at(-1)?.id).toBe("county/project-limit");
  expect(rules.find(({ id }) => id === "fund/negative")?.severity).toBe("warning");
  expect(rules.some(({ id }) => id === "a1/signature" || id === "indicator/perfect")).toBe(false);
});
