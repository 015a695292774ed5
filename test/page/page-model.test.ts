import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { success } from "../../src/core/result/index.js";
import { readWorkbook, writeNewWorkbook } from "../../src/documents/xlsx/index.js";
import type { IncomingFile } from "../../src/page/incoming-file.js";
import * as files from "../../src/page/open-file.js";
import { createPageModel, type PageModel, type PagePorts } from "../../src/page/page-model.js";
import { isDirty } from "../../src/page/page-state.js";
import type { FileHandle } from "../../src/page/save-target.js";
import { sampleOfAddress } from "../../src/page/samples.js";
import { loadPageTexts } from "../../src/page/texts.js";
import { createEngine } from "../../src/pane/create-engine.js";
import { loadTexts } from "../../src/pane/index.js";
import { hunanPack } from "../support/hunan-pack.js";
import { at, fakeEngine, finding } from "../pane/sample.js";

const texts = await loadPageTexts("zh");
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

function modelWith(part: Partial<PagePorts>): PageModel {
  return createPageModel({
    files: async () => files,
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
    ...part,
  });
}

beforeEach(() => {
  saved = [];
  model = modelWith({});
});

describe("opening", () => {
  test("a workbook is checked at once", async () => {
    await model.take([sample()]);
    const { workbook, failure } = model.store.getState();
    expect(failure).toBeNull();
    expect(workbook?.book.state().files).toMatchObject([{ name: "附表.xlsx", changed: false }]);
    expect(workbook?.desk.store.getState().outcome?.check.findings).toHaveLength(1);
  });

  test("a file that is no workbook is refused with a sentence, and what was open stays open", async () => {
    await model.take([sample()]);
    await model.take([sample(new Uint8Array([1, 2, 3, 4]), "照片.png")]);
    const { workbook, failure, opening } = model.store.getState();
    expect(failure?.message.zh.length).toBeGreaterThan(5);
    expect([workbook?.book.state().files[0]?.name, opening]).toEqual(["附表.xlsx", null]);
  });

  test("a file too large is not even read", async () => {
    let asked = false;
    await model.take([
      {
        name: "大.xlsx",
        size: 31 * 1024 * 1024,
        bytes: async () => {
          asked = true;
          return sampleBytes;
        },
      },
    ]);
    expect([asked, model.store.getState().failure?.code]).toEqual([false, "too-large"]);
  });

  test("unsaved changes ask for a word before another file takes their place", async () => {
    await model.take([sample()]);
    await model.store.getState().workbook?.desk.applyFix(fixed);
    await model.take([sample(sampleBytes, "另一个.xlsx")]);
    expect(model.store.getState()).toMatchObject({
      book: { files: [{ name: "附表.xlsx" }] },
      waiting: { ask: "replace", files: [{ name: "另一个.xlsx" }] },
    });
    model.dropWaiting();
    expect(model.store.getState().waiting).toBeNull();
    await model.take([sample(sampleBytes, "另一个.xlsx")]);
    await model.putWaiting("replace");
    expect(model.store.getState().book?.files[0]?.name).toBe("另一个.xlsx");
    expect(isDirty(model.store.getState())).toBe(false);
  });
});

describe("changes", () => {
  test("a fix marks its cell, undo unmarks it", async () => {
    await model.take([sample()]);
    const desk = model.store.getState().workbook?.desk;
    await desk?.applyFix(fixed);
    expect([...(model.store.getState().book?.changed ?? [])]).toEqual(["附件1 基础数据表!5,1"]);
    await desk?.undo();
    expect(isDirty(model.store.getState())).toBe(false);
  });

  test("going to a cell is a wish for the sheet view, every time anew", async () => {
    await model.take([sample()]);
    const desk = model.store.getState().workbook?.desk;
    const place = { sheet: "附件1 基础数据表", area: { top: 5, left: 1, bottom: 5, right: 1 } };
    await desk?.goTo(place);
    const first = model.store.getState().target;
    await desk?.goTo(place);
    expect(model.store.getState().target).toEqual(place);
    expect(model.store.getState().target).not.toBe(first);
  });

  test("saving hands over the file with the change in it, and is clean again", async () => {
    await model.take([sample()]);
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
    model = modelWith({ loadEngine: async () => createEngine(hunanPack()) });
    await model.take([sample()]);
    const desk = model.store.getState().workbook?.desk;
    await desk?.open("basics");
    desk?.answer("offices", "综合办公室、业务一部");
    await model.save();
    const [file] = saved;
    const read = file && (await readWorkbook(file.bytes, file.name));
    expect(read?.ok && read.value.deskXml).toContain("综合办公室、业务一部");
  });
});

