// @vitest-environment happy-dom
import { act, cleanup, configure, fireEvent, render, screen, waitFor } from "@testing-library/react";
import axe from "axe-core";
import { readFileSync } from "node:fs";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { success } from "../../src/core/result/index.js";
import type { WorkbookSnapshot } from "../../src/core/sheet/index.js";
import { readDesk, withTyped, writeDesk } from "../../src/documents/desk/index.js";
import { readWorkbook } from "../../src/documents/xlsx/index.js";
import { createEngine } from "../../src/pane/create-engine.js";
import { AnnexPane, createDesk, loadTexts, loadTheme, type Desk, type Language } from "../../src/pane/index.js";
import { edit } from "../documents/docx/package.js";
import { rawWorkbook } from "../documents/xlsx/raw-workbook.js";
import { hunanPack } from "../support/hunan-pack.js";
import { FakeWorkbook } from "./fake-workbook.js";

const theme = await loadTheme("light");
/** Milliseconds; planning loads its chunk and works on real documents. */
configure({ asyncUtilTimeout: 8_000 });

let snapshot: WorkbookSnapshot;
let lastYear: Uint8Array;

/** The sample without what was typed about the unit. */
beforeAll(async () => {
  const read = await readWorkbook(readFileSync("assets/samples/redcross-2024.xlsx"), "redcross-2024.xlsx");
  if (!read.ok) throw new Error(read.failure.message.en);
  const desk = readDesk(read.value.deskXml);
  if (!desk.ok) throw new Error(desk.failure.message.en);
  const emptied = withTyped(desk.value, new Map(["functions", "organization", "staffing"].map((id) => [id, ""])));
  snapshot = { ...read.value, deskXml: writeDesk(emptied, read.value.deskXml) };
  const made = await createEngine(hunanPack()).buildReport(read.value);
  if (!made.ok) throw new Error(made.failure.message.en);
  const lines = [
    "一、基本情况",
    "（一）主要职能",
    "1.开展救援。",
    "2.开展2023年度培训11期。",
    "（二）机构设置",
    "设1个办公室。",
  ];
  const body = lines.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join("");
  lastYear = await edit(made.value.bytes, "word/document.xml", (xml) =>
    xml.replace(/<w:body>.*<\/w:body>/s, `<w:body>${body}</w:body>`),
  );
});
afterEach(cleanup);

async function show(language: Language = "zh"): Promise<{ readonly desk: Desk; readonly host: FakeWorkbook }> {
  const host = new FakeWorkbook(snapshot);
  const texts = await loadTexts(language);
  const desk = createDesk({
    host,
    delivery: {
      saveFile: async (name) => success({ kind: "unconfirmed", name }),
      copyText: async () => success(undefined),
    },
    loadEngine: async () => createEngine(hunanPack()),
    clock: () => new Date(2025, 1, 3),
    texts,
  });
  render(<AnnexPane desk={desk} texts={texts} theme={theme} />);
  await act(() => desk.open("basics"));
  await waitFor(() => expect(document.querySelector("[data-from-report]")).not.toBeNull());
  return { desk, host };
}

const box = (): HTMLElement => {
  const found = document.querySelector<HTMLElement>("[data-from-report]");
  if (!found) throw new Error("no way to last year's report");
  return found;
};
async function choose(bytes: Uint8Array, name = "2023年自评报告.docx"): Promise<void> {
  const input = box().querySelector("input");
  await act(async () => {
    fireEvent.change(input as HTMLInputElement, { target: { files: [new File([new Uint8Array(bytes)], name)] } });
  });
  await waitFor(() => expect(box().querySelector("[role=group], [data-notice]")).not.toBeNull());
}
const press = (name: RegExp | string): Promise<void> =>
  act(async () => {
    fireEvent.click(screen.getByRole("button", { name }));
  });
