import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { DeskChange, WorkbookHost, WrittenEdits } from "../../../src/app/index.js";
import { fail, success } from "../../../src/core/result/index.js";
import type { CellEdit, CellValue, WorkbookSnapshot } from "../../../src/core/sheet/index.js";
import { parseAddress } from "../../../src/core/sheet/index.js";
import { deskNamespace, excelWorkbookHost } from "../../../src/hosts/excel/index.js";
import { bootNode, excel2021, handMade, type BootedHost, type HostOptions } from "../../office-host/index.js";

const workbook = handMade({
  附件2: {
    cells: [
      ["资金", "预算数", "执行数", "执行率"],
      ["总额", 10, 8.5, { value: 1, format: "0.00%" }],
      ["文本", { value: "12.5", format: "@" }, null, null],
      ["隐藏", 1, 2, 3],
    ],
    hiddenRows: [3],
    hiddenColumns: [1],
  },
  保护: { cells: [["锁", { value: 1, writable: true }]], isProtected: true, hiddenRows: [0] },
  隐表: { cells: [["x"]], visibility: "hidden" },
});

let booted: BootedHost;
let bootedWith: HostOptions | null = null;
/** Starts the library anew only where a test needs another host. */
const usual: HostOptions = {};
let host: WorkbookHost;
let time = 0;

async function start(options: HostOptions = usual, snapshot: WorkbookSnapshot = workbook): Promise<void> {
  if (bootedWith === options) {
    booted.reopen(snapshot);
  } else {
    if (bootedWith !== null) booted.close();
    booted = await bootNode(snapshot, options);
    bootedWith = options;
  }
  host = excelWorkbookHost({ now: () => time });
  await host.read();
  booted.excel.log.clear();
}

beforeEach(() => start(), 30_000);
afterAll(() => booted.close());

function edit(
  sheet: string,
  address: string,
  content: string | { readonly value: CellValue },
  format?: string,
): CellEdit {
  const at = parseAddress(address);
  if (at === null) throw new Error(address);
  return {
    ...{ sheet, ...at, ...(format === undefined ? {} : { format }) },
    content:
      typeof content === "string" ? { kind: "formula", formula: content, cached: null } : { kind: "value", ...content },
  };
}

async function written(edits: readonly CellEdit[]): Promise<WrittenEdits> {
  const result = await host.write(edits);
  if (!result.ok) throw new Error(result.failure.message.zh);
  return result.value;
}

const area = (address: string) => {
  const at = parseAddress(address) ?? { row: 0, column: 0 };
  return { top: at.row, left: at.column, bottom: at.row, right: at.column };
};

describe("going to a cell", () => {
  test("activates the sheet and selects, in one sync", async () => {
    expect((await host.select({ sheet: "附件2", area: area("D2") })).ok).toBe(true);
    expect(booted.excel.selection).toEqual({ sheet: "附件2", address: "D2" });
    expect(booted.excel.activeSheet).toBe("附件2");
    expect(booted.excel.log.requests).toBe(1);
  });

  test("a hidden sheet and a vanished one are failures with the sheet's name", async () => {
    expect(await host.select({ sheet: "隐表", area: area("A1") })).toMatchObject({ failure: { code: "sheet-hidden" } });
    const gone = await host.select({ sheet: "没有", area: area("A1") });
    expect(gone).toMatchObject({ failure: { code: "sheet-gone" } });
    if (!gone.ok) expect(gone.failure.message.zh).toContain("“没有”");
  });
});

describe("what the person has selected", () => {
  test.each([
    ["D2", area("D2")],
    ["B2:C4", { top: 1, left: 1, bottom: 3, right: 2 }],
    ["3:3", { top: 2, left: 0, bottom: 2, right: 16_383 }],
  ])("%s, in one sync", async (address, selected) => {
    booted.excel.userSelect("保护", address);
    expect(await host.selection()).toEqual(success({ sheet: "保护", area: selected }));
    expect(booted.excel.log.requests).toBe(1);
    expect(booted.excel.heldReferences).toBe(0);
  });

  test("several blocks are refused in words, and leave everything usable", async () => {
    booted.excel.userSelect("附件2", "A1,C3:D4");
    const refused = await host.selection();
    expect(refused).toMatchObject({ ok: false, failure: { code: "no-selection" } });
    if (!refused.ok) expect(refused.failure.message.zh).toContain("请只选中一个单元格");
    expect(booted.excel.log.requests).toBe(1);
    booted.excel.userSelect("附件2", "C3");
    expect(await host.selection()).toEqual(success({ sheet: "附件2", area: area("C3") }));
  });
});

