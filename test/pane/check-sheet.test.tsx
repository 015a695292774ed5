// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import axe from "axe-core";
import { afterEach, describe, expect, test } from "vitest";
import type { WorkbookCapabilities } from "../../src/app/index.js";
import { fail, success } from "../../src/core/result/index.js";
import { AnnexPane, createDesk, loadTexts, loadTheme, type Desk, type Language } from "../../src/pane/index.js";
import { FakeWorkbook } from "./fake-workbook.js";
import { fakeEngine, snapshot } from "./sample.js";

const theme = await loadTheme("light");

interface Shown {
  readonly desk: Desk;
  readonly host: FakeWorkbook;
  readonly saved: string[];
}

async function show(language: Language = "zh", abilities?: WorkbookCapabilities): Promise<Shown> {
  const host = new FakeWorkbook(snapshot, abilities);
  const saved: string[] = [];
  const texts = await loadTexts(language);
  const desk = createDesk({
    host,
    delivery: {
      saveFile: async (name) => {
        saved.push(name);
        return success({ kind: "saved", name });
      },
      copyText: async () => success(undefined),
    },
    loadEngine: async () => fakeEngine(),
    clock: () => new Date(2025, 1, 3, 14, 5),
    texts,
  });
  render(<AnnexPane desk={desk} texts={texts} theme={theme} />);
  await act(() => desk.run("check"));
  return { desk, host, saved };
}

const press = async (name: string): Promise<void> => {
  const button = await screen.findByRole("button", { name });
  await act(async () => void fireEvent.click(button));
};
const notice = (): string | null | undefined => document.querySelector("[data-notice]")?.textContent;

afterEach(cleanup);

describe("核对单", () => {
  test("it is told what it does, what cannot be undone, and only then drawn and shown", async () => {
    const { host } = await show();
    await press("核对单…");
    const panel = await screen.findByRole("group", { name: "生成核对单" });
    expect(panel.textContent).toContain("其他工作表不动");
    expect(panel.textContent).toContain("Ctrl+Z 收不回这一步");
    expect(document.activeElement?.textContent).toBe("放进工作簿");
    expect(host.drawn).toEqual([]);
    const { violations } = await axe.run(document.body, { rules: { "color-contrast": { enabled: false } } });
    expect(violations.map(({ id }) => id)).toEqual([]);
    await press("放进工作簿");
    expect(host.drawn.map(({ name }) => name)).toEqual(["核对单 2025-02-03"]);
    expect(host.selected.at(-1)).toEqual({
      sheet: "核对单 2025-02-03",
      area: { top: 1, left: 0, bottom: 1, right: 0 },
    });
    expect(notice()).toContain("已生成工作表“核对单 2025-02-03”");
    expect(screen.queryByRole("group", { name: "生成核对单" })).toBeNull();
  });

  test("Escape puts it away and gives the focus back", async () => {
    const { host } = await show();
    await press("核对单…");
    await screen.findByRole("group", { name: "生成核对单" });
    await act(async () => void fireEvent.keyDown(document.activeElement ?? document.body, { key: "Escape" }));
    expect(document.activeElement?.textContent).toBe("核对单…");
    expect(host.drawn).toEqual([]);
  });

  test("where the structure is protected it becomes a file, and says why", async () => {
    const { host, saved } = await show();
    host.nextPut = fail("structure-protected", "工作簿的结构受保护，不能添加工作表。", "protected");
    await press("核对单…");
    await press("放进工作簿");
    expect(saved).toEqual(["核对单 2025-02-03.xlsx"]);
    expect(notice()).toBe(
      "工作簿的结构受保护，不能添加工作表。核对单改存为单独的文件。已保存“核对单 2025-02-03.xlsx”。",
    );
  });

  test("another failure is told and nothing is saved", async () => {
    const { host, saved } = await show();
    host.nextPut = fail("protected", "工作表“核对单”受保护", "no");
    await press("核对单…");
    await press("放进工作簿");
    expect([notice(), saved]).toEqual(["工作表“核对单”受保护", []]);
  });

  test("as a file at once, and the only way in a read-only workbook", async () => {
    const { saved, host } = await show("en", { readOnly: true, undo: "cleared", watches: true });
    await press("Check sheet…");
    await screen.findByRole("group", { name: "Make the check sheet" });
    expect(screen.queryByRole("button", { name: "Put into workbook" })).toBeNull();
    await press("Save as a file");
    expect(saved).toEqual(["核对单 2025-02-03.xlsx"]);
    expect(host.drawn).toEqual([]);
    expect(notice()).toBe("Saved “核对单 2025-02-03.xlsx”.");
  });
});
