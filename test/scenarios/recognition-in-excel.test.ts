import { existsSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPaneInHost, type OpenPane } from "../office-host/index.js";
import { lastYearWorkbook } from "../support/last-year.js";

/** Correcting the recognition in the built pane, over the real office.js; what counts is in the host's workbook. */
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
  pane.page.setDefaultTimeout(20_000);
  pane.excel.userEdit(sheet, "F5", "国库支付");
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
const role = () => pane.page.locator('[data-annex="a2"] [data-role="fund.executed"]');
const kept = (): string => pane.excel.workbook.xmlParts.map(({ xml }) => xml).join("");

async function openRole(): Promise<void> {
  const box = pane.page.locator("[data-recognised]");
  if ((await box.getAttribute("open")) === null) await box.locator("summary").first().click();
  const annex = pane.page.locator('[data-annex="a2"] [data-recognition-row]').first();
  if ((await annex.getAttribute("aria-expanded")) === "false") await annex.click();
}

describe("this is 全年执行数", () => {
  test("a column whose header was retyped is shown as not found", async () => {
    await button("一键校验").click();
    await openRole();
    await role().getByText("没有找到").waitFor();
    expect(requests()).toBe(2);
  });

  test("several blocks are refused, one cell is taken: each in one round trip, nothing stored", async () => {
    await role().getByRole("button").first().click();
    await button("指出来… 全年执行数").click();
    expect(requests()).toBe(0);
    pane.excel.userSelect(sheet, "F5,A1");
    await button("取所选单元格").click();
    await pane.page.getByRole("alert").getByText("请只选中一个单元格").waitFor();
    expect(requests()).toBe(1);
    pane.excel.userSelect(sheet, "F6");
    await button("取所选单元格").click();
    await pane.page.locator("[data-point=taken]", { hasText: "F5" }).waitFor();
    expect(requests()).toBe(1);
    expect(kept()).not.toContain("<assignment");
  });

  test("confirmed, it is in the workbook in one round trip, and a new reading finds the column by it", async () => {
    await pane.page.locator("[data-point=confirm]").click();
    await role().getByText("您指定的").first().waitFor();
    expect(requests()).toBe(1);
    expect(kept()).toMatch(/<assignment [^>]*role="fund.executed"[^>]*text="国库支付"/);
    await button("一键校验").click();
    await openRole();
    await role().getByText("您指定的").first().waitFor();
    expect(requests()).toBe(1);
    expect(pane.excel.cell(sheet, "F5").value).toBe("国库支付");
  });

  test("it lapses when the header goes, says so, and is cleared in one round trip", async () => {
    pane.excel.userEdit(sheet, "F5", "支付");
    await button("一键校验").click();
    await pane.page.locator("[data-lapsed-assignments]", { hasText: "国库支付" }).waitFor();
    requests();
    await button("清除").click();
    await pane.page.locator("[data-lapsed-assignments]").waitFor({ state: "detached" });
    expect(requests()).toBe(1);
    expect(kept()).not.toContain("<assignment");
  });
});

describe("last year's workbook", () => {
  test("is chosen from a file, compared with, and asks nothing of Excel", async () => {
    const part = pane.page.locator("[data-prior]");
    await part.locator("summary").first().click();
    requests();
    await part
      .locator("input[type=file]")
      .setInputFiles({ name: "上年.xlsx", mimeType: "", buffer: Buffer.from(await lastYearWorkbook()) });
    await pane.page.getByText("与上年报表不一致").first().waitFor();
    expect(requests()).toBe(0);
    expect(pane.problems).toEqual([]);
    expect(pane.foreignRequests).toEqual([]);
  });
});
