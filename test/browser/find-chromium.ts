import { accessSync, constants, existsSync, mkdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** Said by every test that needs a browser where there is none: such a test fails, it never skips. */
export const noBrowserMessage =
  "No browser for the tests: install Chrome, Edge or Chromium (or set CHROME_PATH), or run `npm ci` so that @sparticuz/chromium is there.";

/** `installed`: a program of this machine. `package`: the binary inside the npm package @sparticuz/chromium. */
export interface FoundBrowser {
  readonly from: "installed" | "package";
  readonly path: string;
}

const programNames = [
  "google-chrome",
  "google-chrome-stable",
  "chromium",
  "chromium-browser",
  "microsoft-edge",
  "microsoft-edge-stable",
  "chrome",
  "msedge",
];

const usualPlaces = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/usr/bin/chromium",
  "/snap/bin/chromium",
  "/opt/google/chrome/chrome",
];

const windowsPlaces = ["Google\\Chrome\\Application\\chrome.exe", "Microsoft\\Edge\\Application\\msedge.exe"];

/**
 * Order: CHROME_PATH, programs on PATH, the usual places, the npm package.
 * ANNEX_TEST_BROWSER=package leaves the installed ones aside, so that the fallback can be tried where a browser is
 * installed.
 */
export async function findChromium(environment: NodeJS.ProcessEnv = process.env): Promise<FoundBrowser | null> {
  if (environment["ANNEX_TEST_BROWSER"] !== "package") {
    const installed = installedBrowsers(environment).find(isExecutable);
    if (installed !== undefined) return { from: "installed", path: installed };
  }
  const packaged = await packagedBrowser();
  return packaged === null ? null : { from: "package", path: packaged };
}

function installedBrowsers(environment: NodeJS.ProcessEnv): string[] {
  const named = environment["CHROME_PATH"];
  if (named !== undefined && named !== "") return [named];
  const suffix = process.platform === "win32" ? ".exe" : "";
  const onPath = (environment["PATH"] ?? "")
    .split(delimiter)
    .filter((folder) => folder !== "")
    .flatMap((folder) => programNames.map((name) => join(folder, name + suffix)));
  const windowsRoots = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((name) => environment[name] ?? []);
  return [
    ...onPath,
    ...usualPlaces,
    ...windowsRoots.flatMap((root) => windowsPlaces.map((place) => join(root, place))),
  ];
}

function isExecutable(path: string): boolean {
  if (!existsSync(path)) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The package unpacks its binary into the temporary folder on first use (about two seconds). */
async function packagedBrowser(): Promise<string | null> {
  if (process.platform !== "linux") return null;
  try {
    const { default: chromium } = await import("@sparticuz/chromium");
    return await alone(() => chromium.executablePath());
  } catch {
    return null;
  }
}

/** The package takes a half-unpacked binary for a whole one, so test files that run side by side take turns. */
async function alone<T>(work: () => Promise<T>): Promise<T> {
  const lock = join(tmpdir(), "annex-desk-chromium.lock");
  while (!taken(lock)) await pause(100);
  try {
    return await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

const staleAfterMs = 60_000;

function taken(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    const age = existsSync(lock) ? Date.now() - statSync(lock).mtimeMs : 0;
    if (age > staleAfterMs) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}