describe("writing", () => {
  test("a formula is written, calculated, and its before-image handed back, in two syncs", async () => {
    const { cells } = await written([edit("附件2", "D2", "=C2/B2")]);
    expect(booted.excel.cell("附件2", "D2")).toEqual({
      value: 0.85,
      formula: "=C2/B2",
      text: "85.00%",
      format: "0.00%",
    });
    expect(cells[0]?.before).toEqual({ value: 1, formula: null, format: "0.00%" });
    expect(booted.excel.log.requests).toBe(2);
    expect(booted.excel.log.entries.map(({ wrote }) => wrote)).toEqual([false, true]);
  });

  test.each<[string, CellValue]>([
    ["text that looks like a number stays text", "12"],
    ["text that looks like a formula stays text", "=1+1"],
    ["text that looks like a date stays text", "2024年3月5日"],
    ["a date in Chinese words stays text", "二〇二四年三月"],
    ["text with an apostrophe in front keeps it", "'x"],
    ["an annotation stays as it is", "未完成原因：工期顺延"],
    ["a percentage sign does not turn text into a number", "91.35%"],
    ["a number is a number", 91.35],
    ["a logical value is one", true],
    ["nothing empties the cell", null],
  ])("%s", async (_, value) => {
    await written([edit("附件2", "B2", { value })]);
    expect(booted.excel.cell("附件2", "B2")).toMatchObject({ value, formula: null, format: "General" });
  });

  test("a number into a cell formatted as text takes the format away, a formula as well", async () => {
    await written([edit("附件2", "B3", { value: 12.5 })]);
    expect(booted.excel.cell("附件2", "B3")).toMatchObject({ value: 12.5, format: "General" });
    await host.read();
    await start();
    await written([edit("附件2", "B3", "=B2")]);
    expect(booted.excel.cell("附件2", "B3")).toMatchObject({ value: 10, formula: "=B2" });
  });

  test("the number format goes along", async () => {
    await written([edit("附件2", "C3", "=C2/B2", "0.0%")]);
    expect(booted.excel.cell("附件2", "C3").text).toBe("85.0%");
  });

  test("a cell that changed since it was read is not written over", async () => {
    booted.excel.userEdit("附件2", "D2", 0.9);
    const result = await host.write([edit("附件2", "B2", { value: 1 }), edit("附件2", "D2", "=C2/B2")]);
    expect(result).toMatchObject({ ok: false, failure: { code: "changed-since" } });
    expect(booted.excel.cell("附件2", "B2").value).toBe(10);
    expect(booted.excel.cell("附件2", "D2").value).toBe(0.9);
  });

  test("a locked cell of a protected sheet: nothing at all is written, and the sheet is named", async () => {
    const result = await host.write([edit("附件2", "B2", { value: 1 }), edit("保护", "A1", { value: "x" })]);
    expect(result).toMatchObject({ ok: false, failure: { code: "protected" } });
    if (!result.ok) expect(result.failure.message.zh).toContain("“保护”");
    expect(booted.excel.cell("附件2", "B2").value).toBe(10);
    expect((await host.write([edit("保护", "B1", { value: 2 })])).ok).toBe(true);
  });

  test("a batch that Excel breaks off is put back", async () => {
    // Unlocked when it is checked, locked when it is written.
    const sheet = booted.excel.sheet("保护");
    const lock = (locked: boolean) => sheet.cells.set(0, { ...sheet.cell(0, 0), locked });
    booted.excel.beforeBatch = () => lock(booted.excel.log.requests > 0);
    const result = host.write(
      [edit("附件2", "B2", { value: 1 }), edit("保护", "A1", { value: "x" })],
      [{ sheet: "附件2", rows: [3], columns: [] }],
    );
    expect(await result).toMatchObject({ ok: false, failure: { code: "protected" } });
    expect(booted.excel.cell("附件2", "B2").value).toBe(10);
    expect(booted.excel.sheet("附件2").hiddenRows.has(3)).toBe(true);
  });

  test.each([
    ["cell-editing", (): void => void (booted.excel.knobs.cellEditing = true)],
    ["host-busy", (): void => void (booted.excel.knobs.modalDialog = true)],
    ["read-only", (): void => void (booted.excel.workbook.readOnly = true)],
  ])("%s", async (code, turn) => {
    turn();
    expect(await host.write([edit("附件2", "B2", { value: 1 })])).toMatchObject({ ok: false, failure: { code } });
    expect(booted.excel.cell("附件2", "B2").value).toBe(10);
  });

  test("hidden rows and columns are shown; what was visible is not reported", async () => {
    const result = await host.write([], [{ sheet: "附件2", rows: [2, 3], columns: [1] }]);
    expect(result).toMatchObject({ value: { cells: [], unhidden: [{ sheet: "附件2", rows: [3], columns: [1] }] } });
    const sheet = booted.excel.sheet("附件2");
    expect([sheet.hiddenRows.size, sheet.hiddenColumns.size]).toEqual([0, 0]);
    if (result.ok) expect((await host.undo(result.value)).ok).toBe(true);
    expect([[...sheet.hiddenRows], [...sheet.hiddenColumns]]).toEqual([[3], [1]]);
    expect(await host.write([], [{ sheet: "保护", rows: [0], columns: [] }])).toMatchObject({
      failure: { code: "protected" },
    });
  });
});

