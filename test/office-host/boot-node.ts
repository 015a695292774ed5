import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { JSDOM, ResourceLoader, type DOMWindow } from "jsdom";
import type { WorkbookSnapshot } from "../../src/core/sheet/index.js";
import { EmulatedExcel } from "./emulated-excel.js";
import type { HostOptions } from "./host-options.js";
import { officeJsFolder } from "./protocol/requirements.js";
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

/**
 * Starts the real office.js in jsdom against the emulated Excel and puts `Office`, `Excel` and `OfficeExtension` where
 * the add-in's code expects them. One per test file at a time.
 */
export async function bootNode(snapshot: WorkbookSnapshot, options: HostOptions = {}): Promise<BootedHost> {
  let excel = new EmulatedExcel(snapshot, options);
  let listener: (eventId: number, payload: readonly unknown[]) => void = () => undefined;
  const connect = () => excel.connect((eventId, _target, payload) => listener(eventId, payload));
  const config = windowsHostConfig(excel, true);
  const dom = new JSDOM(`<!DOCTYPE html><html><head><script src="${libraryAddress}office.js"></script></head></html>`, {
    url: `https://annex-desk.test/pane.html?_host_Info=${encodeURIComponent(hostInfo(config))}`,
    runScripts: "dangerously",
    resources: new LibraryFiles(),
    pretendToBeVisual: true,
    beforeParse(window) {
      installWindowsHost(window, config, {
        execute: (dispatchId, params) => excel.execute(dispatchId, params),
        listen: (handler) => {
          listener = handler;
          connect();
        },
      });
    },
  });
  const window = dom.window as BootedHost["window"];
  await new Promise((resolve) => window.addEventListener("load", resolve));
  const info = await window.Office.onReady();
  // The library reports once by itself; after that the wire belongs to the add-in.
  while (excel.log.entries.length === 0) await pause(1);
  Object.assign(globalThis, {
    Office: window.Office,
    Excel: window.Excel,
    CustomFunctions: (window as unknown as Record<string, unknown>)["CustomFunctions"],
    OfficeExtension: (window as unknown as Record<string, unknown>)["OfficeExtension"],
  });
  const close = () => {
    for (const name of ["Office", "Excel", "CustomFunctions", "OfficeExtension"])
      Reflect.deleteProperty(globalThis, name);
    dom.window.close();
  };
  return {
    get excel() {
      return excel;
    },
    window,
    info: { host: String(info.host), platform: String(info.platform) },
    reopen: (next) => {
      excel = new EmulatedExcel(next, options);
      connect();
    },
    close,
  };
}
