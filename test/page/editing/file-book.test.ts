import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import type { CellEdit, SheetTarget, WorkbookSnapshot } from "../../../src/core/sheet/index.js";
import { gridOf, parseAddress } from "../../../src/core/sheet/index.js";
import { openArchive, rewriteArchive } from "../../../src/documents/archive/index.js";
import { editWorkbook, readWorkbook, type NewSheet, type NewStyle } from "../../../src/documents/xlsx/index.js";
import { openFileBook } from "../../../src/page/editing/file-book.js";
import type { BookState, FileBook } from "../../../src/page/page-workbook.js";
import { openXmlErrors } from "../../support/open-xml-errors.js";

const bytes = new Uint8Array(readFileSync("assets/samples/redcross-2024-mistakes.xlsx"));
const a1 = "附件1 基础数据表";
const a2 = "附件2 整体支出自评表";

let told: BookState[];
let shown: SheetTarget[];
let drawn = 0;

async function open(...names: string[]): Promise<FileBook> {
  return openBytes(names.map((name) => ({ name, bytes, saved: bytes })));
}

async function openBytes(files: readonly { name: string; bytes: Uint8Array; saved: Uint8Array }[]): Promise<FileBook> {
  const watcher = {
    selected: (target: SheetTarget) => shown.push(target),
    changed: (state: BookState) => told.push(state),
    drawn: () => void drawn++,
    selection: () => [],
  };
  const opened = await openFileBook(files, watcher, () => new Date(2025, 0, 1));
  if (!opened.ok) throw new Error(opened.failure.message.zh);
  return opened.value;
}

const at = (address: string): { row: number; column: number } => {
  const place = parseAddress(address);
  if (!place) throw new Error(address);
  return place;
};

const typed = (book: FileBook, sheet: string, cells: Record<string, string>): ReturnType<FileBook["type"]> =>
  book.type(
    sheet,
    Object.entries(cells).map(([address, text]) => ({ ...at(address), text })),
  );

function shownAt(workbook: WorkbookSnapshot, sheet: string, address: string): string {
  const found = workbook.sheets.find(({ name }) => name === sheet);
  if (!found) throw new Error(sheet);
  const { row, column } = at(address);
  return gridOf(found).textAt(row, column);
}

async function parts(file: Uint8Array): Promise<Map<string, string>> {
  const archive = await openArchive(file);
  if (!archive.ok) throw new Error("no package");
  const read = await Promise.all(
    archive.value.names.map(async (name): Promise<[string, string]> => {
      const part = await archive.value.read(name);
      return [name, part.ok ? Buffer.from(part.value).toString("latin1") : ""];
    }),
  );
  return new Map(read);
}

const codeOf = (result: { readonly ok: boolean; readonly failure?: { readonly code: string } }): string =>
  result.failure?.code ?? "ok";

beforeEach(() => {
  told = [];
  shown = [];
});

describe("typing", () => {
  test("writes the cell, recalculates what hangs on it, leaves every other part alone", async () => {
    const book = await open("附表.xlsx");
    expect(shownAt(book.state().snapshot, a1, "B7")).toBe("0.08");
    const result = await typed(book, a1, { B12: "0.5" });
    expect(result).toMatchObject({ ok: true, value: { left: null } });
    const { snapshot, files, changed, canUndo } = book.state();
    expect(["B12", "B7"].map((address) => shownAt(snapshot, a1, address))).toEqual(["0.50", "0.50"]);
    expect([...changed]).toEqual([`${a1}!11,1`]);
    expect([files[0]?.changed, canUndo, told.length]).toEqual([true, true, 1]);
    const [old, now] = [await parts(bytes), await parts(files[0]?.bytes ?? bytes)];
    expect([...now].filter(([name, text]) => old.get(name) !== text).map(([name]) => name)).toEqual([
      "xl/workbook.xml",
      "xl/worksheets/sheet1.xml",
    ]);
    expect(openXmlErrors(files[0]?.bytes ?? bytes)).toEqual([]);
  });

  test("a per cent typed into an emptied cell of per cents is a per cent again", async () => {
    const book = await open("附表.xlsx");
    await typed(book, a2, { H6: "" });
    await typed(book, a2, { H6: "80" });
    expect(shownAt(book.state().snapshot, a2, "H6")).toBe("80.00%");
  });

  test("what is there already is no change", async () => {
    const book = await open("附表.xlsx");
    expect(await typed(book, a2, { H6: "100%" })).toMatchObject({ ok: true, value: { target: null } });
    expect(book.state()).toMatchObject({ canUndo: false, files: [{ changed: false }] });
  });

  test("all or nothing: one bad cell of a block, and none is written", async () => {
    const book = await open("附表.xlsx");
    expect(codeOf(await typed(book, a2, { E6: "1", F6: "=nonsense(" }))).toBe("formula-unread");
    expect(codeOf(await typed(book, a2, { E6: "=E6+1" }))).toBe("formula-circular");
    expect(codeOf(await typed(book, "没有", { A1: "1" }))).toBe("unknown-sheet");
    expect(book.state().files[0]?.bytes).toBe(bytes);
  });

  test("a formula that cannot be computed here is told once, and kept", async () => {
    const book = await open("附表.xlsx");
    const result = await typed(book, a2, { H6: "=vlookup(F6,E6:F6,1)" });
    expect(result).toMatchObject({ ok: true, value: { left: { place: `${a2} H6`, count: 1 } } });
  });

  test("nothing vanishes under a merged cell", async () => {
    const book = await open("附表.xlsx");
    expect(codeOf(await typed(book, a2, { A6: "1" }))).toBe("inside-merge");
    expect(codeOf(await typed(book, a2, { A6: "", E6: "30.2" }))).toBe("ok");
  });

  test("several at once are done one after the other", async () => {
    const book = await open("附表.xlsx");
    await Promise.all(["1", "2", "3"].map((text) => typed(book, a2, { E6: text })));
    expect(shownAt(book.state().snapshot, a2, "E6")).toBe("3.00");
    await book.undo();
    expect(shownAt(book.state().snapshot, a2, "E6")).toBe("2.00");
  });
});