describe("taking back", () => {
  test("value, formula and format return", async () => {
    const act = await written([edit("附件2", "D2", "=c2 / b2", "0%"), edit("附件2", "B3", { value: 12.5 })]);
    booted.excel.log.clear();
    expect((await host.undo(act)).ok).toBe(true);
    expect(booted.excel.cell("附件2", "D2")).toMatchObject({ value: 1, formula: null, format: "0.00%" });
    expect(booted.excel.cell("附件2", "B3")).toMatchObject({ value: "12.5", format: "@" });
    expect(booted.excel.log.requests).toBe(2);
  });

  test("is refused where the cell changed since", async () => {
    const act = await written([edit("附件2", "D2", "=C2/B2")]);
    booted.excel.userEdit("附件2", "D2", "=C2/B2*1");
    expect(await host.undo(act)).toMatchObject({ ok: false, failure: { code: "changed-since" } });
    expect(booted.excel.cell("附件2", "D2").formula).toBe("=C2/B2*1");
  });

  test("works on an act that went through storage", async () => {
    const act = JSON.parse(JSON.stringify(await written([edit("附件2", "D2", "=C2/B2")]))) as WrittenEdits;
    const other = excelWorkbookHost();
    await other.read();
    expect((await other.undo(act)).ok).toBe(true);
  });
});

describe("the person's own undo list", () => {
  test.each([
    ["cleared", excel2021, 0],
    ["step", { ...excel2021, ExcelApi: "1.20" }, 3],
    ["merged", { ...excel2021, ExcelApi: "1.20" }, 2],
  ] as const)("%s", async (undo, requirements, depth) => {
    await start({ undo, requirements });
    booted.excel.userEdit("附件2", "A1", "本人");
    await host.read();
    expect(host.capabilities().undo).toBe(undo === "cleared" ? "cleared" : "host");
    expect(booted.excel.undoDepth).toBe(1);
    await written([edit("附件2", "D2", "=C2/B2")]);
    await written([edit("附件2", "B2", { value: 20 })]);
    expect(booted.excel.undoDepth).toBe(depth);
    expect(booted.excel.userUndo()).toBe(depth > 0);
    expect(booted.excel.cell("附件2", "B2").value).toBe(depth > 0 ? 10 : 20);
  });
});