describe("typing on the page", () => {
  const a2 = "附件2 整体支出自评表";
  const rate = { row: 5, column: 7 };
  const findingsOf = (): readonly string[] =>
    model.store
      .getState()
      .workbook?.desk.store.getState()
      .outcome?.check.findings.map(({ id }) => id) ?? [];

  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    model = modelWith({ loadEngine: async () => createEngine(hunanPack()) });
    await model.take([sample()]);
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const rested = async (): Promise<void> => {
    await vi.advanceTimersByTimeAsync(1_000);
    await vi.waitFor(() => expect(model.store.getState().workbook?.desk.store.getState().stale).toBe(false));
  };

  test("the check follows once the hands rest; undo brings the finding back, saving keeps the typed figure", async () => {
    expect(findingsOf()).toContain("fund/execution-rate");
    await model.type(a2, [{ ...rate, text: "94.21%" }]);
    await rested();
    expect(findingsOf()).not.toContain("fund/execution-rate");
    await model.undo();
    expect(model.store.getState().target).toMatchObject({ sheet: a2, area: { top: 5, left: 7 } });
    await rested();
    expect(findingsOf()).toContain("fund/execution-rate");
    expect(isDirty(model.store.getState())).toBe(false);
    await model.redo();
    await model.save();
    const [file] = saved;
    const again = modelWith({ loadEngine: async () => createEngine(hunanPack()) });
    await rested();
    const before = findingsOf();
    await again.take([sample(file?.bytes ?? new Uint8Array())]);
    model = again;
    expect(findingsOf()).toEqual(before);
    expect(before).not.toContain("fund/execution-rate");
  });

  test("typing ends the pane's offer to take back its own write, Ctrl+Z takes back both in order", async () => {
    const desk = model.store.getState().workbook?.desk;
    const before = model.store.getState().book?.files[0]?.bytes;
    const found = desk?.store.getState().outcome?.check.findings.find(({ id }) => id === "fund/execution-rate");
    if (!desk || !found) throw new Error("no finding");
    await desk.applyFix({ key: "any", finding: found });
    expect(desk.store.getState().undoable).not.toBeNull();
    await model.type(a2, [{ row: 5, column: 4, text: "30" }]);
    expect(desk.store.getState().undoable).toBeNull();
    await model.undo();
    await model.undo();
    expect(model.store.getState().book?.files[0]?.bytes).toBe(before);
  });

  test("a refusal is said beside the sheet; formulas left alone are told of once", async () => {
    expect(await model.type(a2, [{ ...rate, text: "=1+" }])).toBe(false);
    expect(model.store.getState().note).toMatchObject({ kind: "error" });
    await model.type(a2, [{ ...rate, text: "=VLOOKUP(F6,E6:F6,1)" }]);
    expect(model.store.getState().note).toMatchObject({ kind: "info", text: texts.leftAlone(`${a2} H6`, 1) });
    await model.type(a2, [{ ...rate, text: "=VLOOKUP(F6,E6:F6,2)" }]);
    expect(model.store.getState().note).toBeNull();
  });
});

describe("several files", () => {
  const two = [sample(sampleBytes, "甲.xlsx"), sample(sampleBytes, "乙.xlsx")];

  test("opened together they are one book, saved each on its own", async () => {
    await model.take(two);
    const names = model.store.getState().book?.snapshot.sheets.map(({ name }) => name) ?? [];
    expect(new Set(names).size).toBe(names.length);
    await model.type("[乙.xlsx]附件2 整体支出自评表", [{ row: 5, column: 4, text: "30" }]);
    await model.save();
    expect(saved.map(({ name }) => name)).toEqual(["乙.xlsx"]);
    await model.type("附件2 整体支出自评表", [{ row: 5, column: 4, text: "31" }]);
    await model.type("[乙.xlsx]附件2 整体支出自评表", [{ row: 5, column: 4, text: "32" }]);
    await model.save(0);
    expect(model.store.getState().book?.files.map(({ changed }) => changed)).toEqual([false, true]);
  });

  test("files dropped on an open workbook wait for a word: beside it, changes are kept", async () => {
    await model.take([sample(sampleBytes, "甲.xlsx")]);
    await model.type("附件2 整体支出自评表", [{ row: 5, column: 4, text: "30" }]);
    await model.drop([sample(sampleBytes, "乙.xlsx")]);
    expect(model.store.getState().waiting).toMatchObject({ ask: "purpose" });
    await model.putWaiting("join");
    expect(model.store.getState().book?.files.map(({ name, changed }) => [name, changed])).toEqual([
      ["甲.xlsx", true],
      ["乙.xlsx", false],
    ]);
  });

  test("last year's workbook is compared with; one without annexes is refused with a sentence", async () => {
    const asked: (readonly string[])[] = [];
    const engine = createEngine(hunanPack());
    const compareWith: typeof engine.compareWith = (lastYear) => {
      asked.push(lastYear.map(({ name }) => name ?? ""));
      return engine.compareWith(lastYear);
    };
    model = modelWith({ loadEngine: async () => ({ ...engine, compareWith }) });
    await model.take([sample()]);
    const prior = (): unknown => model.store.getState().workbook?.desk.store.getState().prior;
    await model.drop([sample(sampleBytes, "上年.xlsx")]);
    await model.putWaiting("prior");
    expect(prior()).toMatchObject({ files: [{ name: "上年.xlsx" }], problem: null });
    expect(model.store.getState().book?.files).toHaveLength(1);
    await model.put("prior", [sample(workbookWithoutAnnex(), "别的.xlsx")]);
    expect(prior()).toMatchObject({ files: [{ name: "上年.xlsx" }], problem: { failure: { code: "no-annex" } } });
    await model.put("join", [sample(sampleBytes, "乙.xlsx")]);
    expect(prior()).toMatchObject({ files: [{ name: "上年.xlsx" }] });
    expect(asked).toEqual([["上年.xlsx"], ["别的.xlsx"], ["上年.xlsx"]]);
  });
});

