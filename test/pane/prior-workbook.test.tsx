// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import axe from "axe-core";
import { readFileSync } from "node:fs";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { success } from "../../src/core/result/index.js";
import type { WorkbookSnapshot } from "../../src/core/sheet/index.js";
import { readWorkbook } from "../../src/documents/xlsx/index.js";
import { createEngine } from "../../src/pane/create-engine.js";
import {
  AnnexPane,
  createDesk,
  loadTexts,
  loadTheme,
  type ChosenFile,
  type Desk,
  type Language,
} from "../../src/pane/index.js";
import { rawWorkbook } from "../documents/xlsx/raw-workbook.js";
import { hunanPack } from "../support/hunan-pack.js";
import { lastYearWorkbook } from "../support/last-year.js";
import { FakeWorkbook } from "./fake-workbook.js";

const theme = await loadTheme("light");
const sheet = "附件1 基础数据表";

const payroll = rawWorkbook({
  sheets: [{ name: "工资", data: '<row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c></row>' }],
});

let snapshot: WorkbookSnapshot;
let lastYear: Uint8Array;

beforeAll(async () => {
  const read = await readWorkbook(readFileSync("assets/samples/redcross-2024.xlsx"), "redcross-2024.xlsx");
  if (!read.ok) throw new Error(read.failure.message.en);
  snapshot = read.value;
  lastYear = await lastYearWorkbook();
});
afterEach(cleanup);

interface Shown {
  readonly desk: Desk;
  readonly host: FakeWorkbook;
}

async function show(language: Language = "zh"): Promise<Shown> {
  const host = new FakeWorkbook(snapshot);
  const texts = await loadTexts(language);
  const desk = createDesk({
    host,
    delivery: {
      saveFile: async (name) => success({ kind: "unconfirmed", name }),
      copyText: async () => success(undefined),
    },
    loadEngine: async () => createEngine(hunanPack()),
    clock: () => new Date(2025, 1, 3, 14, 5),
    texts,
  });
  render(<AnnexPane desk={desk} texts={texts} theme={theme} />);
  await act(() => desk.run("check"));
  await screen.findByText(language === "zh" ? /^上年工作簿/ : /^Last year’s workbook/);
  return { desk, host };
}

function fileOf(name: string, bytes: Uint8Array): File {
  return new File([new Uint8Array(bytes)], name);
}

/** Through the file input, as the browser's dialog answers. */
async function choose(file: File, label = /上年工作簿…$|换一个…$/): Promise<void> {
  const input = screen.getByLabelText(label, { selector: "input" });
  await act(async () => {
    fireEvent.change(input, { target: { files: [file] } });
  });
}

const section = (): HTMLDetailsElement => {
  const found = document.querySelector<HTMLDetailsElement>("[data-prior]");
  if (!found) throw new Error("no part for last year's workbook");
  return found;
};
/** What must be mended or explained; hints are not the matter here. */
const findings = ({ desk }: Shown): readonly string[] =>
  desk.store
    .getState()
    .outcome?.check.findings.filter(({ severity }) => severity !== "info")
    .map(({ id }) => id) ?? [];

async function expectAccessible(): Promise<void> {
  const { violations } = await axe.run(document.body, { rules: { "color-contrast": { enabled: false } } });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
}

