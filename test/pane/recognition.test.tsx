// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import axe from "axe-core";
import { afterEach, describe, expect, test } from "vitest";
import type { WorkbookCapabilities } from "../../src/app/index.js";
import { fail, success, type Result } from "../../src/core/result/index.js";
import { parseArea, type SheetSnapshot, type SheetTarget, type WorkbookSnapshot } from "../../src/core/sheet/index.js";
import { readDesk, type DeskAssignment } from "../../src/documents/desk/index.js";
import { createEngine } from "../../src/pane/create-engine.js";
import { AnnexPane, createDesk, loadTexts, loadTheme, type Desk, type Language } from "../../src/pane/index.js";
import { linglingAnnex2 } from "../fixtures/lingling.js";
import { hunanPack } from "../support/hunan-pack.js";
import { workbookOf } from "../support/sheet.js";
import { FakeWorkbook, cell, sheet } from "./fake-workbook.js";

const theme = await loadTheme("light");
const payroll = sheet("工资", { A1: cell("姓名"), B1: cell("金额") });
const executed = "全年执行数";

/** The form with some cells retyped. */
function retyped(words: Readonly<Record<string, string>>, of: SheetSnapshot = linglingAnnex2): SheetSnapshot {
  const rows = of.rows.map((row) =>
    row.map((one) => {
      const word = one ? words[one.text] : undefined;
      return one && word !== undefined ? { ...one, value: word, text: word } : one;
    }),
  );
  return { ...of, rows };
}

const renamed = workbookOf(retyped({ 全年执行数: "国库支付" }), payroll);

interface Shown {
  readonly desk: Desk;
  readonly host: FakeWorkbook;
}

interface Scene {
  readonly language?: Language;
  readonly abilities?: WorkbookCapabilities;
  readonly workbook?: WorkbookSnapshot;
}

async function show({ language = "zh", abilities, workbook = renamed }: Scene = {}): Promise<Shown> {
  const host = new FakeWorkbook(workbook, abilities);
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
  await waitFor(() => expect(document.querySelector("[data-recognised] button")).toBeTruthy());
  return { desk, host };
}

const click = (element: Element): Promise<void> => act(async () => void fireEvent.click(element));
const press = (name: RegExp | string): Promise<void> => click(screen.getByRole("button", { name }));
const key = (name: string): Promise<void> =>
  act(async () => void fireEvent.keyDown(document.activeElement ?? document.body, { key: name }));
const one = <E extends HTMLElement>(selector: string): E => {
  const element = document.querySelector<E>(selector);
  if (!element) throw new Error(`nothing is ${selector}`);
  return element;
};
const role = (id: string): HTMLElement => one(`[data-role="${id}"]`);
const roleButton = (id: string): HTMLElement => within(role(id)).getAllByRole("button")[0] as HTMLElement;
const target = (sheetName: string, address: string): SheetTarget => {
  const area = parseArea(address);
  if (!area) throw new Error(address);
  return { sheet: sheetName, area };
};
const kept = ({ host }: Shown): readonly DeskAssignment[] => {
  const desk = readDesk(host.stored.at(-1) ?? null);
  return desk.ok ? desk.value.assignments : [];
};
const found = ({ desk }: Shown, id: string) =>
  desk.recognition()?.annexes[0]?.roles.find((each) => each.role === id) ?? null;

async function openAnnex(): Promise<void> {
  const [first] = document.querySelectorAll<HTMLElement>("[data-recognised] [data-recognition-row]");
  if (first?.getAttribute("aria-expanded") === "false") await click(first);
}

async function ask(id: string): Promise<void> {
  await openAnnex();
  await click(roleButton(id));
  await click(within(role(id)).getByRole("button", { name: /^(改正|指出来)…/ }));
}

async function select(shown: Shown, sheetName: string, address: string): Promise<void> {
  shown.host.nextSelection = success(target(sheetName, address));
  await press("取所选单元格");
}

async function expectAccessible(): Promise<void> {
  const { violations } = await axe.run(document.body, { rules: { "color-contrast": { enabled: false } } });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
}

afterEach(cleanup);

