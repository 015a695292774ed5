import { describe, expect, it } from "vitest";
import { sampleBooks } from "../../scripts/samples/build.js";
import {
  checkSheet,
  checkSheetBook,
  checkSheetMark,
  checkWorkbook,
  freeSheetName,
  isMarked,
  layOutCheckSheet,
  openBook,
  type CheckResult,
  type CheckSheet,
  type CheckState,
} from "../../src/app/index.js";
import type { SheetSnapshot, WorkbookSnapshot } from "../../src/core/sheet/index.js";
import { readWorkbook, writeNewWorkbook, type NewWorkbook } from "../../src/documents/xlsx/index.js";
import { hunanPack } from "../support/hunan-pack.js";
import { openXmlErrors } from "../support/open-xml-errors.js";
import { sheetOf } from "../support/sheet.js";

const pack = hunanPack();
const { clean, mistaken } = sampleBooks(pack.forms);

async function snapshotOf(book: NewWorkbook | Uint8Array): Promise<WorkbookSnapshot> {
  const read = await readWorkbook(book instanceof Uint8Array ? book : writeNewWorkbook(book), "附表.xlsx");
  if (!read.ok) throw new Error(read.failure.message.zh);
  return read.value;
}

function checked(workbook: WorkbookSnapshot): CheckResult {
  return checkWorkbook(workbook, openBook(workbook, pack), pack);
}

async function sheetOfSample(change: (result: CheckResult) => CheckResult = (result) => result): Promise<CheckSheet> {
  return checkSheet(change(checked(await snapshotOf(mistaken))), pack, "2025-03-01");
}

/** The reasons of the first warning, as the sheet is to tell them. */
const explaining =
  (reason: string) =>
  (result: CheckResult): CheckResult => ({
    ...result,
    findings: result.findings.map((finding) =>
      finding.id === "file/hidden" ? { ...finding, waived: { reason, by: "@张三", on: "2025-02-28" } } : finding,
    ),
  });

const rowsOf = ({ groups }: CheckSheet) => groups.flatMap(({ rows }) => rows);

describe("核对单", () => {
  it("每条规则都在：通过、不适用（为什么）、有问题的逐处", async () => {
    const sheet = await sheetOfSample();
    expect([...new Set(rowsOf(sheet).map(({ rule }) => rule))].sort()).toEqual(pack.rules.map(({ id }) => id).sort());
    expect(sheet).toMatchObject({ unit: "屈原管理区红十字会", year: 2024, on: "2025-03-01", rules: pack.rules.length });
    const { info } = checked(await snapshotOf(mistaken)).summary;
    expect(sheet.counts).toMatchObject({ error: 5, warning: 3, explained: 0, info });
    const total = Object.values(sheet.counts).reduce((sum, count) => sum + count, 0);
    expect(total).toBe(rowsOf(sheet).length);
    const states = new Set(rowsOf(sheet).map(({ state }) => state));
    for (const state of ["passed", "notApplicable", "error", "warning"] satisfies CheckState[]) {
      expect(states).toContain(state);
    }
    for (const row of rowsOf(sheet)) {
      expect(row.detail !== "", `${row.rule} ${row.state}`).toBe(row.state !== "passed" && row.state !== "covered");
    }
    expect(sheet.groups.map(({ title }) => title)).toContain("附件2、附件3 资金");
    const rate = rowsOf(sheet).find(({ rule }) => rule === "fund/execution-rate");
    expect(rate).toMatchObject({ state: "error", place: "附件2 整体支出自评表!H6", title: "执行率" });
  });

  it("说明过的写明原因、谁、何时", async () => {
    const sheet = await sheetOfSample(explaining("两项为零"));
    expect(sheet.counts).toMatchObject({ warning: 2, explained: 1 });
    expect(rowsOf(sheet).find(({ state }) => state === "explained")).toMatchObject({
      ...{ rule: "file/hidden", reason: "两项为零", by: "@张三", on: "2025-02-28" },
    });
  });

  it("被更重的问题说尽了的规则，写“见其他问题”", async () => {
    const sheet = await sheetOfSample((result) => ({
      ...result,
      findings: result.findings.filter(({ id }) => id !== "file/hidden"),
    }));
    expect(rowsOf(sheet).find(({ rule }) => rule === "file/hidden")?.state).toBe("covered");
  });

  it("没有名称的一族用编号", async () => {
    const result = checked(await snapshotOf(clean));
    const [group] = checkSheet(result, { ...pack, families: {} }, "2025-03-01").groups;
    expect(group?.title).toBe("file");
  });
});

