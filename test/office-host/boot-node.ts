import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { JSDOM, ResourceLoader, type DOMWindow } from "jsdom";
import type { WorkbookSnapshot } from "../../src/core/sheet/index.js";
import { EmulatedExcel } from "./emulated-excel.js";
import type { EmulatedHost } from "./emulated-host.js";
import type { HostOptions } from "./host-options.js";
import { officeJsFolder } from "./protocol/requirements.js";
import { EmulatedWord } from "./word/emulated-word.js";
import type { WordDocument } from "./word/model/word-document.js";
import { hostInfo, installWindowsHost, windowsHostConfig } from "./transport/windows-host.js";

const libraryAddress = "https://annex-desk.test/officejs/";

/** The library's own files and nothing else: a request to anywhere else fails the test. */
class LibraryFiles extends ResourceLoader {
  override fetch(url: string) {
    const path = url.startsWith(libraryAddress) ? url.slice(libraryAddress.length).split("?")[0] : undefined;
    const contents =
      path === undefined
        ? Promise.reject(new Error(`the library asked for ${url}`))
        : Promise.resolve(readFileSync(join(officeJsFolder, path)));
    return Object.assign(contents, { abort: () => undefined }) as never;
  }
}

/** The library started in jsdom. */
interface Booted {
  readonly window: DOMWindow;
  readonly info: { readonly host: string | null; readonly platform: string | null };
  /** Sends the library's requests to another host of the same kind from now on. */
  readonly connect: (host: EmulatedHost) => void;
  readonly close: () => void;
}

export interface BootedHost {
  readonly excel: EmulatedExcel;
  readonly window: DOMWindow & { readonly Office: typeof Office; readonly Excel: typeof Excel };
  /** What `Office.onReady` resolved to. */
  readonly info: { readonly host: string | null; readonly platform: string | null };
  /** Another workbook in the running library, with the options it was started with: much quicker than a start. */
  readonly reopen: (snapshot: WorkbookSnapshot) => void;
  /** Takes the globals away again. */
  readonly close: () => void;
}

export interface BootedWord extends Pick<BootedHost, "info" | "close"> {
  readonly word: EmulatedWord;
  readonly window: DOMWindow & { readonly Office: typeof Office; readonly Word: typeof Word };
  /** Another document in the running library; requirement sets stay those it was started with, as the library knows them. */
  readonly reopen: (document: WordDocument, options?: HostOptions) => void;
}

/**
 * Starts the real office.js in jsdom against the emulated Excel and puts `Office`, `Excel` and `OfficeExtension` where
 * the add-in's code expects them. One per test file at a time.
 */
export async function bootNode(snapshot: WorkbookSnapshot, options: HostOptions = {}): Promise<BootedHost> {
  let excel = new EmulatedExcel(snapshot, options);
  const { window, info, connect, close } = await bootLibrary(excel);
  return {
    get excel() {
      return excel;
    },
    window: window as BootedHost["window"],
    info,
    reopen: (next) => {
      excel = new EmulatedExcel(next, options);
      connect(excel);
    },
    close,
  };
}

/** Starts the real office.js in jsdom against the emulated Word: see `bootNode`. */
export async function bootWord(document: WordDocument, options: HostOptions = {}): Promise<BootedWord> {
  let word = new EmulatedWord(document, options);
  const { window, info, connect, close } = await bootLibrary(word);
  return {
    get word() {
      return word;
    },
    window: window as BootedWord["window"],
    info,
    reopen: (next, other = options) => {
      word = new EmulatedWord(next, other);
      connect(word);
    },
    close,
  };
}

const libraryGlobals = ["Office", "Excel", "Word", "CustomFunctions", "OfficeExtension"] as const;

async function bootLibrary(first: EmulatedHost): Promise<Booted> {
  let host = first;
  let listener: (eventId: number, payload: readonly unknown[]) => void = () => undefined;
  const connect = () => host.connect((eventId, _target, payload) => listener(eventId, payload));
  const config = windowsHostConfig(host, true);
  const dom = new JSDOM(`<!DOCTYPE html><html><head><script src="${libraryAddress}office.js"></script></head></html>`, {
    url: `https://annex-desk.test/pane.html?_host_Info=${encodeURIComponent(hostInfo(config))}`,
    runScripts: "dangerously",
    resources: new LibraryFiles(),
    pretendToBeVisual: true,
    beforeParse(window) {
      installWindowsHost(window, config, {
        execute: (dispatchId, params) => host.execute(dispatchId, params),
        listen: (handler) => {
          listener = handler;
          connect();
        },
      });
    },
  });
  const window = dom.window as DOMWindow & { readonly Office: typeof Office };
  await new Promise((resolve) => window.addEventListener("load", resolve));
  const info = await window.Office.onReady();
  // The library reports once by itself; after that the wire belongs to the add-in.
  while (host.log.entries.length === 0) await pause(1);
  const loaded = window as unknown as Record<string, unknown>;
  Object.assign(globalThis, Object.fromEntries(libraryGlobals.map((name) => [name, loaded[name]])));
  const close = () => {
    for (const name of libraryGlobals) Reflect.deleteProperty(globalThis, name);
    dom.window.close();
  };
  return {
    window: dom.window,
    info: { host: String(info.host), platform: String(info.platform) },
    connect: (next) => {
      host = next;
      connect();
    },
    close,
  };
}
