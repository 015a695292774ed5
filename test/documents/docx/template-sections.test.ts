import { describe, expect, it } from "vitest";
import { redCross, redCrossSheets } from "../../core/narrative/redcross.js";
import { bodyText, edit, part, schemaErrors, unsound } from "./package.js";
import { bureauTemplate, fill, p, r, sourceOf } from "./template-package.js";

const { a2 } = redCrossSheets;
const first = sourceOf(redCross());
const reached = a2.indicators.map((item, index) => (index === 2 ? { ...item, score: "15" } : item));
const second = sourceOf(redCross({ a2: { ...a2, indicators: reached }, a3: null }));
const withFund = sourceOf(redCross({ a4: { total: { outlay: "3.2" } } }));
const document = "word/document.xml";

const layout = '<w:pPr><w:pStyle w:val="zw"/><w:jc w:val="both"/></w:pPr>';
const format = '<w:rPr><w:rFonts w:eastAsia="仿宋"/><w:sz w:val="30"/></w:rPr>';
const asked = (text: string): string => `<w:p>${layout}${r(text, format)}</w:p>`;
const heading = (text: string): string => p(text, '<w:pPr><w:pStyle w:val="bt"/></w:pPr>');

const problems = first.content.section("problems") ?? [];
const textOf = (source: typeof first, id: string): readonly string[] =>
  (source.content.section(id) ?? []).map(({ spans }) =>
    spans.map((span) => (span.kind === "figure" ? span.figure.text : span.text)).join(""),
  );

describe("章节占位符", () => {
  it.each([
    ["按标题", "{{节:存在的问题及原因分析}}", "problems"],
    ["标题的一部分", "{{节：存在的问题}}", "problems"],
    ["带编号", "｛｛节：七、存在的问题及原因分析｝｝", "problems"],
    ["按标识", "{{节:problems}}", "problems"],
    ["节里的小标题", "{{节:项目支出情况}}", "general-budget#项目支出情况"],
    ["有小标题的一节", "{{节:部门（单位）基本情况}}", "overview"],
  ])("%s：标题下的话一字不差，段落保持模板的样式", async (_, typed, id) => {
    const template = bureauTemplate({ body: `${heading("一、甲")}${asked(typed)}${heading("二、乙")}` });
    const { bytes, plan, issues } = await fill(template, first);
    expect(issues).toEqual([]);
    expect(plan.updated).toContain(id);
    expect(textOf(first, id).length).toBeGreaterThan(0);
    expect(await bodyText(bytes)).toEqual(["一、甲", ...textOf(first, id), "二、乙"]);
    const xml = await part(bytes, document);
    expect(xml.match(new RegExp(layout, "g"))).toHaveLength(textOf(first, id).length);
    expect(xml).not.toContain("AnnexBody");
    expect(await unsound(bytes)).toEqual([]);
    const again = await fill(bytes, first);
    expect(again.bytes).toEqual(bytes);
    expect(again.plan).toEqual({ figures: [], updated: [], kept: [], conflicts: [], settled: [], adopted: [] });
  });

  it("数字控件也用模板的字体；符合规范；样式只补用到的", async () => {
    const template = bureauTemplate({
      body: asked("{{节:部门（单位）基本情况}}") + asked("{{节:一般公共预算支出情况}}"),
    });
    expect(await schemaErrors(template)).toEqual([]);
    const { bytes } = await fill(template, first);
    const xml = await part(bytes, document);
    expect(xml).toContain(`<w:sdt><w:sdtPr>${format}<w:alias w:val="附件1!D11 公用经费"/>`);
    expect(xml).toMatch(
      /<w:rFonts w:eastAsia="楷体_GB2312"\/><w:sz w:val="30"\/><\/w:rPr><w:t xml:space="preserve">（一）/,
    );
    expect(await part(bytes, "word/styles.xml")).not.toMatch(/AnnexBody|AnnexFigure/);
    expect(await schemaErrors(bytes)).toEqual([]);
  });

  it("附表变了就改写，人改过的留下，意思冲突的问", async () => {
    const { bytes } = await fill(bureauTemplate({ body: asked("{{节:存在的问题}}") + p("完") }), first);
    const next = await fill(bytes, second);
    expect(await bodyText(next.bytes)).toEqual([...textOf(second, "problems"), "完"]);
    expect((await part(next.bytes, document)).match(new RegExp(layout, "g"))).toHaveLength(
      textOf(second, "problems").length,
    );
    const edited = await edit(bytes, document, (xml) => xml.replace(/(未达到年度指标值，)/, "$1确实，"));
    const kept = await fill(edited, first);
    expect((await bodyText(kept.bytes))[0]).toContain("确实，");
    expect(kept.plan.kept).toEqual(["problems"]);
    expect((await fill(edited, second)).plan.conflicts).toMatchObject([{ section: "problems" }]);
    expect(problems.length).toBe(2);
  });

  it("同一节写两处，两处都更新", async () => {
    const { bytes } = await fill(bureauTemplate({ body: asked("{{节:存在的问题}}") }), first);
    const twice = await edit(bytes, document, (xml) =>
      xml.replace("<w:sectPr", `${asked("{{节:存在的问题}}")}<w:sectPr`),
    );
    const both = [...textOf(first, "problems"), ...textOf(first, "problems")];
    const again = await fill(twice, first);
    expect(await bodyText(again.bytes)).toEqual(both);
    expect((await fill(again.bytes, second)).plan.updated).toContain("problems");
  });

  it("书签、批注和分节符留在原处", async () => {
    const marked = `<w:p><w:pPr><w:pStyle w:val="zw"/><w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:pPr><w:bookmarkStart w:id="1" w:name="a"/>${r("{{节:存在的问题}}")}<w:bookmarkEnd w:id="1"/></w:p>`;
    const { bytes } = await fill(bureauTemplate({ body: marked + p("完") }), first);
    const xml = await part(bytes, document);
    expect(xml).toMatch(/<w:bookmarkStart w:id="1" w:name="a"\/><w:bookmarkEnd w:id="1"\/>/);
    expect(xml.match(/<w:sectPr>/g)).toHaveLength(1);
    expect(await schemaErrors(bytes)).toEqual([]);
  });

  it("表格里、文本里、脚注里", async () => {
    const cell = `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="4000"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/></w:tcPr>${asked("{{节:存在的问题}}")}</w:tc></w:tr></w:tbl>`;
    const { bytes, issues } = await fill(
      bureauTemplate({ body: `${cell}${p("")}`, footnote: `<w:p>${r("{{节:存在的问题}}")}</w:p>` }),
      first,
    );
    expect(await bodyText(bytes)).toEqual([...textOf(first, "problems"), ""]);
    expect(issues).toMatchObject([{ kind: "not-alone", place: "footnote" }]);
    expect(await schemaErrors(bytes)).toEqual([]);
  });
});

