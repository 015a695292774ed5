import axe from "axe-core";
import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { resolve } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { listen } from "../../scripts/web/listen.js";
import { staticFiles } from "../../scripts/web/static-files.js";
import { openArchive } from "../../src/documents/archive/index.js";
import { readWorkbook } from "../../src/documents/xlsx/index.js";
import { launchChromium } from "../browser/index.js";
import { bodyText, edit } from "../documents/docx/package.js";
import { wordFile } from "../support/word-file.js";

/** The built page as people open it: its own server, its own policy, a real browser. */
const folder = resolve("dist/web");
const sheet = "附件2 整体支出自评表";

let server: Server;
let origin: string;
let browser: Browser;
let context: BrowserContext;
let problems: string[];
let foreign: string[];

beforeAll(async () => {
  if (!existsSync(`${folder}/page.html`)) throw new Error("The page is not built: run `npm run build` first.");
  const handle = staticFiles(folder, "own");
  server = createServer((request, response) => void handle(request, response));
  origin = `http://localhost:${await listen(server, 38_900, 50)}`;
  browser = await launchChromium();
}, 60_000);
afterEach(async () => {
  await context.close();
  expect(problems).toEqual([]);
  expect(foreign).toEqual([]);
});
afterAll(async () => {
  await browser.close();
  server.close();
});

interface Visit {
  readonly width?: number;
  readonly locale?: string;
  /** A browser without the dialog that lets a page save in place. */
  readonly oldDialog?: boolean;
}

async function openPage(search: string, options: Visit = {}): Promise<Page> {
  problems = [];
  foreign = [];
  context = await browser.newContext({
    viewport: { width: options.width ?? 1280, height: 800 },
    locale: options.locale ?? "zh-CN",
    acceptDownloads: true,
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  if (options.oldDialog) await page.addInitScript(() => Reflect.deleteProperty(window, "showOpenFilePicker"));
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(origin) && !/^(blob|data):/.test(request.url())) foreign.push(request.url());
  });
  await page.goto(`${origin}/page.html${search}`);
  return page;
}

/** A file let go over the page. */
async function dropOn(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const given = { name, base64: Buffer.from(bytes).toString("base64") };
  const data = await page.evaluateHandle((file) => {
    const transfer = new DataTransfer();
    const content = Uint8Array.from(atob(file.base64), (letter) => letter.charCodeAt(0));
    transfer.items.add(new File([content], file.name));
    return transfer;
  }, given);
  await page.dispatchEvent("[data-annex-page]", "drop", { dataTransfer: data });
}

async function downloaded(page: Page, press: () => Promise<void>): Promise<{ name: string; bytes: Uint8Array }> {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  return { name: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) };
}

