import { describe, expect, it } from "vitest";
import { draftNarrative, type Narrative } from "../../../src/core/narrative/index.js";
import { writeReport } from "../../../src/documents/docx/index.js";
import { hunan, redCross, redCrossSheets } from "../../core/narrative/redcross.js";
import { corpus } from "./corpus/edits.js";
import { bodyText, open, part, schemaErrors, unsound, update } from "./package.js";

const { a1, a2 } = redCrossSheets;
const draft = (...change: Parameters<typeof redCross>): Narrative => draftNarrative(redCross(...change), hunan);
const report = writeReport(draft());
/** 公用经费 1.12 → 1.5, and one problem less: figures and wording change. */
const money = { ...a1.money, operating: { prior: "1.20", budget: "1.12", final: "1.5" } };
const indicators = a2.indicators.map((item, index) => (index === 2 ? { ...item, score: "15" } : item));
const later = draft({ a1: { ...a1, money }, a2: { ...a2, indicators }, a3: null });

/** Every word of every part that has words. */
async function allText(bytes: Uint8Array): Promise<string> {
  const texts: string[] = [...(await bodyText(bytes))];
  for (const name of (await open(bytes)).names) {
    if (/^word\/(?:header|footnotes|comments)/.test(name))
      texts.push((await part(bytes, name)).replaceAll(/<[^>]*>/g, ""));
  }
  return texts.join("\n");
}

async function changedParts(before: Uint8Array, after: Uint8Array): Promise<readonly string[]> {
  const [old, fresh] = [await open(before), await open(after)];
  const changed: string[] = [];
  for (const name of old.names) {
    const [a, b] = [await old.read(name), await fresh.read(name)];
    if (!a.ok || !b.ok || a.value.length !== b.value.length || !a.value.every((byte, at) => byte === b.value[at])) {
      changed.push(name);
    }
  }
  return changed;
}

/** The validator holds to newer Word, which writes no smart tags any more. */
async function errors(bytes: Uint8Array): Promise<readonly string[]> {
  return (await schemaErrors(bytes)).filter((error) => !error.includes("main:smartTag"));
}

/** Parts that an update has to do with. */
const ours = /^(?:word\/(?:document|header1|footnotes)|customXml\/item[12])\.xml$/;

describe.each(corpus)("改过的报告：$name", ({ words, apply }) => {
  it("更新之后，人写的一个字不少；没有关系的部件一个字节不变；更新两次等于一次；前后都合规范", async () => {
    const edited = await apply(report);
    expect(await errors(edited)).toEqual([]);
    const { bytes } = await update(edited, later);
    const text = await allText(bytes);
    for (const own of words) expect(text).toContain(own);
    for (const name of await changedParts(edited, bytes)) expect(name).toMatch(ours);
    expect(text).toContain("公用经费1.5万元");
    expect(await unsound(bytes)).toEqual([]);
    expect(await errors(bytes)).toEqual([]);
    expect((await update(bytes, later)).bytes).toBe(bytes);
  });
});

const apply = async (name: string): Promise<Uint8Array> => {
  const found = corpus.find((edit) => edit.name.startsWith(name));
  if (!found) throw new Error(name);
  return found.apply(report);
};

describe("各样改动的结果", () => {
  it("样式编号换过：新写的段落用文档里的编号，样式表不变", async () => {
    const { plan, bytes } = await update(await apply("样式编号"), later);
    expect([plan.kept, plan.conflicts]).toEqual([[], []]);
    expect(await bodyText(bytes)).toEqual(await bodyText(writeReport(later)));
    expect(await part(bytes, "word/document.xml")).not.toContain('w:val="Annex');
  });

  it("切成几段、加了批注、挪了位置、丢了标签：不算改动", async () => {
    for (const name of ["文字被 Word", "批注", "节挪了", "标签没了"]) {
      const { plan } = await update(await apply(name), later);
      expect([name, plan.kept, plan.conflicts]).toEqual([name, [], []]);
    }
  });

  it("批注留在原处，修订还是修订", async () => {
    const commented = await part((await update(await apply("批注"), later)).bytes, "word/document.xml");
    expect(commented).toMatch(/commentRangeStart w:id="3".*commentRangeEnd w:id="3".*commentReference w:id="3"/s);
    const tracked = await part((await update(await apply("有未接受"), later)).bytes, "word/document.xml");
    expect(tracked).toMatch(/<w:ins w:id="901" w:author="李四"[^>]*><w:r><w:t[^>]*>以上数据经财政所核对。/);
    expect(tracked).toContain("<w:delText>单位</w:delText>");
  });

  it("删掉的不再添上，清空的留空并告知", async () => {
    const removed = await update(await apply("删了一个"), later);
    expect(removed.plan.kept).toEqual(["general-budget", "state-capital"]);
    const emptied = await update(await apply("清空了"), later);
    expect(emptied.plan.kept).toEqual(["other"]);
    expect(emptied.plan.conflicts).toMatchObject([{ figure: "score", theirs: "" }]);
    const back = await update(emptied.bytes, later, () => "ours");
    expect((await bodyText(back.bytes)).join("")).toContain("自评得分94.75分");
  });

  it("表格、页眉、脚注里的数字都跟着变", async () => {
    const table = await part((await update(await apply("表格里"), later)).bytes, "word/document.xml");
    expect(table.slice(table.indexOf("<w:tbl>"))).toMatch(/>1\.5<.*<w:tc>.*>11\.45</s);
    const notes = await part((await update(await apply("脚注"), later)).bytes, "word/footnotes.xml");
    expect(notes).toContain(">11.45<");
  });
});
