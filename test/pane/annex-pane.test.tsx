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
  type ScoreBoard,
  type ScoreLine,
} from "../../src/pane/index.js";
import { StartupFace, type Startup } from "../../src/pane/startup-face.js";
import { FakeWorkbook, cell, sheet } from "./fake-workbook.js";
import { checkOf, fakeEngine, findings, scores, snapshot, target, writeBack } from "./sample.js";

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
    await press(/^项目支出绩效自评表 · 应急救援专项/);
    await press("附件3 应急救援 A1:I30");
    expect(host.selected.at(-1)?.sheet).toBe("附件3 应急救援");
  });

  test("a change by a person is told above the list", async () => {
    const { host } = await show();
    await press("一键校验");
    act(() => host.change());
    expect(await screen.findByText("表格内容已改动，下面的结果可能过时。")).toBeTruthy();
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
  const line = (name: string): HTMLElement => {
    const found = document.querySelector<HTMLElement>(`[data-line^="${name}"]`);
    if (!found) throw new Error(`no line: ${name}`);
    return found;
  };
  const news = (): string => document.querySelector("[data-notice]")?.textContent ?? "";
  const shownLines = (): (string | undefined)[] =>
    [...document.querySelectorAll<HTMLElement>("[data-line]")].map(({ dataset }) => dataset["line"]);
  const pressIn = (part: HTMLElement | null, name: RegExp | string): Promise<void> =>
    act(async () => {
      if (part) fireEvent.click(within(part).getByRole("button", { name }));
    });
  const withChoice = (choice: ScoreLine["choice"], lapsed: ScoreBoard["lapsed"] = []): ScoreBoard => ({
    ...scores,
    lapsed,
    sheets: scores.sheets.map((one) => ({
      ...one,
      lines: one.lines.map((each) => (each.needsPerson ? { ...each, needsPerson: false, choice } : each)),
    })),
  });

  test("filed against computed, reading by reading", async () => {
    await show();
    await press("计算得分");
    expect(await screen.findByText("2 行与填报不一致")).toBeTruthy();
    const unmet = line("人道救助受益人数");
    expect(unmet.textContent).toContain("≥ 120 人 · 完成 102 人 · 85% · 应得 8.5");
    expect(unmet.textContent).toContain("未达标");
    expect([...unmet.querySelectorAll("td")].map((part) => part.textContent)).toEqual(["10", "8.5"]);
    const open = line("积极动员");
    expect(open.textContent).toContain("需人工判断");
    expect(open.querySelectorAll("td")[1]?.textContent).toBe("6–8");
    expect(screen.getByText("定性指标由人评分，核算总分在 93.96 与 95.96 之间")).toBeTruthy();
    await expectAccessible();
  });

  test("an open line goes to its cell and tells method, numbers and what it rests on", async () => {
    const { host } = await show();
    await press("计算得分");
    await pressIn(line("人道救助受益人数"), "人道救助受益人数");
    expect(host.selected).toEqual([target("附件2", "H14")]);
    const details = document.querySelector("[data-derivation]");
    for (const words of ["正向指标：按完成比例", "实际完成值 102", "10 × 102 ÷ 120 = 8.5", "表内算式"]) {
      expect(details?.textContent).toContain(words);
    }
    expect(screen.getByRole("button", { name: "人道救助受益人数", expanded: true })).toBeTruthy();
    await press(/附件2 H14/);
    expect(host.selected).toHaveLength(2);
    await expectAccessible();
  });

  test("all sheets together, with what annex 3 tells otherwise", async () => {
    const { host } = await show();
    await press("计算得分");
    const together = document.querySelector("[data-together]");
    const rows = [...(together?.querySelectorAll("tbody tr") ?? [])];
    expect(rows.map((each) => [...each.querySelectorAll("td")].map((part) => part.textContent))).toEqual([
      ["98", "95.9693.96 – 95.96"],
      ["100", "100"],
    ]);
    expect(document.querySelector("[data-differences]")?.textContent).toContain("≥100人");
    await pressIn(document.querySelector("[data-differences]"), "人道救助受益人数");
    expect(host.selected).toEqual([target("附件3 应急救援", "D14")]);
  });

  test("filters with counts, remembered in other views, and an empty state", async () => {
    await show({
      engine: { score: () => ({ ...scores, sheets: scores.sheets.slice(1) }) },
    });
    await press("计算得分");
    expect(
      within(screen.getByRole("group", { name: "筛选指标" }))
        .getAllByRole("button")
        .map((each) => each.textContent),
    ).toEqual(["全部 1", "未达标 0", "偏离 30% 1", "需人工判断 0"]);
    await press("偏离 30% 1");
    expect(screen.getByRole("button", { name: "偏离 30% 1", pressed: true })).toBeTruthy();
    expect(shownLines()).toEqual(["救援出任务次数"]);
    await press("未达标 0");
    expect(shownLines()).toEqual([]);
    expect(screen.getByRole("heading", { name: "没有未达标的指标" })).toBeTruthy();
    await expectAccessible();
    await act(async () => fireEvent.click(screen.getByRole("tab", { name: /报告/ })));
    await act(async () => fireEvent.click(screen.getByRole("tab", { name: /得分/ })));
    expect(await screen.findByRole("heading", { name: "没有未达标的指标" })).toBeTruthy();
    await press("看全部");
    expect(shownLines()).toEqual(["execution", "救援出任务次数"]);
  });

  test("each filter shows its lines alone", async () => {
    await show();
    await press("计算得分");
    await press("未达标 1");
    expect(shownLines()).toEqual(["人道救助受益人数"]);
    await press("需人工判断 1");
    expect(shownLines()).toEqual(["积极动员社会力量参与扶弱助残、助医、助学、助困"]);
    await press("偏离 30% 2");
    expect(shownLines()).toEqual(["普及群众人次", "救援出任务次数"]);
  });

  test("a level is decided with two presses, stored in the workbook, and taken back", async () => {
    const engine = fakeEngine();
    let decided = false;
    const { host, desk } = await show({
      engine: {
        ...engine,
        score: ({ deskXml }) => {
          decided = deskXml?.includes("partly") ?? false;
          return decided ? withChoice({ level: "partly" }) : scores;
        },
      },
    });
    await press("计算得分");
    await press(/^积极动员/);
    await press("部分达成");
    const stored = JSON.parse(host.stored[0] ?? "{}") as { choice: unknown; path: string; on: string };
    expect(stored.choice).toEqual({ level: "partly" });
    expect(stored.path).toContain("积极动员");
    expect(stored.on).toBe("2025-02-03");
    expect(host.reads).toBe(1);
    expect(line("积极动员").textContent).toContain("人工判断");
    expect(line("积极动员").textContent).not.toContain("需人工判断");
    expect(screen.getByRole("button", { name: "部分达成", pressed: true })).toBeTruthy();
    expect(desk.store.getState().announcement).toContain("按人工判断计分");
    await expectAccessible();
    await press("恢复自动");
    expect(JSON.parse(host.stored[1] ?? "{}")).toMatchObject({ choice: null });
    expect(line("积极动员").textContent).toContain("需人工判断");
  });

  test("a line decided under a filter stays until another is chosen", async () => {
    await show({
      engine: { score: ({ deskXml }) => (deskXml === null ? scores : withChoice({ level: "partly" })) },
    });
    await press("计算得分");
    await press("需人工判断 1");
    await press(/^积极动员/);
    await press("部分达成");
    expect(shownLines()).toHaveLength(1);
    expect(screen.getByText("人工判断：部分达成")).toBeTruthy();
    expect(screen.getByRole("button", { name: "恢复自动" })).toBeTruthy();
    await press("需人工判断 0");
    expect(shownLines()).toEqual([]);
  });

  test("a direction is one press; a reading is typed, stored with Enter, left with Escape", async () => {
    const { host } = await show();
    await press("计算得分");
    await pressIn(line("人道救助受益人数"), "人道救助受益人数");
    await press("≤ 不超过");
    expect(JSON.parse(host.stored[0] ?? "{}")).toMatchObject({ choice: { direction: "<=" } });
    await press(/更正读数/);
    const target = screen.getByRole("textbox", { name: "指标值" });
    expect(document.activeElement).toBe(target);
    await expectAccessible();
    await act(async () => fireEvent.keyDown(target, { key: "Escape" }));
    expect(screen.queryByRole("textbox")).toBeNull();
    expect(document.activeElement?.textContent).toBe("更正读数…");
    await press(/更正读数/);
    const actual = screen.getByRole("textbox", { name: "完成值" });
    await act(async () => fireEvent.change(actual, { target: { value: "110人" } }));
    await act(async () => fireEvent.keyDown(actual, { key: "Enter" }));
    expect(JSON.parse(host.stored[1] ?? "{}")).toMatchObject({ choice: { actual: "110人" } });
    expect(host.stored).toHaveLength(2);
  });

  test("a decision that cannot be stored changes nothing and says why", async () => {
    const { host } = await show();
    await press("计算得分");
    await press(/^积极动员/);
    host.nextStore = fail("protected", "工作簿结构受保护。", "Protected.");
    await press("达成");
    expect(news()).toContain("工作簿结构受保护");
    expect(line("积极动员").textContent).toContain("需人工判断");
  });

  test("a decision made on an old reading waits for a new one", async () => {
    const { host } = await show();
    await press("计算得分");
    await press(/^积极动员/);
    await act(async () => host.change());
    await press("达成");
    expect(host.stored).toEqual([]);
    expect(host.reads).toBe(2);
    expect(news()).toContain("已重新核算");
    await press("达成");
    expect(host.stored).toHaveLength(1);
  });

  test("lapsed decisions are listed with their reason and can be cleared", async () => {
    const reason = { zh: "单元格内容已改", en: "its cells changed" };
    const lapsed = [{ annexKey: "a2", path: "indicators[x]", name: "受益人数", sheet: "附件2", reason }];
    const { host } = await show({ engine: { score: () => withChoice(null, lapsed) } });
    await press("计算得分");
    expect(screen.getByText(/1 项人工判断已失效/)).toBeTruthy();
    expect(document.querySelector("[data-lapsed]")?.textContent).toContain("附件2 · 受益人数：单元格内容已改");
    await press("清除");
    expect(JSON.parse(host.stored[0] ?? "{}")).toMatchObject({ path: "indicators[x]", choice: null });
  });

  test("several targets in a cell: one press says which counts", async () => {
    const several: ScoreBoard = {
      ...scores,
      sheets: scores.sheets.map((one) => ({
        ...one,
        lines: one.lines.map((each) => ({ ...each, parts: ["≥13场", "≥200人"] })),
      })),
    };
    const { host } = await show({ engine: { score: () => several } });
    await press("计算得分");
    await press("开展应急救护培训场次");
    await press("≥200人");
    expect(JSON.parse(host.stored[0] ?? "{}")).toMatchObject({ choice: { target: "≥200人" } });
  });

  test("write-back is shown cell by cell, written in one act, and undone", async () => {
    const { host } = await show();
    await press("计算得分");
    await press("把核算得分写回表里");
    const panel = screen.getByRole("group", { name: "写回核算得分" });
    expect(panel.textContent).toContain("将改写 2 个单元格");
    expect(panel.textContent).toContain("=ROUND(H6*G6,2)");
    expect(panel.textContent).toContain("Ctrl+Z 收不回这一步");
    expect(panel.textContent).toContain("1 处不写");
    expect(document.querySelector("[data-skipped]")?.textContent).toContain("定性指标，由人评分");
    expect(document.activeElement?.textContent).toBe("写回 2 处");
    expect(host.written).toEqual([]);
    await expectAccessible();
    await press("写回 2 处");
    expect(host.written).toEqual([{ edits: writeBack.edits, unhide: [] }]);
    expect(screen.queryByRole("group", { name: "写回核算得分" })).toBeNull();
    await pressIn(screen.getByRole("group", { name: "已写回 2 处得分" }), "撤销");
    expect(host.undone).toBe(1);
  });

  test("a write-back is not written over sheets that changed since, nor where nothing may be written", async () => {
    const { host } = await show();
    await press("计算得分");
    await press("把核算得分写回表里");
    await act(async () => host.change());
    await press("写回 2 处");
    expect(host.written).toEqual([]);
    expect(news()).toContain("已重新核算");
    expect(screen.getByRole("button", { name: "把核算得分写回表里" })).toBeTruthy();
    cleanup();
    await show({ abilities: { readOnly: true, undo: "own", watches: false } });
    await press("计算得分");
    await press("把核算得分写回表里");
    expect(screen.queryByRole("button", { name: /^写回/ })).toBeNull();
    expect(screen.getByText(/工作簿是只读的/)).toBeTruthy();
  });

  test("nothing to write back is said", async () => {
    await show({ engine: { writeBack: () => ({ edits: [], changes: [], skipped: [] }) } });
    await press("计算得分");
    await press("把核算得分写回表里");
    expect(screen.getByText(/没有要写回的得分/)).toBeTruthy();
    await press("关闭");
    expect(document.activeElement?.textContent).toBe("把核算得分写回表里");
  });

  test("charts have words and a table behind them", async () => {
    await show();
    await press("计算得分");
    expect(screen.getByRole("img", { name: /其他资金执行 6.91 万元，预算 8.45 万元，81.78%/ })).toBeTruthy();
    expect(screen.getByRole("img", { name: /效益指标核算 14.5 – 16.5，填报 18，分值 20/ })).toBeTruthy();
    const table = document.querySelector('table[aria-label="一级指标得分"]');
    expect([...(table?.querySelectorAll("tbody tr") ?? [])].map(({ textContent }) => textContent)).toContain(
      "效益指标201814.5 – 16.5",
    );
  });

  test("in English", async () => {
    await show({ language: "en" });
    await press("Score");
    expect(line("人道救助受益人数").textContent).toContain("≥ 120 人 · reached 102 人 · 85% · earns 8.5");
    await press("Write computed scores into the sheets");
    expect(screen.getByRole("button", { name: "Write 2 cells" })).toBeTruthy();
    await expectAccessible();
  });

  test("no sheet to score", async () => {
    await show({ engine: { score: () => ({ sheets: [], differences: [], lapsed: [] }) } });
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