describe("our part of the workbook", () => {
  const xml = `<desk xmlns="${deskNamespace}"/>`;

  const always = (text: string) => () => success(text);
  /** Adds an element to whatever is there. */
  const adding =
    (name: string): DeskChange =>
    (current) =>
      success(`<desk xmlns="${deskNamespace}">${/>(.*)<\/desk>/.exec(current ?? "")?.[1] ?? ""}<${name}/></desk>`);
  const parts = () => booted.excel.workbook.xmlParts.map((part) => part.xml);

  test("is made once, then changed in place; one sync each", async () => {
    expect((await host.storeDesk(always(xml))).ok).toBe(true);
    expect(booted.excel.log.requests).toBe(1);
    expect(await host.storeDesk(adding("a"))).toEqual(success(`<desk xmlns="${deskNamespace}"><a/></desk>`));
    expect(booted.excel.log.requests).toBe(2);
    expect(parts()).toEqual([`<desk xmlns="${deskNamespace}"><a/></desk>`]);
    expect(await host.read()).toMatchObject({ value: { deskXml: `<desk xmlns="${deskNamespace}"><a/></desk>` } });
  });

  test("made again where it was deleted meanwhile", async () => {
    await host.storeDesk(always(xml));
    booted.excel.workbook.xmlParts.length = 0;
    expect((await host.storeDesk(adding("a"))).ok).toBe(true);
    expect(parts()).toEqual([`<desk xmlns="${deskNamespace}"><a/></desk>`]);
  });

  test("without a reading the workbook is read first, so that there is never a second part", async () => {
    booted.excel.workbook.xmlParts.push({ id: "{P}", xml });
    const fresh = excelWorkbookHost();
    expect((await fresh.storeDesk(adding("a"))).ok).toBe(true);
    expect(parts()).toEqual([`<desk xmlns="${deskNamespace}"><a/></desk>`]);
  });

  test("what a co-author stored since the reading stays, for one sync more", async () => {
    await host.storeDesk(adding("mine"));
    booted.excel.log.clear();
    const [part] = booted.excel.workbook.xmlParts;
    if (part) part.xml = `<desk xmlns="${deskNamespace}"><mine/><theirs/></desk>`;
    expect((await host.storeDesk(adding("more"))).ok).toBe(true);
    expect(parts()).toEqual([`<desk xmlns="${deskNamespace}"><mine/><theirs/><more/></desk>`]);
    expect(booted.excel.log.syncs).toBe(2);
  });

  test("a part that a co-author made since the reading is the one that is changed", async () => {
    booted.excel.workbook.xmlParts.push({ id: "{P}", xml: `<desk xmlns="${deskNamespace}"><theirs/></desk>` });
    expect((await host.storeDesk(adding("mine"))).ok).toBe(true);
    expect(parts()).toEqual([`<desk xmlns="${deskNamespace}"><theirs/><mine/></desk>`]);
  });

  test("a co-author who never stops is told about, not written over", async () => {
    await host.storeDesk(adding("mine"));
    let turn = 0;
    booted.excel.beforeBatch = () => {
      const [part] = booted.excel.workbook.xmlParts;
      if (part) part.xml = `<desk xmlns="${deskNamespace}"><theirs n="${(turn += 1)}"/></desk>`;
    };
    const stored = await host.storeDesk(adding("more"));
    booted.excel.beforeBatch = null;
    expect(stored).toMatchObject({ ok: false, failure: { code: "desk-busy" } });
    expect(turn).toBe(4);
  });

  test("a change that cannot be made writes nothing", async () => {
    await host.storeDesk(always(xml));
    expect(await host.storeDesk(() => fail("no", "不", "no"))).toMatchObject({ ok: false, failure: { code: "no" } });
    expect(parts()).toEqual([xml]);
  });
});

describe("watching", () => {
  const settle = () => new Promise((resolve) => setTimeout(resolve, 480));

  test("hears the person once for several changes, not a co-author, not itself", async () => {
    let heard = 0;
    const stop = host.watch(() => (heard += 1));
    await vi.waitFor(() => expect(booted.excel.log.actions.join()).toContain("_RegisterDataChangedEvent"));
    booted.excel.userEdit("附件2", "B2", 11, "Remote");
    await written([edit("附件2", "D2", "=C2/B2")]);
    await settle();
    expect(heard).toBe(0);
    booted.excel.userEdit("附件2", "C2", 9);
    booted.excel.userEdit("附件2", "C3", 9);
    await settle();
    expect(heard).toBe(1);
    time += 10_000;
    booted.excel.userEdit("附件2", "D2", 1);
    await settle();
    expect(heard).toBe(2);
    stop();
    await vi.waitFor(() => expect(booted.excel.log.actions.join()).toContain("_UnregisterDataChangedEvent"));
    booted.excel.userEdit("附件2", "D2", 2);
    await settle();
    expect(heard).toBe(2);
  });

  test("a reading that follows a change sees it, so nothing is told; one that fails changes nothing", async () => {
    let heard = 0;
    const stop = host.watch(() => (heard += 1));
    await vi.waitFor(() => expect(booted.excel.log.actions.join()).toContain("_RegisterDataChangedEvent"));
    const change = async (content: number) => {
      booted.excel.userEdit("附件2", "C2", content);
      await new Promise((resolve) => setTimeout(resolve, 20));
    };
    await change(9);
    expect((await host.read()).ok).toBe(true);
    await settle();
    expect(heard).toBe(0);
    await change(8);
    booted.excel.knobs.cellEditing = true;
    expect((await host.read()).ok).toBe(false);
    await settle();
    expect(heard).toBe(1);
    booted.excel.knobs.cellEditing = false;
    stop();
    await vi.waitFor(() => expect(booted.excel.log.actions.join()).toContain("_UnregisterDataChangedEvent"));
  });
});
