import { describe, expect, it } from "vitest";
import { draftReport, textsOfReport } from "../../src/app/index.js";
import { readSections } from "../../src/documents/docx/index.js";
import { hunan, redCross } from "../core/narrative/redcross.js";
import { rawWorkbook } from "../documents/xlsx/raw-workbook.js";
import { edit } from "../documents/docx/package.js";

const ours = await (async () => {
  const report = await draftReport(redCross(), { narrative: hunan });
  if (!report.ok) throw new Error(report.failure.message.en);
  return report.value.bytes;
})();

/** A document of somebody else: these paragraphs, as the XML of their content or as plain words. */
function document(...paragraphs: readonly string[]): Promise<Uint8Array> {
  const xml = paragraphs.map((line) => (line.startsWith("<") ? line : p(line))).join("");
  return edit(ours, "word/document.xml", (text) => text.replace(/<w:body>.*<\/w:body>/s, `<w:body>${xml}</w:body>`));
}
const run = (words: string): string => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`;
const p = (words: string, properties = ""): string =>
  `<w:p>${properties === "" ? "" : `<w:pPr>${properties}</w:pPr>`}${run(words)}</w:p>`;

async function taken(bytes: Uint8Array): Promise<Readonly<Record<string, string>>> {
  const texts = await textsOfReport(bytes, hunan.form);
  if (!texts.ok) throw new Error(texts.failure.code);
  return Object.fromEntries(texts.value.map(({ field, text }) => [field, text]));
}

describe("从上年报告取文字", () => {
  it("本工具写的报告：在第一节的控件里找，去掉编号，占位提示不算", async () => {
    const texts = await taken(ours);
    expect(Object.keys(texts).length).toBeGreaterThan(0);
    for (const text of Object.values(texts)) {
      expect(text).not.toMatch(/^(?:\d+[.．、]|（[一二三]）)/m);
      expect(text).not.toContain("请填写");
    }
  });

  it("别人的报告：按标题找，下级并入，编号去掉", async () => {
    const bytes = await document(
      "某局2023年度部门整体支出绩效自评报告",
      "一、部门（单位）基本情况",
      "（一）职能职责",
      "1.贯彻执行国家方针政策。",
      "（2）承办区委交办的其他事项。",
      "（二）机构设置",
      "内设办公室、业务科2个股室。",
      "（三）人员编制",
      "2023年末编制12名，实有11名。",
      "二、一般公共预算支出情况",
      "2023年度财政拨款基本支出12.95万元。",
    );
    expect(await taken(bytes)).toEqual({
      functions: "贯彻执行国家方针政策。\n承办区委交办的其他事项。",
      organization: "内设办公室、业务科2个股室。",
      staffing: "2023年末编制12名，实有11名。",
    });
  });

  it("标题用阿拉伯数字、短条目写成一行一项：照样取到，条目不丢", async () => {
    const bytes = await document(
      "二、单位基本概况",
      "1、单位职责",
      "负责财政收支管理。",
      "2、机构设置",
      "办公室",
      "预算股",
      "三、收支情况",
      "略。",
    );
    expect(await taken(bytes)).toEqual({ functions: "负责财政收支管理。", organization: "办公室\n预算股" });
  });

  it("标题和正文写在一段里：冒号或句号之后是正文", async () => {
    const bytes = await document("（一）职能职责：负责全区红十字工作。", "（二）机构设置情况。设1个综合办公室。");
    expect(await taken(bytes)).toEqual({ functions: "负责全区红十字工作。", organization: "设1个综合办公室。" });
  });

  it("没有编号、只有大纲级别的标题", async () => {
    const bytes = await document(
      p("基本情况", '<w:outlineLvl w:val="0"/>'),
      p("主要职能", '<w:outlineLvl w:val="1"/>'),
      "负责救援工作。",
      p("内设机构", '<w:outlineLvl w:val="1"/>'),
      "一室一科。",
      p("收支", '<w:outlineLvl w:val="0"/>'),
      "略。",
    );
    expect(await taken(bytes)).toEqual({ functions: "负责救援工作。", organization: "一室一科。" });
  });

  it("删去的字、表格、文本框和域代码不算正文；被 Word 拆开的字接得起来", async () => {
    const bytes = await document(
      `<w:p>${run("（一）职")}<w:proofErr w:type="spellStart"/>${run("能职责")}</w:p>`,
      `<w:p>${run("负责")}<w:del w:id="1" w:author="甲"><w:r><w:delText>旧</w:delText></w:r>${run("旧")}</w:del><w:ins w:id="2" w:author="甲">${run("新的")}</w:ins>${run("工作。")}</w:p>`,
      `<w:tbl><w:tr><w:tc>${p("表里的字")}</w:tc></w:tr></w:tbl>`,
    );
    expect(await taken(bytes)).toEqual({ functions: "负责新的工作。" });
  });

  it("几处都像：取标题最贴近的一处", async () => {
    const bytes = await document("（一）职能职责履行情况及其绩效", "全面完成。", "（二）职能职责", "负责救援。");
    expect(await taken(bytes)).toEqual({ functions: "负责救援。" });
  });

  it.each([
    ["没有这些标题", () => document("一、项目概况", "略。"), "nothing-taken"],
    ["不是 Word 文件", () => Promise.resolve(rawWorkbook({ sheets: [{ name: "表", data: "" }] })), "not-a-docx"],
    ["读不出来", () => Promise.resolve(new Uint8Array([1, 2, 3])), "not-a-zip"],
  ] as const)("%s：一句话", async (_, make, code) => {
    const texts = await textsOfReport(await make(), hunan.form);
    expect(texts).toMatchObject({ ok: false, failure: { code } });
  });
});

describe("readSections", () => {
  it("tells levels, controls and paragraphs of a report of ours", async () => {
    const read = await readSections(ours);
    if (!read.ok) throw new Error(read.failure.code);
    expect(read.value.filter(({ level }) => level === 1).map(({ heading }) => heading)).toEqual(
      hunan.sections.map(({ title }) => title),
    );
    const [spending] = read.value.filter(({ heading }) => heading === "基本支出情况");
    expect(spending).toMatchObject({ control: "general-budget", level: 2 });
    expect(spending?.paragraphs[0]).toContain("公用经费1.12万元");
  });
});
