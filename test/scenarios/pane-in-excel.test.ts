import { existsSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPaneInHost, type OpenPane } from "../office-host/index.js";

/** The built pane, the real office.js, a real workbook; the host's workbook is what counts, not the page alone. */
const folder = "dist/web";
const sheet = "附件2 整体支出自评表";

let pane: OpenPane;

beforeAll(async () => {
  if (!existsSync(`${folder}/pane.html`)) throw new Error("The pane is not built: run `npm run build` first.");
  pane = await openPaneInHost({
    workbook: new Uint8Array(readFileSync("assets/samples/redcross-2024.xlsx")),
    name: "redcross-2024.xlsx",
    distFolder: folder,
  });
  pane.page.setDefaultTimeout(10_000);
  pane.excel.userEdit(sheet, "H6", 0.5);
  pane.excel.log.clear();
}, 60_000);
afterAll(() => pane.close());

/** Round trips since the last look. */
function requests(): number {
  const count = pane.excel.log.requests;
  pane.excel.log.clear();
  return count;
}

const button = (name: string | RegExp) => pane.page.getByRole("button", { name });

/** The report that the sample was built around gives a hint of its own, so hints do not count. */
const nothingToCorrect = () => button(/^0\s*必须更正$/);

describe("one click, one finding, one fix", () => {
  test("一键校验 names the wrong execution rate, in two syncs", async () => {
    await button("一键校验").click();
    await pane.page.getByText("执行率 50.00% 不等于").waitFor();
    expect(await button(/^1\s*必须更正$/).count()).toBe(1);
    expect(requests()).toBe(2);
    expect(pane.excel.cell(sheet, "H6").value).toBe(0.5);
  });

  test("a click on it selects the cell, in one", async () => {
    await pane.page.getByText("执行率 50.00% 不等于").click();
    await expect.poll(() => pane.excel.selection).toEqual({ sheet, address: "H6" });
    expect(requests()).toBe(1);
  });

  test("the fix is shown before it is written, then checked again in one sync", async () => {
    await button("修正…").click();
    await button("确认修正").waitFor();
    expect(requests()).toBe(0);
    expect(pane.excel.cell(sheet, "H6").formula).toBeNull();
    await button("确认修正").click();
    await nothingToCorrect().waitFor();
    expect(pane.excel.cell(sheet, "H6")).toMatchObject({ formula: "=F6/E6", value: 1, text: "100.00%" });
    expect(pane.excel.log.entries.filter(({ kind }) => kind === "sync").map(({ wrote }) => wrote)).toEqual([
      false,
      true,
      false,
    ]);
  });

  test("撤销 brings back what the person had typed", async () => {
    await button("撤销").click();
    await expect.poll(() => pane.excel.cell(sheet, "H6")).toMatchObject({ value: 0.5, formula: null });
  });

  test("the ribbon button does the same as the one in the pane", async () => {
    await pane.page.getByText("执行率 50.00% 不等于").waitFor();
    pane.excel.userEdit(sheet, "H6", "=F6/E6");
    pane.excel.log.clear();
    const command = readFileSync("manifest.xml", "utf8").match(/<FunctionName>([^<]+)<\/FunctionName>/)?.[1] ?? "";
    pane.excel.pressRibbonButton(command);
    await nothingToCorrect().waitFor();
    await expect.poll(() => pane.excel.completedCommands.map(({ status }) => status)).toEqual([0]);
  });

  test("nothing was asked of anybody else, and nothing went wrong on the way", () => {
    expect(pane.foreignRequests).toEqual([]);
    expect(pane.problems).toEqual([]);
  });
});