const typed = (host: FakeWorkbook): ReadonlyMap<string, string> => {
  const desk = readDesk(host.stored.at(-1) ?? snapshot.deskXml);
  return desk.ok ? desk.value.typed : new Map();
};
const field = (label: string): HTMLTextAreaElement =>
  screen.getByLabelText<HTMLTextAreaElement>(label, { selector: "textarea" });

async function expectAccessible(): Promise<void> {
  const { violations } = await axe.run(document.body, { rules: { "color-contrast": { enabled: false } } });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
}

describe("从上年报告取文字", () => {
  test("先看：空着的各项、出处、标出的年份和数字；还没有存", async () => {
    const { host } = await show();
    await choose(lastYear);
    const functions = box().querySelector<HTMLElement>("[data-proposed=functions]");
    expect(functions?.textContent).toContain("报告里的“主要职能”");
    expect(functions?.textContent).toContain("开展救援。\n开展2023年度培训11期。");
    expect([...(functions?.querySelectorAll("mark") ?? [])].map((mark) => mark.textContent)).toEqual([
      "2023年度",
      "11",
    ]);
    expect(box().querySelector("[data-proposed=staffing]")).toBeNull();
    expect(host.stored).toEqual([]);
    await expectAccessible();
  });

  test("采用一项就存一项，进到表里；撤销只收回没再改过的", async () => {
    const { host, desk } = await show();
    await choose(lastYear);
    await press("采用“职能职责”");
    await waitFor(() => expect(field("职能职责").value).toBe("开展救援。\n开展2023年度培训11期。"));
    expect(typed(host).get("functions")).toBe("开展救援。\n开展2023年度培训11期。");
    expect(box().textContent).toContain("另有 1 项您已填写，不动。");
    await press("采用“机构设置”");
    await waitFor(() => expect(field("机构设置").value).toBe("设1个办公室。"));
    await act(() => desk.undo());
    await waitFor(() => expect(field("机构设置").value).toBe(""));
    expect(typed(host).get("functions")).toContain("开展救援。");
  });

  test("全部采用；采用之后自己又改过的，撤销不动它", async () => {
    const { host, desk } = await show();
    await choose(lastYear);
    await press("全部采用（2 项）");
    await waitFor(() => expect(typed(host).get("organization")).toBe("设1个办公室。"));
    expect(box().textContent).toContain("报告里找到的各项您都已填写");
    desk.answer("organization", "设2个办公室。");
    await act(() => desk.flushAnswers());
    await act(() => desk.undo());
    expect([typed(host).get("organization"), typed(host).has("functions")]).toEqual(["设2个办公室。", false]);
    await expectAccessible();
  });

  test("已经填写的不动", async () => {
    const { host, desk } = await show();
    desk.answer("functions", "自己写的。");
    await choose(lastYear);
    expect(box().querySelector("[data-proposed=functions]")).toBeNull();
    await press("采用“机构设置”");
    await waitFor(() => expect(typed(host).get("organization")).toBe("设1个办公室。"));
    expect(typed(host).get("functions")).toBe("自己写的。");
  });

  test.each([
    [
      "不是 Word 文件",
      rawWorkbook({ sheets: [{ name: "表", data: "" }] }),
      /没能从“别的.docx”取文字：文件不是 Word 文档/,
    ],
    ["读不出来", new Uint8Array([1, 2]), /没能从“别的.docx”取文字：/],
  ])("%s：一句话", async (_, bytes, sentence) => {
    const { host } = await show();
    await choose(bytes, "别的.docx");
    expect(box().textContent).toMatch(sentence);
    expect(host.stored).toEqual([]);
    await expectAccessible();
  });

  test("English", async () => {
    await show("en");
    await choose(lastYear, "report.docx");
    const words = [...box().querySelectorAll("button, h2, p")].map((part) => part.textContent ?? "");
    expect(words.filter((text) => /[\u4e00-\u9fff]/.test(text))).toEqual([]);
  });
});
