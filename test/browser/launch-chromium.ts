import { chromium, type Browser } from "playwright-core";
import { findChromium, noBrowserMessage } from "./find-chromium.js";

const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-quic",
  "--no-first-run",
  "--disable-component-update",
  "--disable-sync",
];

/** A headless browser with a fresh profile. Rejects with one sentence where the machine has none. */
export async function launchChromium(environment: NodeJS.ProcessEnv = process.env): Promise<Browser> {
  const found = await findChromium(environment);
  if (found === null) throw new Error(noBrowserMessage);
  return chromium.launch({ executablePath: found.path, headless: true, args: flags });
}
