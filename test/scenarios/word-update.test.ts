import { afterAll, describe, expect, test } from "vitest";
import { carriedSource, planOpenReport, updateOpenReport, type OpenReportOutcome } from "../../src/app/index.js";
import type { Narrative } from "../../src/core/narrative/index.js";
import type { Result } from "../../src/core/result/index.js";
import type { ConflictChoices, UpdatePlan } from "../../src/documents/docx/index.js";
import { wordReportHost } from "../../src/hosts/word/index.js";
import { edit, open as openPackage, schemaErrors, unsound, without } from "../documents/docx/package.js";
import {
  bootWord,
  WordDocument,
  wordOld,
  type BootedWord,
  type EmulatedWord,
  type HostOptions,
} from "../office-host/index.js";
import { first, otherMoney, otherWords, report } from "../support/open-report.js";

let booted: BootedWord | null = null;
let options: HostOptions | undefined;

/** The report open in Word. Starting the library takes most of a test's time, so it is kept where nothing forbids it. */
async function open(bytes: Uint8Array = report, wanted?: HostOptions): Promise<EmulatedWord> {
  const document = await WordDocument.open(bytes, "自评报告.docx");
  if (booted === null || options !== wanted) {
    booted?.close();
    booted = await bootWord(document, wanted);
    options = wanted;
  } else booted.reopen(document);
  booted.word.log.clear();
  return booted.word;
}
afterAll(() => booted?.close());

async function plan(narrative: Narrative): Promise<UpdatePlan> {
  const planned = await planOpenReport(wordReportHost(), carriedSource(narrative));
  if (!planned.ok) throw new Error(planned.failure.message.en);
  return planned.value.plan;
}

async function update(narrative: Narrative, choices: ConflictChoices = new Map()): Promise<Result<OpenReportOutcome>> {
  const host = wordReportHost();
  const planned = await planOpenReport(host, carriedSource(narrative));
  return planned.ok ? updateOpenReport(host, planned.value, choices) : planned;
}

async function done(narrative: Narrative, choices?: ConflictChoices): Promise<OpenReportOutcome> {
  const outcome = await update(narrative, choices);
  if (!outcome.ok) throw new Error(`${outcome.failure.code}: ${outcome.failure.message.en}`);
  return outcome.value;
}

async function failure(narrative: Narrative): Promise<{ readonly code: string; readonly zh: string }> {
  const outcome = await update(narrative);
  if (outcome.ok) throw new Error("it was meant to fail");
  return { code: outcome.failure.code, zh: outcome.failure.message.zh };
}

const section = "annex:section:problems";
const operating = "annex:fact:basic.operating";
const toDo = ({ figures, updated, kept, conflicts }: UpdatePlan) => ({ figures, updated, kept, conflicts });
const nothing = { figures: [], updated: [], kept: [], conflicts: [] };
const read = ["getFile", "getSlice", "closeFile"];

describe("附表变了数字", () => {
  test("数字跟着变，不动正文；往返次数分毫不差", async () => {
    const word = await open();
    const outcome = await done(otherMoney);
    expect(outcome.refused).toEqual([]);
    expect(outcome.done.figures.map(({ id, before, after }) => [id, before, after])).toContainEqual([
      "basic.operating",
      "1.12",
      "1.5",
    ]);
    expect(word.textsOf(operating)).toEqual(["1.5"]);
    const texts = outcome.done.figures.map(() => "setNodeText");
    expect(word.calls).toEqual([
      ...[...read, ...read],
      ...["partsByNamespace", "partNodes", ...texts],
      ...read,
      ...["partsByNamespace", "partNodes", "setNodeXml"],
    ]);
    expect(word.log.requests).toBe(0);
    expect(word.openFiles).toBe(0);
    expect(await unsound(await word.document.bytes())).toEqual([]);
  });

  test("再更新一次，没有要改的，也不写", async () => {
    const word = await open();
    await done(otherMoney);
    expect(toDo(await plan(otherMoney))).toEqual(nothing);
    word.calls.length = 0;
    await done(otherMoney);
    expect(word.calls).toEqual([...read, ...read]);
  });

  test("人改过的文字原样保留，其中的数字照样跟上", async () => {
    const word = await open();
    word.userReplace("人员经费", "人员方面的经费");
    const outcome = await done(otherMoney);
    expect(outcome.refused).toEqual([]);
    expect(word.textsOf("annex:section:general-budget").join()).toContain("人员方面的经费11.45万元");
    expect(word.textsOf(operating)).toEqual(["1.5"]);
  });
});

