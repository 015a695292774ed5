import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Browser, BrowserContext, Page } from "playwright-core";
import type { WorkbookSnapshot } from "../../src/core/sheet/index.js";
import { readWorkbook } from "../../src/documents/xlsx/index.js";
import { launchChromium } from "../browser/index.js";
import { EmulatedExcel } from "./emulated-excel.js";
import type { EmulatedHost } from "./emulated-host.js";
import type { HostOptions } from "./host-options.js";
import { servePane } from "./pane-server.js";
import { officeJsFolder } from "./protocol/requirements.js";
import { EmulatedWord } from "./word/emulated-word.js";
import { WordDocument } from "./word/model/word-document.js";
import { hostInfo, installWindowsHost, windowsHostConfig } from "./transport/windows-host.js";

export interface OpenPaneOptions extends PageOptions {
  /** Bytes of a real .xlsx file, or a snapshot made by hand. */
  readonly workbook: Uint8Array | WorkbookSnapshot;
  /** The workbook's name in Excel, when `workbook` is bytes. */
  readonly name?: string;
  /** What the host does before the page is there. */
  readonly before?: (excel: EmulatedExcel) => void;
}

export interface OpenWordPaneOptions extends PageOptions {
  /** Bytes of a real .docx file. */
  readonly document: Uint8Array;
  readonly before?: (word: EmulatedWord) => void;
}

interface PageOptions extends HostOptions {
  /** The built folder; null when every page is in `pages`. */
  readonly distFolder: string | null;
  /** Pages by path, beside the built folder. */
  readonly pages?: Readonly<Record<string, string>>;
  /** Path of the pane below the folder, with its query; `/pane.html` by default. */
  readonly path?: string;
  /** False for a host without shared runtime. */
  readonly sharedRuntime?: boolean;
  /** Pixels; a task pane is about 320 wide. */
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: "light" | "dark";
  readonly forcedColors?: "active" | "none";
  /** A browser to share between panes; else one is started and closed with the pane. */
  readonly browser?: Browser;
  /** Milliseconds that the server takes for an address; at once when left out. */
  readonly slowness?: (address: string) => number;
}

export interface OpenPane extends OpenPage {
  /** The emulated host: workbook, log, knobs, and the person's hands. */
  readonly excel: EmulatedExcel;
}

export interface OpenWordPane extends OpenPage {
  readonly word: EmulatedWord;
}

interface OpenPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Requests to anywhere but the pane's own server (and Microsoft's copies of office.js); all were refused. */
  readonly foreignRequests: readonly string[];
  /** Uncaught errors and console errors of the page. */
  readonly problems: readonly string[];
  readonly close: () => Promise<void>;
}

const libraryHosts = /^https:\/\/appsforoffice(\.cdn\.partner\.office365\.cn|\.microsoft\.com|\.cdn\.microsoft\.com)\//;

/** Opens a page in a headless browser as Excel on Windows opens a task pane: real office.js, emulated host. */
export async function openPaneInHost(options: OpenPaneOptions): Promise<OpenPane> {
  const excel = new EmulatedExcel(await snapshotFrom(options), options);
  options.before?.(excel);
  return { ...(await openPage(excel, options, "/pane.html")), excel };
}

/** The same for the pane of Word, with a real document open. */
export async function openPaneInWord(options: OpenWordPaneOptions): Promise<OpenWordPane> {
  const word = new EmulatedWord(await WordDocument.open(options.document, "自评报告.docx"), options);
  options.before?.(word);
  return { ...(await openPage(word, options, "/word.html")), word };
}

async function openPage(host: EmulatedHost, options: PageOptions, standardPath: string): Promise<OpenPage> {
  const config = windowsHostConfig(host, options.sharedRuntime ?? true);
  const server = await servePane(options.distFolder === null ? null : resolve(options.distFolder), options.pages);
  const browser = options.browser ?? (await launchChromium());
  const context = await browser.newContext({
    viewport: options.viewport ?? { width: 320, height: 800 },
    locale: host.locale,
    colorScheme: options.colorScheme ?? "light",
    forcedColors: options.forcedColors ?? "none",
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const foreignRequests: string[] = [];
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  await context.route("**/*", async (route) => {
    const address = route.request().url();
    if (options.slowness !== undefined) await pause(options.slowness(address));
    if (address.startsWith(server.origin) || /^(blob|data):/.test(address)) return route.continue();
    if (libraryHosts.test(address)) return route.fulfill(libraryFile(address));
    foreignRequests.push(address);
    return route.abort();
  });
  await page.exposeFunction("__officeHost", (dispatchId: number, params: readonly unknown[]) =>
    host.execute(dispatchId, params),
  );
  host.connect((eventId, _target, payload) => {
    const deliver = ([id, entries]: readonly [number, readonly unknown[]]) => {
      (globalThis as unknown as { __officeEvent?: (id: number, entries: readonly unknown[]) => void }).__officeEvent?.(
        id,
        entries,
      );
    };
    void page.evaluate(deliver, [eventId, payload] as const).catch(() => undefined);
  });
  await page.addInitScript({ content: hostScript(config) });
  const path = options.path ?? standardPath;
  const join = path.includes("?") ? "&" : "?";
  await page.goto(`${server.origin}${path}${join}_host_Info=${encodeURIComponent(hostInfo(config))}`);
  return {
    ...{ page, context, foreignRequests, problems },
    close: async () => {
      await context.close();
      if (options.browser === undefined) await browser.close();
      await server.close();
    },
  };
}

async function snapshotFrom({ workbook, name }: OpenPaneOptions): Promise<WorkbookSnapshot> {
  if (!(workbook instanceof Uint8Array)) return workbook;
  const read = await readWorkbook(workbook, name ?? "附表.xlsx");
  if (!read.ok) throw new Error(read.failure.message.en);
  return read.value;
}

/** Runs in the page before anything else: `window.external` there, its asynchronous half here. */
function hostScript(config: unknown): string {
  return `(() => {
    const __name = (value) => value;
    const listeners = [];
    window.__officeEvent = (id, entries) => listeners.forEach((listener) => listener(id, entries));
    const bridge = {
      execute: (id, params) => window.__officeHost(id, JSON.parse(JSON.stringify(params ?? []))),
      listen: (listener) => listeners.push(listener),
    };
    (${installWindowsHost.toString()})(window, ${JSON.stringify(config)}, bridge);
  })();`;
}

/** Microsoft's addresses of the library answer with the npm copy. */
function libraryFile(address: string): {
  readonly status: number;
  readonly contentType?: string;
  readonly body?: Buffer;
} {
  const path = /\/hosted\/(.+)$/.exec(new URL(address).pathname)?.[1];
  if (path === undefined || path.includes("..")) return { status: 404 };
  return { status: 200, contentType: "text/javascript", body: readFileSync(join(officeJsFolder, path)) };
}
