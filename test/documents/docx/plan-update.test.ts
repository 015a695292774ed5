import { describe, expect, it } from "vitest";
import { allSections, draftNarrative, paragraphText, type Narrative } from "../../../src/core/narrative/index.js";
import { writeArchive } from "../../../src/documents/archive/index.js";
import { blankTemplate, planUpdate, writeReport } from "../../../src/documents/docx/index.js";
import { hunan, redCross, redCrossSheets, redCrossTyped } from "../../core/narrative/redcross.js";
import { bodyText, controlText, edit, open, part, schemaErrors, unsound, update, without } from "./package.js";

const { a1, a2 } = redCrossSheets;
const draft = (...change: Parameters<typeof redCross>): Narrative => draftNarrative(redCross(...change), hunan);

const first = draft();
const report = writeReport(first);
/** 公用经费 1.12 → 1.5, the operating cell of annex 1: shares and personnel follow. */
const money = { ...a1.money, operating: { prior: "1.20", budget: "1.12", final: "1.5" } };
const second = draft({ a1: { ...a1, money } });
/** The first unmet indicator is reached: one problem is left, the wording of section seven changes. */
const reached = a2.indicators.map((item, index) => (index === 2 ? { ...item, score: "15" } : item));
const third = draft({ a2: { ...a2, indicators: reached }, a3: null });

const document = "word/document.xml";
const section = (id: string): RegExp =>
  new RegExp(
    `<w:sdt><w:sdtPr><w:alias [^>]*/><w:tag w:val="annex:section:${id}"/>.*?</w:sdt>(?=<w:sdt><w:sdtPr><w:alias [^>]*/><w:tag w:val="annex:section|<w:sectPr)`,
    "s",
  );
const fact = (id: string): RegExp =>
  new RegExp(
    `<w:sdt><w:sdtPr><w:rPr>(?:(?!</w:rPr>).)*</w:rPr><w:alias [^>]*/><w:tag w:val="annex:fact:${id.replaceAll(".", "\\.")}"/>.*?</w:sdt>`,
    "s",
  );

const lines = (narrative: Narrative): readonly string[] =>
  allSections(narrative).flatMap(({ id, title, paragraphs }) => [
    ...(id === "title" || title === "" ? [] : [title]),
    ...paragraphs.map(paragraphText),
  ]);

async function sound(bytes: Uint8Array): Promise<void> {
  expect(await unsound(bytes)).toEqual([]);
}

/** The validator takes a second for each file: for the outcomes that differ in kind. */
async function valid(bytes: Uint8Array): Promise<void> {
  await sound(bytes);
  expect(await schemaErrors(bytes)).toEqual([]);
}

describe("没人动过的报告", () => {
  it("附表没变：字节不变，没有要改的", async () => {
    const again = await update(report, first);
    expect(again.bytes).toBe(report);
    expect(again.plan).toEqual({ figures: [], updated: [], kept: [], conflicts: [], settled: [], adopted: [] });
  });

  it("附表变了：数字跟着变，计划写明旧值、新值、出处", async () => {
    const { plan, bytes } = await update(report, second);
    expect(plan.figures).toContainEqual(
      expect.objectContaining({
        id: "basic.operating",
        before: "1.12",
        after: "1.5",
        source: expect.stringMatching(/^附件1!D\d+ 公用经费$/) as string,
      }),
    );
    expect(plan.figures.map(({ id }) => id)).toEqual([
      "basic.personnel",
      "basic.personnel.share",
      "basic.operating",
      "basic.operating.share",
    ]);
    expect([plan.kept, plan.conflicts]).toEqual([[], []]);
    expect(await bodyText(bytes)).toEqual(lines(second));
    expect((await update(bytes, second)).bytes).toBe(bytes);
    await sound(bytes);
  });

  it("句子变了：改写的与新写的一字不差，再改回来也是", async () => {
    const { plan, bytes } = await update(report, third);
    expect(plan.updated).toContain("problems");
    expect(await bodyText(bytes)).toEqual(lines(third));
    await valid(bytes);
    const back = await update(bytes, first);
    expect(await bodyText(back.bytes)).toEqual(lines(first));
    await sound(back.bytes);
  });

  it("空白模板填成完整报告，模板里改过的样式还在", async () => {
    const restyled = await edit(blankTemplate(hunan), "word/styles.xml", (xml) =>
      xml.replaceAll('w:line="579"', 'w:line="600"'),
    );
    const { plan, bytes } = await update(restyled, first);
    expect(plan.conflicts).toEqual([]);
    expect(await bodyText(bytes)).toEqual(lines(first));
    expect(await part(bytes, "word/styles.xml")).toContain('w:line="600"');
    expect((await update(bytes, first)).bytes).toBe(bytes);
    await valid(bytes);
  });

  it("不认识的部件一个字节也不变", async () => {
    const archive = await open(report);
    const names = archive.names;
    const { bytes } = await update(report, second);
    const after = await open(bytes);
    const changed: string[] = [];
    for (const name of names) {
      const [a, b] = [await archive.read(name), await after.read(name)];
      if (!a.ok || !b.ok || !a.value.every((byte, index) => byte === b.value[index])) changed.push(name);
    }
    expect(changed).toEqual([document, "customXml/item1.xml", "customXml/item2.xml"]);
  });
});

