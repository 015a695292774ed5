import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run } from "../../src/cli/index.js";
import { emptyDesk, withTemplate, writeDesk } from "../../src/documents/desk/index.js";
import { editWorkbook } from "../../src/documents/xlsx/index.js";
import { bodyText, edit, schemaErrors, unsound } from "../documents/docx/package.js";
import { bureauTemplate, p } from "../documents/docx/template-package.js";
import { hunanPack } from "../support/hunan-pack.js";

const root = resolve(import.meta.dirname, "../..");
const workbook = join(root, "assets/samples/redcross-2024.xlsx");

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "annex-template-"));
  mkdirSync(join(root, "build/packs"), { recursive: true });
  writeFileSync(join(root, "build/packs/hunan-2024.json"), JSON.stringify(hunanPack()));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function annex(...argv: string[]): Promise<{ status: number; out: string; error: string }> {
  let out = "";
  let error = "";
  const console = { out: (text: string) => void (out += text), error: (text: string) => void (error += text) };
  const status = await run(argv, console, "1.2.3");
  return { status, out, error };
}

const cell = (text: string): string => `<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>${p(text)}</w:tc>`;
const body = [
  p("{{单位名称}}{{年度}}年度自评报告"),
  p("公用经费{{公用经费}}万元，{{公用经费用}}"),
  p("{{节:存在的问题}}"),
  `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/></w:tblGrid><w:tr>${cell("{{项目.名称}}")}${cell("{{项目.全年执行数}}")}</w:tr></w:tbl>`,
  p("{{表:附件2}}"),
].join("");

describe("annex narrate --template 单位自己的模板", () => {
  it("填好，没认出的逐条说明，JSON 里也有", async () => {
    const [template, report] = [join(folder, "局模板.docx"), join(folder, "r.docx")];
    writeFileSync(template, bureauTemplate({ body }));
    const { status, out, error } = await annex(
      "narrate",
      workbook,
      "--template",
      template,
      "--output",
      report,
      "--format",
      "json",
    );
    expect(status).toBe(0);
    expect(error).toBe(
      `annex: ${template}: 正文第 2 段 {{公用经费用}}：没有这个名称，是不是“公用经费” / body, paragraph 2, {{公用经费用}}: no such name; perhaps "公用经费"\n`,
    );
    const json = JSON.parse(out) as { readonly issues: unknown; readonly updated: readonly string[] };
    expect(json.issues).toEqual([
      {
        kind: "unknown",
        placeholder: "{{公用经费用}}",
        place: "body",
        paragraph: 2,
        closest: "公用经费",
        message: "正文第 2 段 {{公用经费用}}：没有这个名称，是不是“公用经费”",
      },
    ]);
    expect(json.updated).toEqual(
      expect.arrayContaining(["basic.operating", "problems", "projectSheets.name", "table:a2"]),
    );
    const bytes = readFileSync(report);
    const text = await bodyText(bytes);
    expect(text.slice(0, 2)).toEqual(["屈原管理区红十字会2024年度自评报告", "公用经费1.12万元，{{公用经费用}}"]);
    expect(text).toEqual(
      expect.arrayContaining(["红十字会应急救援", "6.50", "部门整体支出绩效自评表", "人道救助受益人数"]),
    );
    expect(await unsound(bytes)).toEqual([]);
    expect(await schemaErrors(bytes)).toEqual([]);
    const again = await annex("narrate", workbook, "--output", report);
    expect([again.status, again.out]).toEqual([0, `已写入 ${report}\n`]);
    expect(readFileSync(report)).toEqual(bytes);
  });

  it("换了模板、改了模板、工作簿连着别的模板：说一声", async () => {
    const [one, other, report, linked] = ["甲.docx", "乙.docx", "报告.docx", "连.xlsx"].map((name) =>
      join(folder, name),
    ) as [string, string, string, string];
    const bytes = bureauTemplate({ body: p("{{公用经费}}") });
    writeFileSync(one, bytes);
    writeFileSync(other, bureauTemplate({ body: p("新{{公用经费}}") }));
    expect((await annex("narrate", workbook, "--template", one, "--output", report)).error).toBe("");
    expect((await annex("narrate", workbook, "--template", one, "--output", report)).error).toBe("");
    const changed = await annex("narrate", workbook, "--template", other, "--output", report);
    expect(changed.error).toContain(`annex: ${report}: 原来用的模板是“甲.docx”，这次是“乙.docx” / `);
    expect((await annex("narrate", workbook, "--template", report, "--output", report)).error).toBe("");
    writeFileSync(other, await edit(readFileSync(other), "word/document.xml", (xml) => xml.replace("新{{", "最新{{")));
    expect((await annex("narrate", workbook, "--template", other, "--output", report)).error).toContain(
      "模板“乙.docx”在上次之后改动过",
    );
    const desk = writeDesk(withTemplate(emptyDesk, { name: "甲.docx", hash: "0" }), null);
    const edited = await editWorkbook(readFileSync(workbook), { edits: [], deskXml: desk });
    if (!edited.ok) throw new Error(edited.failure.message.en);
    writeFileSync(linked, edited.value);
    const fresh = join(folder, "新报告.docx");
    expect((await annex("narrate", linked, "--template", other, "--output", fresh)).error).toContain(
      "原来用的模板是“甲.docx”，这次是“乙.docx”",
    );
  });

  it("没有占位符的文件：一句话，状态 2，什么也不写", async () => {
    const template = join(folder, "空.docx");
    writeFileSync(template, bureauTemplate({ body: p("没有") }));
    const { status, error } = await annex(
      "narrate",
      workbook,
      "--template",
      template,
      "--output",
      join(folder, "x.docx"),
    );
    expect([status, error.split("\n").length]).toEqual([2, 2]);
    expect(error).toContain("{{公用经费}}");
  });
});
