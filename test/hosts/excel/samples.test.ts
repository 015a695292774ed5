import { readFileSync } from "node:fs";
import { afterEach, describe, expect, test } from "vitest";
import type { Cell, SheetSnapshot, WorkbookSnapshot } from "../../../src/core/sheet/index.js";
import { readWorkbook } from "../../../src/documents/xlsx/index.js";
import { excelWorkbookHost } from "../../../src/hosts/excel/index.js";
import { bootNode, type BootedHost } from "../../office-host/index.js";

let booted: BootedHost | null = null;

afterEach(() => {
  booted?.close();
  booted = null;
});

async function fromFile(name: string): Promise<WorkbookSnapshot> {
  const read = await readWorkbook(new Uint8Array(readFileSync(`assets/samples/${name}`)), name);
  if (!read.ok) throw new Error(read.failure.message.en);
  return read.value;
}

/** Cells with something in them by address, merges and hidden lines in order: what every host must agree on. */
function contents(sheet: SheetSnapshot) {
  const cells: Record<string, Cell> = {};
  sheet.rows.forEach((row, down) =>
    row.forEach((cell, along) => {
      if (cell !== null && (cell.value !== null || cell.formula !== null)) {
        const { value, text, formula, format, isError } = cell;
        cells[`${sheet.top + down},${sheet.left + along}`] = { value, text, formula, format, isError };
      }
    }),
  );
  const { name, visibility, isProtected } = sheet;
  const merges = sheet.merges.map(({ top, left, bottom, right }) => `${top},${left},${bottom},${right}`).toSorted();
  return { name, visibility, isProtected, cells, merges };
}

describe.each(["redcross-2024.xlsx", "redcross-2024-mistakes.xlsx"])("%s", (name) => {
  test("read through Excel it is what it is in the file", async () => {
    const file = await fromFile(name);
    booted = await bootNode(file);
    booted.excel.log.clear();
    const read = await excelWorkbookHost().read();
    if (!read.ok) throw new Error(read.failure.message.en);
    expect(read.value.sheets.map(contents)).toEqual(file.sheets.map(contents));
    expect(read.value.sheets.map(({ hiddenRows }) => hiddenRows)).toEqual(
      file.sheets.map(({ hiddenRows }) => hiddenRows),
    );
    expect(read.value.deskXml).toBe(file.deskXml);
  });

  test("in two syncs, then one, far below Excel's limits", async () => {
    booted = await bootNode(await fromFile(name));
    const { log } = booted.excel;
    const host = excelWorkbookHost();
    const bytes = async () => {
      log.clear();
      expect((await host.read()).ok).toBe(true);
      return { requests: log.requests, ...log.bytes };
    };
    const first = await bytes();
    const again = await bytes();
    expect([first.requests, again.requests]).toEqual([2, 1]);
    expect(first.sent).toBeLessThan(16_000);
    expect(first.received).toBeLessThan(120_000);
    expect(again.sent).toBeLessThan(16_000);
    expect(again.received).toBeLessThan(120_000);
    expect(booted.excel.workbook.journal.depth).toBe(0);
  });
});
