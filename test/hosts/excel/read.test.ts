import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { WorkbookHost } from "../../../src/app/index.js";
import type { WorkbookSnapshot } from "../../../src/core/sheet/index.js";
import { excelWorkbookHost } from "../../../src/hosts/excel/index.js";
import {
  bootNode,
  excel2021,
  handMade,
  webPayloadLimit,
  type BootedHost,
  type HostOptions,
} from "../../office-host/index.js";

const desk = '<desk xmlns="urn:annex-desk:workbook:1"><fact id="x">1</fact></desk>';

const annexes = handMade(
  {
    附件1: {
      cells: [
        ["财政支出绩效评价基础数据表"],
        ["编制数", 2, { value: "#REF!", formula: "=Z99" }],
        ["控制率", { value: 1, formula: "=B2/B2", format: "0%" }, true],
        [null, 4],
      ],
      merges: ["A1:C1"],
      hiddenRows: [3],
      hiddenColumns: [1],
    },
    "a, 'b!": { cells: [["x"]], top: 4, left: 2, merges: ["C5:D6"], visibility: "hidden" },
    附件3: { cells: [["锁", { value: 1, writable: true }]], isProtected: true },
    空表: { cells: [] },
  },
  { deskXml: desk },
);

let booted: BootedHost;
let bootedWith: HostOptions | null = null;
/** Starts the library anew only where a test needs another host. */
const usual: HostOptions = {};
let host: WorkbookHost;
const notices: string[] = [];

async function start(snapshot: WorkbookSnapshot = annexes, options: HostOptions = usual): Promise<void> {
  if (bootedWith === options) {
    booted.reopen(snapshot);
  } else {
    if (bootedWith !== null) booted.close();
    booted = await bootNode(snapshot, options);
    bootedWith = options;
  }
  notices.length = 0;
  host = excelWorkbookHost({ notice: ({ zh }) => notices.push(zh) });
  booted.excel.log.clear();
}

async function read(): Promise<WorkbookSnapshot> {
  const result = await host.read();
  if (!result.ok) throw new Error(result.failure.message.zh);
  return result.value;
}

beforeEach(() => start(), 30_000);
afterAll(() => booted.close());

