// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import axe from "axe-core";
import { readFileSync } from "node:fs";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { success } from "../../src/core/result/index.js";
import type { WorkbookSnapshot } from "../../src/core/sheet/index.js";
import { readDesk } from "../../src/documents/desk/index.js";
import { readWorkbook } from "../../src/documents/xlsx/index.js";
import { createEngine } from "../../src/pane/create-engine.js";
import { AnnexPane, createDesk, loadTexts, loadTheme, type Desk, type Language } from "../../src/pane/index.js";
import { packOf } from "../support/pack.js";
import { FakeWorkbook } from "./fake-workbook.js";

const theme = await loadTheme("light");
const packs = [packOf("hunan-2024"), packOf("central-2020"), packOf("project-20-80")] as const;

const county = `id: some-county
title: { zh: 某县, en: Some county }
scope: 某县
format: 1
base: hunan-2024
rules:
  - id: county/budget
    title: 预算数
    for: a2
    compare: { value: fund.total.budget, atLeast: 99999 }
    severity: warning
    message: 预算数太小
    why: 本县要求
    advice: 核对
    source: { kind: practice, note: 本县 }
`;

let sample: WorkbookSnapshot;

beforeAll(async () => {
  const read = await readWorkbook(readFileSync("assets/samples/redcross-2024.xlsx"), "redcross-2024.xlsx");
  if (!read.ok) throw new Error(read.failure.message.en);
  sample = read.value;
});
afterEach(cleanup);

async function show(workbook = sample, language: Language = "zh"): Promise<{ desk: Desk; host: FakeWorkbook }> {
  const host = new FakeWorkbook(workbook);
  const texts = await loadTexts(language);
  const desk = createDesk({
    host,
    delivery: {
      saveFile: async (name) => success({ kind: "unconfirmed", name }),
      copyText: async () => success(undefined),
    },
    loadEngine: async () => createEngine(...packs),
    clock: () => new Date(2025, 1, 3, 14, 5),
    texts,
  });
  render(<AnnexPane desk={desk} texts={texts} theme={theme} />);
  await act(() => desk.run("check"));
  await waitFor(() => section());
  return { desk, host };
}

const section = (): HTMLDetailsElement => {
  const found = document.querySelector<HTMLDetailsElement>("[data-pack]");
  if (!found) throw new Error("no part for the pack");
  return found;
};

const press = (name: RegExp): Promise<void> =>
  act(async () => {
    fireEvent.click(screen.getByRole("button", { name, hidden: true }));
  });

const load = (text: string, name = "county.yaml"): Promise<void> =>
  act(async () => {
    const input = screen.getByLabelText(/载入规则包文件/, { selector: "input" });
    fireEvent.change(input, { target: { files: [new File([text], name)] } });
  });

const settings = ({ desk }: { desk: Desk }): ReadonlyMap<string, string> => {
  const read = readDesk(desk.store.getState().outcome?.snapshot.deskXml ?? null);
  return read.ok ? read.value.settings : new Map();
};

describe("规则包", () => {
  test("写明用的是哪个包、为什么；换一个，存进工作簿，校验跟着变；再交回自动", async () => {
    const shown = await show();
    expect(section().dataset["pack"]).toBe("hunan-2024");
    expect(section().textContent).toContain("看到部门整体支出绩效评价基础数据表");
    await press(/^中央部门/);
    await waitFor(() => expect(section().dataset["pack"]).toBe("central-2020"));
    expect(settings(shown).get("pack")).toBe("central-2020");
    expect(shown.desk.store.getState().outcome?.check.pack).toBe("central-2020");
    expect(shown.desk.store.getState().outcome?.check.packWhy).toContain("选定");
    await press(/^按附表自动选/);
    await waitFor(() => expect(section().dataset["pack"]).toBe("hunan-2024"));
    expect(settings(shown).has("pack")).toBe(false);
    const { violations } = await axe.run(document.body, { rules: { "color-contrast": { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
  });

  test("没有报告的包：报告一页说明没有", async () => {
    const { desk } = await show();
    await act(() => desk.choosePack("central-2020"));
    await act(() => desk.open("report"));
    expect(desk.store.getState().problem?.failure.message.zh).toContain("没有报告");
  });

  test("自己的规则包：载入就用，存进工作簿，重开照用并提醒", async () => {
    const shown = await show();
    await load(county);
    await waitFor(() => expect(section().dataset["pack"]).toBe("some-county"));
    const { outcome } = shown.desk.store.getState();
    expect(outcome?.check.findings.map(({ id }) => id)).toContain("county/budget");
    expect(section().open).toBe(true);
    expect(section().textContent).toContain("这是自己的规则包");
    const kept = outcome?.snapshot;
    cleanup();
    const again = await show(kept);
    expect(section().dataset["pack"]).toBe("some-county");
    expect(again.desk.store.getState().outcome?.check.findings.map(({ id }) => id)).toContain("county/budget");
  });

  test("写错的规则包：逐条列出行、列和该怎么写，原来的包不变", async () => {
    await show();
    await load(county.replace("severity: warning", "severity: warnin").replace("total.budget", "total.budgt"));
    await waitFor(() => expect(section().textContent).toContain("没能用“county.yaml”"));
    expect(section().textContent).toContain(
      "county.yaml 第 11 行第 15 列 应为 error、warning、info 之一，是不是 warning？",
    );
    expect(section().dataset["pack"]).toBe("hunan-2024");
    await load(county.replace("total.budget", "total.budgt"));
    await waitFor(() => expect(section().textContent).toContain("没有名为 budgt 的角色，是不是 budget？"));
  });

  test("编号和自带的包相同：请换一个", async () => {
    await show();
    await load(county.replace("id: some-county", "id: central-2020"));
    await waitFor(() => expect(section().textContent).toContain("请给自己的包换一个编号"));
  });

  test("英文", async () => {
    await show(sample, "en");
    expect(section().textContent).toContain("Rule pack: Hunan");
  });
});
