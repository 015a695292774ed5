import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { DeliveryHost, DeliveryOutcome } from "../../src/app/index.js";
import type { Finding } from "../../src/core/findings/index.js";
import { fail, success } from "../../src/core/result/index.js";
import { createDesk, loadTexts, type Desk, type DeskEngine } from "../../src/pane/index.js";
import { FakeWorkbook } from "./fake-workbook.js";
import { fakeEngine, finding, findings, snapshot, target } from "./sample.js";

const texts = await loadTexts("zh");

interface Bench {
  readonly desk: Desk;
  readonly host: FakeWorkbook;
  readonly found: { current: readonly Finding[] };
  readonly saved: { name: string; bytes: Uint8Array }[];
  readonly copied: string[];
  outcome: DeliveryOutcome["kind"];
  engines: (() => Promise<DeskEngine>)[];
}

function bench(): Bench {
  const host = new FakeWorkbook(snapshot);
  const found = { current: findings };
  const saved: Bench["saved"] = [];
  const copied: string[] = [];
  const delivery: DeliveryHost = {
    saveFile: async (name, bytes) => {
      saved.push({ name, bytes });
      return success(made.outcome === "cancelled" ? { kind: "cancelled" } : { kind: made.outcome, name });
    },
    copyText: async (text) => {
      copied.push(text);
      return success(undefined);
    },
  };
  const engine = fakeEngine(found);
  const made: Bench = {
    host,
    found,
    saved,
    copied,
    outcome: "saved",
    engines: [],
    desk: createDesk({
      host,
      delivery,
      loadEngine: () => made.engines.shift()?.() ?? Promise.resolve(engine),
      clock: () => new Date(2025, 1, 3, 9, 5),
      texts,
    }),
  };
  return made;
}

const keyed = (key: string, of: Finding): { key: string; finding: Finding } => ({ key, finding: of });
const firstKey = "fund/execution-rate|a2|fund.total.rate|0";
const [first, second] = findings as readonly [Finding, Finding];

let b: Bench;
beforeEach(() => (b = bench()));
afterEach(() => {
  b.desk.dispose();
  vi.useRealTimers();
});

describe("jobs", () => {
  test("一键校验 reads once and shows what was found", async () => {
    await b.desk.run("check");
    const { outcome, activity, problem, announcement } = b.desk.store.getState();
    expect(b.host.reads).toBe(1);
    expect(outcome?.check.summary).toEqual({ error: 3, warning: 2, info: 1, waived: 0 });
    expect([activity, problem]).toEqual([null, null]);
    expect(announcement).toBe("校验完成：必须更正 3 处，需要说明 2 处，提示 1 条。");
  });

  test("another view is computed from the same reading", async () => {
    await b.desk.run("check");
    await b.desk.open("scores");
    await b.desk.open("report");
    expect(b.host.reads).toBe(1);
    expect(b.desk.store.getState().outcome?.scores?.sheets).toHaveLength(2);
    expect(b.desk.store.getState().outcome?.report?.sections).toHaveLength(3);
  });

  test("a second press while one runs is dropped", async () => {
    b.host.readDelay = 20;
    await Promise.all([b.desk.run("check"), b.desk.run("score")]);
    expect(b.host.reads).toBe(1);
    expect(b.desk.store.getState().view).toBe("check");
  });

  test("progress shows after 300 ms, not before", async () => {
    vi.useFakeTimers();
    b.host.readDelay = 1_000;
    const running = b.desk.run("check");
    await vi.advanceTimersByTimeAsync(290);
    expect(b.desk.store.getState().activity?.shown).toBe(false);
    await vi.advanceTimersByTimeAsync(20);
    expect(b.desk.store.getState().activity).toMatchObject({ shown: true, step: "reading" });
    b.desk.say("分 3 次读取");
    expect(b.desk.store.getState().activity?.detail).toBe("分 3 次读取");
    await vi.advanceTimersByTimeAsync(1_000);
    await running;
    expect(b.desk.store.getState().activity).toBeNull();
  });

  test("a failed reading is told and can be tried again", async () => {
    b.host.nextRead = fail("cell-editing", "请先结束编辑。", "Finish editing first.");
    await b.desk.run("score");
    expect(b.desk.store.getState().problem).toMatchObject({
      during: "read",
      again: "score",
      failure: { code: "cell-editing" },
    });
    await b.desk.retry();
    expect(b.desk.store.getState().problem).toBeNull();
    expect(b.desk.store.getState().outcome?.scores).not.toBeNull();
  });

  test("an engine that does not arrive is told, and asked for again at the next try", async () => {
    b.engines.push(() => Promise.reject(new Error("404")));
    await b.desk.run("check");
    expect(b.desk.store.getState().problem?.failure.code).toBe("engine-load");
    await b.desk.retry();
    expect(b.desk.store.getState().outcome?.check.findings).toHaveLength(6);
  });
});

