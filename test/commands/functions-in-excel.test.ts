import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { bootNode, excel2021, excelWithFunctions, handMade, type BootedHost } from "../office-host/index.js";

const workbook = handMade({ 附件2: { cells: [["指标"]] } });

/** Loads the entry as its page does: once the library stands. */
async function loadEntry(): Promise<void> {
  vi.resetModules();
  await import("../../src/commands/functions.js");
}

describe("custom functions through the real office.js", () => {
  let host: BootedHost;

  beforeAll(async () => {
    host = await bootNode(workbook, { requirements: excelWithFunctions });
    await loadEntry();
  }, 30_000);
  afterAll(() => host.close());

  test.each([
    ["ACHIEVEMENT", ["≥100人", "96人"], 0.96],
    ["ACHIEVEMENT", ["12.95", "14", "成本"], 0.925],
    ["ACHIEVEMENT", ["12.95", "14", null], 14 / 12.95],
    ["SCORE", [1100, 1093, 6], 5.96],
    ["SCORE", ["≥100人", "96人", 5, "数量指标"], 4.8],
    ["RATE", [3824.26, 4753.66], 3824.26 / 4753.66],
  ] as const)("%s(%j) 得 %d", async (id, cells, value) => {
    const answer = await host.excel.calculate(id, ...cells);
    expect(answer).toEqual({ value: expect.closeTo(value, 12) });
  });

  test.each([
    ["RATE", [1, 0], "#DIV/0!", "预算数为0，没有执行率"],
    ["SCORE", ["显著", "显著", 10], "#N/A", "达成年度指标，80%–100%；需人工判断（8～10分之间）"],
    ["SCORE", ["≥100人", "96人", "很多"], "#VALUE!", "分值不是不小于0的数"],
    ["RATE", ["较多", 3], "#VALUE!", "执行数不是数字"],
  ] as const)("%s(%j) 是 %s，并说明原因", async (id, cells, error, sentence) => {
    expect(await host.excel.calculate(id, ...cells)).toEqual({ error, sentence });
  });

  test("many cells at once come back together", async () => {
    host.excel.log.clear();
    const cells = Array.from({ length: 300 }, (_, index) => host.excel.calculate("SCORE", 300, index, 10));
    const answers = await Promise.all(cells);
    expect(answers[150]).toEqual({ value: 5 });
    expect(answers[299]).toEqual({ value: 9.97 });
    expect(host.excel.log.entries.length).toBeLessThanOrEqual(2);
  });

  test("a function that nobody associated is an error, not a wait", async () => {
    expect(await host.excel.calculate("UNKNOWN", 1)).toHaveProperty("error");
  });
});

test("English where Office is English", async () => {
  const host = await bootNode(workbook, { requirements: excelWithFunctions, locale: "en-US" });
  try {
    await loadEntry();
    expect(await host.excel.calculate("RATE", 1, 0)).toEqual({
      error: "#DIV/0!",
      sentence: "The budget is 0: there is no execution rate.",
    });
  } finally {
    host.close();
  }
}, 30_000);

test("without CustomFunctionsRuntime 1.1 nothing is associated and nothing fails", async () => {
  const host = await bootNode(workbook, { requirements: excel2021 });
  try {
    await loadEntry();
    await host.window.Office.onReady();
    const { CustomFunctions } = host.window as unknown as {
      CustomFunctions: { _association: { mappings: Record<string, unknown> } };
    };
    expect(Object.keys(CustomFunctions._association.mappings)).toEqual([]);
  } finally {
    host.close();
  }
}, 30_000);

test("in Excel's bare JavaScript runtime, without Office, they are associated at once", async () => {
  const associated: string[] = [];
  vi.stubGlobal("CustomFunctions", { associate: (id: string) => associated.push(id), Error, ErrorCode: {} });
  try {
    await loadEntry();
    expect(associated).toEqual(["ACHIEVEMENT", "SCORE", "RATE"]);
  } finally {
    vi.unstubAllGlobals();
  }
});
