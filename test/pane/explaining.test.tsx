// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import axe from "axe-core";
import { afterEach, describe, expect, test } from "vitest";
import type { WorkbookCapabilities } from "../../src/app/index.js";
import type { Finding } from "../../src/core/findings/index.js";
import { fail, success } from "../../src/core/result/index.js";
import { readDesk, type DeskExplanation } from "../../src/documents/desk/index.js";
import { AnnexPane, createDesk, loadTexts, loadTheme, type Desk, type Language } from "../../src/pane/index.js";
import { FakeWorkbook } from "./fake-workbook.js";
import { fakeEngine, findings, snapshot } from "./sample.js";

const theme = await loadTheme("light");
const notation = "执行率写法不一";

interface Shown {
  readonly desk: Desk;
  readonly host: FakeWorkbook;
  readonly found: { current: readonly Finding[] };
}

async function show(language: Language = "zh", abilities?: WorkbookCapabilities): Promise<Shown> {
  const host = new FakeWorkbook(snapshot, abilities);
  const found = { current: findings };
  const texts = await loadTexts(language);
  const desk = createDesk({
    host,
    delivery: {
      saveFile: async (name) => success({ kind: "unconfirmed", name }),
      copyText: async () => success(undefined),
    },
    loadEngine: async () => fakeEngine(found),
    clock: () => new Date(2025, 1, 3, 14, 5),
    texts,
  });
  render(<AnnexPane desk={desk} texts={texts} theme={theme} />);
  await act(() => desk.run("check"));
  return { desk, host, found };
}

const click = (element: HTMLElement): Promise<void> => act(async () => void fireEvent.click(element));
const press = (name: RegExp | string): Promise<void> => click(screen.getByRole("button", { name }));
const row = (title: string): HTMLElement => {
  const found = screen.getByText(title).closest("button");
  if (!found) throw new Error(`no row: ${title}`);
  return found;
};
const type = (label: string, value: string): void => {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
};
const key = (name: string, more: object = {}): Promise<void> =>
  act(async () => void fireEvent.keyDown(document.activeElement ?? document.body, { key: name, ...more }));
const stored = ({ host }: Shown): readonly DeskExplanation[] => {
  const desk = readDesk(host.stored.at(-1) ?? null);
  return desk.ok ? desk.value.explanations : [];
};
const groups = (): readonly (string | null | undefined)[] =>
  [...document.querySelectorAll("details[data-group]")].map((group) => group.querySelector("summary")?.textContent);

const notice = (): string | null | undefined => document.querySelector("[data-notice]")?.textContent;

async function openForm(): Promise<void> {
  await click(row(notation));
  await click(await screen.findByRole("button", { name: `说明… ${notation}` }));
}

async function explain(reason = "系统导出即如此", by = "张三"): Promise<void> {
  await openForm();
  type("说明", reason);
  type("说明人", by);
  await press("存入工作簿");
}

async function expectAccessible(): Promise<void> {
  const { violations } = await axe.run(document.body, { rules: { "color-contrast": { enabled: false } } });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
}

afterEach(cleanup);