test("a mistake of the engine is told, never a pane that hangs", async () => {
  b.engines.push(async () => ({
    ...fakeEngine(),
    check: () => {
      throw new Error("bug");
    },
  }));
  await b.desk.run("check");
  expect(b.desk.store.getState()).toMatchObject({ activity: null, problem: { failure: { code: "unexpected" } } });
});

describe("cells and fixes", () => {
  test("opening a finding selects its cell, closing it does not", async () => {
    await b.desk.run("check");
    await b.desk.toggleFinding(keyed(firstKey, first));
    await b.desk.toggleFinding(keyed(firstKey, first));
    expect(b.host.selected).toEqual([target("附件2", "H6")]);
  });

  test("a fix is written, checked again, and the focus goes to the finding that took its place", async () => {
    await b.desk.run("check");
    await b.desk.toggleFinding(keyed(firstKey, first));
    b.desk.previewFix(firstKey);
    expect(b.host.written).toEqual([]);
    b.found.current = findings.slice(1);
    await b.desk.applyFix(keyed(firstKey, first));
    expect(b.host.written[0]?.edits).toEqual([
      {
        sheet: "附件2",
        row: 5,
        column: 7,
        content: { kind: "formula", formula: "=F6/E6", cached: 0.9459 },
        format: "0.00%",
      },
    ]);
    const state = b.desk.store.getState();
    expect(b.host.reads).toBe(2);
    expect(state).toMatchObject({
      openFinding: null,
      previewing: null,
      focusOn: `${second.id}|a1|${second.subject}|0`,
    });
    expect(state.undoable?.label).toBe("已修正 附件2 H6");
    expect(state.announcement).toContain("必须更正 2 处");
  });

  test("the open finding stays open over a check that leaves it standing", async () => {
    await b.desk.run("check");
    await b.desk.toggleFinding(keyed(firstKey, first));
    b.found.current = [finding({ message: "数字变了", fingerprint: "2" }), ...findings.slice(1)];
    await b.desk.run("check");
    expect(b.desk.store.getState()).toMatchObject({ openFinding: firstKey, focusOn: null });
  });

  test("a fix confirmed on an old reading is shown anew, not written", async () => {
    await b.desk.run("check");
    b.desk.previewFix(firstKey);
    b.host.change();
    await b.desk.applyFix(keyed(firstKey, first));
    expect(b.host.written).toEqual([]);
    expect(b.desk.store.getState()).toMatchObject({ previewing: firstKey, stale: false, notice: { kind: "info" } });
    await b.desk.applyFix(keyed(firstKey, first));
    expect(b.host.written).toHaveLength(1);
  });

  test("撤销 takes the fix back and checks again", async () => {
    await b.desk.run("check");
    await b.desk.applyFix(keyed(firstKey, first));
    await b.desk.undo();
    expect([b.host.undone, b.host.reads]).toEqual([1, 3]);
    expect(b.desk.store.getState()).toMatchObject({ undoable: null, notice: { kind: "info" } });
  });

  test("a refused write says so and leaves the preview", async () => {
    await b.desk.run("check");
    b.desk.previewFix(firstKey);
    b.host.nextWrite = fail("protected", "工作表“附件2”受保护。", "Protected.");
    await b.desk.applyFix(keyed(firstKey, first));
    expect(b.desk.store.getState()).toMatchObject({
      previewing: firstKey,
      undoable: null,
      notice: { kind: "error", text: "工作表“附件2”受保护。" },
    });
  });
});

