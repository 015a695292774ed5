import { describe, expect, it } from "vitest";
import { draftReport, narrateJson, planReportUpdate } from "../../src/app/index.js";
import { blankTemplate } from "../../src/documents/docx/index.js";
import { hunan, redCross, redCrossSheets } from "../core/narrative/redcross.js";
import { bodyText, edit } from "../documents/docx/package.js";

const pack = { narrative: hunan };
const { a1 } = redCrossSheets;
const changed = redCross({ a1: { ...a1, money: { ...a1.money, operating: { final: "1.5" } } } });

async function drafted(...given: Parameters<typeof draftReport>) {
  const report = await draftReport(...given);
  if (!report.ok) throw new Error(report.failure.message.en);
  return report.value;
}

describe("annex narrate 的输出", () => {
  it("数字带单元格，章节带全文，新报告没有冲突", async () => {
    const json = narrateJson("report.docx", await drafted(redCross(), pack));
    expect(json.output).toBe("report.docx");
    expect(json.facts.find(({ id }) => id === "basic.operating")).toEqual({
      id: "basic.operating",
      label: "公用经费",
      text: "1.12",
      unit: "万元",
      sheet: "附件1",
      cell: "D11",
      cells: ["D11"],
      from: "cells",
    });
    expect(json.facts.find(({ id }) => id === "basic.personnel")).toMatchObject({
      sheet: null,
      cell: null,
      cells: [],
      from: "derived",
    });
    expect(json.sections).toHaveLength(10);
    expect(json.sections[1]).toMatchObject({ id: "general-budget", title: "二、一般公共预算支出情况" });
    expect(json.sections[1]?.paragraphs[1]).toContain("公用经费1.12万元，占基本支出的8.65%");
    expect(json.closing?.paragraphs).toHaveLength(5);
    expect([json.kept, json.conflicts]).toEqual([[], []]);
    expect(json.updated).toContain("basic.operating");
    expect(json.updated).toContain("problems");
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
  });

  it("用空白模板生成；再用改过的报告更新，冲突用约定的字段", async () => {
    const report = await drafted(redCross(), pack, blankTemplate(hunan));
    const typed = await edit(report.bytes, "word/document.xml", (xml) => xml.replace(">15.5<", ">16<"));
    const json = narrateJson("report.docx", await drafted(changed, pack, typed));
    expect(json.updated).toEqual([
      "basic.personnel",
      "basic.personnel.share",
      "basic.operating",
      "basic.operating.share",
    ]);
    expect(json.conflicts).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-z]+$/) as string,
        kind: "typed-over",
        section: "general-budget",
        figure: "projects",
        reason: "figure typed over by a person",
        theirs: "16",
        ours: "15.5",
      },
    ]);
  });
});

describe("先看计划再写", () => {
  it("计划不改文件，写出才改", async () => {
    const { bytes } = await drafted(redCross(), pack);
    const copy = bytes.slice();
    const planned = await planReportUpdate(changed, pack, bytes);
    if (!planned.ok) throw new Error(planned.failure.message.en);
    expect(planned.value.plan.figures.map(({ before, after }) => `${before}→${after}`)).toContain("1.12→1.5");
    const written = await planned.value.write();
    expect(bytes).toEqual(copy);
    expect(written.ok && (await bodyText(written.value)).join("")).toContain("公用经费1.5万元");
  });

  it("不能用的模板是一句话", async () => {
    const refused = await draftReport(changed, pack, new Uint8Array([1, 2, 3]));
    expect(refused).toMatchObject({ ok: false, failure: { code: "not-a-zip" } });
  });
});
