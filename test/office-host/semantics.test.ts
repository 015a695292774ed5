import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { bootNode, excel2021, handMade, type BootedHost, type HostOptions } from "./index.js";

const workbook = handMade({
  附件2: {
    cells: [
      ["预算数", 10],
      ["执行数", 8],
      ["执行率", { value: 0.8, formula: "=B2/B1", format: "0.00%" }],
    ],
    merges: ["D1:E2"],
  },
  保护: { cells: [["锁", { value: 1, writable: true }]], isProtected: true },
});

let booted: BootedHost;
let bootedWith: HostOptions | null = null;
/** Starts the library anew only where a test needs another host. */
const usual: HostOptions = {};

async function start(options: HostOptions = usual): Promise<void> {
  if (bootedWith === options) {
    booted.reopen(workbook);
  } else {
    if (bootedWith !== null) booted.close();
    booted = await bootNode(workbook, options);
    bootedWith = options;
  }
  booted.excel.log.clear();
}

beforeEach(() => start(), 30_000);
afterAll(() => booted.close());

interface Refusal {
  readonly code: string;
  readonly location: string;
  readonly message: string;
}

/** What `Excel.run` rejects with. */
async function refusalOf(batch: (context: Excel.RequestContext) => Promise<unknown>): Promise<Refusal> {
  try {
    await Excel.run(batch);
  } catch (error) {
    if (!(error instanceof OfficeExtension.Error)) throw error;
    const { errorLocation = "" } = error.debugInfo;
    return { code: error.code, location: errorLocation, message: error.message };
  }
  throw new Error("Excel took it");
}

const cell = (context: Excel.RequestContext, address: string, sheet = "附件2") =>
  context.workbook.worksheets.getItem(sheet).getRange(address);

describe("loading", () => {
  test("a property that was not loaded throws in the library", async () => {
    expect(
      await refusalOf(async (context) => {
        const range = cell(context, "A1");
        range.load("address");
        await context.sync();
        return range.values;
      }),
    ).toMatchObject({ code: "PropertyNotLoaded" });
  });

  test("a range that outlives its run is no longer known", async () => {
    const range = await Excel.run(async (context) => {
      const used = cell(context, "A1");
      await context.sync();
      return used;
    });
    expect(() => range.load("values")).toThrow(expect.objectContaining({ code: "InvalidObjectPath" }));
  });

  test("null objects: known after a sync, an error below them", async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject("没有");
      sheet.load("name");
      const used = context.workbook.worksheets.getItem("附件2").getRange("X1:Z9").getUsedRangeOrNullObject(true);
      await context.sync();
      expect([sheet.isNullObject, used.isNullObject]).toEqual([true, true]);
    });
    const below = await refusalOf(async (context) => {
      context.workbook.worksheets.getItemOrNullObject("没有").getRange("A1").load("values");
      await context.sync();
    });
    expect(below.code).toBe("InvalidObjectPath");
  });

  test("a missing sheet, a wrong address, an unknown property", async () => {
    const missing = await refusalOf((context) => (cell(context, "A1", "没有").load("values"), context.sync()));
    expect(missing).toMatchObject({ code: "ItemNotFound", location: "WorksheetCollection.getItem" });
    const wrong = await refusalOf((context) => (cell(context, "AAAA1").load("values"), context.sync()));
    expect(wrong).toMatchObject({ code: "InvalidArgument", location: "Worksheet.getRange" });
    const unknown = await refusalOf((context) => (cell(context, "A1").load("nonsense"), context.sync()));
    expect(unknown).toMatchObject({ code: "InvalidArgument", location: "Range.load" });
  });

  test("tracked ranges are given back when the run ends", async () => {
    await Excel.run(async (context) => {
      const range = cell(context, "A1");
      range.load("values");
      await context.sync();
      expect(booted.excel.heldReferences).toBe(1);
      range.load("text");
      await context.sync();
    });
    await expect.poll(() => booted.excel.heldReferences).toBe(0);
    expect(booted.excel.log.entries.map(({ kind }) => kind)).toEqual(["sync", "sync", "cleanup"]);
  });
});

