// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import axe from "axe-core";
import { afterEach, describe, expect, test } from "vitest";
import type { WorkbookCapabilities } from "../../src/app/index.js";
import type { Finding } from "../../src/core/findings/index.js";
import { fail, success } from "../../src/core/result/index.js";
import type { WorkbookSnapshot } from "../../src/core/sheet/index.js";
import {
  AnnexPane,
  createDesk,
  loadTexts,
  loadTheme,
  type Desk,
  type DeskEngine,
  type Language,
} from "../../src/pane/index.js";
import { StartupFace, type Startup } from "../../src/pane/startup-face.js";
import { FakeWorkbook, cell, sheet } from "./fake-workbook.js";
import { checkOf, fakeEngine, findings, snapshot, target } from "./sample.js";

const theme = await loadTheme("light");

interface Shown {
  readonly desk: Desk;
  readonly host: FakeWorkbook;
  readonly found: { current: readonly Finding[] };
}

interface Scene {
  readonly language?: Language;
  readonly abilities?: WorkbookCapabilities;
  readonly workbook?: WorkbookSnapshot;
  readonly engine?: Partial<DeskEngine>;
  readonly found?: readonly Finding[];
}

async function show(scene: Scene = {}): Promise<Shown> {
  const host = new FakeWorkbook(scene.workbook ?? snapshot, scene.abilities);
  const found = { current: scene.found ?? findings };
  const texts = await loadTexts(scene.language ?? "zh");
  const desk = createDesk({
    host,
    delivery: {
      saveFile: async (name) => success({ kind: "unconfirmed", name }),
      copyText: async () => success(undefined),
    },
    loadEngine: async () => ({ ...fakeEngine(found), ...scene.engine }),
    clock: () => new Date(2025, 1, 3, 14, 5),
    texts,
  });
  render(<AnnexPane desk={desk} texts={texts} theme={theme} />);
  return { desk, host, found };
}

/** Contrast needs real colours and is checked in a browser; landmarks belong to the page around the pane. */
async function expectAccessible(): Promise<void> {
  const { violations } = await axe.run(document.body, { rules: { "color-contrast": { enabled: false } } });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
}

const press = (name: RegExp | string): Promise<void> =>
  act(async () => {
    fireEvent.click(screen.getByRole("button", { name }));
  });
const row = (title: string): HTMLElement => {
  const found = screen.getByText(title).closest("button");
  if (!found) throw new Error(`no row: ${title}`);
  return found;
};
const openRow = (title: string): Promise<void> =>
  act(async () => {
    fireEvent.click(row(title));
  });

afterEach(cleanup);