describe("附表变了说法", () => {
  test("整节改写：一次找控件，一次写完；新数字是绑定的控件", async () => {
    const word = await open();
    const before = word.textsOf(section);
    const outcome = await done(otherWords);
    expect(outcome).toMatchObject({ refused: [], left: [], tracked: false });
    expect(outcome.done.updated).toContain("problems");
    expect(word.textsOf(section)).not.toEqual(before);
    expect(word.log.syncs).toBe(2);
    expect(word.heldReferences).toBe(0);
    const bytes = await word.document.bytes();
    expect(await unsound(bytes)).toEqual([]);
    expect(await schemaErrors(bytes)).toEqual([]);
    expect(toDo(await plan(otherWords))).toEqual(nothing);
  });

  test("改回来，就和原来一字不差；新来的数字绑定着", async () => {
    const word = await open();
    const before = word.document.body.textContent;
    await done(otherWords);
    await done(first);
    expect(word.document.body.textContent).toBe(before);
    expect(await unsound(await word.document.bytes())).toEqual([]);
  });

  test("Word 多留的空段落被清掉", async () => {
    const word = await open();
    word.knobs.leavesStray = true;
    const outcome = await done(otherWords);
    expect(outcome.refused).toEqual([]);
    expect(word.log.syncs).toBe(3);
    expect(toDo(await plan(otherWords))).toEqual(nothing);
  });

  test("开着修订：按修订写入，读回来照样对得上", async () => {
    const word = await open();
    word.document.changeTracking = "TrackAll";
    const outcome = await done(otherWords);
    expect(outcome).toMatchObject({ tracked: true, refused: [], left: [] });
    expect(word.document.changeTracking).toBe("TrackAll");
    // Marked once, by us: Word's own marks would strike the whole section out.
    const text = new TextDecoder().decode(await partOf(word, "word/document.xml"));
    expect(text).toMatch(/<w:del [^>]*w:author="(?!Word").*<w:delText/s);
    expect(text).not.toContain('w:author="Word"');
    expect(toDo(await plan(otherWords))).toEqual(nothing);
  });

  test.each([
    ["批注", `<w:commentRangeStart w:id="1"/>`, "批注"],
    ["修订", `<w:ins w:id="1" w:author="a"><w:r><w:t xml:space="preserve"></w:t></w:r></w:ins>`, "修订"],
  ])("节里有%s：这一节不就地改写，说明原因，别处照改", async (_name, mark, reason) => {
    const marked = await edit(report, "word/document.xml", (text) =>
      text.replace(/(annex:section:problems"[^]*?<\/w:pPr>)/, `$1${mark}`),
    );
    const word = await open(marked);
    const before = word.textsOf(section);
    const outcome = await done(otherWords);
    expect(outcome.refused).toEqual([]);
    expect(outcome.left.map(({ section: id, reason: { zh } }) => [id, zh])).toEqual([
      ["problems", expect.stringContaining(reason)],
    ]);
    expect(word.textsOf("annex:fact:indicators.met")[0]).toBe("4");
    expect(word.textsOf(section)[0]?.length).toBe(before[0]?.length);
    expect((await plan(otherWords)).updated).toEqual(["problems"]);
  });
});

describe("有人改过", () => {
  test("数字被改写：默认留人工的，下次还提醒", async () => {
    const word = await open();
    word.userType(operating, "1.13");
    const outcome = await done(otherMoney);
    expect(outcome.done.conflicts).toMatchObject([{ kind: "typed-over", theirs: "1.13", ours: "1.5" }]);
    expect(word.textsOf(operating)).toEqual(["1.13"]);
    expect((await plan(otherMoney)).conflicts).toHaveLength(1);
  });

  test("数字被改写：选附表的，就改成附表的", async () => {
    const word = await open();
    word.userType(operating, "1.13");
    const { conflicts } = await plan(otherMoney);
    const outcome = await done(otherMoney, new Map(conflicts.map(({ id }) => [id, "ours"])));
    expect(outcome.refused).toEqual([]);
    expect(word.textsOf(operating)).toEqual(["1.5"]);
    expect(toDo(await plan(otherMoney))).toEqual(nothing);
  });

  test("文字被改写而附表的说法也变了：选附表的就换掉，选人工的就留下、不再问", async () => {
    const edited = async () => {
      const word = await open();
      word.userReplace("未达到", "没有达到");
      const { conflicts } = await plan(otherWords);
      expect(conflicts.length).toBeGreaterThan(0);
      return { word, conflicts };
    };
    const kept = await edited();
    const theirs = await done(otherWords, new Map(kept.conflicts.map(({ id }) => [id, "theirs"])));
    expect(theirs.refused).toEqual([]);
    expect(kept.word.textsOf(section).join()).toContain("没有达到");
    expect((await plan(otherWords)).conflicts).toEqual([]);

    const replaced = await edited();
    const ours = await done(otherWords, new Map(replaced.conflicts.map(({ id }) => [id, "ours"])));
    expect(ours.refused).toEqual([]);
    expect(replaced.word.textsOf(section).join()).not.toContain("没有达到");
    expect((await plan(otherWords)).conflicts).toEqual([]);
  });

  test("看计划之后文档又变了：不写，要求再看", async () => {
    const word = await open();
    const host = wordReportHost();
    const planned = await planOpenReport(host, carriedSource(otherMoney));
    if (!planned.ok) throw new Error(planned.failure.message.en);
    word.userType(operating, "9.99");
    word.calls.length = 0;
    const outcome = await updateOpenReport(host, planned.value, new Map());
    expect(outcome).toMatchObject({ ok: false, failure: { code: "changed-since" } });
    expect(word.calls).toEqual(read);
  });
});

describe("Word 不接受", () => {
  test("拒绝写数字：说明白；什么也没记成已写，之后照样能更新", async () => {
    const word = await open();
    word.knobs.refusesWrites = true;
    expect(await failure(otherMoney)).toMatchObject({ code: "figures-refused", zh: expect.stringContaining("副本") });
    word.knobs.refusesWrites = false;
    expect((await done(otherMoney)).refused).toEqual([]);
    expect(word.textsOf(operating)).toEqual(["1.5"]);
  });

  test("答应了却没写进去：读回来发现，逐项说明，下次再改", async () => {
    const word = await open();
    word.knobs.ignores.add("setNodeText");
    const outcome = await done(otherMoney);
    expect(outcome.refused).toEqual(outcome.done.updated);
    word.knobs.ignores.clear();
    expect((await plan(otherMoney)).figures).toEqual(outcome.done.figures);
    expect((await done(otherMoney)).refused).toEqual([]);
  });

  test("一节的控件被锁定：一节也不写，指名道姓", async () => {
    const locked = await edit(report, "word/document.xml", (text) =>
      text.replace(/(<w:tag w:val="annex:section:problems"\/><w:id [^>]*\/>)/, `$1<w:lock w:val="sdtContentLocked"/>`),
    );
    const word = await open(locked);
    expect(await failure(otherWords)).toMatchObject({ code: "locked", zh: expect.stringContaining("问题") });
    expect(word.log.entries.some(({ wrote }) => wrote)).toBe(false);
  });

  test("文档只读", async () => {
    await open(report, { readOnly: true });
    expect(wordReportHost().capabilities().readOnly).toBe(true);
    expect(await failure(otherMoney)).toMatchObject({ code: "read-only" });
  });
});

describe("不能更新的文档", () => {
  test("不是本工具的报告", async () => {
    const foreign = await edit(report, "word/document.xml", (text) =>
      text.replace(/<w:body>.*<w:sectPr>/s, "<w:body><w:p><w:r><w:t>别的文档</w:t></w:r></w:p><w:sectPr>"),
    );
    await open(foreign);
    expect(await failure(otherMoney)).toMatchObject({ code: "no-controls" });
  });

  test("控件的标签被别的软件去掉：不就地改，指向副本", async () => {
    await open(await edit(report, "word/document.xml", (text) => text.replaceAll(/<w:tag [^>]*>/g, "")));
    expect(await failure(otherMoney)).toMatchObject({ code: "not-linked", zh: expect.stringContaining("副本") });
  });

  test("限制编辑的文档", async () => {
    const restricted = await edit(report, "word/settings.xml", (text) =>
      text.replace(/(<w:settings[^>]*>)/, `$1<w:documentProtection w:edit="readOnly" w:enforcement="1"/>`),
    );
    await open(restricted);
    expect(await failure(otherMoney)).toMatchObject({ code: "protected", zh: expect.stringContaining("限制编辑") });
  });

  test("关联数据已丢失：不就地改，指向副本", async () => {
    const names = (await openPackage(report)).names.filter((name) => name.startsWith("customXml/"));
    const bare = await edit(await without(report, names), "word/_rels/document.xml.rels", (text) =>
      text.replace(/<Relationship [^>]*customXml[^>]*>/g, ""),
    );
    await open(await edit(bare, "[Content_Types].xml", (text) => text.replace(/<Override [^>]*customXml[^>]*>/g, "")));
    expect(await failure(otherMoney)).toMatchObject({ code: "not-linked", zh: expect.stringContaining("副本") });
  });
});

describe("旧版 Word（WordApi 1.3）", () => {
  const old: HostOptions = { requirements: wordOld };

  test("开着修订：说明白，指向副本；数字照样更新", async () => {
    const word = await open(report, old);
    word.document.changeTracking = "TrackAll";
    expect(await failure(otherWords)).toMatchObject({ code: "tracking", zh: expect.stringContaining("副本") });
    expect((await done(otherMoney)).refused).toEqual([]);
    expect(word.textsOf(operating)).toEqual(["1.5"]);
  });

  test("照样更新；不问修订状态，不看光标", async () => {
    const word = await open(report, old);
    expect((await done(otherWords)).refused).toEqual([]);
    expect(word.log.actions.join("\n")).not.toContain("changeTrackingMode");
    expect(word.log.entries.every(({ error }) => error === null)).toBe(true);
    expect(wordReportHost().capabilities().tellsFigure).toBe(false);
  });
});

test("光标到了数字上，就说出处；离开就不说", async () => {
  const word = await open();
  const told: (string | null)[] = [];
  const stop = wordReportHost().watchFigure((figure) => void told.push(figure?.title ?? null));
  const after = async (tag: string | null) => {
    const count = told.length;
    word.userSelect(tag);
    await expect.poll(() => told.length).toBe(count + 1);
  };
  await after(operating);
  await after("annex:section:problems");
  expect(told).toEqual([expect.stringContaining("附件1!D"), null]);
  stop();
});

async function partOf(word: EmulatedWord, name: string): Promise<Uint8Array> {
  const part = await (await openPackage(await word.document.bytes())).read(name);
  if (!part.ok) throw new Error(part.failure.message.en);
  return part.value;
}
