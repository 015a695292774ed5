import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPaneInHost, type OpenPane } from "./index.js";

const html = `<!DOCTYPE html><html><head>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'unsafe-inline'">
<script src="/officejs/office.js"></script></head><body></body></html>`;

let pane: OpenPane;

beforeAll(async () => {
  pane = await openPaneInHost({
    workbook: new Uint8Array(readFileSync("assets/samples/redcross-2024.xlsx")),
    distFolder: null,
    pages: { "/pane.html": html },
  });
}, 60_000);
afterAll(() => pane.close());

describe("the real office.js in a browser", () => {
  test("starts as in Excel on Windows, without a request to elsewhere", async () => {
    const info = await pane.page.evaluate(() => Office.onReady());
    expect(info).toMatchObject({ host: "Excel", platform: "PC" });
    const context = await pane.page.evaluate(() => ({
      language: Office.context.displayLanguage,
      background: Office.context.officeTheme?.bodyBackgroundColor,
      is114: Office.context.requirements.isSetSupported("ExcelApi", "1.14"),
      is115: Office.context.requirements.isSetSupported("ExcelApi", "1.15"),
    }));
    expect(context).toEqual({ language: "zh-CN", background: "#ffffff", is114: true, is115: false });
    expect(pane.foreignRequests).toEqual([]);
    expect(pane.problems).toEqual([]);
  });

  test("reads a sheet of a real file", async () => {
    pane.excel.log.clear();
    const read = await pane.page.evaluate(() =>
      Excel.run(async (context) => {
        const { worksheets } = context.workbook;
        worksheets.load("items/name");
        const used = worksheets.getActiveWorksheet().getUsedRange(true).untrack();
        used.load("values");
        await context.sync();
        return { names: worksheets.items.map(({ name }) => name), values: used.values };
      }),
    );
    expect(read.names).toEqual(pane.excel.workbook.sheets.map(({ name }) => name));
    expect(read.values.flat().filter((value) => value !== "").length).toBeGreaterThan(20);
    expect(pane.excel.log.syncs).toBe(1);
  });

  test("events of the host reach the page", async () => {
    const sheet = pane.excel.activeSheet;
    await pane.page.evaluate(() =>
      Excel.run(async (context) => {
        const heard: string[] = [];
        Object.assign(window, { heard });
        context.workbook.worksheets.onChanged.add((event) => {
          heard.push(`${event.source} ${event.address}`);
          return Promise.resolve();
        });
        await context.sync();
      }),
    );
    pane.excel.userEdit(sheet, "Z99", 1);
    await pane.page.waitForFunction(() => (window as unknown as { heard: string[] }).heard.length > 0);
    expect(await pane.page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual(["Local Z99"]);
  });

  test("a ribbon button runs its associated action", async () => {
    await pane.page.evaluate(() => {
      Office.actions.associate("annexCheck", (event: Office.AddinCommands.Event) => {
        document.title = "pressed";
        event.completed();
      });
    });
    pane.excel.pressRibbonButton("annexCheck");
    await expect.poll(() => pane.excel.completedCommands.map(({ status }) => status)).toEqual([0]);
    expect(await pane.page.title()).toBe("pressed");
  });
});
