import { describe, expect, it } from "vitest";
import { allSections, draftNarrative, paragraphText } from "../../../src/core/narrative/index.js";
import { blankTemplate, isOurReport, writeReport } from "../../../src/documents/docx/index.js";
import { hunan, redCross } from "../../core/narrative/redcross.js";
import { bodyText, edit, part, schemaErrors, unsound } from "./package.js";

const narrative = draftNarrative(redCross(), hunan);
const report = writeReport(narrative);

describe("从无到有的报告", () => {
  it("全文与叙述一字不差", async () => {
    const expected = allSections(narrative).flatMap(({ id, title, paragraphs }) => [
      ...(id === "title" || title === "" ? [] : [title]),
      ...paragraphs.map(paragraphText),
    ]);
    expect(await bodyText(report)).toEqual(expected);
  });

  it("符合 Open XML 规范，也没有规范查不出的毛病", async () => {
    expect(await unsound(report)).toEqual([]);
    expect(await schemaErrors(report)).toEqual([]);
  });

  it("空白模板也是", async () => {
    const blank = blankTemplate(hunan);
    expect(await unsound(blank)).toEqual([]);
    expect(await schemaErrors(blank)).toEqual([]);
    expect(await isOurReport(blank)).toBe(true);
    expect((await bodyText(blank)).slice(0, 4)).toEqual([
      "××××年度××单位部门整体支出",
      "绩效自评报告",
      "一、部门（单位）基本情况",
      hunan.blankSection,
    ]);
  });

  it("规范检查查得出错误（检查本身有效）", async () => {
    const broken = await edit(report, "word/document.xml", (xml) => xml.replace("<w:body>", "<w:body><w:nonsense/>"));
    expect(await schemaErrors(broken)).not.toEqual([]);
    const twins = await edit(report, "word/document.xml", (xml) =>
      xml.replaceAll(/<w:id w:val="\d+"\/>/g, '<w:id w:val="7"/>'),
    );
    expect(await unsound(twins)).toEqual(["two controls of one id"]);
    const stale = await edit(report, "customXml/item1.xml", (xml) => xml.replace(">12.95<", ">99<"));
    expect(await unsound(stale)).toEqual(["annex:fact:basic shows 12.95, its node 99"]);
  });

  it("每节一个块级控件，每个数字一个绑定的行内控件，标题写明出处", async () => {
    const xml = await part(report, "word/document.xml");
    for (const { id } of allSections(narrative)) expect(xml.split(`"annex:section:${id}"`)).toHaveLength(2);
    const figure = /<w:sdt><w:sdtPr>(?:(?!<w:sdt>).)*?annex:fact:basic\.operating".*?<\/w:sdt>/.exec(xml)?.[0] ?? "";
    expect(figure).toMatch(
      /^<w:sdt><w:sdtPr><w:rPr><w:rStyle w:val="AnnexFigure"\/><\/w:rPr><w:alias w:val="附件1!D\d+ 公用经费"\/>/,
    );
    expect(figure).toContain("w:dataBinding");
    expect(figure).not.toContain("<w:lock");
    expect(figure).toMatch(/<w:t xml:space="preserve">1\.12<\/w:t><\/w:r><\/w:sdtContent><\/w:sdt>$/);
  });

  it("标签不超过 64 个字符，长名称也能找回", async () => {
    const tags = [...(await part(report, "word/document.xml")).matchAll(/<w:(?:tag|alias) w:val="([^"]*)"/g)];
    expect(tags.length).toBeGreaterThan(60);
    for (const [, tag = ""] of tags) expect(tag.length).toBeLessThanOrEqual(64);
  });

  it("版式：A4、页边距、固定行距、页码单右双左、中文", async () => {
    const xml = await part(report, "word/document.xml");
    expect(xml).toContain('<w:pgSz w:w="11906" w:h="16838"/>');
    expect(xml).toContain('w:top="2098" w:right="1474" w:bottom="1984" w:left="1588"');
    const styles = await part(report, "word/styles.xml");
    for (const name of ["公文标题", "公文一级标题", "公文二级标题", "公文正文"]) expect(styles).toContain(`"${name}"`);
    expect(styles).toContain(
      '<w:spacing w:line="579" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="640"/>',
    );
    expect(styles).toContain('w:eastAsia="zh-CN"');
    expect(await part(report, "word/settings.xml")).toContain("<w:evenAndOddHeaders/>");
    expect(await part(report, "word/footer1.xml")).toContain('<w:jc w:val="right"/>');
    expect(await part(report, "word/footer2.xml")).toContain('<w:jc w:val="left"/>');
    expect(await part(report, "word/fontTable.xml")).toMatch(/"仿宋_GB2312"><w:altName w:val="仿宋,FangSong/);
  });

  it("同样的内容写出同样的字节；认得出自己的报告", async () => {
    expect(writeReport(draftNarrative(redCross(), hunan))).toEqual(report);
    expect(await isOurReport(report)).toBe(true);
    expect(await isOurReport(new Uint8Array(10))).toBe(false);
    const foreign = await edit(report, "word/document.xml", (xml) => xml.replaceAll(/annex(?=:|-desk)/g, "other"));
    expect(await isOurReport(foreign)).toBe(false);
  });
});
