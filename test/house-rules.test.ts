import { ESLint } from "eslint";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { plantTree, repositoryRoot, type PlantedTree } from "./support/planted-tree.js";

/** file → its text and the rule that must refuse it; null for what is allowed. */
const planted: readonly (readonly [string, string, string | null])[] = [
  ["src/core/sheet/fine.ts", `export const size = (cells: readonly string[]): number => cells.length;\n`, null],
  ["src/core/sheet/any.ts", `export const a: any = 1;\n`, "@typescript-eslint/no-explicit-any"],
  ["src/core/sheet/default.ts", `export default 1;\n`, "no-restricted-syntax"],
  ["src/core/sheet/enum.ts", `export enum Colour {\n  red,\n}\n`, "no-restricted-syntax"],
  ["src/core/sheet/clock.ts", `export const now = new Date();\n`, "no-restricted-syntax"],
  ["src/core/sheet/chance.ts", `export const chance = Math.random();\n`, "no-restricted-properties"],
  ["src/core/sheet/talks.ts", `console.log(1);\n`, "no-console"],
  ["src/core/sheet/dom.ts", `export const title = document.title;\n`, "no-restricted-globals"],
  ["src/core/sheet/office.ts", `export type R = Excel.Range;\n`, "no-restricted-syntax"],
  ["src/app/office.ts", `export const ready = Office.onReady;\n`, "no-restricted-globals"],
  ["src/app/ignored.ts", `// @ts-ignore\nexport const a = 1;\n`, "@typescript-eslint/ban-ts-comment"],
  ["src/app/disabled.ts", `// eslint-disable-next-line no-eval\nexport const a = eval("1");\n`, "no-eval"],
  [
    "src/app/forgotten.ts",
    `const wait = async (): Promise<void> => undefined;\nexport const go = (): void => {\n  wait();\n};\n`,
    "@typescript-eslint/no-floating-promises",
  ],
  [
    "src/app/open-switch.ts",
    `export function side(x: "a" | "b"): number {\n  switch (x) {\n    case "a":\n      return 1;\n  }\n  return 0;\n}\n`,
    "@typescript-eslint/switch-exhaustiveness-check",
  ],
  ["src/hosts/excel/ready.ts", `export const ready = Office.onReady;\n`, null],
  ["src/commands/functions/page.ts", `export const title = document.title;\n`, "no-restricted-globals"],
  ["src/commands/functions/fetches.ts", `export const later = fetch("a");\n`, "no-restricted-globals"],
  ["src/commands/shows.ts", `export const title = document.title;\n`, null],
  [
    "src/hosts/excel/loop.ts",
    `export async function many(context: Excel.RequestContext): Promise<void> {\n  for (let i = 0; i < 3; i++) {\n    await context.sync();\n  }\n}\n`,
    "office-addins/no-context-sync-in-loop",
  ],
  [
    "src/hosts/excel/unread.ts",
    `export function name(context: Excel.RequestContext): string {\n  const sheet = context.workbook.worksheets.getActiveWorksheet();\n  return sheet.name;\n}\n`,
    "office-addins/load-object-before-read",
  ],
  [
    "src/pane/hooks.tsx",
    `import { useState } from "react";\nexport function List({ on }: { on: boolean }) {\n  if (on) {\n    const [a] = useState(1);\n    return <p>{a}</p>;\n  }\n  return <p />;\n}\n`,
    "react-hooks/rules-of-hooks",
  ],
];

let tree: PlantedTree;
let results: readonly ESLint.LintResult[];

beforeAll(async () => {
  tree = plantTree(Object.fromEntries(planted.map(([path, text]) => [path, text])));
  const eslint = new ESLint({ cwd: tree.root, overrideConfigFile: join(repositoryRoot, "eslint.config.js") });
  results = await eslint.lintFiles(["src"]);
}, 60_000);

afterAll(() => tree.remove());

const rulesOf = (path: string) =>
  results.find((result) => result.filePath.endsWith(path))?.messages.map((message) => message.ruleId) ?? ["not linted"];

describe("the house rules refuse what they say they refuse", () => {
  test.each(planted)("%s", (path, _text, rule) => {
    if (rule === null) expect(rulesOf(path)).toEqual([]);
    else expect(rulesOf(path)).toContain(rule);
  });
});
