import { existsSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPaneInHost, type OpenPane } from "../office-host/index.js";

/** The built pane, the real office.js, the sample with mistakes: the check sheet in the workbook, and as a file. */
const folder = "dist/web";

let pane: OpenPane;

beforeAll(async () => {
  if (!existsSync(`${folder}/pane.html`)) throw new Error("The pane is not built: run `npm run build` first.");
  pane = await openPaneInHost({
    workbook: new Uint8Array(readFileSync("assets/samples/redcross-2024-mistakes.xlsx")),
    name: "redcross-2024-mistakes.xlsx",
    distFolder: folder,
  });
  pane.page.setDefaultTimeout(10_000);
}, 60_000);
afterAll(() => pane.close());

const button = (name: string) => pane.page.getByRole("button", { name });
const sheets = (): readonly string[] => pane.excel.workbook.sheets.map(({ name }) => name);

describe("核对单", () => {
  test("放进工作簿：先说清楚，画好就在眼前，再来一次不会多出一张", async () => {
    await button("一键校验").click();
    for (let time = 0; time < 2; time++) {
      await button("核对单…").click();
      await button("放进工作簿").click();
      await pane.page.getByText("已生成工作表“核对单”").first().waitFor();
      await button("核对单…").waitFor();
    }
    expect(sheets().filter((name) => name.startsWith("核对单"))).toEqual(["核对单"]);
    expect(pane.excel.activeSheet).toBe("核对单");
    expect(pane.excel.cell("核对单", "A2").value).toBe("绩效附表核对单");
    await button("一键校验").click();
    await pane.page.getByText("识别到 6 张附表").waitFor();
  });

  test("结构受保护：改存为文件，并说明原因", async () => {
    pane.excel.userDeleteSheet("核对单");
    pane.excel.workbook.structureProtected = true;
    await button("一键校验").click();
    await button("核对单…").click();
    // The save dialog of Chromium waits for a person.
    await pane.page.evaluate(() => Object.assign(window, { showSaveFilePicker: undefined }));
    const download = pane.page.waitForEvent("download");
    await button("放进工作簿").click();
    expect((await download).suggestedFilename()).toMatch(/核对单\.xlsx$/);
    await pane.page.getByText("核对单改存为单独的文件").first().waitFor();
    expect(sheets()).not.toContain("核对单");
  });

  test("没有出错，也没有找过别人", () => {
    expect(pane.foreignRequests).toEqual([]);
    expect(pane.problems).toEqual([]);
  });
});
