import { describe, expect, test } from "vitest";
import { customFunctions } from "../../src/commands/functions/custom-functions.js";
import { functionTable } from "../../src/commands/functions/function-table.js";
import { metadataText } from "../../src/commands/functions/metadata.js";
import { hunanPack } from "../support/hunan-pack.js";

type Json = Readonly<Record<string, unknown>>;

/** Fields of Microsoft's metadata reference that are in use; anything else would be ignored, or refuse the file. */
const fields = {
  function: ["id", "name", "description", "result", "parameters"],
  parameter: ["name", "description", "type", "dimensionality", "optional"],
};

/** Everything that is wrong with a metadata file, one sentence each. */
function problemsOf(text: string): string[] {
  const problems: string[] = [];
  const { functions, ...rest } = JSON.parse(text) as { readonly functions: readonly Json[] };
  if (Object.keys(rest).length > 0) problems.push("unknown field beside functions");
  const ids = functions.map(({ id }) => String(id));
  if (new Set(ids).size !== ids.length) problems.push("two functions share an id");
  for (const each of functions) {
    for (const name of Object.keys(each)) if (!fields.function.includes(name)) problems.push(`unknown field ${name}`);
    if (!/^[A-Z][A-Z0-9.]{2,}$/.test(String(each["id"]))) problems.push(`id ${String(each["id"])}`);
    if (/^[A-Z]{1,3}\d+$/.test(String(each["name"]))) problems.push(`${String(each["name"])} is a cell address`);
    if (!isSentence(each["description"])) problems.push(`description of ${String(each["id"])}`);
    if (JSON.stringify(each["result"]) !== '{"type":"number","dimensionality":"scalar"}') problems.push("result");
    let optional = false;
    const names = new Set<unknown>();
    for (const parameter of each["parameters"] as readonly Json[]) {
      for (const name of Object.keys(parameter)) if (!fields.parameter.includes(name)) problems.push(`field ${name}`);
      if (!isSentence(parameter["description"])) problems.push(`description of ${String(parameter["name"])}`);
      if (parameter["type"] !== "any" || parameter["dimensionality"] !== "scalar") problems.push("type");
      if (optional && parameter["optional"] !== true) problems.push("required after optional");
      optional = parameter["optional"] === true;
      names.add(parameter["name"]);
    }
    if (names.size !== (each["parameters"] as readonly Json[]).length) problems.push("two parameters share a name");
  }
  return problems;
}

/** Excel cuts what is longer than a tooltip. */
function isSentence(text: unknown): boolean {
  return typeof text === "string" && text.length > 0 && text.length <= 255;
}

describe("metadata of the custom functions", () => {
  test.each(["zh", "en"] as const)("%s: Excel takes it", (language) => {
    expect(problemsOf(metadataText(language))).toEqual([]);
  });

  test("both files name the same functions with the same parameters; only words differ", () => {
    const bare = (text: string): string =>
      JSON.stringify(JSON.parse(text), (key, value: unknown) => (key === "description" ? "" : value)).replaceAll(
        /("parameters":\[)|"name":"[^"]*","description":"","type"/g,
        (found, list?: string) => list ?? found.replace(/"name":"[^"]*"/, '"name":""'),
      );
    expect(bare(metadataText("zh"))).toBe(bare(metadataText("en")));
    expect(metadataText("zh")).not.toBe(metadataText("en"));
  });

  test("Chinese in one, and in the other only where a word of the forms is meant", () => {
    for (const { description } of functionTable) {
      expect(description.zh).toMatch(/\p{Script=Han}/u);
      expect(description.en).not.toMatch(/\p{Script=Han}/u);
    }
  });

  test("every entry of the table is a function, and every function is in the table", () => {
    const implemented = Object.keys(customFunctions(hunanPack().scoring));
    expect(functionTable.map(({ id }) => id).toSorted()).toEqual(implemented.toSorted());
  });

  const spoiled: readonly (readonly [string, (text: string) => string, string])[] = [
    ["未知字段", (text) => text.replace('"optional"', '"Optional"'), "field Optional"],
    ["编号重复", (text) => text.replace('"id": "RATE"', '"id": "SCORE"'), "share an id"],
    ["没有说明", (text) => text.replace(/"description": "[^"]+"/, '"description": ""'), "description of ACHIEVEMENT"],
    ["说明过长", (text) => text.replace(/"description": "/, `"description": "${"长".repeat(255)}`), "description of"],
    ["编号不是大写", (text) => text.replace('"id": "RATE"', '"id": "rate"'), "id rate"],
  ];
  test.each(spoiled)("检查能发现：%s", (_name, spoil, words) => {
    const bad = spoil(metadataText("zh"));
    expect(bad).not.toBe(metadataText("zh"));
    expect(problemsOf(bad).join("\n")).toContain(words);
  });
});
