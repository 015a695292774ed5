import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { launchChromium } from "../../test/browser/index.js";
import { listen } from "../web/listen.js";
import { staticFiles } from "../web/static-files.js";
import type { Measurement } from "./measurement.js";

/** The built pages: script before the first frame (without Office.js), and the time to the first frame. */
export async function measureWeb(root: string): Promise<readonly Measurement[]> {
  const folder = join(root, "dist/web");
  const sizes = ["pane.html", "word.html", "page.html"].map((page): Measurement => {
    const html = readFileSync(join(folder, page), "utf8");
    const scripts = [...html.matchAll(/<script[^>]* src="([^"]+)"/g)]
      .map((match) => match[1] ?? "")
      .filter((address) => !address.endsWith("office.js"));
    const bytes = scripts.reduce(
      (sum, path) => sum + gzipSync(readFileSync(join(folder, path)), { level: 9 }).length,
      0,
    );
    return { what: `JavaScript that ${page} loads first (gzip)`, unit: "KB", budget: 120, figure: bytes / 1024 };
  });
  return [
    ...sizes,
    { what: "first frame of page.html, no cache", unit: "ms", budget: 400, figure: await firstFrame(folder) },
  ];
}

async function firstFrame(folder: string): Promise<number> {
  const handle = staticFiles(folder, "own");
  const server = createServer((request, response) => void handle(request, response));
  const port = await listen(server, 38400, 50);
  const browser = await launchChromium();
  try {
    const times: number[] = [];
    for (let left = 5; left > 0; left--) {
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(`http://localhost:${port}/page.html`, { waitUntil: "load" });
      await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
      times.push(await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0));
      await context.close();
    }
    return times.sort((a, b) => a - b)[2] ?? Number.NaN;
  } finally {
    await browser.close();
    server.close();
  }
}