describe("怎样认出来的", () => {
  test("每张附表：是什么、在哪、年度单位、把握，用字不用小数", async () => {
    await show();
    await openAnnex();
    const annex = one("[data-annex]");
    expect(annex.textContent).toContain("部门整体支出绩效自评表大致附件2 A1:I");
    expect([...annex.querySelectorAll("dt")].slice(0, 5).map((term) => term.textContent)).toEqual([
      "位置",
      "标题",
      "年度",
      "单位",
      "金额单位",
    ]);
    expect(annex.textContent).not.toMatch(/0\.\d/);
    await expectAccessible();
  });

  test("每个角色：名称、位置、表上写的、认法；点一下选中它", async () => {
    const { host } = await show({ workbook: workbookOf(retyped({ 年初预算数: "年初预算数（批复）" })) });
    await openAnnex();
    expect(roleButton("fund.initial").textContent).toBe("年初预算数D4年初预算数（批复） · 去掉括号后");
    expect(roleButton("fund.executed").textContent).toBe("全年执行数F4整个表头");
    await click(roleButton("fund.executed"));
    expect(host.selected.at(-1)).toEqual(target("附件2", "F4"));
    expect([...role("fund.executed").querySelectorAll("dd")].map((fact) => fact.textContent)).toEqual([
      "附件2 F4",
      "全年执行数",
      "整个表头",
    ]);
    await expectAccessible();
  });

  test("没有找到的角色、不是附表的工作表，各有去处", async () => {
    await show();
    await openAnnex();
    expect(one("[data-roles=missing] summary").textContent).toMatch(/^没有找到的 \d+ 项$/);
    expect(roleButton("fund.executed").textContent).toBe("全年执行数没有找到");
    expect(one("[data-rest-list] summary").textContent).toBe("不是附表的工作表 1 张");
    expect(one('[data-rest="工资"]').textContent).toMatch(/^工资.{6,}这张表是…$/);
  });

  test("↑ ↓ Home End 在可展开的行间移动，跳过收起的", async () => {
    await show();
    one<HTMLDetailsElement>("[data-recognised]").open = true;
    await openAnnex();
    const [first] = document.querySelectorAll<HTMLElement>("[data-recognised] [data-recognition-row]");
    first?.focus();
    await key("ArrowDown");
    expect(document.activeElement?.closest("[data-role]")).toBeTruthy();
    await key("Home");
    expect(document.activeElement).toBe(first);
    await key("End");
    expect(document.activeElement?.closest("details:not([open])")).toBeNull();
  });
});

