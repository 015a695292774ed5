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

async function openPage(search: string, options: { width?: number; locale?: string } = {}): Promise<Page> {
  problems = [];
  foreign = [];
  context = await browser.newContext({
    viewport: { width: options.width ?? 1280, height: 800 },
    locale: options.locale ?? "zh-CN",
    acceptDownloads: true,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
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

async function downloaded(page: Page, press: () => Promise<void>): Promise<{ name: string; bytes: Uint8Array }> {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  return { name: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) };
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
    await page.locator(".fortune-name-box", { hasText: "H6" }).waitFor();
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

  test("the clean sample is clean, its report downloads as a Word package", async () => {
    const page = await openPage("?sample=redcross-2024");
    await page.getByRole("heading", { name: "没有发现问题" }).waitFor();
    await page.locator("[data-job=report]").click();
    await page.locator('[data-section="general-budget"]').waitFor();
    expect(await page.locator('[data-section="general-budget"]').innerText()).toContain("基本支出12.95万元");
    const file = await downloaded(page, () => page.locator("[data-report=save]").click());
    expect(file.name).toBe("2024年度区红十字会部门整体支出绩效自评报告.docx");
    const archive = await openArchive(file.bytes);
    expect(archive.ok && archive.value.has("word/document.xml")).toBe(true);
  });

  test("a file that is no workbook gets one clear sentence", async () => {
    const page = await openPage("");
    const chosen = page.waitForEvent("filechooser");
    await page.locator("[data-open]").click();
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