describe("saving over the file that was opened", () => {
  function onDisk(name: string, fails: string | null = null): FileHandle & { content: Uint8Array; modified: number } {
    const file = {
      name,
      content: sampleBytes,
      modified: 1,
      getFile: async () => new File([new Uint8Array(file.content)], name, { lastModified: file.modified }),
      createWritable: async () => {
        if (fails) throw new DOMException("no", fails);
        let pending = file.content;
        return {
          write: async (data: Uint8Array<ArrayBuffer>) => {
            pending = data;
          },
          close: async () => {
            file.content = pending;
            file.modified++;
          },
        };
      },
    };
    return file;
  }

  test("writes in place, twice", async () => {
    const file = onDisk("附表.xlsx");
    await model.take([{ ...sample(), handle: file }]);
    for (const text of ["30", "31"]) {
      await model.type("附件2 整体支出自评表", [{ row: 5, column: 4, text }]);
      await model.save();
      expect(Buffer.compare(file.content, model.store.getState().book?.files[0]?.bytes ?? sampleBytes)).toBe(0);
      expect(isDirty(model.store.getState())).toBe(false);
    }
    expect(saved).toEqual([]);
  });

  test("never over what another program wrote since", async () => {
    const file = onDisk("附表.xlsx");
    await model.take([{ ...sample(), handle: file }]);
    await model.type("附件2 整体支出自评表", [{ row: 5, column: 4, text: "30" }]);
    file.modified = 99;
    await model.save();
    expect(file.content).toBe(sampleBytes);
    expect(model.store.getState().notice).toMatchObject({ kind: "error" });
    expect(model.store.getState().notice?.text).toContain("另存为");
    expect(isDirty(model.store.getState())).toBe(true);
  });

  test("without permission it says so and stays unsaved", async () => {
    const file = onDisk("附表.xlsx", "NotAllowedError");
    await model.take([{ ...sample(), handle: file }]);
    await model.type("附件2 整体支出自评表", [{ row: 5, column: 4, text: "30" }]);
    await model.save();
    expect(model.store.getState().notice?.text).toContain("许可");
    expect(isDirty(model.store.getState())).toBe(true);
  });
});

/** A workbook with a single empty sheet. */
function workbookWithoutAnnex(): Uint8Array {
  return writeNewWorkbook({
    title: "别的",
    creator: "",
    deskXml: null,
    sheets: [
      {
        name: "通讯录",
        columnWidths: [],
        rowHeights: new Map(),
        hiddenRows: new Set(),
        cells: [],
        merges: [],
        validations: [],
        frozenRows: 0,
        print: {
          orientation: "portrait",
          margins: { left: 10, right: 10, top: 10, bottom: 10 },
          repeatRows: null,
          area: { top: 0, left: 0, bottom: 0, right: 0 },
          onePage: false,
        },
      },
    ],
  });
}

test.each([
  ["?sample=redcross-2024", "redcross-2024"],
  ["?sample=redcross-2024-mistakes&lang=en", "redcross-2024-mistakes"],
  ["?sample=../../etc/passwd", null],
  ["", null],
])("%s asks for %s", (search, id) => {
  expect(sampleOfAddress(search)).toBe(id);
});
