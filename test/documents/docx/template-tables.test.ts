import { describe, expect, it } from "vitest";
import type { AnnexTable, TableCell, TemplateSource } from "../../../src/documents/docx/index.js";
import { planUpdate } from "../../../src/documents/docx/index.js";
import { redCross } from "../../core/narrative/redcross.js";
import { bodyText, edit, part, schemaErrors, unsound } from "./package.js";
import { bureauTemplate, fill, p, sourceOf } from "./template-package.js";

const document = "word/document.xml";
const cell = (text: string, more: Partial<TableCell> = {}): TableCell => ({
  text,
  columns: 1,
  down: "none",
  align: "center",
  isBold: false,
  isFramed: true,
  ...more,
});
const table = (figure: string): AnnexTable => ({
  widths: [10, 20, 4],
  headers: 1,
  rows: [
    { cells: [cell("部门整体支出绩效自评表", { columns: 3, isFramed: false, isBold: true })] },
    { cells: [cell("产出", { down: "first" }), cell("甲\n<乙>&", { align: "left" }), cell(figure)] },
    { cells: [cell("产出", { down: "further" }), cell("", { columns: 2 })] },
  ],
});
const source = (...tables: readonly AnnexTable[]): TemplateSource => ({
  ...sourceOf(redCross()),
  tables: () => tables,
});
const template = bureauTemplate({ body: `${p("前")}${p("{{表:附件2}}")}${p("后")}` });

describe("附表变成 Word 表格", () => {
  it("合并、列宽、边框、重复的标题行、文字照原样；符合规范；再填不变", async () => {
    const { bytes, plan, issues } = await fill(template, source(table("28.45")));
    expect([plan.updated, issues]).toEqual([["a2", "table:a2"], []]);
    expect(await bodyText(bytes)).toEqual([
      "前",
      "部门整体支出绩效自评表",
      "产出",
      "甲<乙>&",
      "28.45",
      "",
      "",
      "",
      "后",
    ]);
    const xml = await part(bytes, document);
    expect(xml).toContain(
      '<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:tcW w:w="8306" w:type="dxa"/><w:gridSpan w:val="3"/><w:vAlign',
    );
    expect(xml).toMatch(/<w:vMerge w:val="restart"\/>.*<w:vMerge\/>/);
    expect([...xml.matchAll(/<w:gridCol w:w="(\d+)"\/>/g)].map(([, width]) => Number(width))).toEqual([
      2443, 4886, 977,
    ]);
    expect(xml).toContain('甲</w:t><w:br/><w:t xml:space="preserve">&lt;乙&gt;&amp;</w:t>');
    expect(await part(bytes, "word/styles.xml")).toContain('w:styleId="AnnexTable"');
    expect(await unsound(bytes)).toEqual([]);
    expect(await schemaErrors(bytes)).toEqual([]);
    expect((await fill(bytes, source(table("28.45")))).bytes).toEqual(bytes);
  });

  it("附表变了就整张换；没变就连格式也不动", async () => {
    const { bytes } = await fill(template, source(table("28.45")));
    const restyled = await edit(bytes, document, (xml) =>
      xml.replace('<w:tblLayout w:type="fixed"/>', '<w:tblLayout w:type="autofit"/>'),
    );
    expect((await fill(restyled, source(table("28.45")))).bytes).toEqual(restyled);
    const next = await fill(restyled, source(table("30")));
    expect([next.plan.updated, next.plan.kept]).toEqual([["table:a2"], []]);
    expect(await bodyText(next.bytes)).toContain("30");
    expect(await schemaErrors(next.bytes)).toEqual([]);
  });

  it("人改过的表留下；附表也变了就问，选了再换", async () => {
    const { bytes } = await fill(template, source(table("28.45")));
    const edited = await edit(bytes, document, (xml) => xml.replace(">28.45<", ">28.5<"));
    const kept = await fill(edited, source(table("28.45")));
    expect([kept.plan.kept, kept.plan.conflicts, kept.bytes]).toEqual([["table:a2"], [], edited]);
    const asked = await planUpdate(edited, source().content.narrative, source(table("30")));
    if (!asked.ok) throw new Error(asked.failure.message.en);
    const [question] = asked.value.plan.conflicts;
    expect(question).toMatchObject({ kind: "edited", section: "table:a2" });
    expect([question?.theirs, question?.ours].map((text) => /\d\d\.?\d*$/m.exec(text ?? "")?.[0])).toEqual([
      "28.5",
      "30",
    ]);
    const written = await asked.value.write(new Map([[question?.id ?? "", "ours"]]));
    if (!written.ok) throw new Error(written.failure.message.en);
    expect(await bodyText(written.value)).toContain("30");
  });

  it("一类附表有几张就写几张；工作簿里没有，留着原来的", async () => {
    const { bytes } = await fill(template, source(table("1"), table("2")));
    expect((await part(bytes, document)).match(/<w:tbl>/g)).toHaveLength(2);
    expect((await fill(bytes, source())).bytes).toEqual(bytes);
  });

  it.each([
    ["写在别的文字中间", p("见{{表:附件2}}"), "not-alone"],
    [
      "写在表格里",
      `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>${p("{{表:附件2}}")}</w:tc></w:tr></w:tbl>`,
      "not-alone",
    ],
    ["没有这个附表", p("{{表:附件8}}"), "unknown"],
  ])("%s：说一声", async (_, body, kind) => {
    const { issues } = await fill(bureauTemplate({ body: body + p("完") }), source(table("1")));
    expect(issues).toMatchObject([{ kind }]);
  });

  it("这类附表还没有：说一声，有了再填", async () => {
    const { bytes, issues } = await fill(template, source());
    expect(issues).toMatchObject([{ kind: "no-value" }]);
    expect(await bodyText(bytes)).toEqual(["前", "", "后"]);
    expect(await bodyText((await fill(bytes, source(table("3")))).bytes)).toContain("3");
  });
});
