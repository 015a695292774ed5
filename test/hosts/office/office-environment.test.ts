import { afterEach, describe, expect, test, vi } from "vitest";
import { officeEnvironment, whenOfficeReady } from "../../../src/hosts/office/index.js";
import {
  bootNode,
  darkTheme,
  handMade,
  lightTheme,
  type BootedHost,
  type HostOptions,
} from "../../office-host/index.js";

let booted: BootedHost | null = null;

async function start(options: HostOptions = {}): Promise<BootedHost> {
  booted = await bootNode(handMade({ 附件1: { cells: [["x"]] } }), options);
  vi.stubGlobal("window", booted.window);
  return booted;
}

afterEach(() => {
  booted?.close();
  booted = null;
  vi.unstubAllGlobals();
});

function queries(active: readonly string[]) {
  return (query: string) => ({
    matches: active.includes(query),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  });
}

describe("what Office says around the pane", () => {
  test.each([
    ["zh-CN", "zh"],
    ["zh-TW", "zh"],
    ["en-US", "en"],
  ])("display language %s is %s", async (locale, language) => {
    await start({ locale });
    expect(officeEnvironment().language).toBe(language);
  });

  test.each([
    ["light", lightTheme, false, "#ffffff"],
    ["dark", darkTheme, true, "#292929"],
  ])("a %s theme", async (_, theme, isDark, background) => {
    await start({ theme });
    expect(officeEnvironment().theme).toEqual({ background, isDark, isHighContrast: false });
  });

  test("high contrast comes from the browser, and a change is told once", async () => {
    const { window } = await start();
    const heard: unknown[] = [];
    Object.assign(window, { matchMedia: queries([]) });
    const stop = officeEnvironment().onThemeChanged((theme) => heard.push(theme));
    Object.assign(window, { matchMedia: queries(["(forced-colors: active)"]) });
    window.dispatchEvent(new window.Event("focus"));
    window.dispatchEvent(new window.Event("focus"));
    expect(heard).toEqual([{ background: "#ffffff", isDark: false, isHighContrast: true }]);
    stop();
    Object.assign(window, { matchMedia: queries([]) });
    window.dispatchEvent(new window.Event("focus"));
    expect(heard).toHaveLength(1);
  });

  test("requirement sets", async () => {
    await start();
    const { supports } = officeEnvironment();
    expect([supports("ExcelApi", "1.14"), supports("ExcelApi", "1.20"), supports("SharedRuntime", "1.1")]).toEqual([
      true,
      false,
      true,
    ]);
  });

  test("ready in Excel", async () => {
    await start();
    expect(await whenOfficeReady()).toEqual({ host: "Excel" });
  });
});

describe("outside of Office", () => {
  test("there is no host, and the browser's language counts", async () => {
    vi.stubGlobal("navigator", { language: "zh-CN" });
    expect(await whenOfficeReady()).toEqual({ host: null });
    const environment = officeEnvironment();
    expect(environment.language).toBe("zh");
    expect(environment.theme).toEqual({ background: null, isDark: false, isHighContrast: false });
    expect(environment.supports("ExcelApi", "1.1")).toBe(false);
  });
});