describe("校验", () => {
  test("before anything is read it says what the button does", async () => {
    await show();
    expect(screen.getByText("校验四张绩效附表")).toBeTruthy();
    expect(screen.getByText("尚未读取工作簿")).toBeTruthy();
    await expectAccessible();
  });

  test("counts, groups, unit and year", async () => {
    await show();
    await press("一键校验");
    expect(screen.getByText("屈原管理区红十字会 · 2024年度")).toBeTruthy();
    const groups = document.querySelectorAll("details[data-group]");
    expect([...groups].map((group) => group.querySelector("summary")?.textContent)).toEqual([
      "必须更正3",
      "需要说明2",
      "提示1",
    ]);
    expect(screen.getByText(/已核对 4 张附表、38 条规则/)).toBeTruthy();
    expect(screen.getByRole("tab", { selected: true }).textContent).toBe("校验3");
    await expectAccessible();
  });

  test("a click tells everything and goes to the cell", async () => {
    const { host } = await show();
    await press("一键校验");
    await openRow("执行率与算式不符");
    expect(await screen.findByText("26.91 ÷ 28.45 = 94.59%")).toBeTruthy();
    expect(row("执行率与算式不符").getAttribute("aria-expanded")).toBe("true");
    expect(screen.getByText("照抄了预算完成率 100%。")).toBeTruthy();
    expect(host.selected).toEqual([target("附件2", "H6")]);
    await press(/F6 ?全年执行数/);
    expect(host.selected.at(-1)).toEqual(target("附件2", "F6"));
    await expectAccessible();
  });

  test("arrow keys move through the findings of open groups", async () => {
    await show();
    await press("一键校验");
    row("执行率与算式不符").focus();
    fireEvent.keyDown(document.activeElement ?? document.body, { key: "ArrowDown" });
    expect(document.activeElement).toBe(row("“三公”经费合计不等于三项之和"));
    fireEvent.keyDown(document.activeElement ?? document.body, { key: "End" });
    expect(document.activeElement).toBe(row("各项全部满分"));
    fireEvent.keyDown(document.activeElement ?? document.body, { key: "ArrowUp" });
    expect(document.activeElement).toBe(row("附表里有隐藏的行"));
  });

  test("a fix is shown old → new, warns what Excel cannot undo, and writes only when confirmed", async () => {
    const { host, found } = await show();
    await press("一键校验");
    await openRow("执行率与算式不符");
    await screen.findByText("修正…");
    await press("修正…");
    const panel = screen.getByRole("group", { name: "将写入" });
    expect(panel.textContent).toContain("100%");
    expect(panel.textContent).toContain("94.59%");
    expect(panel.textContent).toContain("=F6/E6");
    expect(panel.textContent).toContain("Ctrl+Z 收不回这一步");
    expect(document.activeElement?.textContent).toBe("确认修正");
    expect(host.written).toEqual([]);
    await expectAccessible();
    found.current = findings.slice(1);
    await press("确认修正");
    await waitFor(() => expect(screen.getByText("已修正 附件2 H6")).toBeTruthy());
    expect(host.written).toHaveLength(1);
    expect(document.activeElement).toBe(row("“三公”经费合计不等于三项之和"));
    await expectAccessible();
    await press("撤销");
    expect(host.undone).toBe(1);
    expect(screen.getByText("已撤销，单元格恢复为修正前的内容。", { selector: "[data-notice] *" })).toBeTruthy();
  });

  test("取消 leaves the workbook alone and gives the focus back", async () => {
    const { host } = await show();
    await press("一键校验");
    await openRow("执行率与算式不符");
    await screen.findByText("修正…");
    await press("修正…");
    await press("取消");
    expect(host.written).toEqual([]);
    expect(document.activeElement?.textContent).toBe("修正…");
  });

  test("in a protected sheet the formula is shown for copying, the sheet is named", async () => {
    const locked = cell(1, "100%", { writable: false });
    await show({ workbook: { ...snapshot, sheets: [sheet("附件2", { H6: locked }, { isProtected: true })] } });
    await press("一键校验");
    await openRow("执行率与算式不符");
    expect(await screen.findByText(/工作表“附件2”受保护/)).toBeTruthy();
    expect(screen.getByRole("button", { name: "复制 =F6/E6" })).toBeTruthy();
    expect(screen.queryByText("修正…")).toBeNull();
  });

  test("in a read-only workbook as well", async () => {
    await show({ abilities: { readOnly: true, undo: "host", watches: true } });
    await press("一键校验");
    await openRow("执行率与算式不符");
    expect(await screen.findByText(/工作簿是只读的/)).toBeTruthy();
    expect(screen.queryByText("修正…")).toBeNull();
  });

  test("nothing found is a state of its own, with what was checked", async () => {
    await show({ found: [] });
    await press("一键校验");
    expect(screen.getByRole("heading", { name: "没有发现问题" })).toBeTruthy();
    expect(screen.getByText(/4 张附表、38 条规则全部通过/)).toBeTruthy();
    await expectAccessible();
  });

  test("no annex: what was looked for, and what to do", async () => {
    await show({ engine: { check: () => ({ ...checkOf([]), annexes: [] }) } });
    await press("一键校验");
    expect(screen.getByRole("heading", { name: "没有找到绩效附表" })).toBeTruthy();
    expect(screen.getByText("附件3 项目支出绩效自评表")).toBeTruthy();
    await expectAccessible();
  });

  test("the recognised annexes lead to their ranges", async () => {
    const { host } = await show();
    await press("一键校验");
    fireEvent.click(screen.getByText("识别到 4 张附表"));
    await press("附件3 应急救援 A1:I30");
    expect(host.selected.at(-1)?.sheet).toBe("附件3 应急救援");
  });

  test("a change by a person is told above the list", async () => {
    const { host } = await show();
    await press("一键校验");
    act(() => host.change());
    expect(screen.getByText("表格内容已改动，下面的结果可能过时。")).toBeTruthy();
    await press("重新校验");
    expect(screen.queryByText("表格内容已改动，下面的结果可能过时。")).toBeNull();
  });

  test("the outcome is read out", async () => {
    await show();
    await press("一键校验");
    expect(screen.getByText("校验完成：必须更正 3 处，需要说明 2 处，提示 1 条。").getAttribute("aria-live")).toBe(
      "polite",
    );
  });
});

