import { readFileSync } from "node:fs";
import { describe, expect, it, vi } from "vitest";
import type { DeskChange } from "../../../src/app/index.js";
import { success } from "../../../src/core/result/index.js";
import type { CellEdit, SheetTarget } from "../../../src/core/sheet/index.js";
import type { NewSheet, NewStyle } from "../../../src/documents/xlsx/index.js";
import { fileWorkbookHost, type FileWorkbookHost } from "../../../src/hosts/file/index.js";

const file = new Uint8Array(readFileSync(new URL("../../documents/xlsx/files/libreoffice.xlsx", import.meta.url)));
const sheet = "附件2 自评表";
const area = { top: 0, left: 0, bottom: 0, right: 0 };

function host(options: Parameters<typeof fileWorkbookHost>[2] = {}): FileWorkbookHost {
  return fileWorkbookHost(file, "附表.xlsx", options);
}

async function cell(from: FileWorkbookHost, row: number, column: number, name = sheet) {
  const book = await from.read();
  if (!book.ok) throw new Error(book.failure.code);
  return book.value.sheets.find((found) => found.name === name)?.rows[row]?.[column] ?? null;
}

const total: CellEdit = { sheet, row: 4, column: 1, content: { kind: "value", value: 1 }, format: "0.00" };
const rate: CellEdit = { sheet, row: 8, column: 0, content: { kind: "formula", formula: "=C5/B5", cached: null } };

const look: NewStyle = {
  ...{ font: "宋体", size: 10, bold: false, align: null, vertical: "center" as const, wrap: false, indent: 0 },
  ...{ border: "none" as const, shade: null, format: "General" },
};

