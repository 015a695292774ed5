import fc from "fast-check";
import { parseXmlDocument, serializeToWellFormedString } from "slimdom";
import { describe, expect, it } from "vitest";
import { rewriteArchive } from "../../../src/documents/archive/index.js";
import type { TemplateSource } from "../../../src/documents/docx/index.js";
import { planUpdate } from "../../../src/documents/docx/index.js";
import { redCross, redCrossSheets } from "../../core/narrative/redcross.js";
import { open, part, unsound } from "./package.js";
import { bureauTemplate, fill, p, r, sourceOf } from "./template-package.js";

const { a1, a2 } = redCrossSheets;
const table = (figure: string): TemplateSource["tables"] => {
  const cell = { columns: 1, down: "none", align: "left", isBold: false, isFramed: true } as const;
  return () => [
    {
      widths: [1, 1],
      headers: 0,
      rows: [
        {
          cells: [
            { ...cell, text: "甲" },
            { ...cell, text: figure },
          ],
        },
      ],
    },
  ];
};
const first: TemplateSource = { ...sourceOf(redCross()), tables: table("1") };
const indicators = a2.indicators.slice(1).map((item, index) => (index === 1 ? { ...item, score: "15" } : item));
const changed = redCross({
  a1: { ...a1, money: { ...a1.money, operating: { final: "1.5" } } },
  a2: { ...a2, indicators },
  a4: { total: { outlay: "3" } },
});
const later: TemplateSource = { ...sourceOf(changed), tables: table("2") };

const cell = (text: string): string => `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>${p(text)}</w:tc>`;
const template = bureauTemplate({
  body: [
    `<w:p>${r("公用{{公用", "<w:rPr><w:b/></w:rPr>")}<w:bookmarkStart w:id="1" w:name="a"/>${r("经费}}{{没有}}")}<w:bookmarkEnd w:id="1"/></w:p>`,
    p("三、基金"),
    p("{{节:政府性基金预算支出情况？标题}}"),
    p("{{节:存在的问题}}"),
    `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid><w:tr>${cell("{{指标.名称}}")}${cell("{{指标.得分}}分")}</w:tr></w:tbl>`,
    p("{{表:附件2}}"),
  ].join(""),
});
const report = (await fill(template, first)).bytes;
const document = "word/document.xml";

async function variants(
  bytes: Uint8Array,
): Promise<{ count: number; without: (indices: readonly number[]) => Uint8Array }> {
  const [xml, archive] = [await part(bytes, document), await open(bytes)];
  return {
    count: parseXmlDocument(xml).getElementsByTagName("*").length,
    without: (indices) => {
      const tree = parseXmlDocument(xml);
      const elements = tree.getElementsByTagName("*");
      for (const index of new Set(indices)) elements[index]?.remove();
      const text = serializeToWellFormedString(tree);
      return rewriteArchive(archive, new Map([[document, new TextEncoder().encode(text)]]));
    },
  };
}

describe("残缺的模板和由它写成的报告", () => {
  it.each([
    ["模板", template],
    ["报告", report],
  ])("%s少了任何一个元素：不出错，写出的完好，再更新不变", async (_, bytes) => {
    const { count, without } = await variants(bytes);
    const index = fc.integer({ min: 2, max: count - 1 });
    await fc.assert(
      fc.asyncProperty(index, index, async (a, b) => {
        const damaged = without([a, b]);
        // A cell that lost its paragraph stays as it is.
        const before = new Set((await unsound(damaged)).filter((problem) => problem.startsWith("a cell")));
        const planned = await planUpdate(damaged, later.content.narrative, later);
        if (!planned.ok) return expect(planned.failure.code).toBe("no-controls");
        const written = await planned.value.write();
        if (!written.ok) throw new Error(written.failure.message.en);
        expect((await unsound(written.value)).filter((problem) => !before.has(problem))).toEqual([]);
        expect((await fill(written.value, later)).bytes).toBe(written.value);
      }),
      { numRuns: 80 },
    );
  });
});