describe("上年工作簿", () => {
  test("未选择时说明用途；选了就按它核对，不再读当前工作簿", async () => {
    const shown = await show();
    expect(section().textContent).toContain("上年工作簿：未选择");
    expect(findings(shown)).toEqual([]);
    await choose(fileOf("redcross-2023.xlsx", lastYear));
    await waitFor(() => expect(findings(shown)).toContain("cross/prior-year"));
    expect(shown.host.reads).toBe(1);
    expect(section().querySelector("summary")?.textContent).toBe("上年工作簿：redcross-2023.xlsx");
    const [first] = within(section()).getAllByRole("listitem");
    expect(first?.textContent).toBe("部门整体支出绩效评价基础数据表附件1 基础数据表 · 2023年度");
    expect(screen.getByRole("status").textContent).toMatch(/已与上年工作簿“redcross-2023.xlsx”（6 张附表）一并核对/);
    await expectAccessible();
  });

  test("发现指到上年的单元格：写明文件，不能当本工作簿的格子去点", async () => {
    const shown = await show();
    await choose(fileOf("redcross-2023.xlsx", lastYear));
    await waitFor(() => expect(findings(shown)).toContain("cross/prior-year"));
    await act(async () => {
      fireEvent.click(screen.getAllByText("与上年报表不一致")[0] as HTMLElement);
    });
    const foreign = await waitFor(() => {
      const found = document.querySelector('[data-file="redcross-2023.xlsx"]');
      if (!found) throw new Error("no cell of last year's file");
      return found;
    });
    expect(foreign.textContent).toContain(`${sheet} F12`);
    expect(foreign.textContent).toContain("0.18");
    expect(foreign.closest("button")).toBeNull();
    await expectAccessible();
  });

  test("不再核对：发现消失，只提一次", async () => {
    const shown = await show();
    await choose(fileOf("redcross-2023.xlsx", lastYear));
    await waitFor(() => expect(findings(shown)).toContain("cross/prior-year"));
    await act(async () => {
      fireEvent.click(screen.getByRole("button", { name: "不再核对" }));
    });
    expect(findings(shown)).toEqual([]);
    expect(section().textContent).toContain("未选择");
    expect(screen.getByRole("status").textContent).toBe("不再与上年工作簿核对。");
  });

  test.each([
    ["不是工作簿", "照片.xlsx", new Uint8Array([137, 80, 78, 71]), /没能用“照片.xlsx”：.{8,}/],
    ["没有附表", "工资.xlsx", payroll, /没能用“工资.xlsx”：文件里没有认出附表/],
  ])("%s：用一句话说明，原来选的不变", async (_, name, bytes, sentence) => {
    const shown = await show();
    await choose(fileOf("redcross-2023.xlsx", lastYear));
    await waitFor(() => expect(findings(shown)).toContain("cross/prior-year"));
    await choose(fileOf(name, bytes));
    await waitFor(() => expect(section().textContent).toMatch(sentence));
    expect(section().open).toBe(true);
    expect(section().querySelector("summary")?.textContent).toBe("上年工作簿：redcross-2023.xlsx");
    expect(findings(shown)).toContain("cross/prior-year");
    await expectAccessible();
  });

  test("当年的工作簿被当作上年的选了：提醒", async () => {
    await show();
    await choose(fileOf("redcross-2024.xlsx", await lastYearWorkbook(2024)));
    await waitFor(() => expect(section().textContent).toContain("2024 年度的附表，当前工作簿是 2024 年度"));
  });

  test("正在重新核对时选的文件不会丢", async () => {
    const shown = await show();
    shown.host.readDelay = 60;
    const files: readonly ChosenFile[] = [{ name: "redcross-2023.xlsx", size: 1, bytes: async () => lastYear }];
    await act(async () => {
      const running = shown.desk.run("check");
      await shown.desk.compareWith(files);
      await running;
    });
    expect(findings(shown)).toContain("cross/prior-year");
  });

  test("读不出、过大的文件各有一句话", async () => {
    const { desk } = await show();
    const gone = { name: "a.xlsx", size: 1, bytes: () => Promise.reject(new Error("gone")) };
    await act(() => desk.compareWith([gone]));
    expect(section().textContent).toContain("可能已被移走");
    await act(() => desk.compareWith([{ ...gone, size: 31 * 1024 * 1024 }]));
    expect(section().textContent).toContain("超过 30 MB");
  });

  test("English", async () => {
    await show("en");
    await choose(fileOf("redcross-2023.xlsx", lastYear), /^Choose last year/);
    await waitFor(() => expect(section().querySelector("summary")?.textContent).toContain(": redcross-2023.xlsx"));
    expect(screen.getByRole("button", { name: "Stop comparing" })).toBeTruthy();
    await expectAccessible();
  });
});
