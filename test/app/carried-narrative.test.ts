import { describe, expect, test } from "vitest";
import { carryNarrative, takeCarriedNarrative } from "../../src/app/index.js";
import { planUpdate } from "../../src/documents/docx/index.js";
import { first, otherMoney, otherWords, report } from "../support/open-report.js";

describe("报告数据：复制给 Word 的文字", () => {
  const text = carryNarrative(otherMoney);

  test("一行说明，一行校验，其余每行不超过 76 个字符", () => {
    const [title, check, ...lines] = text.split("\n");
    expect(title).toBe(`绩效附表台 报告数据：${otherMoney.title.title}`);
    expect(check).toMatch(/^ANNEX-DESK-1 [0-9a-z]+$/);
    expect(lines.every((line) => /^[A-Za-z0-9+/=]{1,76}$/.test(line))).toBe(true);
    expect(text.length).toBeLessThan(20_000);
  });

  test.each([
    ["数字变了", otherMoney],
    ["说法变了", otherWords],
    ["没有变", first],
  ])("%s：粘贴过去的计划，与直接读工作簿的一字不差", async (_name, narrative) => {
    const taken = await takeCarriedNarrative(carryNarrative(narrative));
    if (!taken.ok) throw new Error(taken.failure.message.en);
    const [carried, direct] = [await planUpdate(report, taken.value), await planUpdate(report, narrative)];
    if (!carried.ok || !direct.ok) throw new Error("no plan");
    expect(carried.value.plan).toEqual(direct.value.plan);
    const [written, wanted] = [await carried.value.write(), await direct.value.write()];
    expect(written.ok && wanted.ok && Buffer.compare(written.value, wanted.value)).toBe(0);
  });

  test.each([
    ["前后多了话", (whole: string) => `请更新：\n${whole}\n`],
    ["换成了 Windows 的换行", (whole: string) => whole.replaceAll("\n", "\r\n")],
    ["每行前面多了空格", (whole: string) => whole.replaceAll("\n", "\n  ")],
  ])("%s，照样认得", async (_name, change) => {
    expect(await takeCarriedNarrative(change(text))).toMatchObject({ ok: true });
  });

  test.each([
    ["别的文字", () => "2024年度部门整体支出绩效自评报告", "no-carried-data"],
    ["空白", () => "", "no-carried-data"],
    ["少了最后一行", (whole: string) => whole.slice(0, whole.lastIndexOf("\n")), "damaged-data"],
    [
      "改了一个字母",
      (whole: string) => whole.replace(/([A-Za-z])(?=[^\n]{3}\n[^\n]*$)/, (a) => (a === "A" ? "B" : "A")),
      "damaged-data",
    ],
    ["后面多了话", (whole: string) => `${whole}\n谢谢`, "damaged-data"],
    ["只剩记号", () => "ANNEX-DESK-1", "damaged-data"],
  ])("%s：说明白，不当真", async (_name, change, code) => {
    expect(await takeCarriedNarrative(change(text))).toMatchObject({ ok: false, failure: { code } });
  });
});
