import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { plantTree, repositoryRoot, type PlantedTree } from "./support/planted-tree.js";

/** file → its text and the rule that must refuse it; null for what is allowed. */
const planted: readonly (readonly [string, string, string | null])[] = [
  ["src/core/result/index.ts", `export const a = 1;`, null],
  ["src/core/sheet/index.ts", `export { a } from "../result/index.js";`, null],
  ["src/core/sheet/inner.ts", `export const inner = 1;`, null],
  ["src/core/findings/index.ts", `export interface Finding { id: string }\nexport const finding = 1;`, null],
  ["src/core/rules/index.ts", `import type { Finding } from "../findings/index.js";\nexport type F = Finding;`, null],
  ["src/core/rules/uses-value.ts", `export { finding } from "../findings/index.js";`, "rules-take-findings-as-types"],
  ["src/core/quantity/index.ts", `import Big from "big.js";\nexport const b = Big;`, null],
  ["src/core/quantity/looks-down.ts", `export { a } from "../sheet/index.js";`, "order/core/quantity"],
  ["src/core/facts/side-door.ts", `export { inner } from "../sheet/inner.js";`, "door/core/sheet"],
  ["src/core/facts/leaves-core.ts", `export { app } from "../../app/index.js";`, "order/core/facts"],
  ["src/core/facts/npm.ts", `import { unzipSync } from "fflate";\nexport const u = unzipSync;`, "core-npm"],
  ["src/core/facts/node.ts", `import { readFileSync } from "node:fs";\nexport const r = readFileSync;`, "core-node"],
  [
    "src/core/facts/type-only.ts",
    `import type { App } from "../../app/index.js";\nexport type A = App;`,
    "order/core/facts",
  ],
  ["src/core/pack/compile.ts", `export const compilePack = 1;`, null],
  ["src/app/late.ts", `export const late = () => import("../core/pack/compile.js");`, null],
  ["src/app/early.ts", `export { compilePack } from "../core/pack/compile.js";`, "pack-reader-comes-late"],
  ["src/app/index.ts", `export const app = 1;\nexport interface App { name: string }`, null],
  [
    "src/app/zips.ts",
    `import { unzipSync } from "fflate";\nexport const u = unzipSync;`,
    "zip-and-xml-only-in-documents",
  ],
  ["src/app/reacts.ts", `import { useState } from "react";\nexport const u = useState;`, "react-only-in-faces"],
  ["src/app/reads-pack.ts", `export { pack } from "../packs/index.js";`, "packs-from-composition-roots"],
  ["src/documents/archive/index.ts", `import { unzipSync } from "fflate";\nexport const u = unzipSync;`, null],
  ["src/packs/index.ts", `export const pack = 1;`, null],
  ["src/packs/code.ts", `export { a } from "../core/result/index.js";`, "packs-import-no-room"],
  ["src/hosts/file/index.ts", `export const host = 1;`, null],
  ["src/hosts/file/disk.ts", `import { readFileSync } from "node:fs";\nexport const read = readFileSync;`, null],
  ["src/hosts/file/node.ts", `export * from "./disk.js";`, null],
  ["src/cli/disk.ts", `export { read } from "../hosts/file/node.js";`, null],
  ["src/page/disk.ts", `export { read } from "../hosts/file/node.js";`, "disk-for-the-command-line-only"],
  ["src/hosts/word/index.ts", `export { host } from "../file/index.js";`, "hosts-stand-apart"],
  ["src/hosts/excel/tests.ts", `export { t } from "../../../test/t.js";`, "src-imports-only-src"],
  ["src/hosts/excel/node.ts", `import { join } from "node:path";\nexport const j = join;`, "node-only-where-files-are"],
  ["src/pane/index.ts", `import { useState } from "react";\nexport const u = useState;`, null],
  [
    "src/commands/functions.ts",
    `export { pack } from "../packs/index.js";\nexport { a } from "../core/result/index.js";`,
    null,
  ],
  [
    "src/commands/functions/reads-pack.ts",
    `export { pack } from "../../packs/index.js";`,
    "packs-from-composition-roots",
  ],
  ["src/commands/functions/pane.ts", `export { u } from "../../pane/index.js";`, "functions-stand-on-core"],
  ["src/pane/main.tsx", `export { pack } from "../packs/index.js";`, null],
  ["src/pane/list.tsx", `export { pack } from "../packs/index.js";`, "packs-from-composition-roots"],
  [
    "src/pane/sheet.tsx",
    `import * as s from "@fortune-sheet/react";\nexport const x = s;`,
    "sheet-view-only-on-the-page",
  ],
  ["src/pane/tool.tsx", `import p from "prettier";\nexport const x = p;`, "no-development-parts"],
  ["src/pane/missing.tsx", `export { gone } from "./gone.js";`, "resolvable"],
  ["src/cli/main.ts", `import { pack } from "../packs/index.js";\nexport const p = pack;`, null],
  ["src/cli/circle-a.ts", `import { b } from "./circle-b.js";\nexport const a = () => b;`, "no-circles"],
  ["src/cli/circle-b.ts", `import { a } from "./circle-a.js";\nexport const b = () => a;`, null],
  ["src/cli/half-a.ts", `import { half } from "./half-b.js";\nexport const whole = half;`, null],
  [
    "src/cli/half-b.ts",
    `import type { whole } from "./half-a.js";\nexport const half = (w?: typeof whole) => w;`,
    null,
  ],
  ["src/cli/new-room.ts", `export { x } from "../elsewhere/index.js";`, "known-rooms-only"],
  ["src/elsewhere/index.ts", `export const x = 1;`, null],
  ["test/t.ts", `export const t = 1;`, null],
];

let tree: PlantedTree;
let violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[];

beforeAll(() => {
  tree = plantTree(Object.fromEntries(planted.map(([path, text]) => [path, text])));
  const run = spawnSync(
    process.execPath,
    [
      join(repositoryRoot, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs"),
      "--config",
      join(repositoryRoot, ".dependency-cruiser.cjs"),
      "--output-type",
      "json",
      "src",
    ],
    { cwd: tree.root, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 },
  );
  violations = JSON.parse(run.stdout).summary.violations;
});

afterAll(() => tree.remove());

describe("every boundary can be broken, and is seen when it is", () => {
  test.each(planted.filter(([, , rule]) => rule !== null))("%s", (path, _text, rule) => {
    expect(violations.filter((violation) => violation.from === path).map((violation) => violation.rule.name)).toContain(
      rule,
    );
  });

  test.each(planted.filter(([, , rule]) => rule === null))("allowed: %s", (path) => {
    expect(violations.filter((violation) => violation.from === path)).toEqual([]);
  });
});
