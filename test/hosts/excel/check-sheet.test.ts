import { readFileSync } from "node:fs";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import {
  checkSheet,
  checkSheetMark,
  checkWorkbook,
  layOutCheckSheet,
  openBook,
  type CheckResult,
  type WorkbookHost,
} from "../../../src/app/index.js";
import type { WorkbookSnapshot } from "../../../src/core/sheet/index.js";
import { readWorkbook, type NewSheet } from "../../../src/documents/xlsx/index.js";
import { excelWorkbookHost } from "../../../src/hosts/excel/index.js";
import { uniformAreas } from "../../../src/hosts/excel/uniform-areas.js";
import { bootNode, type BootedHost } from "../../office-host/index.js";
import { hunanPack } from "../../support/hunan-pack.js";

/** The check sheet drawn into the open workbook, over the real office.js. */
const pack = hunanPack();
const read = await readWorkbook(readFileSync("assets/samples/redcross-2024-mistakes.xlsx"), "附表.xlsx");
if (!read.ok) throw new Error(read.failure.message.zh);
const workbook = read.value;

let booted: BootedHost | null = null;
let host: WorkbookHost;
let time = 0;

async function start(snapshot: WorkbookSnapshot = workbook): Promise<void> {
  if (booted) booted.reopen(snapshot);
  else booted = await bootNode(snapshot, {});
  host = excelWorkbookHost({ now: () => time });
  await host.read();
  booted.excel.log.clear();
}

beforeEach(() => start(), 30_000);
afterAll(() => booted?.close());

const excel = () => {
  if (!booted) throw new Error("not started");
  return booted.excel;
};

async function checked(): Promise<CheckResult> {
  const snapshot = await host.read();
  if (!snapshot.ok) throw new Error(snapshot.failure.message.zh);
  return checkWorkbook(snapshot.value, openBook(snapshot.value, pack), pack);
}

function drawingOf(result: CheckResult, on = "2025-03-01"): NewSheet {
  return layOutCheckSheet(checkSheet(result, pack, on), "核对单");
}

const names = () => excel().workbook.sheets.map(({ name }) => name);
const looks = (sheet: string) => Object.fromEntries(excel().sheet(sheet).looks);

