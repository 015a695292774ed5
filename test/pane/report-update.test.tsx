// @vitest-environment happy-dom
import { act, cleanup, configure, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import axe from "axe-core";
import { readFileSync } from "node:fs";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { takeCarriedNarrative, type DeliveryOutcome } from "../../src/app/index.js";
import { fail, success, type Result } from "../../src/core/result/index.js";
import type { WorkbookSnapshot } from "../../src/core/sheet/index.js";
import { readDesk } from "../../src/documents/desk/index.js";
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
import { bodyText, edit, part as partOf } from "../documents/docx/package.js";
import { rawWorkbook } from "../documents/xlsx/raw-workbook.js";
import { hunanPack } from "../support/hunan-pack.js";
import { wordFile } from "../support/word-file.js";
import { FakeWorkbook } from "./fake-workbook.js";

const theme = await loadTheme("light");
/** Milliseconds; planning loads its chunk and works on real documents. */
configure({ asyncUtilTimeout: 8_000 });
const engine = createEngine(hunanPack());

let snapshot: WorkbookSnapshot;
/** Last week's report of the same workbook. */
let report: Uint8Array;

beforeAll(async () => {
  const read = await readWorkbook(readFileSync("assets/samples/redcross-2024.xlsx"), "redcross-2024.xlsx");
  if (!read.ok) throw new Error(read.failure.message.en);
  snapshot = read.value;
  const made = await engine.buildReport(snapshot);
  if (!made.ok) throw new Error(made.failure.message.en);
  report = made.value.bytes;
});
afterEach(cleanup);

/** The workbook with 公用经费 raised from 1.12. */
function raised(to: number): WorkbookSnapshot {
  return {
    ...snapshot,
    sheets: snapshot.sheets.map((sheet) =>
      sheet.name !== "附件1 基础数据表"
        ? sheet
        : {
            ...sheet,
            rows: sheet.rows.map((row) =>
              row.map((cell) => (cell?.text === "1.12" ? { ...cell, value: to, text: String(to) } : cell)),
            ),
          },
    ),
  };
}

/** The workbook with other words in every cell that holds these. */
function withText(words: string, others: string): WorkbookSnapshot {
  const changed = <T extends { readonly text: string }>(cell: T): T => {
    const text = cell.text.replace(words, others);
    return text === cell.text ? cell : { ...cell, value: text, text };
  };
  return {
    ...snapshot,
    sheets: snapshot.sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) => row.map((cell) => cell && changed(cell))),
    })),
  };
}

interface Shown {
  readonly desk: Desk;
  readonly host: FakeWorkbook;
  readonly saved: { name: string; bytes: Uint8Array }[];
  readonly copied: string[];
  outcome: Result<DeliveryOutcome>;
}

async function show(workbook: WorkbookSnapshot, language: Language = "zh"): Promise<Shown> {
  const host = new FakeWorkbook(workbook);
  const texts = await loadTexts(language);
  const saved: Shown["saved"] = [];
  const copied: string[] = [];
  const desk = createDesk({
    host,
    delivery: {
      saveFile: async (name, bytes) => {
        saved.push({ name, bytes });
        return shown.outcome;
      },
      copyText: async (text) => {
        copied.push(text);
        return success(undefined);
      },
    },
    loadEngine: async () => createEngine(hunanPack()),
    clock: () => new Date(2025, 1, 3, 14, 5),
    texts,
  });
  const shown: Shown = {
    desk,
    host,
    saved,
    copied,
    outcome: success({ kind: "unconfirmed", name: "自评报告（定稿）.docx" }),
  };
  render(<AnnexPane desk={desk} texts={texts} theme={theme} />);
  await act(() => desk.run("report"));
  await waitFor(() => expect(document.querySelector("[data-report-update]")).not.toBeNull());
  return shown;
}

const docx = (bytes: Uint8Array, name = "自评报告（定稿）.docx"): File => new File([new Uint8Array(bytes)], name);