describe("没有内容就不出现的章节", () => {
  const body = `${heading("三、政府性基金")}${asked("{{节:政府性基金预算支出情况？标题}}")}${heading("四、其他")}${asked("{{节:其他需要说明的情况?}}")}${p("完")}`;
  const hidden = async (bytes: Uint8Array): Promise<readonly string[]> => {
    const xml = await part(bytes, document);
    return [...xml.matchAll(/<w:p>(?:(?!<\/w:p>).)*<w:vanish\/>.*?<\/w:p>/g)].map(([text]) =>
      [...text.matchAll(/<w:t[^>]*>([^<]*)/g)].map(([, words]) => words).join(""),
    );
  };

  it("写“无”的一节连同标题隐去，位置留着；有了数又回来，再没有又隐去", async () => {
    const { bytes } = await fill(bureauTemplate({ body }), first);
    expect(await hidden(bytes)).toEqual(["三、政府性基金", "", ""]);
    expect(await bodyText(bytes)).toEqual(["三、政府性基金", "", "四、其他", "", "完"]);
    expect(await unsound(bytes)).toEqual([]);
    expect(await schemaErrors(bytes)).toEqual([]);
    expect((await fill(bytes, first)).bytes).toEqual(bytes);
    const back = await fill(bytes, withFund);
    expect(await hidden(back.bytes)).toEqual([""]);
    expect(await bodyText(back.bytes)).toEqual([
      "三、政府性基金",
      "2024年度政府性基金预算支出3.2万元。",
      "四、其他",
      "",
      "完",
    ]);
    expect(await part(back.bytes, document)).toContain(`${layout}<w:r>${format}`);
    expect(await schemaErrors(back.bytes)).toEqual([]);
    const gone = await fill(back.bytes, first);
    expect(await hidden(gone.bytes)).toEqual(["三、政府性基金", "", ""]);
    expect(await bodyText((await fill(gone.bytes, withFund)).bytes)).toContain("2024年度政府性基金预算支出3.2万元。");
  });

  it("人在里面写过字，就不隐去", async () => {
    const { bytes } = await fill(bureauTemplate({ body }), withFund);
    const edited = await edit(bytes, document, (xml) =>
      xml.replace("年度政府性基金预算支出", "年度我局政府性基金预算支出"),
    );
    const kept = await fill(edited, first);
    expect(await bodyText(kept.bytes)).toContain("2024年度我局政府性基金预算支出0万元。");
    expect(kept.plan.conflicts).toMatchObject([{ section: "government-fund" }]);
    expect(await hidden(kept.bytes)).toEqual([""]);
  });
});
