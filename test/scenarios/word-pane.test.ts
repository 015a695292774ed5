import axe from "axe-core";
import { existsSync, readFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Browser, Page } from "playwright-core";
import { carryNarrative } from "../../src/app/index.js";
import { editWorkbook, readWorkbook } from "../../src/documents/xlsx/index.js";
import { createEngine } from "../../src/pane/create-engine.js";
import { launchChromium } from "../browser/index.js";
import {
  openPaneInWord,
  WordDocument,
  wordOld,
  type OpenWordPane,
  type OpenWordPaneOptions,
} from "../office-host/index.js";
import { hunanPack } from "../support/hunan-pack.js";

/** The built pane, the real office.js, a report made from the sample workbook and opened in the emulated Word. */
const folder = "dist/web";
const operating = "annex:fact:basic.operating";
const sample = new Uint8Array(readFileSync("assets/samples/redcross-2024.xlsx"));

let browser: Browser;
let report: Uint8Array;
let changed: Uint8Array;
let carried: string;
let pane: OpenWordPane;

beforeAll(async () => {
  if (!existsSync(`${folder}/word.html`)) throw new Error("The pane is not built: run `npm run build` first.");
  browser = await launchChromium();
  const engine = createEngine(hunanPack());
  const before = await readWorkbook(sample, "redcross-2024.xlsx");
  const edited = await editWorkbook(sample, { edits: [await operatingCell(1.5)] });
  if (!before.ok || !edited.ok) throw new Error("the sample cannot be read");
  const built = await engine.buildReport(before.value);
  const after = await readWorkbook(edited.value, "redcross-2024.xlsx");
  const source = after.ok ? engine.reportSource(after.value) : after;
  if (!built.ok || !source.ok) throw new Error("no report");
  report = built.value.bytes;
  changed = edited.value;
  carried = carryNarrative(source.value.narrative);
}, 60_000);
afterEach(() => pane.close());
afterAll(() => browser.close());

/** The cell that the report's figure comes from, with another value. */
async function operatingCell(value: number) {
  const read = await readWorkbook(sample, "redcross-2024.xlsx");
  const engine = createEngine(hunanPack());
  const source = read.ok ? engine.reportSource(read.value) : read;
  const [cell] = source.ok
    ? (source.value.narrative.figures.find(({ id }) => id === "basic.operating")?.cells ?? [])
    : [];
  if (!cell) throw new Error("the figure has no cell");
  return { ...cell, content: { kind: "value", value } } as const;
}

async function open(options: Partial<OpenWordPaneOptions> = {}): Promise<Page> {
  pane = await openPaneInWord({ document: report, distFolder: folder, browser, ...options });
  pane.page.setDefaultTimeout(10_000);
  return pane.page;
}

const file = (buffer: Uint8Array) => ({
  name: "改后.xlsx",
  mimeType: "application/octet-stream",
  buffer: Buffer.from(buffer),
});
const choose = (page: Page, bytes = changed) => page.locator("input[type=file]").setInputFiles(file(bytes));
const updated = (page: Page) => page.locator('[data-notice="success"]').getByText("已更新并读回核对");
const update = (page: Page) => page.locator("[data-word=update]");

describe("选工作簿，看计划，一键更新", () => {
  test("数字旧值、新值、出处；更新后文档是新的，人写的字没动；再看就没有要改的", async () => {
    const page = await open({ before: (word) => word.userReplace("人员经费", "人员方面的经费") });
    await choose(page);
    const figure = page.locator('[data-figure="basic.operating"]');
    await figure.waitFor();
    expect(await figure.innerText()).toMatch(/公用经费[\s\S]*附件1[\s\S]*1\.12[\s\S]*→[\s\S]*1\.5/);
    expect(await page.locator('[data-plan-part="kept"]').innerText()).toContain("一般公共预算");
    await update(page).click();
    await updated(page).waitFor();
    expect(pane.word.textsOf(operating)).toEqual(["1.50"]);
    expect(pane.word.textsOf("annex:section:general-budget").join()).toContain("人员方面的经费");
    expect(await update(page).getAttribute("aria-disabled")).toBe("true");
    expect(pane.word.openFiles).toBe(0);
    expect(pane.foreignRequests).toEqual([]);
    expect(pane.problems).toEqual([]);
  });

  test("冲突：两边的话都摆出来，选附表的就换", async () => {
    const page = await open({ before: (word) => word.userType(operating, "1.13") });
    await choose(page);
    const conflict = page.locator('[data-plan-part="conflicts"]');
    await conflict.waitFor();
    expect(await conflict.innerText()).toMatch(/1\.13[\s\S]*1\.5/);
    expect(await update(page).innerText()).toContain("1 处未选");
    await conflict.locator('[data-choice="ours"]').click();
    await update(page).click();
    await updated(page).waitFor();
    expect(pane.word.textsOf(operating)).toEqual(["1.50"]);
  });

  test("键盘走得通：选好后一路 Tab 到“更新报告”，回车", async () => {
    const page = await open();
    await choose(page);
    await update(page).waitFor();
    for (let presses = 0; presses < 30; presses++) {
      await page.keyboard.press("Tab");
      if (await update(page).evaluate((button) => button === document.activeElement)) break;
    }
    await page.keyboard.press("Enter");
    await updated(page).waitFor();
    expect(pane.word.textsOf(operating)).toEqual(["1.50"]);
  });
});