/** Through the file input, as the browser's dialog answers. */
async function choose(file: File): Promise<void> {
  const input = document.querySelector<HTMLInputElement>("[data-report-update] input[type=file]");
  if (!input) throw new Error("no input for a report");
  await act(async () => {
    fireEvent.change(input, { target: { files: [file] } });
  });
}

const panel = (): HTMLElement => {
  const found = document.querySelector<HTMLElement>("[data-report-update]");
  if (!found) throw new Error("no part for an existing report");
  return found;
};
const part = (name: string): HTMLElement | null => panel().querySelector(`[data-plan-part=${name}]`);
const press = (name: RegExp | string, within_: HTMLElement = panel()): Promise<void> =>
  act(async () => {
    fireEvent.click(within(within_).getByRole("button", { name }));
  });
const planned = (): Promise<void> =>
  waitFor(() => expect(panel().querySelector("[data-update-plan], [data-notice]")).not.toBeNull());
const handed = (): Promise<HTMLElement> =>
  waitFor(() => {
    const found = document.querySelector<HTMLElement>("[data-handed]");
    if (!found) throw new Error("nothing was handed over");
    return found;
  });

async function expectAccessible(): Promise<void> {
  const { violations } = await axe.run(document.body, { rules: { "color-contrast": { enabled: false } } });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
}

