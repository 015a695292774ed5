import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import type { WorkbookSnapshot } from "../../src/core/sheet/index.js";
import { readAppearance, readWorkbook, type WorkbookAppearance } from "../../src/documents/xlsx/index.js";
import { changedFill, sheetData } from "../../src/page/sheet-data.js";
import { cellKey } from "../../src/page/page-workbook.js";
import { cell, sheet } from "../pane/fake-workbook.js";

let workbook: WorkbookSnapshot;
let appearance: WorkbookAppearance;

beforeAll(async () => {
  const bytes = new Uint8Array(readFileSync("assets/samples/redcross-2024.xlsx"));
  const [read, looks] = await Promise.all([readWorkbook(bytes, "a.xlsx"), readAppearance(bytes)]);
  if (!read.ok || !looks.ok) throw new Error("the sample cannot be read");
  workbook = read.value;
  appearance = looks.value;
});

const plain = (more: Parameters<typeof sheet>[2] = {}): WorkbookSnapshot => ({
  name: null,
  structureProtected: false,
  readOnly: false,
  deskXml: null,
  sheets: [sheet("附件2", { A1: cell("标题"), H6: cell(0.9459, "94.59%", { formula: "=F6/E6" }) }, more)],
});
const viewOf = (of: WorkbookSnapshot, changed: ReadonlySet<string> = new Set()) => sheetData(of, null, changed)[0];
const cellOf = (view: ReturnType<typeof viewOf>, r: number, c: number) =>
  view?.celldata?.find((entry) => entry.r === r && entry.c === c)?.v;

describe("the sheet view's data", () => {
  test("cells show what the sheet shows, and keep their formula for the formula bar", () => {
    expect(cellOf(viewOf(plain()), 5, 7)).toMatchObject({ v: 0.9459, m: "94.59%", f: "=F6/E6" });
  });

  test("a merge is drawn from its first cell, the others point to it", () => {
    const view = viewOf(plain({ merges: [{ top: 0, left: 0, bottom: 0, right: 2 }] }));
    expect(view?.config?.merge).toEqual({ "0_0": { r: 0, c: 0, rs: 1, cs: 3 } });
    expect(cellOf(view, 0, 0)).toMatchObject({ m: "标题", mc: { rs: 1, cs: 3 } });
    expect(cellOf(view, 0, 2)?.mc).toEqual({ r: 0, c: 0 });
  });

  test("hidden rows, columns and sheets stay hidden", () => {
    const [view] = sheetData(plain({ hiddenRows: [13], hiddenColumns: [3], visibility: "hidden" }), null, new Set());
    expect(view).toMatchObject({ hide: 1, config: { rowhidden: { 13: 0 }, colhidden: { 3: 0 } } });
  });

  test("a written cell is marked, on its sheet only", () => {
    const view = viewOf(plain(), new Set([cellKey("附件2", 5, 7), cellKey("附件3", 0, 0)]));
    expect(cellOf(view, 5, 7)?.bg).toBe(changedFill);
    expect(cellOf(view, 0, 0)?.bg).toBeUndefined();
  });

  test("a merge over the whole grid does not make a million cells", () => {
    const view = viewOf(plain({ merges: [{ top: 0, left: 0, bottom: 1_048_575, right: 16_383 }] }));
    expect(view?.celldata).toHaveLength(2);
  });

  test("a real annex comes with widths, lines and fonts", () => {
    const view = sheetData(workbook, appearance, new Set()).find(({ name }) => name.startsWith("附件2"));
    expect(view?.config?.columnlen?.["0"]).toBe(61);
    expect(view?.config?.borderInfo?.length).toBeGreaterThan(100);
    expect(cellOf(view, 1, 0)).toMatchObject({ bl: 1, fs: 18, ht: 0, vt: 0, tb: "2" });
    expect(view?.showGridLines).toBe(0);
  });
});

test("an appearance that cannot be read is a failure, as the workbook's own", async () => {
  const read = await readAppearance(new Uint8Array([1, 2, 3]));
  expect(read.ok).toBe(false);
});
