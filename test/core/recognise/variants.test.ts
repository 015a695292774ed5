import { describe, expect, test } from "vitest";
import { sampleBooks } from "../../../scripts/samples/build.js";
import { buildBook, type FactNode } from "../../../src/core/facts/index.js";
import { recognise } from "../../../src/core/recognise/index.js";
import { readWorkbook, writeNewWorkbook, type NewWorkbook } from "../../../src/documents/xlsx/index.js";
import {
  moved,
  otherWords,
  renamed,
  reworded,
  stacked,
  withoutFormulas,
  withRowsInserted,
  type Variant,
} from "../../fixtures/variants.js";
import { hunanPack } from "../../support/hunan-pack.js";

const pack = hunanPack();
const { clean } = sampleBooks(pack.forms);

/** Everything the annexes say: annex and role → what is shown. */
async function said(book: NewWorkbook): Promise<Readonly<Record<string, string>>> {
  const read = await readWorkbook(writeNewWorkbook(book), null);
  if (!read.ok) throw new Error(read.failure.message.zh);
  const said: Record<string, string> = {};
  const visit = (annex: string, node: FactNode): void => {
    if (node.node === "record") for (const child of node.fields.values()) visit(annex, child);
    else if (node.node === "list") for (const item of node.items) visit(annex, item);
    else if (!/^(?:sheet|meta)\./.test(node.path)) said[`${annex} ${node.path}`] = node.shown;
  };
  for (const { key, root } of buildBook(recognise(read.value, pack.annexes)).annexes) visit(key, root);
  return said;
}

const variants: readonly (readonly [string, Variant])[] = [
  ["工作表改名", renamed],
  ["整体下移右移", moved(3, 2)],
  ["中间插入空行", withRowsInserted([7, 20])],
  ["表头和行名换说法", otherWords],
  ["没有公式", withoutFormulas],
  ["附表排在一张工作表里", stacked],
  ["改名、移动、换说法一起来", (book) => renamed(moved(1, 1)(otherWords(book)))],
];

describe("别的单位的附表：说的是同一件事，就读出同样的事实", async () => {
  const expected = await said(clean);

  test("样例里确实有话可说", () => {
    expect(Object.keys(expected).length).toBeGreaterThan(500);
  });

  test.each(variants)("%s", async (_, variant) => {
    expect(await said(variant(clean))).toEqual(expected);
  });

  test("改了数，读出来就不同", async () => {
    expect(await said(reworded({ "28.45万元": "28.46万元" })(clean))).not.toEqual(expected);
  });
});
