import { afterAll, describe, expect, test } from "vitest";
import { copyOpenReport, planOpenReport, updateOpenReport, workbookSource } from "../../src/app/index.js";
import type { FactBook } from "../../src/core/facts/index.js";
import { wordReportHost } from "../../src/hosts/word/index.js";
import { hunan, redCross, redCrossSheets } from "../core/narrative/redcross.js";
import { unsound } from "../documents/docx/package.js";
import { bureauTemplate, fill, p, sourceOf } from "../documents/docx/template-package.js";
import { bootWord, handMade, WordDocument, type BootedWord, type EmulatedWord } from "../office-host/index.js";

const { a1, a2 } = redCrossSheets;
const cell = (text: string): string => `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>${p(text)}</w:tc>`;
const row = (...texts: readonly string[]): string => `<w:tr>${texts.map(cell).join("")}</w:tr>`;
const table = (...rows: readonly string[]): string =>
  `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid>${rows.join("")}</w:tbl>`;

/** A bureau's own document: a figure in its words, a section, a row for each indicator. */
const template = bureauTemplate({
  body: `${p("公用经费{{公用经费}}万元。")}${p("{{节:存在的问题}}")}${table(row("指标", "得分"), row("{{指标.名称}}", "{{指标.得分}}"))}${p("完")}`,
});
const reached = a2.indicators.map((item, index) => (index === 2 ? { ...item, score: "15" } : item));
const money = { ...a1.money, operating: { prior: "1.20", budget: "1.12", final: "1.5" } };
const before = redCross();
const otherMoney = redCross({ a1: { ...a1, money } });
const [indicator] = a2.indicators;
const more = [...reached, { ...indicator, name: "新增的指标" }];
const otherIndicators = redCross({ a2: { ...a2, indicators: more }, a3: null });

let booted: BootedWord | null = null;
afterAll(() => booted?.close());

async function open(bytes: Uint8Array): Promise<EmulatedWord> {
  const document = await WordDocument.open(bytes, "报告.docx");
  if (booted === null) booted = await bootWord(document);
  else booted.reopen(document);
  return booted.word;
}

async function planned(book: FactBook) {
  const source = workbookSource(book, { narrative: hunan, annexes: [] }, handMade({}));
  const plan = await planOpenReport(wordReportHost(), source);
  if (!plan.ok) throw new Error(plan.failure.message.en);
  return plan.value;
}
const update = async (book: FactBook) => updateOpenReport(wordReportHost(), await planned(book), new Map());

const report = async (): Promise<Uint8Array> => (await fill(template, sourceOf(before))).bytes;

describe("本单位模板做成的报告，在 Word 里更新", () => {
  test("正文里的数字就地更新，别处不动", async () => {
    const word = await open(await report());
    const outcome = await update(otherMoney);
    expect(outcome).toMatchObject({ ok: true, value: { refused: [], left: [] } });
    expect(word.document.body.textContent).toContain("公用经费1.5万元。");
    expect((await planned(otherMoney)).plan.updated).toEqual([]);
    expect(await unsound(await word.document.bytes())).toEqual([]);
  });

  test("一节就地改写，样式是模板的；重复的行留给副本，说明原因，不记成已写", async () => {
    const word = await open(await report());
    const todo = (await planned(otherIndicators)).plan.updated;
    const outcome = await update(otherIndicators);
    if (!outcome.ok) throw new Error(outcome.failure.message.en);
    const { left, refused } = outcome.value;
    expect(left.map(({ section, reason }) => [section, reason.zh])).toEqual([
      ["", expect.stringContaining("重复的行")],
    ]);
    expect(refused).toEqual([]);
    const still = await planned(otherIndicators);
    expect(still.plan.updated.length).toBeGreaterThan(0);
    expect(still.plan.updated.length).toBeLessThan(todo.length);
    const copy = await copyOpenReport(wordReportHost(), still, new Map());
    if (!copy.ok) throw new Error(copy.failure.message.en);
    await open(copy.value);
    expect((await planned(otherIndicators)).plan.updated).toEqual([]);
    expect(await unsound(await word.document.bytes())).toEqual([]);
  });
});

test("打开的是模板：看得到计划，不就地写，副本就是关联好的报告", async () => {
  const word = await open(template);
  const plan = await planned(before);
  expect(plan.plan.updated).toContain("basic.operating");
  const changes = word.document.changes;
  const outcome = await updateOpenReport(wordReportHost(), plan, new Map());
  expect(outcome).toMatchObject({ ok: false, failure: { code: "no-report-yet" } });
  expect(word.document.changes).toBe(changes);
  const copy = await copyOpenReport(wordReportHost(), plan, new Map());
  if (!copy.ok) throw new Error(copy.failure.message.en);
  await open(copy.value);
  expect((await update(otherMoney)).ok).toBe(true);
});