describe("reading the open workbook", () => {
  test("sees what the file holds", async () => {
    const snapshot = await read();
    expect(snapshot).toMatchObject({ name: "附表.xlsx", readOnly: false, structureProtected: false, deskXml: desk });
    const [first, second, third, blank] = snapshot.sheets;
    expect(first).toMatchObject({
      name: "附件1",
      visibility: "visible",
      isProtected: false,
      top: 0,
      left: 0,
      merges: [{ top: 0, left: 0, bottom: 0, right: 2 }],
      hiddenRows: [3],
      hiddenColumns: [1],
      unread: null,
    });
    expect(first?.rows[1]).toEqual([
      { value: "编制数", text: "编制数", formula: null, format: "General", isError: false },
      { value: 2, text: "2", formula: null, format: "General", isError: false },
      { value: "#REF!", text: "#REF!", formula: "=Z99", format: "General", isError: true },
    ]);
    expect(first?.rows[2]?.[1]).toMatchObject({ value: 1, formula: "=B2/B2", format: "0%" });
    expect(first?.rows[3]).toEqual([null, expect.objectContaining({ value: 4 })]);
    expect(second).toMatchObject({
      visibility: "hidden",
      top: 4,
      left: 2,
      merges: [{ top: 4, left: 2, bottom: 5, right: 3 }],
    });
    expect(third?.isProtected).toBe(true);
    expect(third?.rows[0]?.map((cell) => cell?.writable)).toEqual([false, true]);
    expect(blank?.rows.flat()).toEqual([]);
  });

  test("two syncs at first, one afterwards, and nothing else on the wire", async () => {
    await read();
    expect([booted.excel.log.requests, booted.excel.log.syncs]).toEqual([2, 2]);
    booted.excel.log.clear();
    booted.excel.userEdit("附件1", "B2", 7);
    expect((await read()).sheets[0]?.rows[1]?.[1]?.value).toBe(7);
    expect([booted.excel.log.requests, booted.excel.log.syncs]).toEqual([1, 1]);
    expect(booted.excel.heldReferences).toBe(0);
    expect(booted.excel.log.entries.some(({ wrote }) => wrote)).toBe(false);
  });

  test("a row added below is read in the one sync; a renamed sheet as well", async () => {
    await read();
    booted.excel.userEdit("附件1", "A20", "新行");
    booted.excel.userRename("附件1", "基础数据表");
    booted.excel.log.clear();
    const [first] = (await read()).sheets;
    expect(first?.name).toBe("基础数据表");
    expect(first?.rows[19]?.[0]?.value).toBe("新行");
    expect(booted.excel.log.requests).toBe(1);
  });

  test("a vanished sheet falls back to two syncs, a new one costs one more", async () => {
    await read();
    booted.excel.userDeleteSheet("附件3");
    booted.excel.log.clear();
    expect((await read()).sheets.map(({ name }) => name)).toEqual(["附件1", "a, 'b!", "空表"]);
    expect(booted.excel.log.requests).toBe(3);
    booted.excel.userAddSheet("附件4");
    booted.excel.userEdit("附件4", "A1", "项目");
    booted.excel.log.clear();
    expect((await read()).sheets.at(-1)?.rows[0]?.[0]?.value).toBe("项目");
    expect(booted.excel.log.requests).toBe(2);
    booted.excel.log.clear();
    await read();
    expect(booted.excel.log.requests).toBe(1);
  });

  test("our part stored by someone else meanwhile is found", async () => {
    await start(handMade({ 附件1: { cells: [["x"]] } }));
    expect((await read()).deskXml).toBeNull();
    booted.excel.workbook.xmlParts.push({ id: "{P}", xml: desk });
    expect((await read()).deskXml).toBe(desk);
  });

  test("a sheet beyond its window is read whole, and it is said", async () => {
    const rows = Array.from({ length: 2_000 }, (_, row) =>
      Array.from({ length: 60 }, (_, column) => row * 100 + column),
    );
    await start(handMade({ 大表: { cells: rows }, 附件1: { cells: [["x"]] } }));
    const [big, small] = (await read()).sheets;
    expect(big?.rows).toHaveLength(2_000);
    expect(big?.rows[1_999]?.[59]?.value).toBe(199_959);
    expect(small?.rows[0]?.[0]?.value).toBe("x");
    expect(notices).toEqual(["工作表 大表 内容较多，分次读取。"]);
    expect(booted.excel.log.requests).toBe(4);
    expect(Math.max(...booted.excel.log.entries.map(({ responseBytes }) => responseBytes))).toBeLessThan(4_000_000);
  });

  test("a sheet that starts far from A1 is read where it lies", async () => {
    await start(handMade({ 远: { cells: [["x", "y"]], top: 5_000, left: 300 } }));
    expect((await read()).sheets[0]).toMatchObject({ top: 5_000, left: 300, rows: [[{ value: "x" }, { value: "y" }]] });
  });

  test("a sheet of senseless size is listed with the reason", async () => {
    await start(handMade({ 附件1: { cells: [["x"]] }, 底表: { cells: [[1]] } }));
    booted.excel.userEdit("底表", "Z90000", 1);
    const [, base] = (await read()).sheets;
    expect(base?.unread).toContain("2340000 个单元格");
    expect(base?.rows).toEqual([]);
  });

  test("above Excel's limit of an answer the batch is halved", async () => {
    const rows = Array.from({ length: 300 }, (_, row) =>
      Array.from({ length: 40 }, (_, column) => `文字${row}-${column}`),
    );
    await start(handMade({ 甲: { cells: rows }, 乙: { cells: rows } }));
    booted.excel.knobs.maxResponseBytes = 900_000;
    const { sheets } = await read();
    expect(sheets.map((sheet) => sheet.rows.flat().length)).toEqual([12_000, 12_000]);
    booted.excel.knobs.maxResponseBytes = webPayloadLimit;
    await start(handMade({ 甲: { cells: rows }, 乙: { cells: rows } }));
    await read();
    expect(booted.excel.log.requests).toBe(2);
  });

  test("above 512 merged areas the batch is repeated without them, once", async () => {
    const merges = Array.from({ length: 513 }, (_, row) => `A${row + 1}:B${row + 1}`);
    const cells = Array.from({ length: 513 }, () => ["x", null]);
    await start(handMade({ 附件1: { cells, merges } }));
    expect((await read()).sheets[0]?.merges).toEqual([]);
    expect(booted.excel.log.requests).toBe(3);
    expect(notices).toHaveLength(1);
    booted.excel.log.clear();
    await read();
    expect(booted.excel.log.requests).toBe(1);
  });

  test("exactly 512 are reported", async () => {
    const merges = Array.from({ length: 512 }, (_, row) => `A${row + 1}:B${row + 1}`);
    await start(handMade({ 附件1: { cells: Array.from({ length: 512 }, () => ["x", null]), merges } }));
    expect((await read()).sheets[0]?.merges).toHaveLength(512);
  });

  test.each([
    ["ExcelApi 1.12 knows no merges", "1.12", []],
    ["ExcelApi 1.13 does", "1.13", [{ top: 0, left: 0, bottom: 0, right: 2 }]],
  ])("%s", async (_, version, merges) => {
    await start(annexes, { requirements: { ...excel2021, ExcelApi: version } });
    expect((await read()).sheets[0]?.merges).toEqual(merges);
    expect(booted.excel.log.requests).toBe(2);
  });

  test("below ExcelApi 1.9 one clear sentence, no request", async () => {
    await start(annexes, { requirements: { ...excel2021, ExcelApi: "1.8" } });
    const result = await host.read();
    expect(result).toMatchObject({ ok: false, failure: { code: "excel-too-old" } });
    expect(booted.excel.log.requests).toBe(0);
  });
});

describe("when Excel does not answer", () => {
  test.each([
    ["cell-editing", (): void => void (booted.excel.knobs.cellEditing = true)],
    ["host-busy", (): void => void (booted.excel.knobs.overloaded = true)],
  ])("%s", async (code, turn) => {
    turn();
    const result = await host.read();
    expect(result).toMatchObject({ ok: false, failure: { code } });
    if (!result.ok) {
      expect(result.failure.message.zh).toMatch(/。$/);
      expect(result.failure.message.en).toMatch(/\.$/);
    }
  });

  test("a read-only workbook says so", async () => {
    await start(annexes, { readOnly: true });
    expect(host.capabilities()).toEqual({ readOnly: true, undo: "cleared", watches: true });
    expect((await read()).readOnly).toBe(true);
  });
});

test("a number in a column too narrow to show it keeps its value as text", async () => {
  const narrow = handMade({ 附件1: { cells: [[12.5]] } });
  const sheet = narrow.sheets[0];
  const cell = sheet?.rows[0]?.[0];
  if (!sheet || !cell) throw new Error("no cell");
  await start({ ...narrow, sheets: [{ ...sheet, rows: [[{ ...cell, text: "####" }]] }] });
  expect((await read()).sheets[0]?.rows[0]?.[0]?.text).toBe("12.5");
});