describe("人动过的报告", () => {
  it("在 Word 里改了数字（绑定的部件和孪生控件一起变）：留下人的，报冲突，直到一致", async () => {
    const typed = await edit(
      await edit(report, document, (xml) =>
        xml.replace(fact("basic.operating"), (control) => control.replace(">1.12<", ">1.13<")),
      ),
      "customXml/item1.xml",
      (xml) => xml.replace(">1.12<", ">1.13<"),
    );
    const { plan, bytes } = await update(typed, second);
    expect(plan.conflicts).toEqual([
      expect.objectContaining({
        kind: "typed-over",
        section: "general-budget",
        figure: "basic.operating",
        theirs: "1.13",
        ours: "1.5",
      }),
    ]);
    expect(await controlText(bytes, "annex:fact:basic.operating")).toBe("1.13");
    await sound(bytes);
    const again = await update(bytes, second);
    expect(again.plan.conflicts).toHaveLength(1);
    expect(again.bytes).toBe(bytes);
    const agreed = draft({ a1: { ...a1, money: { ...money, operating: { final: "1.13" } } } });
    const settled = await update(bytes, agreed);
    expect(settled.plan.conflicts).toEqual([]);
    expect((await update(settled.bytes, second)).plan.conflicts).toEqual([]);
  });

  it("在别的程序里改了数字（只有文字变）：同样算数，绑定的部件也写上", async () => {
    const typed = await edit(report, document, (xml) =>
      xml.replace(fact("projects"), (control) => control.replace(">15.5<", ">16<")),
    );
    const { plan, bytes } = await update(typed, first);
    expect(plan.conflicts).toEqual([expect.objectContaining({ figure: "projects", theirs: "16", ours: "15.5" })]);
    expect(await part(bytes, "customXml/item1.xml")).toMatch(/id="projects"[^>]*>16</);
    await sound(bytes);
  });

  it("改了一段文字：文字留下，里面的数字照样更新，不算冲突", async () => {
    const edited = await edit(report, document, (xml) =>
      xml.replace("年度财政拨款基本支出", "年度我会财政拨款基本支出"),
    );
    const { plan, bytes } = await update(edited, second);
    expect(plan.kept).toEqual(["general-budget"]);
    expect(plan.conflicts).toEqual([]);
    const text = (await bodyText(bytes)).join("\n");
    expect(text).toContain("2024年度我会财政拨款基本支出12.95万元，其中：人员经费11.45万元");
    expect(text).toContain("公用经费1.5万元");
    expect((await update(bytes, second)).bytes).toBe(bytes);
    await sound(bytes);
  });

  it("改了文字而句子也变了：留下人的，报冲突；同一节没人动的段落照改", async () => {
    const edited = await edit(report, document, (xml) =>
      xml.replace("其原因为人道救助资金缺少", "主要是人道救助资金缺少"),
    );
    const { plan, bytes } = await update(edited, third);
    expect(plan.conflicts).toEqual([
      expect.objectContaining({
        kind: "edited",
        section: "problems",
        theirs: expect.stringContaining("主要是人道救助资金缺少") as string,
        ours: expect.stringMatching(/^社会效益指标中的/) as string,
      }),
    ]);
    const text = (await bodyText(bytes)).join("\n");
    expect(text).toContain("主要是人道救助资金缺少");
    expect(text).toContain("未达到年度指标值的具体情况：积极动员");
    const again = await update(bytes, third);
    expect(again.plan.conflicts).toHaveLength(1);
    expect(again.bytes).toBe(bytes);
    await sound(bytes);
  });

  it("加了一段：加的留下，其余照改", async () => {
    const own = '<w:p><w:pPr><w:pStyle w:val="AnnexBody"/></w:pPr><w:r><w:t>我会另有一段说明。</w:t></w:r></w:p>';
    const edited = await edit(report, document, (xml) =>
      xml.replace(section("problems"), (found) =>
        found.replace(/<\/w:sdtContent><\/w:sdt>$/, `${own}</w:sdtContent></w:sdt>`),
      ),
    );
    const { plan, bytes } = await update(edited, third);
    expect(plan.conflicts).toEqual([]);
    const text = await bodyText(bytes);
    expect(text).toContain("我会另有一段说明。");
    expect(text.filter((line) => line !== "我会另有一段说明。")).toEqual(lines(third));
    await sound(bytes);
  });

  it("Word 把文字切成几段，加上修订标识：不算改动", async () => {
    const split = await edit(report, document, (xml) =>
      xml
        .replace(
          "年度财政拨款基本支出",
          '年度财政</w:t></w:r><w:proofErr w:type="spellStart"/><w:r w:rsidR="00AB12CD"><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>拨款基本支出',
        )
        .replace(">12.95<", ">12</w:t></w:r><w:r><w:t>.95<"),
    );
    const { plan, bytes } = await update(split, second);
    expect([plan.kept, plan.conflicts]).toEqual([[], []]);
    expect(await bodyText(bytes)).toEqual(lines(second));
    await valid(bytes);
  });

  it("修订模式下删去的字不算字", async () => {
    const tracked = await edit(report, document, (xml) =>
      xml.replace(
        "年度财政拨款基本支出",
        '年度</w:t></w:r><w:del w:id="9001" w:author="某人" w:date="2025-03-01T00:00:00Z"><w:r><w:delText>本级</w:delText></w:r></w:del><w:r><w:t>财政拨款基本支出',
      ),
    );
    const { plan } = await update(tracked, second);
    expect([plan.kept, plan.conflicts]).toEqual([[], []]);
  });

  it("删掉的数字控件不再添上，那一段留下；删掉的节也不再添上", async () => {
    const removed = await edit(report, document, (xml) =>
      xml.replace(fact("basic.operating.share"), "").replace(section("state-capital"), ""),
    );
    const { plan, bytes } = await update(removed, second);
    expect(plan.kept).toEqual(["general-budget", "state-capital"]);
    expect(plan.conflicts).toEqual([]);
    const text = (await bodyText(bytes)).join("\n");
    expect(text).toContain("公用经费1.5万元，占基本支出的%");
    expect(text).not.toContain("四、国有资本");
    expect((await update(bytes, second)).bytes).toBe(bytes);
    await sound(bytes);
  });

  it("去掉控件而留下文字：文字是人的，里面的数字控件仍更新", async () => {
    const unwrapped = await edit(report, document, (xml) =>
      xml.replace(section("general-budget"), (found) =>
        found.replace(/^<w:sdt><w:sdtPr>.*?<\/w:sdtPr><w:sdtContent>/s, "").replace(/<\/w:sdtContent><\/w:sdt>$/, ""),
      ),
    );
    const { plan, bytes } = await update(unwrapped, second);
    expect(plan.kept).toEqual(["general-budget"]);
    expect((await bodyText(bytes)).join("")).toContain("公用经费1.5万元");
    await sound(bytes);
  });

  it("挪动的节留在原处，照样更新", async () => {
    const problems = section("problems").exec(await part(report, document))?.[0] ?? "";
    const moved = await edit(report, document, (xml) =>
      xml.replace(problems, "").replace("<w:body>", `<w:body>${problems}`),
    );
    const { plan, bytes } = await update(moved, third);
    expect(plan.conflicts).toEqual([]);
    const text = await bodyText(bytes);
    expect(text[0]).toBe("七、存在的问题及原因分析");
    expect(text[1]).toMatch(/^社会效益指标中的/);
    await sound(bytes);
  });

  it("一节出现两次：两处都更新，控件编号不重", async () => {
    const twice = await edit(report, document, (xml) => xml.replace(section("problems"), (found) => found + found));
    const { bytes } = await update(twice, third);
    const problems = lines(third).slice(lines(third).indexOf("七、存在的问题及原因分析")).slice(0, 3);
    const text = await bodyText(bytes);
    const at = text.indexOf("七、存在的问题及原因分析");
    expect(text.slice(at, at + 6)).toEqual([...problems, ...problems]);
    expect((await update(bytes, third)).bytes).toBe(bytes);
    await valid(bytes);
  });

  it("清空的节留空；清空的数字算改写", async () => {
    const emptied = await edit(report, document, (xml) =>
      xml
        .replace(section("other"), (found) =>
          found
            .replace("</w:sdtPr>", "<w:showingPlcHdr/></w:sdtPr>")
            .replace(
              /<w:sdtContent>.*$/s,
              "<w:sdtContent><w:p><w:r><w:t>单击或点击此处输入文字。</w:t></w:r></w:p></w:sdtContent></w:sdt>",
            ),
        )
        .replace(fact("score"), (found) =>
          found.replace("<w:text/>", "<w:showingPlcHdr/><w:text/>").replace(/<w:t [^>]*>94\.75</, "<w:t>单击输入<"),
        ),
    );
    const bound = await edit(emptied, "customXml/item1.xml", (xml) => xml.replace(">94.75<", "><"));
    const { plan, bytes } = await update(bound, second);
    expect(plan.kept).toEqual(["other"]);
    expect(plan.conflicts).toEqual([expect.objectContaining({ figure: "score", theirs: "", ours: "94.75" })]);
    expect((await bodyText(bytes)).join("")).toContain("单击或点击此处输入文字。");
  });

  it("人填了提示的地方：填的留下", async () => {
    const { functions: _, ...typed } = redCrossTyped;
    const asked = writeReport(draft({}, typed));
    expect((await bodyText(asked)).join("")).toContain("请填写本单位的主要职能职责。");
    const filled = await edit(asked, document, (xml) =>
      xml.replace("<w:showingPlcHdr/>", "").replace("请填写本单位的主要职能职责。", "本会负责应急救护。"),
    );
    const { plan, bytes } = await update(filled, draft({}, typed));
    expect([plan.kept, plan.conflicts]).toEqual([["overview"], []]);
    expect(await bodyText(bytes)).toContain("本会负责应急救护。");
  });
});

