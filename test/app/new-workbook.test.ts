import { describe, expect, test } from "vitest";
import { redcross, sampleYear } from "../../scripts/samples/redcross.js";
import { layOutForm } from "../../src/app/form-layout.js";
import { calculated } from "../../src/app/form-values.js";
import { newWorkbook } from "../../src/app/new-workbook.js";
import { annexesOf, buildBook, factAt, itemsAt, type FactBook, type FactNode } from "../../src/core/facts/index.js";
import { recognise } from "../../src/core/recognise/index.js";
import { addressOf } from "../../src/core/sheet/index.js";
import { readWorkbook, writeNewWorkbook } from "../../src/documents/xlsx/index.js";
import { hunanPack } from "../support/hunan-pack.js";
import { openXmlErrors } from "../support/open-xml-errors.js";

const pack = hunanPack();

async function bookOf(bytes: Uint8Array): Promise<FactBook> {
  const read = await readWorkbook(bytes, "附表.xlsx");
  if (!read.ok) throw new Error(read.failure.message.zh);
  return buildBook(recognise(read.value, pack.annexes));
}

function figures(node: FactNode): string[] {
  if (node.node === "fact") return node.reading.kind === "number" ? [node.path] : [];
  if (node.node === "list") return node.items.flatMap(figures);
  return [...node.fields.values()].flatMap(figures);
}

describe("空白附表", () => {
  const blank = newWorkbook(pack, { year: 2025 });

  test("合乎 Open XML 架构，同年度总是同样的字节", () => {
    expect(openXmlErrors(blank)).toEqual([]);
    expect(newWorkbook(pack, { year: 2025 })).toEqual(blank);
    expect(newWorkbook(pack, { year: 2024 })).not.toEqual(blank);
  });

  test("四张附表都认得出，年度正确，除表样自印的以外没有一个数字", async () => {
    const { annexes } = await bookOf(blank);
    expect(annexes.map(({ id, year, unit }) => [id, year, unit])).toEqual([
      ["a1", 2025, null],
      ["a2", 2025, null],
      ["a3", 2025, null],
      ["a4", 2025, null],
    ]);
    const printed =
      /^(?:meta\.year|sheet\.|money\.years\.|groups\[[^\]]*\]\.weight$|fund\.total\.weight$|total\.weight$)/;
    const filled = annexes.flatMap(({ root }) => figures(root).filter((path) => !printed.test(path)));
    expect(filled).toEqual([]);
    expect(annexes.flatMap(({ root }) => itemsAt(root, "indicators"))).toEqual([]);
    expect(annexes.flatMap(({ root }) => itemsAt(root, "statement"))).toEqual([]);
  });

  test("总分栏印 100，其余合计和比率空着", async () => {
    const [a2] = annexesOf(await bookOf(blank), "a2");
    const shown = (path: string): string | undefined => factAt(a2?.root ?? null, path)?.shown;
    expect([shown("total.weight"), shown("total.score"), shown("fund.total.rate"), shown("fund.total.score")]).toEqual([
      "100",
      "",
      "",
      "",
    ]);
  });
});

describe("表样里的每个位置，引擎都从那里读到同名的角色", async () => {
  const forms = redcross.map(({ annex, name, fill }) => {
    const form = pack.forms.sheets.find((candidate) => candidate.annex === annex);
    if (!form) throw new Error(`no form ${annex}`);
    return layOutForm(pack.forms, form, sampleYear, fill, name ?? form.name);
  });
  const sheets = forms.map(({ sheet }) => calculated(sheet));
  const book = await bookOf(writeNewWorkbook({ title: "", creator: "", deskXml: null, sheets }));

  test.each(forms.map((form, index) => [form.sheet.name, form, index] as const))("%s", (_, form, index) => {
    const root = book.annexes[index]?.root ?? null;
    const found = new Map<string, string | undefined>();
    const expected = new Map<string, string | undefined>();
    for (const [slot, place] of form.slots) {
      const at = roleOf(slot);
      if (at === null) continue;
      const record = at.list === null ? root : (itemsAt(root, at.list)[at.index] ?? null);
      const [cell] = factAt(record, at.field)?.cells ?? [];
      found.set(slot, cell && addressOf(cell));
      expected.set(slot, addressOf(place));
    }
    expect(expected.size).toBeGreaterThan(8);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
  });
});

/** Rows of annex 1 that have no role of their own are items of the row above; `label` is the item's anchor. */
const itemLists: Readonly<Record<string, string>> = { business: "money.projects.items" };

function roleOf(slot: string): { readonly list: string | null; readonly index: number; readonly field: string } | null {
  const listed = /^(\w+)\[(\d+)\]\.(\w+)$/.exec(slot);
  if (!listed) {
    return /^money\.operating\.(?:office|utilities|meetings)\./.test(slot)
      ? null
      : { list: null, index: 0, field: slot };
  }
  const [, list = "", index, field = ""] = listed;
  if (list === "upkeep" || list === "earmarked" || field === "label") return null;
  return { list: itemLists[list] ?? list, index: Number(index), field };
}
