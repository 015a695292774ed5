import { describe, expect, it } from "vitest";
import { draftNarrative, type Narrative } from "../../../src/core/narrative/index.js";
import { writeReport } from "../../../src/documents/docx/index.js";
import { hunan, redCross, redCrossSheets } from "../../core/narrative/redcross.js";
import { bodyText, edit, part, schemaErrors, unsound, update } from "./package.js";
import { resolved } from "./revisions.js";

const { a1, a2 } = redCrossSheets;
const draft = (...change: Parameters<typeof redCross>): Narrative => draftNarrative(redCross(...change), hunan);
const document = "word/document.xml";

/** “三公”经费 rose by 0.2 万元, or fell by as much: the direction is a word, in the third paragraph of section six. */
const threePublic = (final: string): Narrative =>
  draft({ a1: { ...a1, money: { ...a1.money, threePublic: { prior: "1", budget: "1.5", final } } } });
const risen = threePublic("1.2");
const fallen = threePublic("0.8");
const report = writeReport(risen);
/** One indicator more is reached: two paragraphs of section seven are reworded. */
const reached = a2.indicators.map((item, index) => (index === 2 ? { ...item, score: "15" } : item));
const fewer = draft({
  a1: { ...a1, money: { ...a1.money, threePublic: { prior: "1", budget: "1.5", final: "1.2" } } },
  a2: { ...a2, indicators: reached },
  a3: null,
});

describe("没人动过的段落换说法时，只动变了的字", () => {
  it("批注、书签、人加的格式都还在", async () => {
    const marked = await edit(report, document, (xml) =>
      xml.replace(
        "年度“三公”经费",
        '</w:t></w:r><w:bookmarkStart w:id="7" w:name="三公"/><w:commentRangeStart w:id="3"/><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">年度“三公”</w:t></w:r><w:commentRangeEnd w:id="3"/><w:r><w:commentReference w:id="3"/></w:r><w:bookmarkEnd w:id="7"/><w:r><w:t xml:space="preserve">经费',
      ),
    );
    const { plan, bytes } = await update(marked, fallen);
    expect(plan).toMatchObject({ kept: [], conflicts: [] });
    expect(await bodyText(bytes)).toEqual(await bodyText(writeReport(fallen)));
    const xml = await part(bytes, document);
    for (const kept of [
      'w:name="三公"',
      '<w:commentReference w:id="3"/>',
      '<w:b/></w:rPr><w:t xml:space="preserve">年度“三公”</w:t>',
    ]) {
      expect(xml).toContain(kept);
    }
    expect(await unsound(bytes)).toEqual([]);
    expect((await update(bytes, fallen)).bytes).toBe(bytes);
  });

  it("段落多了少了：挂在上面的批注和书签移到接替的段落", async () => {
    const marked = await edit(report, document, (xml) =>
      xml.replace(
        /(annex:section:government-fund.*?<\/w:p>.*?)(<w:r><w:t [^>]*>无<\/w:t><\/w:r>)/s,
        '$1<w:bookmarkStart w:id="7" w:name="基金"/><w:commentRangeStart w:id="3"/>$2<w:commentRangeEnd w:id="3"/><w:bookmarkEnd w:id="7"/><w:r><w:commentReference w:id="3"/></w:r>',
      ),
    );
    const fund = draft({ a4: { total: { outlay: "5" } } });
    const xml = await part((await update(marked, fund)).bytes, document);
    expect(xml).toMatch(/commentRangeStart w:id="3".*政府性基金预算支出.*commentReference w:id="3"/s);
    expect(xml).toContain('w:name="基金"');
  });
});

const explained = await edit(report, document, (xml) =>
  xml.replace(/(比上年增加(?:(?!<\/w:p>).)*)(<\/w:p>)/s, "$1<w:r><w:t>增加的原因是公务接待增多。</w:t></w:r>$2"),
);

