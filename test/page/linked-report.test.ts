import { readFileSync } from "node:fs";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { success } from "../../src/core/result/index.js";
import { readWorkbook } from "../../src/documents/xlsx/index.js";
import type { IncomingFile } from "../../src/page/incoming-file.js";
import * as files from "../../src/page/open-file.js";
import { createPageModel, type PageModel } from "../../src/page/page-model.js";
import type { FileHandle } from "../../src/page/save-target.js";
import { loadPageTexts } from "../../src/page/texts.js";
import { createEngine } from "../../src/pane/create-engine.js";
import { loadTexts } from "../../src/pane/index.js";
import { bodyText } from "../documents/docx/package.js";
import { hunanPack } from "../support/hunan-pack.js";

const workbook = new Uint8Array(readFileSync("assets/samples/redcross-2024.xlsx"));
const texts = await loadPageTexts("zh");
const paneTexts = await loadTexts("zh");
/** 公用经费 of the year. */
const operating = { sheet: "附件1 基础数据表", row: 21, column: 5 };

let report: Uint8Array;
let model: PageModel;
let saved: { name: string; bytes: Uint8Array }[];

beforeAll(async () => {
  const read = await readWorkbook(workbook, "附表.xlsx");
  if (!read.ok) throw new Error(read.failure.message.en);
  const sheet = read.value.sheets.find(({ name }) => name === operating.sheet);
  expect(sheet?.rows[operating.row - sheet.top]?.[operating.column - sheet.left]?.text).toBe("1.12");
  const made = await createEngine(hunanPack()).buildReport(read.value);
  if (!made.ok) throw new Error(made.failure.message.en);
  report = made.value.bytes;
});

interface Disk {
  readonly handle: FileHandle;
  content: Uint8Array;
  asked: number;
}

/** A report on a disk that the browser lets the page write, once it is asked. */
function onDisk(answer: "granted" | "denied", fails: string | null = null): Disk {
  const disk: Disk = {
    content: report,
    asked: 0,
    handle: {
      name: "自评报告.docx",
      getFile: async () => new File([new Uint8Array(disk.content)], "自评报告.docx", { lastModified: 1 }),
      requestPermission: async () => {
        disk.asked++;
        return answer;
      },
      createWritable: async () => {
        if (fails !== null) throw new DOMException("no", fails);
        let pending = disk.content;
        return {
          write: async (data: Uint8Array<ArrayBuffer>) => {
            pending = data;
          },
          close: async () => {
            disk.content = pending;
          },
        };
      },
    },
  };
  return disk;
}

const incoming = (name: string, bytes: Uint8Array, handle?: FileHandle): IncomingFile => ({
  name,
  size: bytes.length,
  bytes: async () => bytes,
  ...(handle && { handle }),
});

beforeEach(() => {
  saved = [];
  model = createPageModel({
    files: async () => files,
    loadEngine: async () => createEngine(hunanPack()),
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

/** The workbook open with 公用经费 raised to 1.5, the report dropped on the page. */
async function dropped(file: IncomingFile) {
  await model.drop([incoming("附表.xlsx", workbook)]);
  await model.type(operating.sheet, [{ ...operating, text: "1.5" }]);
  await model.drop([file]);
  const desk = model.store.getState().workbook?.desk;
  if (!desk) throw new Error("nothing is open");
  return desk.reports();
}

describe("报告拖到网页上", () => {
  test("没有打开附表：一句话说先打开什么", async () => {
    await model.drop([incoming("自评报告.docx", report)]);
    expect(model.store.getState().failure?.message.zh).toContain("请先打开附表工作簿");
    expect(model.store.getState().workbook).toBeNull();
  });

  test("附表和报告一起拖进来：打开附表，比对报告", async () => {
    await model.drop([incoming("自评报告.docx", report), incoming("附表.xlsx", workbook)]);
    const desk = model.store.getState().workbook?.desk;
    expect(desk?.store.getState().view).toBe("report");
    expect((await desk?.reports())?.store.getState().chosen?.name).toBe("自评报告.docx");
  });

  test("写回拖来的文件本身，点击时才问许可", async () => {
    const disk = onDisk("granted");
    const reports = await dropped(incoming("自评报告.docx", report, disk.handle));
    expect(reports.store.getState().planned?.plan.figures.map(({ label }) => label)).toContain("公用经费");
    expect(disk.asked).toBe(0);
    await reports.write();
    expect(disk.asked).toBe(1);
    expect((await bodyText(disk.content)).join("")).toContain("公用经费1.50万元");
    expect(reports.store.getState().handed?.outcome).toEqual(success({ kind: "saved", name: "自评报告.docx" }));
    expect(reports.store.getState().planned?.plan.figures).toEqual([]);
    expect(saved).toEqual([]);
  });

  test("不许可：下载，原文件不动", async () => {
    const disk = onDisk("denied");
    const reports = await dropped(incoming("自评报告.docx", report, disk.handle));
    await reports.write();
    expect(disk.content).toBe(report);
    expect(saved.map(({ name }) => name)).toEqual(["自评报告.docx"]);
  });

  test("文件被别的程序占用：说原因，原文件不动，还能下载", async () => {
    const disk = onDisk("granted", "NoModificationAllowedError");
    const reports = await dropped(incoming("自评报告.docx", report, disk.handle));
    await reports.write();
    expect(reports.store.getState().handed?.outcome).toMatchObject({ ok: false, failure: { code: "unwritable" } });
    expect(disk.content).toBe(report);
    await reports.saveAgain();
    expect((await bodyText(saved[0]?.bytes ?? report)).join("")).toContain("公用经费1.50万元");
  });

  test("没有句柄的浏览器：以同一文件名下载", async () => {
    const reports = await dropped(incoming("自评报告.docx", report));
    await reports.write();
    expect(saved.map(({ name }) => name)).toEqual(["自评报告.docx"]);
    expect(reports.store.getState().isOwnCopy).toBe(true);
  });
});