describe("核对单的版面", () => {
  const texts = (sheet: SheetSnapshot): string[] => sheet.rows.flat().flatMap((cell) => (cell ? [cell.text] : []));

  it("A4 横向，表头每页重复，第一行隐藏着标记", async () => {
    const laid = layOutCheckSheet(await sheetOfSample(), "核对单");
    const { print, hiddenRows, frozenRows, cells } = laid;
    expect(print).toMatchObject({ orientation: "landscape", repeatRows: [4, 4], onePage: false });
    expect(frozenRows).toBe(5);
    expect(cells.filter(({ row }) => row === 4).map(({ content }) => content)).toContainEqual({
      ...{ kind: "value", value: "问题，或不适用的原因" },
    });
    expect([...hiddenRows]).toEqual([0]);
    expect(cells[0]?.content).toEqual({ kind: "value", value: checkSheetMark });
    expect(print.area.top).toBe(1);
    expect(Math.max(...laid.rowHeights.values())).toBeLessThanOrEqual(409);
    const last = cells.filter(({ content }) => content.kind === "value" && content.value !== null).at(-1)?.row ?? 0;
    expect(print.area.bottom).toBe(last);
  });

  it("以 = + - @ 开头的文字还是文字", async () => {
    const sheet = await sheetOfSample(explaining('=HYPERLINK("http://x","y")'));
    const laid = layOutCheckSheet(sheet, "核对单");
    const risky = laid.cells.filter(({ content }) => content.kind === "value" && /^[=@]/.test(String(content.value)));
    expect(risky.map(({ style }) => style.quoted)).toEqual([true, true]);
    expect(laid.cells.every(({ content }) => content.kind === "value")).toBe(true);
    const bytes = checkSheetBook([{ name: "a.xlsx", sheet, problem: "" }]);
    const written = await snapshotOf(bytes);
    const cell = written.sheets[0]?.rows.flat().find((one) => one?.text.startsWith("=HYPERLINK"));
    expect(cell).toMatchObject({ formula: null, value: '=HYPERLINK("http://x","y")' });
    expect(openXmlErrors(bytes)).toEqual([]);
  });

  it("一个工作簿一张；几个先有汇总，读不了的写明原因", async () => {
    const sheet = await sheetOfSample();
    const one = await snapshotOf(checkSheetBook([{ name: "a.xlsx", sheet, problem: "" }]));
    expect(one.sheets.map(({ name }) => name)).toEqual(["核对单"]);
    const bytes = checkSheetBook([
      { name: "a.xlsx", sheet, problem: "" },
      { name: "b.xlsx", sheet: null, problem: "读不了：加密" },
      {
        name: "c.xlsx",
        sheet: { ...sheet, unit: "某[县]/局: 一个名字长得超过三十一个字的单位名称用来试一试够不够" },
        problem: "",
      },
    ]);
    const several = await snapshotOf(bytes);
    expect(several.sheets.map(({ name }) => name)).toEqual([
      "汇总",
      "1 屈原管理区红十字会",
      "3 某 县  局  一个名字长得超过三十一个字的单位名称用来试",
    ]);
    const [overview] = several.sheets;
    expect(overview && texts(overview)).toEqual(
      expect.arrayContaining([
        "b.xlsx",
        "读不了：加密",
        "某[县]/局: 一个名字长得超过三十一个字的单位名称用来试一试够不够",
      ]),
    );
    expect(openXmlErrors(bytes)).toEqual([]);
  });
});

describe("核对单不是附表", () => {
  it("放进工作簿以后，核对的结果不变", async () => {
    const before = checked(await snapshotOf(mistaken));
    const laid = layOutCheckSheet(await sheetOfSample(), "核对单");
    const after = checked(await snapshotOf({ ...mistaken, sheets: [laid, ...mistaken.sheets] }));
    expect(after.annexes).toEqual(before.annexes);
    expect(after.findings.map(({ fingerprint }) => fingerprint)).toEqual(
      before.findings.map(({ fingerprint }) => fingerprint),
    );
    expect(after.unread).toEqual(before.unread);
  });

  it("认的是标记，不是名字；上面插了行、左边插了列也认得", () => {
    expect(isMarked(sheetOf("核对单", [["绩效附表核对单"]]), checkSheetMark)).toBe(false);
    expect(isMarked(sheetOf("改了名", [[checkSheetMark]]), checkSheetMark)).toBe(true);
    expect(isMarked(sheetOf("a", [[null], [null], [null, null, checkSheetMark]]), checkSheetMark)).toBe(true);
    expect(isMarked(sheetOf("a", [[checkSheetMark]], { top: 2, left: 1 }), checkSheetMark)).toBe(true);
    expect(isMarked(sheetOf("a", [[checkSheetMark]], { top: 40 }), checkSheetMark)).toBe(false);
  });

  it("名字被占了就编号，不超过31个字", () => {
    expect(freeSheetName("核对单", ["附件1"])).toBe("核对单");
    expect(freeSheetName("Check", ["CHECK", "check (2)"])).toBe("Check (3)");
    const long = "长".repeat(31);
    expect(freeSheetName(long, [long])).toBe(`${"长".repeat(27)} (2)`);
  });
});