describe("核对单画进工作簿", () => {
  test("两次往返：找位置，画；画完就在眼前", async () => {
    const before = await checked();
    const drawn = drawingOf(before);
    excel().log.clear();
    expect(await host.putSheet(drawn, checkSheetMark)).toEqual({ ok: true, value: "核对单" });
    expect(excel().log.syncs).toBe(2);
    expect(names()).toEqual([...workbook.sheets.map(({ name }) => name), "核对单"]);
    expect(excel().activeSheet).toBe("核对单");
    expect(excel().cell("核对单", "A1").value).toBe(checkSheetMark);
    expect(excel().cell("核对单", "A2").value).toBe("绩效附表核对单");
    expect(excel().sheet("核对单").hiddenRows).toEqual(new Set([0]));
    const texts = drawn.cells.filter(({ content }) => content.kind === "value" && typeof content.value === "string");
    for (const { row, column, content } of texts) {
      const cell = excel().sheet("核对单").cell(row, column);
      expect([cell.value, cell.formula]).toEqual([content.kind === "value" ? content.value || null : "", null]);
    }
  });

  test("A4 横向、表头重复、打印区域不含标记、框线和底色", async () => {
    const drawn = drawingOf(await checked());
    await host.putSheet(drawn, checkSheetMark);
    const said = looks("核对单");
    const last = drawn.print.area.bottom + 1;
    expect(said).toMatchObject({
      ...{ "page.orientation": "Landscape", "page.paperSize": "A4", "page.printArea": `A2:I${last}` },
      ...{ "page.printTitleRows": "$5:$5", "page.zoom": { horizontalFitToPages: 1 }, frozenRows: 5 },
      "page.centerFooter": "第 &P 页，共 &N 页",
    });
    expect(said["fill.color A5:I5"]).toBe("#E7E6E6");
    expect(said["columnWidth B1"]).toBeCloseTo((34 * 7 + 5) * 0.75);
    expect(Object.keys(said).filter((key) => key.startsWith("border.EdgeTop"))).not.toEqual([]);
    expect(excel().sheet("核对单").merges).toContainEqual({ top: 1, left: 0, bottom: 1, right: 8 });
  });

  test("再生成一次：同一张，换了名字也认得，旧内容不留，附表的核对结果不变", async () => {
    const before = await checked();
    const long = drawingOf(before);
    await host.putSheet(long, checkSheetMark);
    excel().userRename("核对单", "3月核对");
    const short = { ...long, cells: long.cells.filter(({ row }) => row < 8), merges: [] };
    expect(await host.putSheet(short, checkSheetMark)).toEqual({ ok: true, value: "3月核对" });
    expect(names().filter((name) => /核对/.test(name))).toEqual(["3月核对"]);
    const [first = { row: 0, column: 0 }] = long.cells.filter(({ row }) => row >= 8);
    expect(excel().sheet("3月核对").cell(first.row, first.column).value).toBeNull();
    expect(excel().sheet("3月核对").merges).toEqual([]);
    const after = await checked();
    expect(after.annexes).toEqual(before.annexes);
    expect(after.findings.map(({ fingerprint }) => fingerprint)).toEqual(
      before.findings.map(({ fingerprint }) => fingerprint),
    );
  });

  test("别人自己的同名表不动，另起一个名字", async () => {
    const drawn = drawingOf(await checked());
    excel().userAddSheet("核对单");
    excel().userEdit("核对单", "A1", "自己记的");
    expect(await host.putSheet(drawn, checkSheetMark)).toEqual({ ok: true, value: "核对单 (2)" });
    expect(excel().cell("核对单", "A1").value).toBe("自己记的");
    expect(await host.putSheet(drawn, checkSheetMark)).toEqual({ ok: true, value: "核对单 (2)" });
  });

  test("以 = + - @ 开头的说明写成文字", async () => {
    const result = await checked();
    const findings = result.findings.map((finding) =>
      finding.severity === "warning"
        ? { ...finding, waived: { reason: "=1+1", by: "@某人", on: "2025-03-01" } }
        : finding,
    );
    await host.putSheet(drawingOf({ ...result, findings }), checkSheetMark);
    const cells = [...excel().sheet("核对单").cells.values()];
    expect(cells.filter(({ formula }) => formula !== null)).toEqual([]);
    expect(cells.filter(({ value }) => value === "=1+1")).toHaveLength(3);
    expect(cells.filter(({ value }) => value === "2025-03-01")).toHaveLength(3);
  });

  test("结构受保护、只读、核对单受保护：不写，说明白", async () => {
    const drawn = drawingOf(await checked());
    await host.putSheet(drawn, checkSheetMark);
    excel().sheet("核对单").protected = true;
    expect(await host.putSheet(drawn, checkSheetMark)).toMatchObject({ failure: { code: "protected" } });
    excel().userDeleteSheet("核对单");
    excel().workbook.structureProtected = true;
    expect(await host.putSheet(drawn, checkSheetMark)).toMatchObject({ failure: { code: "structure-protected" } });
    excel().workbook.structureProtected = false;
    excel().workbook.readOnly = true;
    expect(await host.putSheet(drawn, checkSheetMark)).toMatchObject({ failure: { code: "read-only" } });
    excel().workbook.readOnly = false;
    expect(names()).toEqual(workbook.sheets.map(({ name }) => name));
  });

  test("自己画的表不算别人的改动", async () => {
    let heard = 0;
    const stop = host.watch(() => (heard += 1));
    await vi.waitFor(() => expect(excel().log.actions.join()).toContain("_RegisterDataChangedEvent"));
    await host.putSheet(drawingOf(await checked()), checkSheetMark);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(heard).toBe(0);
    time += 10_000;
    excel().userEdit("核对单", "A2", "改了");
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(heard).toBe(1);
    stop();
  });
});

test("同样的格子并成长方形", () => {
  const cells = ["aab", "aab", "ccb"].flatMap((line, row) =>
    [...line].map((value, column) => ({ row, column, value })),
  );
  expect(uniformAreas(cells, ({ value }) => value)).toEqual([
    { value: "a", area: { top: 0, left: 0, bottom: 1, right: 1 } },
    { value: "b", area: { top: 0, left: 2, bottom: 2, right: 2 } },
    { value: "c", area: { top: 2, left: 0, bottom: 2, right: 1 } },
  ]);
});