describe("人动过的段落，一句一句地比", () => {
  it("附表使一句的意思变了，而这一段有人改过：不改，问", async () => {
    const { plan, bytes } = await update(explained, fallen);
    expect(plan.conflicts).toHaveLength(1);
    expect(plan.conflicts[0]).toMatchObject({ kind: "meaning", section: "performance" });
    expect(plan.conflicts[0]?.theirs).toMatch(/^2024年度“三公”经费.*增加.*%。$/);
    expect(plan.conflicts[0]?.ours).toMatch(/^2024年度“三公”经费.*减少.*%。$/);
    const text = (await bodyText(bytes)).join("\n");
    expect(text).toMatch(/决算0\.8万元.*比上年增加0\.2万元.*增加的原因是公务接待增多。/);
    expect((await update(bytes, fallen)).bytes).toBe(bytes);
  });

  it("选附表的：只换那一句，人写的留下，以后照常更新", async () => {
    const { bytes } = await update(explained, fallen, () => "ours");
    expect((await bodyText(bytes)).join("\n")).toMatch(/比上年减少0\.2万元，下降20%。增加的原因是公务接待增多。/);
    expect(await unsound(bytes)).toEqual([]);
    const again = await update(bytes, fallen);
    expect(again.plan).toMatchObject({ conflicts: [], settled: [], kept: ["performance"] });
    expect(again.bytes).toBe(bytes);
    expect((await update(bytes, risen)).plan.conflicts).toMatchObject([{ kind: "meaning" }]);
  });

  it("人把一段分成两段：句子仍然认得", async () => {
    const split = await edit(report, document, (xml) =>
      xml.replace(
        "从评价来看，",
        '</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="AnnexBody"/></w:pPr><w:r><w:t>从评价来看，',
      ),
    );
    const graded = draft({
      a1: { ...a1, money: { ...a1.money, threePublic: { prior: "1", budget: "1.5", final: "1.2" } } },
      a2: { ...a2, grade: { word: "良" } },
    });
    const { plan } = await update(split, graded);
    expect(plan.conflicts).toMatchObject([{ kind: "meaning", section: "performance" }]);
    const taken = await update(split, graded, () => "ours");
    const text = await bodyText(taken.bytes);
    expect(text.some((line) => line.startsWith("从评价来看，") && line.includes("评价等级为“良”"))).toBe(true);
    expect((await update(taken.bytes, graded)).bytes).toBe(taken.bytes);
  });
});

describe("文档正在跟踪修订", () => {
  const tracking = (bytes: Uint8Array): Promise<Uint8Array> =>
    edit(bytes, "word/settings.xml", (xml) =>
      xml.replace("<w:evenAndOddHeaders/>", "<w:trackRevisions/><w:evenAndOddHeaders/>"),
    );

  it.each([
    ["一句换了说法", fallen],
    ["一节少了一点", fewer],
    ["一段变成另一段", draft({ a4: { total: { outlay: "5" } } })],
  ])("%s：写成修订，接受即新文，拒绝即旧文；数字直接变", async (_, later) => {
    const before = await tracking(report);
    const { plan, bytes } = await update(before, later, undefined, { author: "张三", date: "2025-03-01T08:00:00Z" });
    expect(plan).toMatchObject({ kept: [], conflicts: [] });
    const xml = await part(bytes, document);
    expect(xml).toMatch(/<w:ins w:id="\d+" w:author="张三" w:date="2025-03-01T08:00:00Z">/);
    expect(await schemaErrors(bytes)).toEqual([]);
    expect(await unsound(bytes)).toEqual([]);
    expect((await update(bytes, later)).bytes).toBe(bytes);

    const accepted = await resolved(bytes, "accept");
    expect(await bodyText(accepted)).toEqual(await bodyText(writeReport(later)));
    expect((await update(accepted, later)).plan).toMatchObject({ updated: [], kept: [], conflicts: [] });
    const rejected = await resolved(bytes, "reject");
    const words = (lines: readonly string[]): readonly string[] => lines.map((line) => line.replace(/[\d.]+/g, "#"));
    expect(words(await bodyText(rejected))).toEqual(words(await bodyText(report)));
  });

  it("再改一次：自己尚未接受的修订不叠加", async () => {
    const once = await update(await tracking(report), fewer);
    const back = await update(once.bytes, risen);
    expect(await bodyText(await resolved(back.bytes, "accept"))).toEqual(await bodyText(report));
    expect(await schemaErrors(back.bytes)).toEqual([]);
    expect((await update(back.bytes, risen)).bytes).toBe(back.bytes);
  });

  it("关着的开关不算", async () => {
    const off = await edit(report, "word/settings.xml", (xml) =>
      xml.replace("<w:evenAndOddHeaders/>", '<w:trackRevisions w:val="0"/><w:evenAndOddHeaders/>'),
    );
    expect(await part((await update(off, fallen)).bytes, document)).not.toContain("<w:ins");
  });
});
