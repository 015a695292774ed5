import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import { success } from "../../src/core/result/index.js";
import { readWorkbook } from "../../src/documents/xlsx/index.js";
import { openFile, readAppearance } from "../../src/page/open-file.js";
import { createPageModel, isDirty, type IncomingFile, type PageModel } from "../../src/page/page-model.js";
import { sampleOfAddress } from "../../src/page/samples.js";
import { pageTextsFor } from "../../src/page/texts.js";
import { loadTexts } from "../../src/pane/index.js";
import { at, fakeEngine, finding } from "../pane/sample.js";

const texts = pageTextsFor("zh");
const paneTexts = await loadTexts("zh");
const sampleBytes = new Uint8Array(readFileSync("assets/samples/redcross-2024-mistakes.xlsx"));
const sample = (bytes: Uint8Array = sampleBytes, name = "附表.xlsx", size = bytes.length): IncomingFile => ({
  name,
  size,
  bytes: async () => bytes,
});

const wrongYear = finding({
  id: "a1/year-columns",
  subject: "header",
  fixes: [
    {
      kind: "value",
      sheet: "附件1 基础数据表",
      cell: at("B6"),
      content: "2023年决算数",
      value: "2023年决算数",
      format: null,
    },
  ],
});
const fixed = { key: "any", finding: wrongYear };

let model: PageModel;
let saved: { name: string; bytes: Uint8Array }[];

beforeEach(() => {
  saved = [];
  model = createPageModel({
    open: async (bytes, name, selection) => openFile(bytes, name, selection),
    appearance: readAppearance,
    loadEngine: async () => fakeEngine({ current: [wrongYear] }),
    delivery: {
      saveFile: async (name, bytes) => {
        saved.push({ name, bytes });
        return success({ kind: "unconfirmed", name });
      },
      copyText: async () => success(undefined),
    },
    clock: () => new Date(2025, 0, 1),
    texts,
    paneTexts,
  });
});

describe("opening", () => {
  test("a workbook is checked at once", async () => {
    await model.take(sample());
    const { workbook, failure } = model.store.getState();
    expect(failure).toBeNull();
    expect(workbook?.name).toBe("附表.xlsx");
    expect(workbook?.desk.store.getState().outcome?.check.findings).toHaveLength(1);
  });

  test("a file that is no workbook is refused with a sentence, and what was open stays open", async () => {
    await model.take(sample());
    await model.take(sample(new Uint8Array([1, 2, 3, 4]), "照片.png"));
    const { workbook, failure, opening } = model.store.getState();
    expect(failure?.message.zh.length).toBeGreaterThan(5);
    expect([workbook?.name, opening]).toEqual(["附表.xlsx", null]);
  });

  test("a file too large is not even read", async () => {
    let asked = false;
    await model.take({
      name: "大.xlsx",
      size: 31 * 1024 * 1024,
      bytes: async () => {
        asked = true;
        return sampleBytes;
      },
    });
    expect([asked, model.store.getState().failure?.code]).toEqual([false, "too-large"]);
  });

  test("unsaved changes ask for a word before another file takes their place", async () => {
    await model.take(sample());
    await model.store.getState().workbook?.desk.applyFix(fixed);
    await model.take(sample(sampleBytes, "另一个.xlsx"));
    expect(model.store.getState()).toMatchObject({ workbook: { name: "附表.xlsx" }, waiting: { name: "另一个.xlsx" } });
    model.dropWaiting();
    expect(model.store.getState().waiting).toBeNull();
    await model.take(sample(sampleBytes, "另一个.xlsx"));
    await model.takeWaiting();
    expect(model.store.getState().workbook?.name).toBe("另一个.xlsx");
    expect(isDirty(model.store.getState())).toBe(false);
  });
});

describe("changes", () => {
  test("a fix marks its cell, undo unmarks it", async () => {
    await model.take(sample());
    const desk = model.store.getState().workbook?.desk;
    await desk?.applyFix(fixed);
    expect([...model.store.getState().changed]).toEqual(["附件1 基础数据表!5,1"]);
    await desk?.undo();
    expect(isDirty(model.store.getState())).toBe(false);
  });

  test("going to a cell is a wish for the sheet view, every time anew", async () => {
    await model.take(sample());
    const desk = model.store.getState().workbook?.desk;
    const place = { sheet: "附件1 基础数据表", area: { top: 5, left: 1, bottom: 5, right: 1 } };
    await desk?.goTo(place);
    const first = model.store.getState().target;
    await desk?.goTo(place);
    expect(model.store.getState().target).toEqual(place);
    expect(model.store.getState().target).not.toBe(first);
  });

  test("saving hands over the file with the change in it, and is clean again", async () => {
    await model.take(sample());
    await model.store.getState().workbook?.desk.applyFix(fixed);
    await model.save();
    const [file] = saved;
    const read = file && (await readWorkbook(file.bytes, file.name));
    const sheet = read?.ok ? read.value.sheets.find(({ name }) => name === "附件1 基础数据表") : null;
    expect(sheet?.rows[5 - sheet.top]?.[1 - sheet.left]?.text).toBe("2023年决算数");
    expect(isDirty(model.store.getState())).toBe(false);
    expect(model.store.getState().notice?.kind).toBe("success");
  });

  test("answers of 基本情况 not yet stored go into the saved file", async () => {
    await model.take(sample());
    const desk = model.store.getState().workbook?.desk;
    await desk?.open("basics");
    desk?.answer("offices", "综合办公室");
    await model.save();
    const [file] = saved;
    const read = file && (await readWorkbook(file.bytes, file.name));
    expect(read?.ok && read.value.deskXml).toContain("综合办公室");
  });
});

test.each([
  ["?sample=redcross-2024", "redcross-2024"],
  ["?sample=redcross-2024-mistakes&lang=en", "redcross-2024-mistakes"],
  ["?sample=../../etc/passwd", null],
  ["", null],
])("%s asks for %s", (search, id) => {
  expect(sampleOfAddress(search)).toBe(id);
});
