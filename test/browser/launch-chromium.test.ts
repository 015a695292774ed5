import { describe, expect, test } from "vitest";
import { findChromium, launchChromium, noBrowserMessage } from "./index.js";

async function paintedColour(environment: NodeJS.ProcessEnv): Promise<{ text: string | null; shot: Buffer }> {
  const browser = await launchChromium(environment);
  try {
    const page = await browser.newPage({ viewport: { width: 40, height: 40 } });
    await page.setContent("<body style='background:#217346'><h1 style='display:none'>绩效附表台</h1></body>");
    const text = await page.evaluate(() => document.querySelector("h1")?.textContent ?? null);
    return { text, shot: await page.screenshot() };
  } finally {
    await browser.close();
  }
}

describe("a browser for the tests", () => {
  test("starts and paints a page", async () => {
    const { text, shot } = await paintedColour(process.env);
    expect(text).toBe("绩效附表台");
    expect([...shot.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
  });

  test.runIf(process.platform === "linux")("the one inside the npm package starts as well", async () => {
    const environment = { ...process.env, ANNEX_TEST_BROWSER: "package" };
    expect(await findChromium(environment)).toMatchObject({ from: "package" });
    const { text } = await paintedColour(environment);
    expect(text).toBe("绩效附表台");
  });

  test("CHROME_PATH goes before everything else, a wrong one falls back", async () => {
    expect(await findChromium({ CHROME_PATH: process.execPath })).toEqual({
      from: "installed",
      path: process.execPath,
    });
    const fallback = await findChromium({ CHROME_PATH: "/no/such/browser" });
    expect(fallback === null || fallback.from === "package").toBe(true);
  });

  test("says in one sentence what is missing", () => {
    expect(noBrowserMessage).toMatch(/^No browser for the tests: .*\.$/);
  });
});