describe("更新已有报告", () => {
  test("先看计划：数字新旧和来处；点来处去单元格；写入之前什么也没写", async () => {
    const shown = await show(raised(1.5));
    await choose(docx(report));
    await planned();
    const figure = part("figures")?.querySelector<HTMLElement>('[data-figure="basic.operating"]');
    expect(figure?.textContent).toMatch(/公用经费.*1\.12.*1\.5/);
    await press(/^附件1 基础数据表 [A-Z]+\d+$/, figure ?? panel());
    expect(shown.host.selected.at(-1)).toMatchObject({ sheet: "附件1 基础数据表" });
    expect(shown.saved).toEqual([]);
    await expectAccessible();

    await press("写入并保存");
    await handed();
    expect(shown.saved.map(({ name }) => name)).toEqual(["自评报告（定稿）.docx"]);
    expect((await bodyText(shown.saved[0]?.bytes ?? report)).join("")).toContain("公用经费1.5万元");
    await waitFor(() => expect(panel().textContent).toContain("报告已与附表一致。"));
    await expectAccessible();
  });

  test("键盘：写入的按钮随计划消失，焦点留在旁边的按钮上", async () => {
    await show(raised(1.5));
    await choose(docx(report));
    await planned();
    const write = within(panel()).getByRole("button", { name: "写入并保存" });
    write.focus();
    await press("写入并保存");
    await waitFor(() => expect(panel().textContent).toContain("报告已与附表一致。"));
    expect(document.activeElement?.textContent).toBe("换一个…");
    const forget = within(panel()).getByRole("button", { name: "不更新它" });
    forget.focus();
    await press("不更新它");
    expect(document.activeElement?.textContent).toBe("选已有报告或模板…");
  });

  test("文档开着修订：改写的文字作为修订写入，署本工具的名和当时的时间", async () => {
    const shown = await show(withText("宣传力度不够", "宣传不多"));
    const tracked = await edit(report, "word/settings.xml", (xml) =>
      xml.replace("<w:evenAndOddHeaders/>", "<w:trackRevisions/><w:evenAndOddHeaders/>"),
    );
    await choose(docx(tracked));
    await planned();
    expect(part("rewritten")?.textContent).toContain("存在的问题");
    await press("写入并保存");
    await handed();
    const marks = (await partOf(shown.saved[0]?.bytes ?? report, "word/document.xml")).match(/<w:ins [^>]*>/g) ?? [];
    expect(marks.length).toBeGreaterThan(0);
    for (const mark of marks) expect(mark).toMatch(/w:author="绩效附表台" w:date="2025-02-0\dT\d\d:05:00Z"/);
  });

  test("报告没有要改的：说一致，不给写入的按钮", async () => {
    await show(snapshot);
    await choose(docx(report));
    await planned();
    expect(panel().textContent).toContain("报告已与附表一致。");
    expect(within(panel()).queryByRole("button", { name: /写入/ })).toBeNull();
  });

  test("有人改过的数字：两边并列，标出不同；选了附表的才换", async () => {
    const shown = await show(raised(1.5));
    const typed = await edit(report, "word/document.xml", (xml) => xml.replaceAll(">1.12<", ">1.3<"));
    await choose(docx(typed));
    await planned();
    const conflict = part("conflicts")?.querySelector<HTMLElement>("[data-conflict]");
    expect([...(conflict?.querySelectorAll("mark") ?? [])].map((mark) => mark.textContent)).toEqual(["1.3", "1.5"]);
    expect(within(panel()).getByRole("button", { name: /写入并保存（1 处未选）/ })).toBeTruthy();
    await press("用附表的", conflict ?? panel());
    expect(within(conflict ?? panel()).getByRole("button", { pressed: true }).textContent).toBe("用附表的");
    await press("写入并保存");
    await handed();
    const text = (await bodyText(shown.saved[0]?.bytes ?? report)).join("");
    expect(text).toContain("公用经费1.5万元");
    expect(text).not.toContain("公用经费1.3万元");
  });

  test("不选就保留文档里的", async () => {
    const shown = await show(raised(1.5));
    const typed = await edit(report, "word/document.xml", (xml) => xml.replaceAll(">1.12<", ">1.3<"));
    await choose(docx(typed));
    await planned();
    await press(/写入并保存/);
    await handed();
    expect((await bodyText(shown.saved[0]?.bytes ?? report)).join("")).toContain("公用经费1.3万元");
    await waitFor(() => expect(part("conflicts")?.querySelectorAll("[data-conflict]").length).toBe(1));
  });

  test("选了留人工的：写进报告，不再问；还可以改主意", async () => {
    const shown = await show(raised(1.5));
    const typed = await edit(report, "word/document.xml", (xml) => xml.replaceAll(">1.12<", ">1.3<"));
    await choose(docx(typed));
    await planned();
    await press("留人工的", part("conflicts") ?? panel());
    await press("写入并保存");
    await handed();
    await waitFor(() => expect(part("settled")?.textContent).toContain("以前选了留人工的 1 处"));
    expect(part("conflicts")).toBeNull();
    expect(panel().textContent).toContain("报告已与附表一致。");
    await press("用附表的", part("settled") ?? panel());
    await press("写入并保存");
    await waitFor(() => expect(shown.saved).toHaveLength(2));
    expect((await bodyText(shown.saved[1]?.bytes ?? report)).join("")).toContain("公用经费1.5万元");
  });

  test.each([
    ["不是 Word 文件", rawWorkbook({ sheets: [{ name: "表", data: "" }] }), /没能用“别的.docx”：文件不是 Word 文档/],
    ["读不出来", new Uint8Array([1, 2, 3]), /没能用“别的.docx”：/],
  ])("%s：一句话说明，先前选的还在", async (_, bytes, sentence) => {
    const shown = await show(raised(1.5));
    await choose(docx(report));
    await planned();
    await choose(docx(bytes, "别的.docx"));
    await waitFor(() => expect(panel().textContent).toMatch(sentence));
    expect(panel().textContent).toContain("自评报告（定稿）.docx");
    expect(part("figures")).not.toBeNull();
    expect(shown.saved).toEqual([]);
    await expectAccessible();
  });

  test("附表一变就重新比对；写入前刚变的，先看再写", async () => {
    const shown = await show(snapshot);
    await choose(docx(report));
    await planned();
    expect(part("figures")).toBeNull();
    shown.host.snapshot = raised(1.5);
    await act(() => shown.desk.run("report"));
    await waitFor(() => expect(part("figures")?.textContent).toContain("1.5"));

    shown.host.snapshot = raised(1.6);
    act(() => shown.host.change());
    await press(/写入并保存/);
    await waitFor(() => expect(panel().textContent).toContain("已重新比对"));
    expect(part("figures")?.textContent).toContain("1.6");
    expect(shown.saved).toEqual([]);
    await press(/写入并保存/);
    await handed();
    expect(shown.saved).toHaveLength(1);
  });

  test("换到别的视图再回来，选的报告还在", async () => {
    const shown = await show(raised(1.5));
    await choose(docx(report));
    await planned();
    await act(() => shown.desk.open("scores"));
    await act(() => shown.desk.open("report"));
    await waitFor(() => expect(part("figures")?.textContent).toContain("1.5"));
    await press("不更新它");
    expect(panel().textContent).not.toContain("自评报告（定稿）.docx");
    expect(part("figures")).toBeNull();
  });

  test("in English every word of the plan is English, but what the forms say", async () => {
    await show(raised(1.5), "en");
    const typed = await edit(report, "word/document.xml", (xml) => xml.replaceAll(">12.95<", ">13<"));
    await choose(docx(typed, "report.docx"));
    await planned();
    const words = [...panel().querySelectorAll("h2, h3, dt, p, [data-choice]")].map(({ textContent }) => textContent);
    expect(words.filter((text) => /[\u4e00-\u9fff]/.test(text ?? ""))).toEqual([]);
    await expectAccessible();
  });
});