describe("undo and redo", () => {
  test("put back the very bytes", async () => {
    const book = await open("附表.xlsx");
    await typed(book, a2, { E6: "1" });
    await typed(book, a2, { F6: "2" });
    const last = book.state().files[0]?.bytes;
    expect(await book.undo()).toMatchObject({ ok: true, value: { sheet: a2, area: { top: 5, left: 5 } } });
    await book.undo();
    expect(book.state().files[0]?.bytes).toBe(bytes);
    expect([book.state().canUndo, book.state().canRedo, book.state().changed.size]).toEqual([false, true, 0]);
    expect(await book.undo()).toEqual({ ok: true, value: null });
    await book.redo();
    await book.redo();
    expect(book.state().files[0]?.bytes).toBe(last);
    await book.undo();
    await typed(book, a2, { G6: "3" });
    expect(book.state().canRedo).toBe(false);
  });

  test("the pane's write is a step like any other; the pane can take it back only while it is the last", async () => {
    const book = await open("附表.xlsx");
    const edit: CellEdit = { sheet: a2, ...at("H6"), content: { kind: "formula", formula: "=F6/E6", cached: null } };
    const first = await book.host.write([edit]);
    if (!first.ok) throw new Error("not written");
    await typed(book, a2, { E6: "1" });
    expect(codeOf(await book.host.undo(first.value))).toBe("changed-since");
    await book.undo();
    expect(codeOf(await book.host.undo(first.value))).toBe("ok");
    expect(book.state().files[0]?.bytes).toBe(bytes);
    expect(book.state().canRedo).toBe(true);
  });

  test("what was stored beside the cells stays when cells go back", async () => {
    const book = await open("附表.xlsx");
    await typed(book, a2, { E6: "1" });
    const stored = await book.host.storeDesk((current) => ({
      ok: true,
      value: (current ?? "").replace("</", "<!--kept--></"),
    }));
    expect(codeOf(stored)).toBe("ok");
    await book.undo();
    const { snapshot, files } = book.state();
    expect(snapshot.deskXml).toContain("<!--kept-->");
    expect(shownAt(snapshot, a2, "E6")).toBe("30.20");
    expect(files[0]?.changed).toBe(true);
  });

  test("cells undone after saving differ from the saved file, and are marked", async () => {
    const book = await open("附表.xlsx");
    await typed(book, a2, { E6: "1" });
    book.saved(0, book.state().files[0]?.bytes ?? bytes);
    expect([book.state().changed.size, book.state().files[0]?.changed]).toEqual([0, false]);
    await book.undo();
    expect([...book.state().changed]).toEqual([`${a2}!5,4`]);
    await typed(book, a2, { G6: "9" });
    expect([...book.state().changed].sort()).toEqual([`${a2}!5,4`, `${a2}!5,6`]);
  });
});

describe("protected sheets", () => {
  test("a locked cell is refused with a sentence, nothing is written", async () => {
    const locked = await protectedSample();
    const book = await openBytes([{ name: "附表.xlsx", bytes: locked, saved: locked }]);
    const refused = await typed(book, a2, { E6: "1" });
    expect(refused).toMatchObject({ ok: false, failure: { code: "protected" } });
    expect(!refused.ok && refused.failure.message.zh).toContain("受保护");
    expect(book.state().files[0]?.bytes).toBe(locked);
  });
});

