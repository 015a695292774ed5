import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { draftNarrative, type Narrative } from "../../../src/core/narrative/index.js";
import { planUpdate, writeReport } from "../../../src/documents/docx/index.js";
import { hunan, redCross, redCrossSheets } from "../../core/narrative/redcross.js";
import { bodyText, edit, part, schemaErrors, unsound, update, without } from "./package.js";

const { a1 } = redCrossSheets;
const draft = (...change: Parameters<typeof redCross>): Narrative => draftNarrative(redCross(...change), hunan);
const first = draft();
const report = writeReport(first);
const money = { ...a1.money, operating: { prior: "1.20", budget: "1.12", final: "1.5" } };
const second = draft({ a1: { ...a1, money } });
const document = "word/document.xml";

const parts = [1, 2].flatMap((number) => [
  `customXml/item${number}.xml`,
  `customXml/itemProps${number}.xml`,
  `customXml/_rels/item${number}.xml.rels`,
]);

/** As a program leaves it that knows no content controls and no parts of others: words and styles. */
async function plain(bytes: Uint8Array): Promise<Uint8Array> {
  let bare = await without(bytes, parts);
  bare = await edit(bare, "[Content_Types].xml", (xml) => xml.replaceAll(/<Override PartName="\/customXml[^>]*>/g, ""));
  bare = await edit(bare, "word/_rels/document.xml.rels", (xml) =>
    xml.replaceAll(/<Relationship [^>]*customXml[^>]*>/g, ""),
  );
  return edit(bare, document, (xml) =>
    xml.replaceAll(/<w:sdtPr>.*?<\/w:sdtPr>/gs, "").replaceAll(/<\/?w:sdt(?:Content)?>/g, ""),
  );
}

describe("控件全没了的报告，按文字认回", () => {
  it("计划写明认回了哪些节；写出的控件、绑定、记录都齐全，数字照附表更新", async () => {
    const { plan, bytes } = await update(await plain(report), second);
    expect(plan.adopted).toEqual([first.title, ...first.sections, first.closing].map((section) => section?.id));
    expect(plan.figures).toContainEqual(
      expect.objectContaining({ id: "basic.operating", before: "1.12", after: "1.5" }),
    );
    expect([plan.kept, plan.conflicts]).toEqual([[], []]);
    expect(await bodyText(bytes)).toEqual(await bodyText(writeReport(second)));
    expect(await unsound(bytes)).toEqual([]);
    expect(await schemaErrors(bytes)).toEqual([]);
    const count = async (of: Uint8Array): Promise<number | undefined> =>
      (await part(of, document)).match(/<w:dataBinding /g)?.length;
    expect(await count(bytes)).toBe(await count(report));
    const again = await update(bytes, second);
    expect(again.plan.adopted).toEqual([]);
    expect(again.bytes).toBe(bytes);
  });

  it("改过的句子留下并问；落款留在控件外；只看计划，文件不变", async () => {
    const bare = await plain(report);
    const edited = await edit(bare, document, (xml) =>
      xml
        .replace("其原因为人道救助资金缺少", "主要是资金缺少")
        .replace("<w:sectPr>", "<w:p><w:r><w:t>区红十字会  2025年3月1日</w:t></w:r></w:p><w:sectPr>"),
    );
    const copy = edited.slice();
    const planned = await planUpdate(edited, second);
    expect(planned.ok && planned.value.plan.adopted).toHaveLength(12);
    expect(edited).toEqual(copy);
    const { plan, bytes } = await update(edited, second);
    expect(plan.conflicts).toMatchObject([{ kind: "record-gone", section: "problems" }]);
    expect(plan.conflicts[0]?.theirs).toContain("主要是资金缺少");
    const text = (await bodyText(bytes)).join("\n");
    expect(text).toContain("主要是资金缺少");
    expect(await part(bytes, document)).toMatch(/<\/w:sdt><w:p><w:r><w:t>区红十字会/);
    expect((await update(bytes, second)).bytes).toBe(bytes);
    const settled = await update(bytes, second, () => "theirs");
    expect((await update(settled.bytes, second)).plan.conflicts).toEqual([]);
  });

  it("上次的数字还记着：人改过的数字看得出来", async () => {
    const edited = await edit(report, document, (xml) =>
      xml
        .replaceAll(/<w:sdtPr>.*?<\/w:sdtPr>/gs, "")
        .replaceAll(/<\/?w:sdt(?:Content)?>/g, "")
        .replace(">1.12<", ">1.13<"),
    );
    const { plan } = await update(edited, second);
    expect(plan.conflicts).toMatchObject([
      { kind: "typed-over", figure: "basic.operating", theirs: "1.13", ours: "1.5" },
    ]);
  });

  it("别人的文档，标题相同也不认", async () => {
    const bare = await plain(report);
    const foreign = await edit(bare, document, (xml) =>
      xml.replaceAll(
        /<w:p><w:pPr><w:pStyle w:val="Annex(?:Body|List)"\/>.*?<\/w:p>/gs,
        "<w:p><w:r><w:t>我单位认真开展工作，成效显著。</w:t></w:r></w:p>",
      ),
    );
    const result = await planUpdate(foreign, first);
    expect(result.ok ? null : result.failure.code).toBe("no-controls");
  });
});

describe("别的软件另存过的报告", () => {
  const saved = (name: string): Uint8Array =>
    new Uint8Array(readFileSync(new URL(`corpus/${name}.docx`, import.meta.url)));

  it.each(["libreoffice-docx", "libreoffice-doc-docx", "libreoffice-odt-docx"])(
    "%s：认得回来，一个字不丢，再更新不变",
    async (name) => {
      const before = saved(name);
      const { plan, bytes } = await update(before, second);
      expect(plan.adopted.length).toBeGreaterThan(8);
      expect(plan.figures).toContainEqual(
        expect.objectContaining({ id: "basic.operating", before: "1.12", after: "1.5" }),
      );
      const words = (lines: readonly string[]): string => lines.join("").replace(/[\d.]+/g, "#");
      expect(words(await bodyText(bytes))).toBe(words(await bodyText(before)));
      expect((await bodyText(bytes)).join("")).toContain("公用经费1.5万元");
      const known = await schemaErrors(before);
      expect((await schemaErrors(bytes)).length).toBeLessThanOrEqual(known.length);
      expect((await update(bytes, second)).bytes).toBe(bytes);
    },
  );
});