describe("模板", () => {
  const template = wordFile("公用经费{{公用经费}}万元，{{公用经费用}}。", "{{节:机构设置}}", "{{单位名称}}");

  test("先看接上哪些名称、哪些填不上；写成新文件，模板不动", async () => {
    const shown = await show(snapshot);
    await choose(docx(template, "局模板.docx"));
    await planned();
    const linked = part("linked");
    expect(linked?.textContent).toContain("接上名称 3 个");
    expect(linked?.querySelector('[data-link="basic.operating"]')?.textContent).toBe(
      "公用经费1.12万元附件1 基础数据表 F22",
    );
    expect(linked?.querySelector('[data-link="overview#机构设置"]')?.textContent).toContain("综合办公室");
    expect(part("problems")?.textContent).toContain("{{公用经费用}}：没有这个名称，是不是“公用经费”");
    expect(panel().textContent).toContain("模板不动");
    await expectAccessible();
    await press("写入并保存");
    await handed();
    expect(shown.saved.map(({ name }) => name)).toEqual(["2024年度区红十字会部门整体支出绩效自评报告.docx"]);
    const text = await bodyText(shown.saved[0]?.bytes ?? template);
    expect(text[0]).toBe("公用经费1.12万元，{{公用经费用}}。");
    await waitFor(() => expect(panel().textContent).toContain("2024年度区红十字会部门整体支出绩效自评报告.docx"));
    expect(part("linked")).toBeNull();
  });

  test("附表变了，照模板放进报告的附表也要重做：计划里写明是哪一张", async () => {
    const first = await show(snapshot);
    await choose(docx(wordFile("{{表:附件1}}"), "局模板.docx"));
    await planned();
    await press("写入并保存");
    await handed();
    const [saved] = first.saved;
    if (!saved) throw new Error("nothing saved");
    cleanup();
    await show(raised(1.5));
    await choose(docx(saved.bytes));
    await planned();
    expect(part("rewritten")?.textContent).toContain("附件1");
  });

  test("工作簿记下用的模板，可以撤销；下次换了模板会提醒", async () => {
    const shown = await show(snapshot);
    const remembered = (): string | undefined => {
      const desk = readDesk(shown.host.stored.at(-1) ?? null);
      return desk.ok ? desk.value.template?.name : undefined;
    };
    await choose(docx(template, "局模板.docx"));
    await planned();
    expect(shown.host.stored).toEqual([]);
    await press("写入并保存");
    await waitFor(() => expect(remembered()).toBe("局模板.docx"));
    await choose(docx(wordFile("{{单位名称}}"), "新模板.docx"));
    await waitFor(() => expect(panel().textContent).toContain("原来用的模板是“局模板.docx”，这次是“新模板.docx”"));
    await expectAccessible();
    await act(() => shown.desk.undo());
    await waitFor(() => expect(remembered()).toBeUndefined());
  });

  test("既不是报告也没有占位符的文件：一句话说明", async () => {
    await show(snapshot);
    await choose(docx(wordFile("普通通知。"), "通知.docx"));
    await planned();
    expect(panel().textContent).toContain("没能用“通知.docx”：");
    expect(panel().textContent).toContain("{{公用经费}}");
    expect(panel().querySelector("[data-update=write]")).toBeNull();
  });
});