describe("several files of one unit", () => {
  test("sheets are told apart, each edit goes into its own file", async () => {
    const book = await open("甲.xlsx", "乙.xlsx");
    const names = book.state().snapshot.sheets.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain(`[乙.xlsx]${a2}`);
    await typed(book, `[乙.xlsx]${a2}`, { E6: "77" });
    const { files, changed, snapshot } = book.state();
    expect(files.map((file) => [file.name, file.changed])).toEqual([
      ["甲.xlsx", false],
      ["乙.xlsx", true],
    ]);
    expect([...changed]).toEqual([`[乙.xlsx]${a2}!5,4`]);
    expect(shownAt(snapshot, a2, "E6")).toBe("30.20");
    const own = await readWorkbook(files[1]?.bytes ?? bytes, "乙.xlsx");
    expect(own.ok && shownAt(own.value, a2, "E6")).toBe("77.00");
    expect(files[0]?.bytes).toBe(bytes);
  });

  test("a write over both files that one of them refuses leaves both as they were", async () => {
    const locked = await protectedSample();
    const book = await openBytes([
      { name: "甲.xlsx", bytes, saved: bytes },
      { name: "乙.xlsx", bytes: locked, saved: locked },
    ]);
    const edit = (sheet: string): CellEdit => ({ sheet, ...at("E6"), content: { kind: "value", value: 1 } });
    const refused = await book.host.write([edit(a2), edit(`[乙.xlsx]${a2}`)]);
    expect(!refused.ok && refused.failure.message.zh).toContain("乙.xlsx");
    expect(book.state().files.map((file) => file.bytes)).toEqual([bytes, locked]);
    expect(book.state().canUndo).toBe(false);
  });

  test("a formula over files is refused", async () => {
    const book = await open("甲.xlsx", "乙.xlsx");
    const formula = `='[乙.xlsx]${a2}'!E6`;
    expect(codeOf(await typed(book, a2, { H6: formula }))).toBe("formula-other-file");
    const edit: CellEdit = { sheet: a2, ...at("H6"), content: { kind: "formula", formula, cached: null } };
    expect(codeOf(await book.host.write([edit]))).toBe("formula-other-file");
  });

  test("a step over both files is undone in both", async () => {
    const book = await open("甲.xlsx", "乙.xlsx");
    const edit = (sheet: string): CellEdit => ({ sheet, ...at("E6"), content: { kind: "value", value: 1 } });
    expect(codeOf(await book.host.write([edit(a2), edit(`[乙.xlsx]${a2}`)]))).toBe("ok");
    await book.undo();
    expect(book.state().files.map((file) => file.bytes)).toEqual([bytes, bytes]);
  });
});

/** The sample with its second sheet protected: all of its cells are locked, as Excel's default is. */
async function protectedSample(): Promise<Uint8Array> {
  const archive = await openArchive(bytes);
  if (!archive.ok) throw new Error("no package");
  const name = "xl/worksheets/sheet2.xml";
  const part = await archive.value.read(name);
  if (!part.ok) throw new Error("no sheet");
  const text = new TextDecoder().decode(part.value).replace("</sheetData>", '</sheetData><sheetProtection sheet="1"/>');
  const locked = rewriteArchive(archive.value, new Map([[name, new TextEncoder().encode(text)]]));
  const same = await editWorkbook(locked, { edits: [] });
  if (!same.ok) throw new Error(same.failure.message.zh);
  return locked;
}

describe("核对单", () => {
  const style: NewStyle = {
    ...{ font: "宋体", size: 10, bold: false, align: null, vertical: "center", wrap: true, indent: 0 },
    ...{ border: "thin", shade: null, format: "General" },
  };
  const sheet: NewSheet = {
    ...{ name: "核对单", columnWidths: [8], merges: [], validations: [], frozenRows: 0 },
    ...{ rowHeights: new Map(), hiddenRows: new Set([0]) },
    cells: ["mark", "结果"].map((value, row) => ({ row, column: 0, style, content: { kind: "value", value } })),
    print: {
      ...{ orientation: "landscape", onePage: false, repeatRows: null },
      ...{ margins: { left: 0, right: 0, top: 0, bottom: 0 }, area: { top: 1, left: 0, bottom: 1, right: 0 } },
    },
  };

  test("is a step like any other: it makes the file unsaved, undo brings back the very bytes", async () => {
    const book = await open("一.xlsx");
    const before = drawn;
    expect(await book.host.putSheet(sheet, "mark")).toMatchObject({ value: "核对单" });
    expect(drawn).toBe(before + 1);
    expect(shownAt(book.state().snapshot, "核对单", "A2")).toBe("结果");
    expect(book.state().files.map(({ changed }) => changed)).toEqual([true]);
    expect(openXmlErrors(book.state().files[0]?.bytes ?? bytes)).toEqual([]);
    expect(await book.undo()).toMatchObject({ value: { sheet: "核对单" } });
    expect(book.state().files[0]?.bytes).toBe(bytes);
  });

  test("of several files it goes into the one that has it already", async () => {
    const book = await open("一.xlsx", "二.xlsx");
    await book.host.putSheet(sheet, "mark");
    await book.host.putSheet(sheet, "mark");
    expect(book.state().files.map(({ changed }) => changed)).toEqual([true, false]);
    expect(book.state().snapshot.sheets.filter(({ name }) => name.includes("核对单"))).toHaveLength(1);
  });
});