describe("改正：选中一格说“这是全年执行数”", () => {
  test("问、取、看、存：存进工作簿，随即按它核对", async () => {
    const shown = await show();
    expect(found(shown, "fund.executed")?.place).toBeNull();
    await ask("fund.executed");
    const form = one("[data-point=form]");
    expect(form.textContent).toContain(`请在“附件2”中选中“${executed}”的列头，或这一列里的任一单元格`);
    await expectAccessible();
    await select(shown, "附件2", "F5");
    expect(shown.host.selectionReads).toBe(1);
    expect(one("[data-point=taken]").textContent).toBe("将认作附件2 F4国库支付");
    expect(kept(shown)).toEqual([]);
    await expectAccessible();
    await press("确定");
    expect(kept(shown)).toMatchObject([
      { annex: "a2", sheet: "附件2", role: "fund.executed", text: "国库支付", address: "F4", on: "2025-02-03" },
    ]);
    expect(shown.host.stored).toHaveLength(1);
    expect(shown.host.reads).toBe(1);
    expect(found(shown, "fund.executed")).toMatchObject({ how: "person", place: { address: "F4" } });
    expect(screen.getByRole("status").textContent).toBe("已按您的指定认定“全年执行数”");
    await expectAccessible();
  });

  test("撤销、恢复自动识别，两条退路", async () => {
    const shown = await show();
    await ask("fund.executed");
    await select(shown, "附件2", "F4");
    await press("确定");
    await press("撤销");
    expect(kept(shown)).toEqual([]);
    expect(found(shown, "fund.executed")?.place).toBeNull();
    await ask("fund.executed");
    await select(shown, "附件2", "F4");
    await press("确定");
    await click(roleButton("fund.executed"));
    await press("恢复自动识别 全年执行数");
    expect(kept(shown)).toEqual([]);
    await press("撤销");
    expect(kept(shown)).toMatchObject([{ role: "fund.executed", text: "国库支付" }]);
  });

  test.each([
    ["整列", "F:F", "F4"],
    ["这一列的几格", "F4:F6", "F4"],
  ])("选中%s也知道指的是列头", async (_, address, expected) => {
    const shown = await show();
    await ask("fund.executed");
    const area = address === "F:F" ? { top: 0, bottom: 1_048_575, left: 5, right: 5 } : target("附件2", address).area;
    shown.host.nextSelection = success({ sheet: "附件2", area });
    await press("取所选单元格");
    expect(one("[data-point=taken]").textContent).toContain(`附件2 ${expected}`);
  });

  test("会抢走别的角色的位置时，先说", async () => {
    const shown = await show();
    await ask("fund.executed");
    await select(shown, "附件2", "E4");
    expect(one("[data-point=form]").textContent).toContain("注意：全年预算数 现在认在这里");
  });

  test.each<[string, () => Result<SheetTarget>, RegExp]>([
    ["选在别的表上", () => success(target("工资", "B1")), /选中的单元格在“工资”，不在“附件2”。请到“附件2”里选。/],
    ["选了几块", () => fail("no-selection", "请只选中一个单元格。", "one"), /请只选中一个单元格/],
    ["选在表外的空处", () => success(target("附件2", "Z900")), /选中的地方在表格之外/],
    ["选了一大片", () => success(target("附件2", "D4:F9")), /选中的范围太大/],
    ["选的格子不能这样认", () => success(target("附件2", "A1")), /不能这样指定/],
  ])("%s：用一句话回绝，什么都不存", async (_, selection, sentence) => {
    const shown = await show();
    await ask("fund.executed");
    shown.host.nextSelection = selection();
    await press("取所选单元格");
    expect(screen.getByRole("alert").textContent).toMatch(sentence);
    expect(screen.queryByRole("button", { name: "确定" })).toBeNull();
    expect(shown.host.stored).toEqual([]);
    await expectAccessible();
  });

  test("Esc 放弃，焦点回到那一行；回车一步一步往下", async () => {
    const shown = await show();
    await ask("fund.executed");
    expect(document.activeElement?.textContent).toBe("取所选单元格");
    await key("Escape");
    expect(document.querySelector("[data-point=form]")).toBeNull();
    expect(document.activeElement).toBe(roleButton("fund.executed"));
    await click(within(role("fund.executed")).getByRole("button", { name: /^指出来…/ }));
    await select(shown, "附件2", "F4");
    expect(document.activeElement?.textContent).toBe("确定");
  });

  test("看的时候表又改了：重新读，看清再确认", async () => {
    const shown = await show();
    await ask("fund.executed");
    await select(shown, "附件2", "F4");
    shown.host.snapshot = workbookOf(retyped({ 全年执行数: "实际支付" }), payroll);
    act(() => shown.host.change());
    await press("确定");
    expect(kept(shown)).toEqual([]);
    expect(one("[data-point=taken]").textContent).toContain("实际支付");
    expect(document.querySelector("[data-notice]")?.textContent).toContain("请看清再确认");
    await press("确定");
    expect(kept(shown)).toMatchObject([{ text: "实际支付" }]);
  });

  test("存不进去就照说，表单还在", async () => {
    const shown = await show();
    await ask("fund.executed");
    await select(shown, "附件2", "F4");
    shown.host.nextStore = fail("read-only", "工作簿是只读的。", "read-only");
    await press("确定");
    expect(document.querySelector("[data-notice]")?.textContent).toBe("工作簿是只读的。");
    expect(one("[data-point=taken]")).toBeTruthy();
  });

  test("只读的工作簿：说明不能存，不给按钮", async () => {
    await show({ abilities: { readOnly: true, undo: "own", watches: false } });
    await openAnnex();
    await click(roleButton("fund.executed"));
    expect(role("fund.executed").textContent).toContain("工作簿是只读的");
    expect(screen.queryByRole("button", { name: /指出来/ })).toBeNull();
  });

  test("标签没有了，指定就失效：列出原因，可以清除，清除可以撤销", async () => {
    const shown = await show();
    await ask("fund.executed");
    await select(shown, "附件2", "F4");
    await press("确定");
    shown.host.snapshot = {
      ...workbookOf(retyped({ 全年执行数: "支付" }), payroll),
      deskXml: shown.host.stored[0] ?? null,
    };
    await act(() => shown.desk.run("check"));
    expect(one("[data-lapsed-assignments]").textContent).toContain(
      "附件2 · 全年执行数：该附表里找不到唯一的“国库支付” 清除",
    );
    await press("清除");
    expect(document.querySelector("[data-lapsed-assignments]")).toBeNull();
    expect(kept(shown)).toEqual([]);
    await press("撤销");
    expect(kept(shown)).toHaveLength(1);
  });
});