describe("what can go wrong", () => {
  test.each([
    ["cell-editing", "单元格正在编辑"],
    ["protected", "工作表受保护"],
    ["read-only", "工作簿是只读的"],
    ["excel-refused", "没能读取工作簿"],
  ])("%s has a face and a way on", async (code, title) => {
    const { host } = await show();
    host.nextRead = fail(code, "这里说怎么办。", "What to do.");
    await press("一键校验");
    expect(within(screen.getByRole("alert")).getByRole("heading", { name: title })).toBeTruthy();
    expect(screen.getByText("这里说怎么办。")).toBeTruthy();
    await expectAccessible();
    await press("重试");
    expect(screen.queryByRole("alert")).toBeNull();
    expect(screen.getByText("执行率与算式不符")).toBeTruthy();
  });

  test.each([
    ["slow", "Excel 还没有响应"],
    ["not-excel", "这里不是 Excel"],
    ["old-excel", "这个版本的 Excel 太旧"],
  ] as [Startup, string][])("at the start: %s", async (startup, title) => {
    const texts = await loadTexts("zh");
    render(<StartupFace startup={startup} texts={texts} theme={theme} onReload={() => undefined} page="page.html" />);
    expect(screen.getByRole("heading", { name: title })).toBeTruthy();
    await expectAccessible();
  });
});

describe("得分", () => {
  test("filed against computed, line by line", async () => {
    const { host } = await show();
    await press("计算得分");
    expect(await screen.findByText("2 行与填报不一致")).toBeTruthy();
    const line = document.querySelector('[data-line="人道救助受益人数"]');
    expect(line?.textContent).toContain("未达到 85%");
    expect([...(line?.querySelectorAll("td") ?? [])].map((part) => part.textContent)).toEqual(["10", "8.5"]);
    const open = document.querySelector('[data-line^="积极动员"]');
    expect(open?.textContent).toContain("请人工判断");
    expect(open?.querySelectorAll("td")[1]?.textContent).toBe("6–8");
    expect(screen.getByText("定性指标由人评分，核算总分在 93.96 与 95.96 之间")).toBeTruthy();
    await press("人道救助受益人数");
    expect(host.selected).toHaveLength(1);
    await expectAccessible();
  });

  test("no sheet to score", async () => {
    await show({ engine: { score: () => [] } });
    await press("计算得分");
    expect(await screen.findByRole("heading", { name: "没有可以计分的自评表" })).toBeTruthy();
  });
});

describe("报告", () => {
  test("reads as a document, cautions, and its figures lead to their cells", async () => {
    const { host } = await show();
    await press("生成报告");
    expect(await screen.findByRole("heading", { name: "二、一般公共预算支出情况" })).toBeTruthy();
    expect(screen.getByText(/附表还有 3 处必须更正/)).toBeTruthy();
    await press("1.12");
    expect(host.selected).toEqual([target("附件1", "D24")]);
    await expectAccessible();
    await press("存为 Word 文档");
    expect(screen.getByText(/已开始下载“绩效自评报告.docx”/, { selector: "[data-notice] *" })).toBeTruthy();
  });

  test("an unset section leads to the form", async () => {
    await show();
    await press("生成报告");
    await screen.findByText("去填写");
    await press("去填写");
    expect(await screen.findByLabelText("职能职责")).toBeTruthy();
  });
});

describe("基本情况", () => {
  test("shows what is stored and stores what is typed", async () => {
    const { host } = await show();
    await act(async () => {
      fireEvent.click(screen.getByRole("tab", { name: "基本情况" }));
    });
    const duties = await screen.findByLabelText("职能职责");
    expect((duties as HTMLTextAreaElement).value).toContain("救援");
    expect(screen.getByText("已填 1 / 6")).toBeTruthy();
    const money = screen.getByLabelText("国有资本经营预算支出");
    fireEvent.change(money, { target: { value: "十二" } });
    expect(screen.getByText(/请填数字/)).toBeTruthy();
    fireEvent.change(money, { target: { value: "12.5" } });
    expect(screen.queryByText(/请填数字/)).toBeNull();
    await act(async () => {
      fireEvent.blur(money);
    });
    await waitFor(() => expect(screen.getByText("已存入工作簿")).toBeTruthy());
    expect(host.stored.at(-1)).toContain("12.5");
    await expectAccessible();
  });
});

test("in English every word of the pane is English; findings stay Chinese", async () => {
  await show({ language: "en" });
  await press("Check");
  expect(screen.getByRole("tab", { selected: true }).textContent).toBe("Findings3");
  expect(screen.getByText("执行率与算式不符")).toBeTruthy();
  const words = [...document.querySelectorAll("button, summary, h1, h2")].map((part) => part.textContent ?? "");
  expect(words.filter((text) => /一键|必须|需要|提示/.test(text) && !text.includes("附件"))).toEqual([]);
  await expectAccessible();
});

test("arrow keys move the view switch", async () => {
  await show();
  const first = screen.getByRole("tab", { selected: true });
  first.focus();
  await act(async () => {
    fireEvent.keyDown(first, { key: "ArrowRight" });
  });
  expect(screen.getByRole("tab", { selected: true }).textContent).toBe("得分");
  expect(document.activeElement).toBe(screen.getByRole("tab", { selected: true }));
});