describe("fileWorkbookHost", () => {
  it("reads under its name, once for many", async () => {
    const workbook = host();
    const book = await workbook.read();
    expect(book.ok && book.value.name).toBe("附表.xlsx");
    expect(await workbook.read()).toBe(book);
    expect(workbook.bytes()).toBe(file);
  });

  it("writes, gives before-images, takes back", async () => {
    const workbook = host();
    const written = await workbook.write([total, rate], [{ sheet, rows: [3, 4], columns: [3] }]);
    if (!written.ok) throw new Error(written.failure.code);
    expect(written.value.cells.map(({ before }) => before)).toEqual([
      { value: 28.45, formula: "=SUM(B3:B4)", format: "General" },
      { value: null, formula: null, format: "General" },
    ]);
    expect(written.value.unhidden).toEqual([{ sheet, rows: [3], columns: [3] }]);
    expect(await cell(workbook, 4, 1)).toMatchObject({ value: 1, text: "1.00", formula: null });
    expect(await cell(workbook, 8, 0)).toMatchObject({ value: 27.33, formula: "=C5/B5" });
    const shown = await workbook.read();
    expect(shown.ok && shown.value.sheets[0]?.hiddenRows).toEqual([]);

    expect((await workbook.undo(written.value)).ok).toBe(true);
    expect(await cell(workbook, 4, 1)).toMatchObject({ value: 28.45, text: "28.45", formula: "=SUM(B3:B4)" });
    expect(await cell(workbook, 8, 0)).toBeNull();
    const hidden = await workbook.read();
    expect(hidden.ok && [hidden.value.sheets[0]?.hiddenRows, hidden.value.sheets[0]?.hiddenColumns]).toEqual([
      [3],
      [3],
    ]);
  });

  it("does not take back over a later change", async () => {
    const workbook = host();
    const first = await workbook.write([total]);
    await workbook.write([{ ...total, content: { kind: "value", value: 2 } }]);
    const taken = first.ok ? await workbook.undo(first.value) : first;
    expect(taken.ok ? "ok" : taken.failure.code).toBe("changed-since");
    expect((await cell(workbook, 4, 1))?.value).toBe(2);
  });

  it("keeps changes that are asked for at once", async () => {
    const workbook = host();
    const adding =
      (name: string): DeskChange =>
      (current) =>
        success(`<d xmlns="urn:annex-desk:workbook:1">${/>(.*)<\/d>/.exec(current ?? "")?.[1] ?? ""}<${name}/></d>`);
    const at = (row: number): CellEdit => ({ sheet, row, column: 9, content: { kind: "value", value: row } });
    await Promise.all([
      workbook.write([at(1)]),
      workbook.write([at(2)]),
      workbook.storeDesk(adding("a")),
      workbook.storeDesk(adding("b")),
    ]);
    const book = await workbook.read();
    expect([(await cell(workbook, 1, 9))?.value, (await cell(workbook, 2, 9))?.value]).toEqual([1, 2]);
    expect(book.ok && book.value.deskXml).toBe('<d xmlns="urn:annex-desk:workbook:1"><a/><b/></d>');
  });

  it("puts a marked sheet in once, and anew in its place, whatever it is called; a person's own sheet stays", async () => {
    const workbook = host();
    const drawn = (text: string, name: string): NewSheet => ({
      ...{ name, columnWidths: [8], rowHeights: new Map(), hiddenRows: new Set<number>(), merges: [], validations: [] },
      ...{
        frozenRows: 0,
        cells: ["mark", text].map((value, row) => ({
          ...{ row, column: 0, style: look, content: { kind: "value" as const, value } },
        })),
      },
      print: {
        ...{ orientation: "landscape", onePage: false, repeatRows: null, area: { ...area, bottom: 1 } },
        margins: { left: 12, right: 12, top: 14, bottom: 16 },
      },
    });
    expect(await workbook.putSheet(drawn("1", sheet), "mark")).toEqual(success(`${sheet} (2)`));
    expect(await workbook.putSheet(drawn("2", "X"), "mark")).toEqual(success(`${sheet} (2)`));
    expect((await cell(workbook, 1, 0, `${sheet} (2)`))?.text).toBe("2");
    expect((await cell(workbook, 4, 1))?.value).toBe(28.45);
    const read = await workbook.read();
    expect(read.ok && read.value.sheets.filter(({ name }) => name.startsWith(sheet))).toHaveLength(2);
  });

  it("changes nothing when one of the edits is refused", async () => {
    const workbook = host();
    const locked: CellEdit = { sheet: "锁", row: 0, column: 0, content: { kind: "value", value: 9 } };
    const written = await workbook.write([total, locked]);
    expect(written.ok ? "ok" : written.failure.code).toBe("protected");
    expect(workbook.bytes()).toBe(file);
  });

  it("passes selections on, for sheets that are there", async () => {
    const select = vi.fn<(target: SheetTarget) => void>();
    const workbook = host({ select });
    expect((await workbook.select({ sheet, area })).ok).toBe(true);
    expect((await workbook.select({ sheet: "无", area })).ok).toBe(false);
    expect(select.mock.calls).toEqual([[{ sheet, area }]]);
  });

  it.each([
    ["one block", [{ sheet, area }], true],
    ["nothing, or nobody to ask", [], false],
    [
      "several blocks",
      [
        { sheet, area },
        { sheet, area: { ...area, top: 9, bottom: 9 } },
      ],
      false,
    ],
  ])("selected: %s", async (_, blocks, taken) => {
    const selected = await host({ selection: () => blocks }).selection();
    expect(selected.ok ? selected.value : selected.failure.code).toEqual(taken ? blocks[0] : "no-selection");
  });

  it("tells watchers of another file only, until they stop", async () => {
    const changed = vi.fn();
    const workbook = host();
    const stop = workbook.watch(changed);
    await workbook.write([total]);
    expect(changed).not.toHaveBeenCalled();
    workbook.replace(new Uint8Array(0), "空.xlsx");
    expect(changed).toHaveBeenCalledOnce();
    const book = await workbook.read();
    expect([book.ok ? "ok" : book.failure.code, workbook.name()]).toEqual(["not-a-workbook", "空.xlsx"]);
    stop();
    workbook.replace(file, null);
    expect(changed).toHaveBeenCalledOnce();
    expect((await workbook.read()).ok).toBe(true);
  });
});