describe("能写回的文件", () => {
  function linked(allowed: boolean): { file: ChosenFile; disk: { bytes: Uint8Array } } {
    const disk = { bytes: report };
    return {
      disk,
      file: {
        name: "自评报告.docx",
        size: report.length,
        bytes: async () => disk.bytes,
        linked: {
          allow: async () => allowed,
          write: async (bytes) => {
            disk.bytes = bytes;
            return success({ kind: "saved", name: "自评报告.docx" });
          },
        },
      },
    };
  }

  test("写回原文件，说已保存；之后一致", async () => {
    const shown = await show(raised(1.5));
    const { file, disk } = linked(true);
    await act(async () => (await shown.desk.reports()).take(file));
    expect(panel().textContent).toContain("将直接写回“自评报告.docx”");
    await press("写入并保存");
    expect((await handed()).textContent).toContain("已保存“自评报告.docx”");
    expect((await bodyText(disk.bytes)).join("")).toContain("公用经费1.5万元");
    expect(shown.saved).toEqual([]);
    await waitFor(() => expect(panel().textContent).toContain("报告已与附表一致。"));
  });

  test("能写回的模板也不写回", async () => {
    const shown = await show(snapshot);
    const { file, disk } = linked(true);
    disk.bytes = wordFile("公用经费{{公用经费}}万元。");
    const template = disk.bytes;
    await act(async () => (await shown.desk.reports()).take(file));
    await press("写入并保存");
    await handed();
    expect(disk.bytes).toBe(template);
    expect(shown.saved.map(({ name }) => name)).toEqual(["2024年度区红十字会部门整体支出绩效自评报告.docx"]);
  });

  test("没有得到许可：改为下载，原文件不动", async () => {
    const shown = await show(raised(1.5));
    const { file, disk } = linked(false);
    await act(async () => (await shown.desk.reports()).take(file));
    await press("写入并保存");
    await handed();
    expect(disk.bytes).toBe(report);
    expect(shown.saved.map(({ name }) => name)).toEqual(["自评报告.docx"]);
  });

  test("比对之后文件又被改过：重新比对，不覆盖", async () => {
    const shown = await show(raised(1.5));
    const { file, disk } = linked(true);
    await act(async () => (await shown.desk.reports()).take(file));
    const edited = await edit(report, "word/document.xml", (xml) => xml.replaceAll(">1.12<", ">1.3<"));
    disk.bytes = edited;
    await press("写入并保存");
    await waitFor(() => expect(panel().textContent).toContain("已重新比对"));
    expect(disk.bytes).toBe(edited);
    expect(part("conflicts")).not.toBeNull();
  });
});

