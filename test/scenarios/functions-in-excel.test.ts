import { existsSync, readFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchChromium } from "../browser/index.js";
import {
  excel2021,
  excelWithFunctions,
  openPaneInHost,
  type OpenPane,
  type OpenPaneOptions,
} from "../office-host/index.js";

/** The built scripts in a browser, as Excel runs them: in the pane, or on a page of their own. */
const folder = "dist/web";

let browser: Browser;

beforeAll(async () => {
  if (!existsSync(`${folder}/functions.js`)) throw new Error("Not built: run `npm run build` first.");
  browser = await launchChromium();
}, 60_000);
afterAll(() => browser.close());

type Before = NonNullable<OpenPaneOptions["before"]>;

function open(path: string, withFunctions: boolean, before: Before = () => undefined): Promise<OpenPane> {
  return openPaneInHost({
    workbook: new Uint8Array(readFileSync("assets/samples/redcross-2024.xlsx")),
    distFolder: folder,
    path,
    sharedRuntime: path === "/pane.html",
    requirements: withFunctions ? excelWithFunctions : excel2021,
    browser,
    before,
    // The chunks of the pane come long after Excel and the library are ready.
    slowness: (address) => (/\/\d+\.\w+\.js$/.test(address) ? 300 : 0),
  });
}

describe.each(["/pane.html", "/functions.html"])("%s", (path) => {
  test("answers the first calculation, however early Excel asks, without a foreign request", async () => {
    // The workbook is calculated when it opens: nobody waited for the functions.
    const early: Promise<unknown>[] = [];
    const pane = await open(path, true, (excel) => {
      early.push(
        excel.calculate("SCORE", 1100, 1093, 6),
        excel.calculate("ACHIEVEMENT", "≥100人", "96人"),
        excel.calculate("RATE", 1, 0),
      );
    });
    try {
      expect(await Promise.all(early)).toEqual([
        { value: 5.96 },
        { value: 0.96 },
        { error: "#DIV/0!", sentence: "预算数为0，没有执行率" },
      ]);
      expect(pane.foreignRequests).toEqual([]);
      expect(pane.problems).toEqual([]);
    } finally {
      await pane.close();
    }
  }, 30_000);
});

test("a pane without CustomFunctionsRuntime works and does not fetch them", async () => {
  const pane = await open("/pane.html", false);
  try {
    await pane.page.getByRole("button", { name: "一键校验" }).waitFor();
    const associated = await pane.page.evaluate(() => {
      const { CustomFunctions } = window as unknown as {
        CustomFunctions: { _association: { mappings: Record<string, unknown> } };
      };
      return Object.keys(CustomFunctions._association.mappings);
    });
    expect(associated).toEqual([]);
    expect(pane.problems).toEqual([]);
  } finally {
    await pane.close();
  }
}, 30_000);

test("functions.js stands alone: one file, no more of the pack than the scoring profile", () => {
  const script = readFileSync(`${folder}/functions.js`, "utf8");
  expect(script).not.toMatch(/\bdocument\.(create|get|query|body|head)|createRoot|three-public-sum/);
  expect(script).toContain("CustomFunctionsRuntime");
});
