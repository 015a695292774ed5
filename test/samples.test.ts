import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { buildSamples } from "../scripts/samples/build.js";
import { openXmlErrors } from "./support/open-xml-errors.js";
import { hunanPack } from "./support/hunan-pack.js";
import { repositoryRoot } from "./support/planted-tree.js";

const folder = join(repositoryRoot, "assets/samples");
const built = buildSamples(hunanPack().forms);

describe("样例", () => {
  test("仓库里的样例就是脚本做出来的那些（改了表样或数据，请运行 npm run samples）", () => {
    expect(readdirSync(folder).sort()).toEqual([...built.keys(), "README.md"].sort());
    for (const [name, bytes] of built) {
      const same = Buffer.compare(readFileSync(join(folder, name)), bytes) === 0;
      expect([name, same]).toEqual([name, true]);
    }
  });

  test.each([...built.keys()].filter((name) => name.endsWith(".xlsx")))("%s 合乎 Open XML 架构", (name) => {
    expect(openXmlErrors(built.get(name) ?? new Uint8Array())).toEqual([]);
  });
});
