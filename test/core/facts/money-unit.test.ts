import { expect, test } from "vitest";
import { sampleBooks } from "../../../scripts/samples/build.js";
import { buildBook } from "../../../src/core/facts/index.js";
import { recognise } from "../../../src/core/recognise/index.js";
import { readWorkbook, writeNewWorkbook } from "../../../src/documents/xlsx/index.js";
import { reworded } from "../../fixtures/variants.js";
import { hunanPack } from "../../support/hunan-pack.js";

const pack = hunanPack();
const { clean } = sampleBooks(pack.forms);

async function moneyUnits(words: Readonly<Record<string, string>>): Promise<string[]> {
  const read = await readWorkbook(writeNewWorkbook(reworded(words)(clean)), null);
  if (!read.ok) throw new Error(read.failure.message.zh);
  const { annexes } = buildBook(recognise(read.value, pack.annexes));
  return [...new Set(annexes.map(({ id, moneyUnit }) => `${id} ${moneyUnit}`))];
}

test.each([
  ["样例是万元", {}, ["a1 万元", "a2 万元", "a3 万元", "a4 万元"]],
  ["资金块写（元）", { "项目资金\n（万元）": "项目资金\n（元）" }, ["a1 万元", "a2 万元", "a3 元", "a4 万元"]],
  ["单位：元", { "金额单位：万元": "金额单位：元" }, ["a1 万元", "a2 万元", "a3 万元", "a4 元"]],
  [
    "人不是钱的单位",
    { "财政供养人员情况（人）": "财政供养人员情况（元）" },
    ["a1 万元", "a2 万元", "a3 万元", "a4 万元"],
  ],
] as const)("%s", async (_, words, units) => {
  expect(await moneyUnits(words)).toEqual(units);
});
