import { existsSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readDesk } from "../../src/documents/desk/index.js";
import { readWorkbook } from "../../src/documents/xlsx/index.js";
import { createEngine } from "../../src/pane/create-engine.js";
import { bodyText, edit } from "../documents/docx/package.js";
import { openPaneInHost, type OpenPane } from "../office-host/index.js";
import { hunanPack } from "../support/hunan-pack.js";
import { wordFile } from "../support/word-file.js";

/** The built pane, the real office.js: a report edited in Word, kept in step with the workbook and handed back. */
const folder = "dist/web";
const workbook = new Uint8Array(readFileSync("assets/samples/redcross-2024.xlsx"));

let pane: OpenPane;
/** As its writer left it: 项目支出 typed over. */
let report: Uint8Array;

beforeAll(async () => {
  if (!existsSync(`${folder}/pane.html`)) throw new Error("The pane is not built: run `npm run build` first.");
  const read = await readWorkbook(workbook, "redcross-2024.xlsx");
  const made = read.ok ? await createEngine(hunanPack()).buildReport(read.value) : read;
  if (!made.ok) throw new Error(made.failure.message.en);
  report = await edit(made.value.bytes, "word/document.xml", (xml) => xml.replaceAll(">15.5<", ">16<"));
  pane = await openPaneInHost({ workbook, name: "redcross-2024.xlsx", distFolder: folder });
  pane.page.setDefaultTimeout(10_000);
  // The save dialog of Chromium waits for a person.
  await pane.page.evaluate(() => Object.assign(window, { showSaveFilePicker: undefined }));
}, 60_000);
afterAll(() => pane.close());

const button = (name: string) => pane.page.getByRole("button", { name, exact: true });

async function give(place: string, name: string, bytes: Uint8Array): Promise<void> {
  const file = { name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes) };
  await pane.page.setInputFiles(`${place} input[type=file]`, file);
}

describe("报告与工作簿同步", () => {
  test("计划先给看：数字的新旧、单元格、人改过的；点单元格就过去；这时什么也没写", async () => {
    pane.excel.userEdit("附件1 基础数据表", "F22", 1.5);
    await button("生成报告").click();
    await give("[data-report-update]", "自评报告（定稿）.docx", report);
    const figure = pane.page.locator('[data-figure="basic.operating"]');
    await figure.waitFor();
    expect(await figure.innerText()).toMatch(/1\.12[^]*1\.5/);
    await figure.getByRole("button", { name: "附件1 基础数据表 F22" }).click();
    await expect.poll(() => pane.excel.selection).toMatchObject({ sheet: "附件1 基础数据表" });
    expect(await pane.page.locator("[data-conflict] mark").allInnerTexts()).toEqual(["16", "15.5"]);
  });

  test("选过再写：同名下载，下载不算数，给出别的办法", async () => {
    await button("用附表的").click();
    const download = pane.page.waitForEvent("download");
    await button("写入并保存").click();
    const file = await download;
    expect(file.suggestedFilename()).toBe("自评报告（定稿）.docx");
    const text = (await bodyText(new Uint8Array(readFileSync(await file.path())))).join("");
    expect(text).toMatch(/公用经费1\.50?万元/);
    expect(text).toContain("项目支出15.5万元");
    await pane.page.locator("[data-handed=unconfirmed]").waitFor();
    await button("在 Word 里更新…").click();
    await pane.page.locator("[data-next=word]").waitFor();
    await pane.page.getByText("报告已与附表一致。").first().waitFor();
  });

  test("附表再变，已选的报告跟着重新比对", async () => {
    pane.excel.userEdit("附件1 基础数据表", "F22", 1.7);
    await expect
      .poll(() => pane.page.locator('[data-figure="basic.operating"]').allInnerTexts(), { timeout: 15_000 })
      .toEqual([expect.stringMatching(/1\.50?[^]*1\.70?/)]);
  });

  test("名称一点就复制；不是报告的文件有一句话", async () => {
    await pane.page.locator("[data-names] summary").click();
    await pane.page.getByRole("searchbox").fill("公用经费");
    await pane.page.locator('[data-name="{{公用经费}}"] button').first().click();
    await pane.page.getByText("已复制 {{公用经费}}").waitFor({ state: "attached" });
    await give("[data-report-update]", "通知.docx", wordFile("普通通知。"));
    await pane.page.getByText("没能用“通知.docx”").first().waitFor();
  });

  test("上年报告的文字存进工作簿，可以撤销", async () => {
    await pane.page.getByRole("tab", { name: "基本情况" }).click();
    const staffing = pane.page.getByRole("textbox", { name: "人员编制" });
    await staffing.fill("");
    await pane.page.locator("[data-save=saved]").waitFor();
    const bytes = wordFile("一、基本情况", "（三）人员编制", "2023年核定编制2名。");
    await give("[data-from-report]", "2023年报告.docx", bytes);
    await pane.page.locator("[data-proposed=staffing]").waitFor();
    expect(await pane.page.locator("[data-proposed=staffing] mark").allInnerTexts()).toEqual(["2023年", "2"]);
    await button("采用“人员编制”").click();
    await expect.poll(() => staffing.inputValue()).toBe("2023年核定编制2名。");
    const stored = (): string | undefined => {
      const desk = readDesk(pane.excel.workbook.xmlParts[0]?.xml ?? null);
      return desk.ok ? desk.value.typed.get("staffing") : undefined;
    };
    expect(stored()).toBe("2023年核定编制2名。");
    await button("撤销").click();
    await expect.poll(stored).toBeUndefined();
    await expect.poll(() => staffing.inputValue()).toBe("");
  });

  test("没有出错，也没有找过别人", () => {
    expect(pane.foreignRequests).toEqual([]);
    expect(pane.problems).toEqual([]);
  });
});