describe("说明", () => {
  test("a warning can be explained, an error and a note cannot", async () => {
    await show();
    for (const [title, offered] of [
      ["执行率与算式不符", 0],
      [notation, 1],
      ["各项全部满分", 0],
    ] as const) {
      await click(row(title));
      await screen.findByText("依据", { exact: false });
      expect(screen.queryAllByRole("button", { name: /说明…/ })).toHaveLength(offered);
    }
  });

  test("the form takes the focus, proposes who, and stores reason, name and day", async () => {
    const shown = await show();
    await openForm();
    expect(document.activeElement).toBe(screen.getByLabelText("说明"));
    expect((screen.getByLabelText("说明人") as HTMLInputElement).value).toBe("李会计");
    await expectAccessible();
    type("说明", " 系统导出即如此 ");
    await key("Enter", { ctrlKey: true });
    expect(stored(shown)).toEqual([
      {
        id: "fund/rate-notation|a2|fund.current.rate|f1",
        finding: "fund/rate-notation",
        reason: "系统导出即如此",
        by: "李会计",
        on: "2025-02-03",
        about: expect.stringContaining("写作 1") as unknown,
      },
    ]);
    expect(shown.host.reads).toBe(1);
    expect(groups()).toEqual(["必须更正3", "需要说明1", "提示1", "已说明1"]);
    expect(document.querySelector("[data-annex-pane]")?.textContent).toContain("已说明 1 处");
    expect(document.activeElement).toBe(row("附表里有隐藏的行"));
    expect(screen.getByText("系统导出即如此（李会计，2025-02-03）")).toBeTruthy();
    await expectAccessible();
  });

  test("without a reason nothing is stored, and it says so; Escape goes back to the button", async () => {
    const shown = await show();
    await openForm();
    await press("存入工作簿");
    expect(screen.getByRole("alert").textContent).toBe("请写明原因。");
    expect(screen.getByLabelText("说明").getAttribute("aria-invalid")).toBe("true");
    type("说明", "有");
    expect(screen.queryByRole("alert")).toBeNull();
    expect(shown.host.stored).toEqual([]);
    await key("Escape");
    expect(screen.queryByLabelText("说明")).toBeNull();
    expect(document.activeElement?.getAttribute("data-explain")).toBe("open");
  });

  test("who explained last is proposed the next time", async () => {
    await show();
    await explain("理由", "王会计");
    await click(row("附表里有隐藏的行"));
    await click(await screen.findByRole("button", { name: "说明… 附表里有隐藏的行" }));
    expect((screen.getByLabelText("说明人") as HTMLInputElement).value).toBe("王会计");
  });

  test("it can be edited, withdrawn, and the withdrawal taken back", async () => {
    const shown = await show();
    await explain();
    await click(row(notation));
    const given = within(await screen.findByRole("group", { name: "已说明" }));
    expect(given.getByText("系统导出即如此")).toBeTruthy();
    expect(given.getByText("张三 · 2025-02-03")).toBeTruthy();
    await press(`修改 ${notation}`);
    type("说明", "改过的理由");
    await press("存入工作簿");
    expect(stored(shown).map(({ reason }) => reason)).toEqual(["改过的理由"]);
    await press(`撤回 ${notation}`);
    expect(stored(shown)).toEqual([]);
    expect(groups()).toEqual(["必须更正3", "需要说明2", "提示1"]);
    expect(document.activeElement).toBe(row(notation));
    await press("撤销");
    expect(stored(shown).map(({ reason, by }) => [reason, by])).toEqual([["改过的理由", "张三"]]);
    expect(groups()).toContain("已说明1");
  });

  test("the first explanation can be taken back as well", async () => {
    const shown = await show();
    await explain();
    await press("撤销");
    expect(stored(shown)).toEqual([]);
    expect(groups()).toEqual(["必须更正3", "需要说明2", "提示1"]);
  });

  test("what cannot be stored is told, the words stay in the form", async () => {
    const shown = await show();
    await openForm();
    type("说明", "理由");
    shown.host.nextStore = fail("protected", "存不进去", "no");
    await press("存入工作簿");
    expect(notice()).toBe("存不进去");
    expect((screen.getByLabelText("说明") as HTMLTextAreaElement).value).toBe("理由");
  });

  test("figures that changed meanwhile: checked again, nothing stored, looked at again", async () => {
    const shown = await show();
    await openForm();
    type("说明", "理由");
    shown.found.current = findings.map((one) => ({ ...one, fingerprint: `${one.fingerprint}x` }));
    act(() => shown.host.change());
    await press("存入工作簿");
    expect(shown.host.stored).toEqual([]);
    expect(notice()).toContain("数字已变，说明没有存入");
    expect((screen.getByLabelText("说明") as HTMLTextAreaElement).value).toBe("理由");
    await press("存入工作簿");
    expect(stored(shown).map(({ id }) => id)).toEqual(["fund/rate-notation|a2|fund.current.rate|f1x"]);
  });

  test("a read-only workbook takes none", async () => {
    await show("zh", { readOnly: true, undo: "cleared", watches: true });
    await click(row(notation));
    expect(await screen.findByText("工作簿是只读的，说明不能存入。")).toBeTruthy();
    expect(screen.queryByRole("button", { name: /说明…/ })).toBeNull();
  });

  test("in English", async () => {
    const shown = await show("en");
    await click(row(notation));
    await click(await screen.findByRole("button", { name: /^Explain…/ }));
    type("Reason", "As exported");
    await press("Store in workbook");
    expect(stored(shown).map(({ reason }) => reason)).toEqual(["As exported"]);
    expect(groups()).toContain("Explained1");
  });
});

describe("用不上的说明", () => {
  async function lapsed(): Promise<Shown> {
    const shown = await show();
    await explain();
    await click(row("附表里有隐藏的行"));
    await click(await screen.findByRole("button", { name: "说明… 附表里有隐藏的行" }));
    type("说明", "留底");
    await press("存入工作簿");
    shown.found.current = findings
      .filter(({ id }) => id !== "file/hidden")
      .map((one) => ({ ...one, fingerprint: `${one.fingerprint}x`, message: `${one.message}（新）` }));
    shown.host.snapshot = { ...snapshot, deskXml: shown.host.stored.at(-1) ?? null };
    await act(() => shown.desk.run("check"));
    return shown;
  }
  const list = (): HTMLElement => {
    const found = document.querySelector<HTMLElement>("[data-lapsed-explanations]");
    if (!found) throw new Error("no list");
    return found;
  };

  test("are listed with the reason, and what was said then and now", async () => {
    await lapsed();
    expect(await screen.findByText("有 2 条说明现在用不上：", { exact: false })).toBeTruthy();
    const [changed, gone] = [...list().children].map((entry) => entry.textContent);
    expect(changed).toContain("说明已失效：数字已变系统导出即如此（张三，2025-02-03）");
    expect(changed).toContain("现在：");
    expect(changed).toContain("（新）");
    expect(gone).toContain("问题已不存在留底");
    expect(groups()).toEqual(["必须更正3", "需要说明1", "提示1"]);
    await expectAccessible();
  });

  test("one leads to its finding", async () => {
    await lapsed();
    await click(await screen.findByRole("button", { name: "看问题" }));
    expect(row(notation).getAttribute("aria-expanded")).toBe("true");
    expect(document.activeElement).toBe(row(notation));
  });

  test("are cleared one by one or all at once, and come back with 撤销", async () => {
    const shown = await lapsed();
    const [, clear] = await screen.findAllByRole("button", { name: "清除" });
    if (!clear) throw new Error("no button");
    await click(clear);
    expect(stored(shown).map(({ reason }) => reason)).toEqual(["系统导出即如此"]);
    expect(list().children).toHaveLength(1);
    await press("撤销");
    expect(list().children).toHaveLength(2);
    await press("全部清除");
    expect(stored(shown)).toEqual([]);
    expect(document.querySelector("[data-lapsed-explanations]")).toBeNull();
  });
});