describe("changes by a person", () => {
  test("the result is marked old, and read again when the hands rest", async () => {
    vi.useFakeTimers();
    await b.desk.run("check");
    b.host.change();
    expect(b.desk.store.getState().stale).toBe(true);
    await vi.advanceTimersByTimeAsync(1_000);
    b.host.change();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(b.host.reads).toBe(1);
    await vi.advanceTimersByTimeAsync(400);
    expect(b.host.reads).toBe(2);
    expect(b.desk.store.getState().stale).toBe(false);
  });

  test("a silent reading does not pull the focus out of the sheet", async () => {
    vi.useFakeTimers();
    await b.desk.run("check");
    await b.desk.toggleFinding(keyed(firstKey, first));
    b.found.current = findings.slice(1);
    b.host.change();
    await vi.advanceTimersByTimeAsync(1_500);
    expect(b.desk.store.getState()).toMatchObject({ stale: false, openFinding: null, focusOn: null });
  });

  test("a silent reading that fails keeps the old result and its mark", async () => {
    vi.useFakeTimers();
    await b.desk.run("check");
    b.host.nextRead = fail("cell-editing", "正在编辑", "editing");
    b.host.change();
    await vi.advanceTimersByTimeAsync(1_500);
    const { stale, problem, outcome } = b.desk.store.getState();
    expect([stale, problem, outcome?.check.findings.length]).toEqual([true, null, 6]);
  });

  test("nothing is read while a fix waits for its confirmation", async () => {
    vi.useFakeTimers();
    await b.desk.run("check");
    b.desk.previewFix(firstKey);
    b.host.change();
    await vi.advanceTimersByTimeAsync(3_000);
    expect(b.host.reads).toBe(1);
  });

  test("before the first job a change costs nothing", async () => {
    vi.useFakeTimers();
    b.host.change();
    await vi.advanceTimersByTimeAsync(3_000);
    expect(b.host.reads).toBe(0);
  });
});

describe("the report", () => {
  test.each([
    ["saved", "已保存“绩效自评报告.docx”。"],
    ["unconfirmed", "已开始下载“绩效自评报告.docx”，请到“下载”文件夹确认。"],
    ["cancelled", "没有保存：您取消了。"],
  ] as const)("a file that is %s is told: %s", async (kind, told) => {
    b.outcome = kind;
    await b.desk.run("report");
    const reports = await b.desk.reports();
    await reports.save();
    expect(b.saved.map(({ name }) => name)).toEqual(["绩效自评报告.docx"]);
    expect(reports.store.getState().handed?.outcome).toMatchObject({ ok: true, value: { kind } });
    expect(b.desk.store.getState().announcement).toBe(told);
  });

  test("an old reading is refreshed before the document is made", async () => {
    await b.desk.run("report");
    b.host.change();
    await (await b.desk.reports()).save();
    expect(b.host.reads).toBe(2);
  });

  test("复制全文 copies title, headings and paragraphs", async () => {
    await b.desk.run("report");
    await (await b.desk.reports()).copyText();
    expect(b.copied[0]).toContain("二、一般公共预算支出情况\n（一）基本支出情况\n2024年度财政拨款基本支出12.95万元");
  });
});

describe("基本情况", () => {
  test("answers are stored a moment after the last key", async () => {
    await b.desk.open("basics");
    vi.useFakeTimers();
    b.desk.answer("offices", "综合");
    b.desk.answer("offices", "综合办公室");
    expect(b.desk.store.getState().basics?.save).toBe("pending");
    await vi.advanceTimersByTimeAsync(900);
    expect(b.host.stored).toHaveLength(1);
    expect(JSON.parse(b.host.stored[0] ?? "{}")).toMatchObject({ offices: "综合办公室" });
    expect(b.desk.store.getState().basics?.save).toBe("saved");
  });

  test("a refused store is told, keeps the words and can be repeated", async () => {
    await b.desk.open("basics");
    b.host.nextStore = fail("read-only", "工作簿是只读的。", "Read-only.");
    b.desk.answer("offices", "综合办公室");
    await b.desk.flushAnswers();
    expect(b.desk.store.getState().basics).toMatchObject({ save: "failed", answers: { offices: "综合办公室" } });
    await b.desk.flushAnswers();
    expect(b.desk.store.getState().basics?.save).toBe("saved");
  });

  test("stored answers reach the next draft of the report", async () => {
    await b.desk.run("report");
    await b.desk.open("basics");
    b.desk.answer("offices", "综合办公室");
    await b.desk.flushAnswers();
    expect(b.desk.store.getState().outcome?.snapshot.deskXml).toContain("综合办公室");
    expect(b.desk.store.getState().outcome?.report).toBeNull();
  });

  test("a reading does not overwrite what is being typed", async () => {
    await b.desk.open("basics");
    b.desk.answer("offices", "综合办公室");
    await b.desk.open("basics");
    expect(b.desk.store.getState().basics?.answers["offices"]).toBe("综合办公室");
  });
});