describe("粘贴从 Excel 复制的数据", () => {
  test("粘贴即用，计划与选工作簿的一样", async () => {
    const page = await open();
    await page.locator("[data-word=paste]").click();
    await page.locator("textarea").fill(carried);
    await page.locator("[data-word=paste-take]").click();
    await page.locator('[data-figure="basic.operating"]').waitFor();
    expect(await page.locator("textarea").count()).toBe(0);
    await update(page).click();
    await updated(page).waitFor();
    expect(pane.word.textsOf(operating)).toEqual(["1.50"]);
  });

  test("粘贴的不是数据：说明白，字还在", async () => {
    const page = await open();
    await page.locator("[data-word=paste]").click();
    await page.locator("textarea").fill("自评报告");
    await page.locator("[data-word=paste-take]").click();
    await page.locator('[data-word-problem="no-carried-data"]').waitFor();
    expect(await page.locator("textarea").inputValue()).toBe("自评报告");
    await choose(page);
    await update(page).waitFor();
    expect(await page.locator("textarea").count()).toBe(0);
  });
});

describe("说得清的失败", () => {
  test("Word 拒绝写入：说明白，可另存更新后的副本", async () => {
    const page = await open({ before: (word) => (word.knobs.refusesWrites = true) });
    await choose(page);
    await update(page).click();
    await page.locator('[data-word-problem="figures-refused"]').waitFor();
    // Without a dialog of the browser it is a download.
    await page.evaluate(() => Reflect.deleteProperty(window, "showSaveFilePicker"));
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator("[data-word=copy]").click()]);
    const copy = readFileSync(await download.path());
    const opened = await WordDocument.open(new Uint8Array(copy), "copy.docx");
    expect(opened.controlsIn(opened.body).find(({ tag }) => tag === operating)?.text).toBe("1.50");
    await page.locator('[data-notice="warning"], [data-notice="success"]').first().waitFor();
  });

  test("Word 没有接受的数字，按名字列出来", async () => {
    const page = await open({ before: (word) => word.knobs.ignores.add("setNodeText") });
    await choose(page);
    await update(page).click();
    await page.locator("[data-word-refused]").waitFor();
    expect(await page.locator("[data-word-refused]").innerText()).toContain("公用经费");
    expect(await page.locator('[data-notice="success"]').count()).toBe(0);
  });

  test("看计划之后文档又变了：重新比对，请再看", async () => {
    const page = await open();
    await choose(page);
    await update(page).waitFor();
    pane.word.userType(operating, "1.3");
    await update(page).click();
    await page.locator('[data-notice="warning"]').getByText("文档刚刚改动过").waitFor();
    expect(await page.locator('[data-plan-part="conflicts"]').innerText()).toContain("1.3");
    expect(pane.word.textsOf(operating)).toEqual(["1.3"]);
  });

  test.each([
    ["不是附表的工作簿", () => file(new Uint8Array([1, 2, 3])), "not-a-workbook"],
    ["文档不是 .xlsx", () => file(report), ""],
  ])("%s", async (_name, given, code) => {
    const page = await open();
    await page.locator("input[type=file]").setInputFiles(given());
    await page.locator("[data-word-problem]").waitFor();
    const told = await page.locator("[data-word-problem]").getAttribute("data-word-problem");
    expect(told).not.toBe("unexpected");
    if (code !== "") expect(told).toBe(code);
    expect(await update(page).count()).toBe(0);
  });
});

describe("数字的出处", () => {
  test("新版 Word：光标到了哪个数字，就说出处和工作簿", async () => {
    const page = await open();
    await choose(page);
    await update(page).waitFor();
    pane.word.userSelect(operating);
    const cursor = page.locator("[data-word-cursor]");
    await cursor.getByText("公用经费").waitFor();
    expect(await cursor.innerText()).toMatch(/附件1[\s\S]*改后\.xlsx/);
    pane.word.userSelect("annex:section:problems");
    await cursor.getByText("把光标放到").waitFor();
  });

  test("旧版 Word（1.3）：没有光标处的，有清单", async () => {
    const page = await open({ requirements: wordOld });
    await choose(page);
    await page.locator("[data-word-listed]").waitFor();
    expect(await page.locator("[data-word-cursor]").count()).toBe(0);
    await page.locator("[data-word-listed] summary").click();
    expect(await page.locator("[data-word-listed] ul").innerText()).toMatch(/公用经费\s*1\.50?万元\s*附件1/);
  });
});

test("太旧的 Word：一句话，指向网页版", async () => {
  const page = await open({ requirements: { WordApi: "1.1" } });
  await page.locator('[data-startup="old-word"]').waitFor();
});

test("从 Excel 的地址在 Word 里打开，转到 Word 的窗格", async () => {
  const page = await open({ path: "/pane.html" });
  await page.locator("[data-word-pane]").waitFor();
  expect(new URL(page.url()).pathname).toBe("/word.html");
});

test.each([
  [320, "zh-CN"],
  [320, "en-US"],
  [420, "zh-CN"],
] as const)("宽 %i（%s）不横向滚动，没有可达性问题", async (width, locale) => {
  const page = await open({
    viewport: { width, height: 760 },
    locale,
    before: (word) => word.userType(operating, "1.13"),
  });
  await choose(page);
  await update(page).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const { axe: run } = globalThis as unknown as { axe: typeof axe };
    return (await run.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`);
  });
  expect(violations).toEqual([]);
});