describe("没有认出的工作表：“这张表是…”", () => {
  // No title, and no header of the indicators: one table alone does not make the annex.
  const untitled = workbookOf(
    retyped({
      部门整体支出绩效自评表: "整体自评（二〇二一）",
      年初预算数: "年初",
      一级指标: "甲",
      二级指标: "乙",
      三级指标: "丙",
      年度指标值: "丁",
      实际完成值: "戊",
      偏差原因分析及改进措施: "己",
    }),
    payroll,
  );

  test("一张也没认出：说找的是什么，并给出路", async () => {
    await show({ workbook: workbookOf(payroll) });
    expect(screen.getByRole("heading", { name: "没有找到绩效附表" })).toBeTruthy();
    expect(screen.getByText("附件3 项目支出绩效自评表")).toBeTruthy();
    expect(one<HTMLDetailsElement>("[data-recognised]").open).toBe(true);
    await press("这张表是… 工资");
    expect(screen.getByRole("group", { name: "它是哪张附表？" })).toBeTruthy();
    await expectAccessible();
  });

  test("指出标题，就按那张附表来读", async () => {
    const shown = await show({ workbook: untitled });
    const before = shown.desk.recognition()?.annexes.map(({ title }) => title);
    expect(before).toEqual([]);
    await press("这张表是… 附件2");
    await click(screen.getByRole("button", { name: "附件2 部门整体支出绩效自评表" }));
    await select(shown, "附件2", "A1");
    expect(one("[data-point=taken]").textContent).toBe("将认作附件2 A1:I1整体自评（二〇二一）");
    await expectAccessible();
    await press("确定");
    expect(kept(shown)).toMatchObject([{ annex: "a2", sheet: "附件2", role: "title", text: "整体自评（二〇二一）" }]);
    expect(shown.desk.recognition()?.annexes).toMatchObject([{ id: "a2", title: "整体自评（二〇二一）" }]);
  });

  test("有了人指定的标题，还能接着指定表头", async () => {
    const shown = await show({ workbook: untitled });
    await press("这张表是… 附件2");
    await click(screen.getByRole("button", { name: "附件2 部门整体支出绩效自评表" }));
    await select(shown, "附件2", "A1");
    await press("确定");
    await ask("fund.initial");
    await select(shown, "附件2", "D4");
    await press("确定");
    expect(kept(shown).map(({ role: id }) => id)).toEqual(["title", "fund.initial"]);
    expect(found(shown, "fund.initial")?.how).toBe("person");
  });

  test("不成一张附表时回绝，说明缘由", async () => {
    const shown = await show({ workbook: workbookOf(payroll) });
    await press("这张表是… 工资");
    await click(screen.getByRole("button", { name: "附件3 项目支出绩效自评表" }));
    await select(shown, "工资", "A1");
    expect(screen.getByRole("alert").textContent).toContain("没有认出该附表");
    expect(shown.host.stored).toEqual([]);
    await key("Escape");
    expect(document.activeElement?.textContent).toBe("这张表是…");
  });
});

test("English: every step is worded and accessible", async () => {
  const shown = await show({ language: "en" });
  await openAnnex();
  await click(roleButton("fund.executed"));
  await click(within(role("fund.executed")).getByRole("button", { name: /^Point at it…/ }));
  shown.host.nextSelection = success(target("附件2", "F4"));
  await press("Take the selected cell");
  expect(one("[data-point=taken]").textContent).toBe("Will be taken附件2 F4国库支付");
  await expectAccessible();
  await press("Confirm");
  expect(kept(shown)).toHaveLength(1);
});
