/** A real browser for tests. What lives here: finding one and starting it. What may not: anything about our pages. */
export { launchChromium } from "./launch-chromium.js";
export { findChromium, noBrowserMessage } from "./find-chromium.js";