describe("记录不在了", () => {
  const parts = [1, 2].flatMap((number) => [
    `customXml/item${number}.xml`,
    `customXml/itemProps${number}.xml`,
    `customXml/_rels/item${number}.xml.rels`,
  ]);
  /** As a program without custom XML leaves it: parts, their types and relations, and the bindings. */
  async function stripped(bytes: Uint8Array): Promise<Uint8Array> {
    let bare = await without(bytes, parts);
    bare = await edit(bare, "[Content_Types].xml", (xml) =>
      xml.replaceAll(/<Override PartName="\/customXml[^>]*>/g, ""),
    );
    bare = await edit(bare, "word/_rels/document.xml.rels", (xml) =>
      xml.replaceAll(/<Relationship [^>]*customXml[^>]*>/g, ""),
    );
    return edit(bare, document, (xml) => xml.replaceAll(/<w:dataBinding [^>]*>/g, ""));
  }

  it("按标签认回：文字与我们的一致就照旧，数字更新，绑定和部件补上", async () => {
    const { plan, bytes } = await update(await stripped(report), second);
    expect([plan.kept, plan.conflicts]).toEqual([[], []]);
    expect(await bodyText(bytes)).toEqual(lines(second));
    expect((await part(bytes, document)).match(/<w:dataBinding /g)?.length).toBe(
      (await part(report, document)).match(/<w:dataBinding /g)?.length,
    );
    await valid(bytes);
    expect((await update(bytes, second)).bytes).toBe(bytes);
  });

  it("文字不一致的节留下并报告；空白模板仍能填", async () => {
    const edited = await edit(await stripped(report), document, (xml) =>
      xml.replace("其原因为人道救助资金缺少", "主要是资金缺少"),
    );
    const { plan, bytes } = await update(edited, first);
    expect(plan.conflicts).toEqual([expect.objectContaining({ kind: "record-gone", section: "problems" })]);
    expect((await bodyText(bytes)).join("")).toContain("主要是资金缺少");
    await sound(bytes);
    const filled = await update(await stripped2(blankTemplate(hunan)), first);
    expect(await bodyText(filled.bytes)).toEqual(lines(first));
  });

  async function stripped2(bytes: Uint8Array): Promise<Uint8Array> {
    const bare = await without(bytes, parts);
    return edit(bare, "word/_rels/document.xml.rels", (xml) =>
      xml.replaceAll(/<Relationship [^>]*customXml[^>]*>/g, ""),
    );
  }

  it("读不懂的记录当作没有", async () => {
    const broken = await edit(report, "customXml/item2.xml", (xml) => xml.replace("</ledger>", ""));
    const { plan, bytes } = await update(broken, second);
    expect(plan.conflicts).toEqual([]);
    expect(await bodyText(bytes)).toEqual(lines(second));
    await sound(bytes);
  });
});

describe("拒绝的文件，一句话说明", () => {
  const code = async (bytes: Uint8Array): Promise<string | undefined> => {
    const result = await planUpdate(bytes, first);
    if (result.ok) return undefined;
    expect(result.failure.message.zh).toMatch(/[。]$/);
    expect(result.failure.message.en).toMatch(/[.]$/);
    return result.failure.code;
  };
  const text = (words: string): Uint8Array => new TextEncoder().encode(words);

  it("不是压缩包、不是 Word、加密、旧版、签名、限制编辑、严格格式、没有控件、带 DTD、截断", async () => {
    expect(await code(text("hello"))).toBe("not-a-zip");
    expect(await code(writeArchive([["a.txt", text("x")]]))).toBe("not-a-docx");
    const ole = new Uint8Array(2048);
    ole.set([0xd0, 0xcf, 0x11, 0xe0]);
    expect(await code(ole)).toBe("old-doc");
    [..."EncryptedPackage"].forEach((letter, index) => (ole[1024 + 2 * index] = letter.charCodeAt(0)));
    expect(await code(ole)).toBe("encrypted");
    const protectedReport = await edit(report, "word/settings.xml", (xml) =>
      xml.replace(
        "<w:evenAndOddHeaders/>",
        '<w:documentProtection w:edit="readOnly" w:enforcement="1"/><w:evenAndOddHeaders/>',
      ),
    );
    expect(await code(protectedReport)).toBe("protected");
    expect(
      await code(
        await edit(report, document, (xml) =>
          xml.replace(/<w:body>.*<w:sectPr>/s, "<w:body><w:p><w:r><w:t>别的文档</w:t></w:r></w:p><w:sectPr>"),
        ),
      ),
    ).toBe("no-controls");
    expect(
      await code(
        await edit(report, document, (xml) =>
          xml.replaceAll(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
          ),
        ),
      ),
    ).toBe("strict");
    expect(
      await code(
        await edit(report, document, (xml) =>
          xml.replace("<w:document", "<!DOCTYPE w:document [<!ENTITY a 'b'>]><w:document"),
        ),
      ),
    ).toBe("unsafe");
    expect(await code(await edit(report, document, (xml) => xml.slice(0, 3000)))).toBe("damaged");
    expect(await code(report.slice(0, 5000))).toMatch(/damaged|not-a-zip/);
    const signed = writeArchive([...(await contents(report)), ["_xmlsignatures/origin.sigs", text("")]]);
    expect(await code(signed)).toBe("signed");
  });

  async function contents(bytes: Uint8Array): Promise<readonly (readonly [string, Uint8Array])[]> {
    const archive = await open(bytes);
    const read: (readonly [string, Uint8Array])[] = [];
    for (const name of archive.names) {
      const content = await archive.read(name);
      if (content.ok) read.push([name, content.value]);
    }
    return read;
  }
});