describe("writing", () => {
  test("formulas are calculated, formats shown, all in one batch", async () => {
    const read = await Excel.run(async (context) => {
      cell(context, "B1").values = [[16]];
      const rate = cell(context, "B3");
      rate.load("values,text,formulas,valueTypes");
      await context.sync();
      return [rate.values, rate.text, rate.formulas, rate.valueTypes];
    });
    expect(read).toEqual([[[0.5]], [["50.00%"]], [["=B2/B1"]], [["Double"]]]);
  });

  test("division by nothing is an error cell", async () => {
    const read = await Excel.run(async (context) => {
      cell(context, "B1").values = [[""]];
      const rate = cell(context, "B3");
      rate.load("values,valueTypes");
      await context.sync();
      return [rate.values, rate.valueTypes];
    });
    expect(read).toEqual([[["#DIV/0!"]], [["Error"]]]);
  });

  test.each([
    ["12.5", 12.5, "General"],
    ["1,234.5", 1234.5, "General"],
    ["50%", 0.5, "0%"],
    ["12.34%", 0.1234, "0.00%"],
    ["true", true, "General"],
    ["'12", "12", "General"],
    ["2024年3月5日", 45356, "yyyy/m/d"],
    ["12万元", "12万元", "General"],
  ])("typed %s becomes %s", async (typed, value, format) => {
    await Excel.run((context) => ((cell(context, "F1").values = [[typed]]), context.sync()));
    expect(booted.excel.cell("附件2", "F1")).toMatchObject({ value, format });
  });

  test("an array of the wrong size is refused with Excel's sentence", async () => {
    const refusal = await refusalOf((context) => ((cell(context, "A1:B1").values = [[1]]), context.sync()));
    expect(refusal).toEqual({
      code: "InvalidArgument",
      location: "Range.values",
      message: "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
    });
  });

  test("a large write arrives in the library's own chunks", async () => {
    const values = Array.from({ length: 1_000 }, (_, row) => Array.from({ length: 20 }, (_, column) => row + column));
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("附件2").getRangeByIndexes(10, 0, 1_000, 20).values = values;
      await context.sync();
    });
    expect(booted.excel.cell("附件2", "T1010").value).toBe(1_018);
    const sets = booted.excel.log.actions.filter((action) => action.includes(".values = "));
    expect(sets).toHaveLength(14);
    expect(booted.excel.log.actions.filter((action) => action.includes("_ValidateArraySize"))).toHaveLength(1);
  });

  test("what went before a failing action stays applied", async () => {
    const refusal = await refusalOf(async (context) => {
      cell(context, "A1").values = [["改"]];
      cell(context, "A1", "保护").values = [["改"]];
      cell(context, "A2").values = [["改"]];
      await context.sync();
    });
    expect(refusal).toMatchObject({ code: "AccessDenied", location: "Range.values" });
    expect(booted.excel.cell("附件2", "A1").value).toBe("改");
    expect(booted.excel.cell("附件2", "A2").value).toBe("执行数");
  });

  test("an unlocked cell of a protected sheet takes values, its format stays", async () => {
    await Excel.run((context) => ((cell(context, "B1", "保护").values = [[2]]), context.sync()));
    expect(booted.excel.cell("保护", "B1").value).toBe(2);
    const refusal = await refusalOf(
      (context) => ((cell(context, "B1", "保护").numberFormat = [["0%"]]), context.sync()),
    );
    expect(refusal.code).toBe("AccessDenied");
  });

  test("only the first cell of a merge takes a value", async () => {
    await Excel.run(
      (context) => (
        (cell(context, "D1:E2").values = [
          ["a", "b"],
          ["c", "d"],
        ]),
        context.sync()
      ),
    );
    expect(["D1", "E1", "D2", "E2"].map((address) => booted.excel.cell("附件2", address).value)).toEqual([
      "a",
      null,
      null,
      null,
    ]);
  });
});

