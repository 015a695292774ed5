import { describe, expect, test } from "vitest";
import { planUpdate, reportEdits, type ReportDifference } from "../../../src/documents/docx/index.js";
import type { Narrative } from "../../../src/core/narrative/index.js";
import { first, otherMoney, otherWords, report } from "../../support/open-report.js";
import { edit, update } from "./package.js";

async function difference(before: Uint8Array, narrative: Narrative): Promise<ReportDifference> {
  const { bytes } = await update(before, narrative);
  const found = await reportEdits(before, bytes);
  if (!found.ok) throw new Error(found.failure.message.en);
  return found.value;
}

const none: ReadonlySet<string> = new Set();

describe("报告与更新后的副本差在哪里", () => {
  test("没有变：没有可写的", async () => {
    const { edits, left, record } = await difference(report, first);
    expect(edits.texts.every((text) => text === null)).toBe(true);
    expect(edits).toMatchObject({ facts: null, sections: [] });
    expect([left, record(none)]).toEqual([[], null]);
  });

  test("只变数字：只有节点的新文字和记录", async () => {
    const { edits, record } = await difference(report, otherMoney);
    expect(edits.texts.filter((text) => text !== null)).toEqual(expect.arrayContaining(["1.5", "11.45"]));
    expect(edits).toMatchObject({ facts: null, sections: [] });
    expect(record(none)).toMatch(/^<ledger .*text="1.5"/);
    expect(record(new Set(["basic.operating"]))).toMatch(/^<ledger (?!.*text="1\.5").*text="11\.45".*text="1\.12"/);
  });

  test("变了说法：整节的包，带样式", async () => {
    const { edits } = await difference(report, otherWords);
    expect(edits.sections.map(({ tag, copy }) => [tag, copy])).toEqual([
      ["annex:section:problems", 0],
      ["annex:section:closing", 0],
    ]);
    const [problems] = edits.sections;
    expect(problems?.xml).toMatch(
      /^<pkg:package [^>]*>.*pkg:name="\/word\/document\.xml".*pkg:name="\/word\/styles\.xml"/s,
    );
    expect(problems?.xml).not.toContain("<?xml");
    expect(problems?.paragraphs).toBe(problems?.xml.match(/<w:p>|<w:p [^>]*>/g)?.length);
  });

  test("有了新的数字：整个数字部件，不带声明；节里的数字绑定着", async () => {
    const { bytes } = await update(report, otherWords);
    const { edits } = await difference(bytes, first);
    expect(edits.facts).toMatch(/^<facts .*<\/facts>$/);
    expect(edits.sections.find(({ id }) => id === "problems")?.xml).toContain("<w:dataBinding ");
  });

  test("没写成的节按原来的记录", async () => {
    const { record } = await difference(report, otherWords);
    const { record: unchanged } = await difference(report, first);
    expect(unchanged(none)).toBeNull();
    const problems = (ledger: string | null): string => /<section id="problems"[^>]*>/.exec(ledger ?? "")?.[0] ?? "";
    const written = problems(record(none));
    const kept = problems(record(new Set(["problems"])));
    expect(kept).not.toBe("");
    expect(kept).not.toBe(written);
  });

  test("同一节有两份：各写各的", async () => {
    const twice = await edit(report, "word/document.xml", (text) => {
      const control =
        /<w:sdt>(?:(?!<w:sdt>).)*<w:tag w:val="annex:section:problems"\/>.*?<\/w:sdt>(?=<w:sdt><w:sdtPr><w:alias [^>]*\/><w:tag w:val="annex:section)/s.exec(
          text,
        );
      return text.replace("<w:sectPr>", `${control?.[0] ?? ""}<w:sectPr>`);
    });
    const { edits } = await difference(twice, otherWords);
    expect(edits.sections.filter(({ id }) => id === "problems").map(({ copy }) => copy)).toEqual([0, 1]);
  });

  test.each([
    ["脚注", `<w:r><w:footnoteReference w:id="1"/></w:r>`],
    ["图片", `<w:r><w:drawing/></w:r>`],
    ["分节符", `<w:pPr><w:sectPr/></w:pPr>`],
  ])("节里有%s：这一节留给副本", async (name, content) => {
    const rich = await edit(report, "word/document.xml", (text) =>
      text.replace(/(annex:section:problems".*?<w:sdtContent>)/s, `$1<w:p>${content}</w:p>`),
    );
    const planned = await planUpdate(rich, otherWords);
    expect(planned.ok && planned.value.plan.updated).toContain("problems");
    const { edits, left } = await difference(rich, otherWords);
    expect(edits.sections.map(({ id }) => id)).toEqual(["closing"]);
    expect(left).toEqual([
      { section: "problems", reason: { zh: expect.stringContaining(name), en: expect.any(String) } },
    ]);
  });
});