describe("交到手里", () => {
  test("下载不算数：说到哪里找，给出别的办法", async () => {
    const shown = await show(snapshot);
    await press("存为 Word 文档", document.body);
    const box = await handed();
    expect(box.textContent).toContain("请到“下载”文件夹确认");
    await expectAccessible();
    await press("再保存一次", box);
    expect(shown.saved).toHaveLength(2);
    expect(shown.saved[1]?.bytes).toEqual(shown.saved[0]?.bytes);
    await press("在 Word 里更新…", await handed());
    expect((await handed()).textContent).toContain("在 Word 中打开报告");
    await press("复制全文", await handed());
    expect(shown.copied[0]).toContain("公用经费1.12万元");
    expect((await handed()).textContent).toContain("全文已复制");
    await expectAccessible();
  });

  test("复制给 Word：带走的就是报告的内容，说清到哪里粘贴", async () => {
    const shown = await show(raised(1.5));
    await press("复制给 Word", document.body);
    await waitFor(() => expect(shown.copied).toHaveLength(1));
    const carried = await takeCarriedNarrative(shown.copied[0] ?? "");
    expect(carried.ok && carried.value.figures.find(({ id }) => id === "basic.operating")?.text).toBe("1.5");
    expect(screen.getAllByRole("status")[0]?.textContent).toContain("粘贴数据…");
    await expectAccessible();
  });

  test("保存好了就不再啰嗦；没保存成给出原因和别的办法", async () => {
    const shown = await show(snapshot);
    shown.outcome = success({ kind: "saved", name: "报告.docx" });
    await press("存为 Word 文档", document.body);
    expect(within(await handed()).queryByRole("button", { name: "再保存一次" })).toBeNull();
    shown.outcome = fail("download-refused", "无法在此处保存。", "It cannot be saved from here.");
    await press("存为 Word 文档", document.body);
    await waitFor(() => expect(document.querySelector("[data-handed=failed]")).not.toBeNull());
    const box = await handed();
    expect(box.textContent).toContain("无法在此处保存。");
    expect(within(box).getByRole("button", { name: "复制全文" })).toBeTruthy();
    expect(screen.getAllByRole("status")[0]?.textContent).toContain("无法在此处保存。");
  });
});

describe("名称", () => {
  const names = (): HTMLDetailsElement => {
    const found = document.querySelector<HTMLDetailsElement>("[data-names]");
    if (!found) throw new Error("no list of names");
    return found;
  };
  const listed = (): readonly string[] =>
    [...names().querySelectorAll<HTMLElement>("[data-name]")].map(({ dataset }) => dataset["name"] ?? "");
  async function openNames(): Promise<void> {
    await act(async () => {
      names().open = true;
      fireEvent(names(), new Event("toggle"));
    });
    await waitFor(() => expect(listed().length).toBeGreaterThan(0));
  }
  const search = (words: string): Promise<void> =>
    act(async () => {
      fireEvent.change(within(names()).getByRole("searchbox"), { target: { value: words } });
    });

  test("查到名称，一点就复制，念出来；来处去单元格", async () => {
    const shown = await show(snapshot);
    await openNames();
    await expectAccessible();
    await search("公用经费");
    expect(listed()[0]).toBe("{{公用经费}}");
    const row = names().querySelector<HTMLElement>('[data-name="{{公用经费}}"]');
    expect(row?.textContent).toContain("1.12万元");
    await press(/公用经费/, row ?? names());
    expect(shown.copied).toEqual(["{{公用经费}}"]);
    expect(screen.getAllByRole("status")[0]?.textContent).toBe("已复制 {{公用经费}}");
    await press(/^附件1 基础数据表 F22/, row ?? names());
    expect(shown.host.selected.at(-1)).toMatchObject({ area: { top: 21, left: 5 } });
  });

  test("按种类、按内容、按单元格查；查不到说一声", async () => {
    await show(snapshot);
    await openNames();
    await press("节", names());
    expect(listed()).toContain("{{节:存在的问题及原因分析}}");
    expect(listed().every((typed) => typed.startsWith("{{节:"))).toBe(true);
    await press("全部", names());
    await search("F22");
    expect(listed()).toContain("{{公用经费}}");
    await search("28.45 全年执行数");
    expect(listed()).toContain("{{附件2.年度资金总额.全年执行数}}");
    await search("全无此事");
    expect(names().textContent).toContain("没有这样的名称。");
    await expectAccessible();
  });
});