describe("limits and moods of the host", () => {
  test("members above the requirement set are not found, down to the baseline", async () => {
    const precedents = (context: Excel.RequestContext) => (
      cell(context, "B3").getPrecedents().load("address"),
      context.sync()
    );
    expect((await refusalOf(precedents)).code).toBe("ApiNotFound");
    await start({ requirements: { ...excel2021, ExcelApi: "1.1" } });
    const properties = await refusalOf(
      (context) => (cell(context, "A1").getRowProperties({ rowHidden: true }), context.sync()),
    );
    expect(properties).toMatchObject({ code: "ApiNotFound", location: "Range.getRowProperties" });
    const hidden = await refusalOf((context) => (cell(context, "A1").load("rowHidden"), context.sync()));
    expect(hidden.code).toBe("ApiNotFound");
    const events = await refusalOf(async (context) => {
      context.workbook.worksheets.onChanged.add(() => Promise.resolve());
      await context.sync();
    });
    expect(events).toMatchObject({ code: "ApiNotFound" });
  });

  test("cell editing refuses, unless the batch waits for its end", async () => {
    booted.excel.knobs.cellEditing = true;
    expect((await refusalOf((context) => context.sync())).code).toBe("InvalidOperationInCellEditMode");
    const waiting = Excel.run({ delayForCellEdit: true }, async (context) => {
      cell(context, "A1").values = [["等"]];
      await context.sync();
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(booted.excel.cell("附件2", "A1").value).toBe("预算数");
    booted.excel.knobs.cellEditing = false;
    await waiting;
    expect(booted.excel.cell("附件2", "A1").value).toBe("等");
  });

  test("payload limits of Excel on the web", async () => {
    booted.excel.knobs.maxRequestBytes = 2_000;
    const request = await refusalOf(
      (context) => ((cell(context, "A1").values = [["长".repeat(2_000)]]), context.sync()),
    );
    expect(request.code).toBe("RequestPayloadSizeLimitExceeded");
    booted.excel.knobs.maxRequestBytes = Infinity;
    booted.excel.knobs.maxResponseBytes = 200;
    const response = await refusalOf((context) => (cell(context, "A1:Z99").load("values"), context.sync()));
    expect(response.code).toBe("ResponsePayloadSizeLimitExceeded");
  });

  test("an open dialog refuses writes, not readings; an overloaded host refuses all", async () => {
    booted.excel.knobs.modalDialog = true;
    await Excel.run((context) => (cell(context, "A1").load("values"), context.sync()));
    const write = await refusalOf((context) => ((cell(context, "A1").values = [[1]]), context.sync()));
    expect(write.code).toBe("WriteNotSupportedWhenModalDialogOpen");
    booted.excel.knobs.overloaded = true;
    expect((await refusalOf((context) => (cell(context, "A1").load("values"), context.sync()))).code).toBe(
      "ActivityLimitReached",
    );
  });

  test("every round trip takes its time", async () => {
    booted.excel.knobs.latencyMs = 40;
    const begun = performance.now();
    await Excel.run((context) => (cell(context, "A1").untrack().load("values"), context.sync()));
    expect(performance.now() - begun).toBeGreaterThanOrEqual(39);
  });

  test("a read-only workbook takes nothing", async () => {
    await start({ readOnly: true });
    expect(Office.context.document.mode).toBe("readOnly");
    expect((await refusalOf((context) => ((cell(context, "A1").values = [[1]]), context.sync()))).code).toBe(
      "AccessDenied",
    );
  });
});

describe("events", () => {
  test("own writes fire as well, with the cell before and after; switched off they do not", async () => {
    const heard: unknown[] = [];
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("附件2").onChanged.add((event) => {
        heard.push([event.source, event.address, event.details?.valueBefore, event.details?.valueAfter]);
        return Promise.resolve();
      });
      await context.sync();
    });
    await Excel.run((context) => ((cell(context, "B1").values = [[20]]), context.sync()));
    await expect.poll(() => heard).toEqual([["Local", "B1", 10, 20]]);
    booted.excel.userEdit("附件2", "B1", 5, "Remote");
    await expect.poll(() => heard.length).toBe(2);
    await Excel.run(async (context) => {
      context.runtime.enableEvents = false;
      cell(context, "B1").values = [[1]];
      context.runtime.enableEvents = true;
      await context.sync();
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(heard.length).toBe(3);
  });

  test("the range of an event can be read", async () => {
    const seen = new Promise<unknown>((resolve) => {
      void Excel.run(async (context) => {
        context.workbook.worksheets.onChanged.add((event) =>
          Excel.run(async (inner) => {
            const range = event.getRange(inner);
            range.load("values,address");
            await inner.sync();
            resolve([range.address, range.values]);
          }),
        );
        await context.sync();
        booted.excel.userEdit("附件2", "B2", 9);
      });
    });
    expect(await seen).toEqual(["附件2!B2", [[9]]]);
  });

  test("selection, activation, adding, renaming and deleting of sheets", async () => {
    const heard: string[] = [];
    const hear = (name: string) => () => {
      heard.push(name);
      return Promise.resolve();
    };
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.onSelectionChanged.add(hear("selected"));
      worksheets.onActivated.add(hear("activated"));
      worksheets.onAdded.add(hear("added"));
      worksheets.onDeleted.add(hear("deleted"));
      await context.sync();
    });
    booted.excel.userSelect("保护", "B1");
    booted.excel.userAddSheet("新");
    booted.excel.userDeleteSheet("新");
    await expect.poll(() => heard.toSorted()).toEqual(["activated", "added", "deleted", "selected"]);
  });
});

describe("settings and the runtime", () => {
  test("settings keep values", async () => {
    await Excel.run((context) => (context.workbook.settings.add("k", { a: [1, 2] }), context.sync()));
    const value = await Excel.run(async (context) => {
      const setting = context.workbook.settings.getItemOrNullObject("k");
      const missing = context.workbook.settings.getItemOrNullObject("m");
      setting.load("value");
      await context.sync();
      return [setting.value as unknown, missing.isNullObject];
    });
    expect(value).toEqual([{ a: [1, 2] }, true]);
  });

  test("the pane can be shown and hidden in a shared runtime", async () => {
    await Office.addin.hide();
    expect(booted.excel.runtime.visibility).toBe("Background");
    await Office.addin.showAsTaskpane();
    expect(booted.excel.runtime.visibility).toBe("Visible");
  });
});