/** A click into the selected cell, as a person takes up the keyboard. */
async function clickSelected(page: Page): Promise<void> {
  await page.waitForTimeout(150);
  const box = await page.locator(".luckysheet-cell-selected-focus").boundingBox();
  if (!box) throw new Error("no cell is selected");
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await expect.poll(() => page.evaluate(() => document.activeElement?.hasAttribute("data-cell-input"))).toBe(true);
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  // The sheet view is FortuneSheet's own.
  const found = await page.evaluate(async () => {
    const { axe: checker } = window as unknown as {
      axe: { run(context: object): Promise<{ violations: AxeViolation[] }> };
    };
    interface AxeViolation {
      readonly id: string;
      readonly nodes: readonly { readonly html: string }[];
    }
    const { violations: list } = await checker.run({ include: ["body"], exclude: ["[data-sheet-area]"] });
    return list.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" ")}`);
  });
  return found;
}

describe("the page without Office", () => {
  test("sample → finding → its cell → fix → saved file with the formula and nothing else", async () => {
    const page = await openPage("?sample=redcross-2024-mistakes");
    await page.locator("[data-finding-row]").first().waitFor();
    const row = page.locator('[data-finding-row="fund/execution-rate"]');
    await row.click();
    await page.locator("[data-cell-name]", { hasText: "H6" }).waitFor();
    const before = await page.locator("[data-finding-row]").count();
    await page.locator("[data-fix=offer]").click();
    await page.locator("[data-fix=apply]").click();
    await page.locator("[data-undo]").waitFor();
    await expect.poll(() => page.locator("[data-finding-row]").count()).toBe(before - 1);

    const file = await downloaded(page, () => page.locator("[data-save-workbook]").click());
    expect(file.name).toBe("redcross-2024-mistakes.xlsx");
    const read = await readWorkbook(file.bytes, file.name);
    const saved = read.ok ? read.value.sheets.find(({ name }) => name === sheet) : null;
    expect(saved?.rows[5 - saved.top]?.[7 - saved.left]).toMatchObject({ formula: "=F6/E6", text: "94.21%" });
    // The workbook part asks the next program to calculate anew.
    expect(await changedParts(file.bytes)).toEqual(["xl/workbook.xml", "xl/worksheets/sheet2.xml"]);
  });

  test("the clean sample has nothing to correct or to explain, its report downloads as a Word package", async () => {
    const page = await openPage("?sample=redcross-2024");
    await page.locator("[data-count], h2").first().waitFor();
    expect(
      await page.locator("[data-group=error] [data-finding-row], [data-group=warning] [data-finding-row]").count(),
    ).toBe(0);
    await page.locator("[data-job=report]").click();
    await page.locator('[data-section="general-budget"]').waitFor();
    expect(await page.locator('[data-section="general-budget"]').innerText()).toContain("基本支出12.95万元");
    const file = await downloaded(page, () => page.locator("[data-report=save]").click());
    expect(file.name).toBe("2024年度区红十字会部门整体支出绩效自评报告.docx");
    const archive = await openArchive(file.bytes);
    expect(archive.ok && archive.value.has("word/document.xml")).toBe(true);
  });

  test("a report dropped on the page is compared, a template becomes a report; alone it asks for the workbook first", async () => {
    const page = await openPage("", { oldDialog: true });
    await page.locator("[data-welcome=empty]").waitFor();
    const letter = wordFile("公用经费{{公用经费}}万元，{{不是名称}}。");
    await dropOn(page, "自评报告.docx", letter);
    await page.getByText("请先打开附表工作簿").waitFor();

    await dropOn(page, "附表.xlsx", new Uint8Array(readFileSync("assets/samples/redcross-2024.xlsx")));
    await page.locator("[data-job=report]").click();
    const made = await downloaded(page, () => page.locator("[data-report=save]").click());
    await dropOn(page, "自评报告.docx", made.bytes);
    await page.locator("[data-report-update]").getByText("报告已与附表一致。").waitFor();
    expect(await violations(page)).toEqual([]);
    await dropOn(page, "模板.docx", letter);
    await page.locator("[data-plan-part=linked]").waitFor();
    expect(await page.locator("[data-plan-part=problems]").innerText()).toContain("{{不是名称}}");
    expect(await violations(page)).toEqual([]);
    const file = await downloaded(page, () => page.locator("[data-update=write]").click());
    expect(file.name).toBe("2024年度区红十字会部门整体支出绩效自评报告.docx");
    expect((await bodyText(file.bytes))[0]).toBe("公用经费1.12万元，{{不是名称}}。");
    await page.locator("[data-handed=unconfirmed]").waitFor();
  });

  test("a file that is no workbook gets one clear sentence", async () => {
    const page = await openPage("", { oldDialog: true });
    const chosen = page.waitForEvent("filechooser");
    await page.locator("[data-open=open]").click();
    await (
      await chosen
    ).setFiles({ name: "照片.xlsx", mimeType: "image/png", buffer: Buffer.from([137, 80, 78, 71, 1, 2]) });
    await page.getByRole("alert").waitFor();
    expect(await page.getByRole("alert").innerText()).toMatch(/没能打开文件[\s\S]{8,}/);
    expect(await violations(page)).toEqual([]);
  });

  test("leaving with unsaved changes is asked about", async () => {
    const page = await openPage("?sample=redcross-2024-mistakes");
    await page.locator('[data-finding-row="fund/execution-rate"]').click();
    await page.locator("[data-fix=offer]").click();
    await page.locator("[data-fix=apply]").click();
    await page.locator("[data-undo]").waitFor();
    const asked = new Promise<string>((done) => {
      page.once("dialog", (dialog) => {
        done(dialog.type());
        void dialog.accept();
      });
    });
    await page.close({ runBeforeUnload: true });
    expect(await asked).toBe("beforeunload");
  });

  test("typing into the cell answers its finding, the saved file holds what was typed; undo brings it back", async () => {
    const page = await openPage("?sample=redcross-2024-mistakes");
    const row = page.locator('[data-finding-row="fund/execution-rate"]');
    await row.click();
    await page.locator("[data-cell-name]", { hasText: "H6" }).waitFor();
    await clickSelected(page);
    await page.keyboard.type("９４．２１％");
    await page.keyboard.press("Enter");
    await expect.poll(() => row.count()).toBe(0);
    const file = await downloaded(page, () => page.keyboard.press("Control+s"));
    const read = await readWorkbook(file.bytes, file.name);
    const saved = read.ok ? read.value.sheets.find(({ name }) => name === sheet) : null;
    expect(saved?.rows[5 - saved.top]?.[7 - saved.left]).toMatchObject({ value: 0.9421, text: "94.21%" });
    expect(await changedParts(file.bytes)).toEqual(["xl/workbook.xml", "xl/worksheets/sheet2.xml"]);
    await page.keyboard.press("Control+z");
    await row.waitFor();
    await page.locator("[data-cell-name]", { hasText: "H6" }).waitFor();
    expect(await page.locator("[data-cell-content]").inputValue()).toBe("100%");
    await page.keyboard.press("Control+y");
    await expect.poll(() => row.count()).toBe(0);
  });

  test("the keyboard alone: move, edit with F2, a formula in the bar, a block pasted, cleared", async () => {
    const page = await openPage("?sample=redcross-2024-mistakes");
    await page.locator('[data-finding-row="fund/execution-rate"]').click();
    await page.locator("[data-cell-name]", { hasText: "H6" }).waitFor();
    await clickSelected(page);
    const name = page.locator("[data-cell-name]");
    const content = page.locator("[data-cell-content]");
    await page.keyboard.press("ArrowLeft");
    await expect.poll(() => name.innerText()).toBe("G6");
    await page.keyboard.press("F2");
    await page.keyboard.press("Backspace");
    await page.keyboard.press("Escape");
    await expect.poll(() => content.inputValue()).toBe("10");
    await content.fill("=sum(e6,1)");
    await content.press("Enter");
    await expect.poll(() => name.innerText()).toMatch(/7/);
    await page.evaluate(() => navigator.clipboard.writeText("30.5\t28.5\n"));
    await page.keyboard.press("ArrowUp");
    await expect.poll(() => content.inputValue()).not.toBe("");
    while ((await name.innerText()) !== "E6")
      await page.keyboard.press((await name.innerText()) < "E6" ? "ArrowRight" : "ArrowLeft");
    await page.keyboard.press("Control+v");
    await expect.poll(() => content.inputValue()).toBe("30.5");
    await page.keyboard.press("Shift+ArrowRight");
    await expect.poll(() => name.innerText()).toBe("E6:F6");
    await page.keyboard.press("Delete");
    await expect.poll(() => content.inputValue()).toBe("");
    const file = await downloaded(page, () => page.keyboard.press("Control+s"));
    const read = await readWorkbook(file.bytes, file.name);
    const saved = read.ok ? read.value.sheets.find(({ name: own }) => own === sheet) : null;
    const cells = saved?.rows[5 - saved.top]?.slice(4 - saved.left, 7 - saved.left);
    expect(cells).toMatchObject([null, null, { formula: "=SUM(E6,1)", value: 1 }]);
  });

  test("a file opened from disk is written in place, and again after more typing", async () => {
    const page = await openPage("");
    const bytes = readFileSync("assets/samples/redcross-2024-mistakes.xlsx").toString("base64");
    // The browser's private file system has real handles; only the dialog is left out.
    await page.evaluate(async (content) => {
      const folder = await navigator.storage.getDirectory();
      const handle = await folder.getFileHandle("附表.xlsx", { create: true });
      const stream = await handle.createWritable();
      await stream.write(Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0)));
      await stream.close();
      Object.assign(window, { showOpenFilePicker: async () => [handle] });
    }, bytes);
    await page.locator("[data-open=open]").click();
    await page.locator('[data-finding-row="fund/execution-rate"]').click();
    for (const text of ["90%", "94.21%"]) {
      await page.locator("[data-cell-name]", { hasText: "H6" }).waitFor();
      await clickSelected(page);
      await page.keyboard.type(text);
      await page.keyboard.press("Shift+Enter");
      await page.locator("[data-save-workbook]:not([aria-disabled])").click();
      await page.locator("[data-news=success]", { hasText: "已保存到“附表.xlsx”" }).waitFor();
      await page.locator("[data-news=success] button").click();
      await page.locator("[data-annex-pane] [data-finding-row]").first().waitFor();
      if (text === "90%") await page.locator('[data-finding-row="fund/execution-rate"]').click();
      if (text === "90%") await page.locator('[data-finding-row="fund/execution-rate"]').click();
    }
    const written = await page.evaluate(async () => {
      const folder = await navigator.storage.getDirectory();
      const file = await (await folder.getFileHandle("附表.xlsx")).getFile();
      return [...new Uint8Array(await file.arrayBuffer())];
    });
    const read = await readWorkbook(new Uint8Array(written), "附表.xlsx");
    const saved = read.ok ? read.value.sheets.find(({ name }) => name === sheet) : null;
    expect(saved?.rows[5 - saved.top]?.[7 - saved.left]).toMatchObject({ value: 0.9421 });
  });

  test("a report chosen in the browser's dialog is written in place, and agrees afterwards", async () => {
    const page = await openPage("?sample=redcross-2024");
    await page.locator("[data-job=report]").click();
    const made = await downloaded(page, () => page.locator("[data-report=save]").click());
    // As it was when 公用经费 was 1.1: shown so, bound so, and so on record.
    let old = made.bytes;
    for (const part of ["word/document.xml", "customXml/item1.xml", "customXml/item2.xml"]) {
      old = await edit(old, part, (xml) => xml.replaceAll(/([>"])1\.12([<"])/g, "$11.1$2"));
    }
    await page.evaluate(async (content) => {
      const folder = await navigator.storage.getDirectory();
      const handle = await folder.getFileHandle("自评报告.docx", { create: true });
      const stream = await handle.createWritable();
      await stream.write(Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0)));
      await stream.close();
      Object.assign(window, { showOpenFilePicker: async () => [handle] });
    }, Buffer.from(old).toString("base64"));
    await page.getByRole("button", { name: "选已有报告或模板…" }).click();
    const figure = page.locator('[data-figure="basic.operating"]');
    await figure.waitFor();
    expect(await figure.innerText()).toMatch(/1\.1[^]*1\.12/);
    await page.locator("[data-update=write]").click();
    await page.locator("[data-handed=saved]", { hasText: "已保存“自评报告.docx”" }).waitFor();
    await page.locator("[data-report-update]").getByText("报告已与附表一致。").waitFor();
    const written = await page.evaluate(async () => {
      const folder = await navigator.storage.getDirectory();
      const file = await (await folder.getFileHandle("自评报告.docx")).getFile();
      return [...new Uint8Array(await file.arrayBuffer())];
    });
    expect((await bodyText(new Uint8Array(written))).join("")).toContain("公用经费1.12万元");
  });

  test.each([
    ["1280 zh", 1280, "zh-CN", "?sample=redcross-2024-mistakes"],
    ["390 zh", 390, "zh-CN", "?sample=redcross-2024-mistakes"],
    ["1280 en", 1280, "en-US", "?sample=redcross-2024-mistakes"],
    ["welcome", 1280, "zh-CN", ""],
  ])("%s: accessible, and nothing wider than the window", async (_, width, locale, search) => {
    const page = await openPage(search, { width, locale });
    await page
      .locator(search === "" ? "[data-welcome]" : "[data-finding-row]")
      .first()
      .waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(locale === "en-US" ? "en" : "zh-CN");
  });
});

/** Parts whose bytes differ from the sample's. */
async function changedParts(bytes: Uint8Array): Promise<string[]> {
  const original = await openArchive(new Uint8Array(readFileSync("assets/samples/redcross-2024-mistakes.xlsx")));
  const edited = await openArchive(bytes);
  if (!original.ok || !edited.ok) throw new Error("a package cannot be opened");
  const names = new Set([...original.value.names, ...edited.value.names]);
  const changed: string[] = [];
  for (const name of names) {
    const [before, after] = await Promise.all([original.value.read(name), edited.value.read(name)]);
    const same = before.ok && after.ok && Buffer.compare(before.value, after.value) === 0;
    if (!same) changed.push(name);
  }
  return changed.sort();
}
