import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import {
  checkWorkbook,
  choosePack,
  hasReport,
  newWorkbook,
  noReport,
  openBook,
  scoreJson,
} from "../../src/app/index.js";
import { layOutForm } from "../../src/app/form-layout.js";
import type { FormFill } from "../../src/app/form-rows.js";
import { calculated } from "../../src/app/form-values.js";
import type { Pack } from "../../src/core/pack/index.js";
import type { CellValue, WorkbookSnapshot } from "../../src/core/sheet/index.js";
import { readWorkbook, writeNewWorkbook } from "../../src/documents/xlsx/index.js";
import { openXmlErrors } from "../support/open-xml-errors.js";
import { packOf } from "../support/pack.js";

interface Cases {
  readonly fill: FormFill;
  readonly score: { readonly execution: string; readonly total: string };
  readonly cases: readonly {
    readonly what: string;
    /** Slot → new content. */
    readonly edit: Readonly<Record<string, CellValue>>;
    /** Rule @ beginning of the role path, errors and warnings only. */
    readonly finds: readonly string[];
  }[];
}

const hunan = packOf("hunan-2024");
const others = [packOf("central-2020"), packOf("project-20-80")];
const packs: readonly [Pack, ...Pack[]] = [hunan, ...others];

async function snapshotOf(bytes: Uint8Array): Promise<WorkbookSnapshot> {
  const read = await readWorkbook(bytes, "项目.xlsx");
  if (!read.ok) throw new Error(read.failure.message.zh);
  return read.value;
}

async function filled(pack: Pack, { values, lists }: FormFill, edit: Readonly<Record<string, CellValue>>) {
  const [form] = pack.forms.sheets;
  if (!form) throw new Error("no form");
  const rows = (lists["indicators"] ?? []).map((row, index) => {
    const own = Object.entries(edit).flatMap(([slot, value]) => {
      const field = slot.startsWith(`indicators[${index}].`) ? slot.slice(slot.indexOf(".") + 1) : null;
      return field === null ? [] : [[field, value]];
    });
    return { ...row, ...(Object.fromEntries(own) as typeof row) };
  });
  const { sheet } = layOutForm(pack.forms, form, 2024, { values: { ...values, ...edit }, lists: { indicators: rows } });
  return snapshotOf(writeNewWorkbook({ title: "", creator: "", deskXml: null, sheets: [calculated(sheet)] }));
}

function serious(workbook: WorkbookSnapshot, pack: Pack): string[] {
  const found = checkWorkbook(workbook, openBook(workbook, pack), pack)
    .findings.filter(({ severity }) => severity !== "info")
    .map(({ id, subject }) => `${id} @ ${subject.split(/[.[]/)[0] ?? ""}`);
  return [...new Set(found)].sort();
}

describe.each(others.map((pack) => [pack.id, pack] as const))("%s", (id, pack) => {
  const path = resolve(import.meta.dirname, "../../src/packs", id, "cases/project.yaml");
  const { fill, score, cases } = parse(readFileSync(path, "utf8")) as Cases;

  it("只有项目表，没有报告；给别的表定的规则都不在", () => {
    expect(pack.annexes.map((annex) => annex.id)).toEqual(["a3"]);
    expect(hasReport(pack)).toBe(false);
    expect(noReport(pack).message.zh).toContain(pack.title.zh);
    expect(pack.rules.flatMap((rule) => [rule.for ?? "a3"].flat()).filter((kind) => /^a[124]$/.test(kind))).toEqual([]);
    expect(pack.rules.length).toBeGreaterThan(20);
  });

  it("空白表合乎架构，认得出，没有必须更正也没有需要说明，记得是哪个包的", async () => {
    const blank = newWorkbook(pack, { year: 2024 });
    expect(openXmlErrors(blank)).toEqual([]);
    const workbook = await snapshotOf(blank);
    expect(choosePack(workbook, packs)).toMatchObject({ pack: { id }, by: "kept" });
    expect(openBook(workbook, pack).book.annexes.map((annex) => [annex.id, annex.year])).toEqual([["a3", 2024]]);
    expect(serious(workbook, pack)).toEqual([]);
  });

  it("填好的表按表上的特征选中这个包，说得出为什么", async () => {
    const choice = choosePack(await filled(pack, fill, {}), packs);
    expect(choice).toMatchObject({ pack: { id }, by: "found" });
    expect(choice.why).toContain(pack.signs.at(-1)?.because);
  });

  it("填好的表没有必须更正，也没有需要说明", async () => {
    expect(serious(await filled(pack, fill, {}), pack)).toEqual([]);
  });

  it("计分", async () => {
    const { scores } = openBook(await filled(pack, fill, {}), pack);
    expect(scoreJson("", scores).sheets).toMatchObject([
      { annex: "a3", execution: { computed: score.execution }, total: { computed: score.total } },
    ]);
  });

  it.each(cases.map(({ what, ...rest }) => [what, rest] as const))("%s", async (_, { edit, finds }) => {
    expect(serious(await filled(pack, fill, edit), pack)).toEqual([...finds].sort());
  });
});

it("湖南的样例还是湖南包", async () => {
  const bytes = readFileSync(resolve(import.meta.dirname, "../../assets/samples/redcross-2024.xlsx"));
  expect(choosePack(await snapshotOf(bytes), packs)).toMatchObject({ pack: { id: "hunan-2024" }, by: "found" });
});

it("三十张项目表也是同一个包", async () => {
  const [central] = others;
  const path = resolve(import.meta.dirname, "../../src/packs/central-2020/cases/project.yaml");
  const one = await filled(central ?? hunan, (parse(readFileSync(path, "utf8")) as Cases).fill, {});
  const [sheet] = one.sheets;
  if (!sheet) throw new Error("no sheet");
  const many = { ...one, sheets: Array.from({ length: 30 }, (_, index) => ({ ...sheet, name: `表${index}` })) };
  expect(choosePack(many, packs).pack.id).toBe("central-2020");
});
