import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { launchChromium } from "../test/browser/index.js";
import { iconSizes } from "./manifest/commands.js";

/** Up to this size the drawing with fewer strokes is used. */
const largestSimplified = 20;

const folder = resolve(import.meta.dirname, "../assets/icons");
const names = ["annex-desk", "check", "score", "report"];

/** Renders assets/icons/src/*.svg to PNG files at every size Office asks for: `npm run build:icons`. */
async function buildIcons(): Promise<void> {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ deviceScaleFactor: 1 });
    for (const name of names) {
      for (const size of iconSizes) {
        const drawing = size <= largestSimplified ? `${name}.small.svg` : `${name}.svg`;
        const svg = readFileSync(join(folder, "src", drawing), "utf8");
        await page.setViewportSize({ width: size, height: size });
        await page.setContent(
          `<style>html,body{margin:0;background:transparent}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
        );
        writeFileSync(
          join(folder, `${name}-${size}.png`),
          await page.screenshot({ omitBackground: true, type: "png" }),
        );
      }
    }
  } finally {
    await browser.close();
  }
}

await buildIcons();
