import { describe, expect, it } from "vitest";
import { draftNarrative, type Narrative } from "../../../src/core/narrative/index.js";
import { writeReport } from "../../../src/documents/docx/index.js";
import { hunan, redCross, redCrossSheets } from "../../core/narrative/redcross.js";
import { bodyText, controlText, edit, unsound, update } from "./package.js";

const { a1, a2 } = redCrossSheets;
const draft = (...change: Parameters<typeof redCross>): Narrative => draftNarrative(redCross(...change), hunan);
const money = (final: string): Narrative => {
  const operating = { prior: "1.20", budget: "1.12", final };
  return draft({ a1: { ...a1, money: { ...a1.money, operating } } });
};
const first = draft();
const report = writeReport(first);
const document = "word/document.xml";
const typedOver = await edit(report, document, (xml) => xml.replace(">1.12<", ">1.13<"));

/** One indicator more is reached: what section seven says of it goes. */
const reached = a2.indicators.map((item, index) => (index === 2 ? { ...item, score: "15" } : item));
const fewer = draft({ a2: { ...a2, indicators: reached }, a3: null });
const edited = await edit(report, document, (xml) => xml.replace("其原因为人道救助资金缺少", "主要是人道救助资金缺少"));
/** 政府性基金 was 无, and is 5万元 now. */
const withFund = draft({
  a4: { total: { outlay: "5" } },
});
const reworded = await edit(report, document, (xml) =>
  xml.replace(/(annex:section:government-fund.*?<w:t [^>]*>)无</s, "$1我会无此项支出。<"),
);

describe("改写过的数字，由人决定", () => {
  it("没有决定：留下人的，每次都问", async () => {
    const { plan, bytes } = await update(typedOver, money("1.5"));
    const again = await update(bytes, money("1.5"));
    expect(again.plan.conflicts).toEqual(plan.conflicts);
    expect(again.plan.settled).toEqual([]);
    expect(again.bytes).toBe(bytes);
  });

  it("决定用附表的：每一处都改回，以后照常更新，不再问", async () => {
    const { bytes } = await update(typedOver, money("1.5"), () => "ours");
    expect(await controlText(bytes, "annex:fact:basic.operating")).toBe("1.5");
    expect(await unsound(bytes)).toEqual([]);
    const next = await update(bytes, money("1.6"));
    expect([next.plan.conflicts, next.plan.settled]).toEqual([[], []]);
    expect(await controlText(next.bytes, "annex:fact:basic.operating")).toBe("1.6");
  });

  it("决定留人的：记住，不再问，直到附表变了或又改了；也可以反悔", async () => {
    const { plan, bytes } = await update(typedOver, money("1.5"), () => "theirs");
    const again = await update(bytes, money("1.5"));
    expect(again.plan.conflicts).toEqual([]);
    expect(again.plan.settled).toEqual(plan.conflicts);
    expect(again.bytes).toBe(bytes);
    expect(await controlText(bytes, "annex:fact:basic.operating")).toBe("1.13");

    const moved = await update(bytes, money("1.6"));
    expect(moved.plan.conflicts).toMatchObject([{ theirs: "1.13", ours: "1.6" }]);
    const retyped = await edit(bytes, document, (xml) => xml.replace(">1.13<", ">1.14<"));
    expect((await update(retyped, money("1.5"))).plan.conflicts).toMatchObject([{ theirs: "1.14", ours: "1.5" }]);

    const regretted = await update(bytes, money("1.5"), () => "ours");
    expect(await controlText(regretted.bytes, "annex:fact:basic.operating")).toBe("1.5");
    expect((await update(regretted.bytes, money("1.5"))).plan).toMatchObject({ conflicts: [], settled: [] });
  });
});

describe("改写过的文字，由人决定", () => {
  it("决定用我们的：换上，记录在案，以后照常更新", async () => {
    const { bytes } = await update(edited, fewer, () => "ours");
    expect((await bodyText(bytes)).join("\n")).not.toContain("主要是人道救助资金缺少");
    expect((await update(bytes, fewer)).bytes).toBe(bytes);
    const back = await update(bytes, first);
    expect([back.plan.conflicts, back.plan.kept]).toEqual([[], []]);
    expect(await bodyText(back.bytes)).toEqual(await bodyText(report));
  });

  it("决定留人的：不再问，直到一方又变了", async () => {
    const { plan, bytes } = await update(edited, fewer, () => "theirs");
    expect(plan.conflicts).toMatchObject([{ kind: "edited", section: "problems" }]);
    const again = await update(bytes, fewer);
    expect(again.plan).toMatchObject({ conflicts: [], settled: plan.conflicts, kept: ["problems"] });
    expect(again.bytes).toBe(bytes);
    const changed = await edit(bytes, document, (xml) => xml.replace("主要是人道救助", "主要还是人道救助"));
    expect((await update(changed, fewer)).plan.conflicts).toHaveLength(1);
    expect((await update(bytes, first)).plan).toMatchObject({ conflicts: [], settled: [] });
  });

  it("数字被改写，而附表使那一句不再写了：留下，问；选我们的才去掉", async () => {
    const score = await edit(report, document, (xml) =>
      xml.replace(/(annex:fact:threePublic\.growth".*?<w:t [^>]*>)[\d.]+</s, "$1三成多<"),
    );
    const risen = draft({
      a1: { ...a1, money: { ...a1.money, threePublic: { prior: "", budget: "0.5", final: "0.2" } } },
    });
    const { plan, bytes } = await update(score, risen);
    expect(plan.conflicts).toMatchObject([{ kind: "meaning", section: "performance" }]);
    expect(plan.conflicts[0]?.theirs).toContain("下降三成多%");
    expect((await bodyText(bytes)).join("")).toContain("下降三成多%");
    expect((await update(bytes, risen)).bytes).toBe(bytes);
    const taken = await update(bytes, risen, () => "ours");
    expect((await bodyText(taken.bytes)).join("")).not.toContain("三成多");
    expect((await update(taken.bytes, risen)).plan.conflicts).toEqual([]);
  });

  it("意思变了（无 → 有）：两种说法都给出，由人选", async () => {
    const { plan, bytes } = await update(reworded, withFund);
    expect(plan.conflicts).toMatchObject([
      {
        kind: "meaning",
        section: "government-fund",
        theirs: "我会无此项支出。",
        ours: "2024年度政府性基金预算支出5万元。",
      },
    ]);
    const taken = await update(bytes, withFund, ({ kind }) => (kind === "meaning" ? "ours" : undefined));
    expect(await bodyText(taken.bytes)).toContain("2024年度政府性基金预算支出5万元。");
    expect((await update(taken.bytes, withFund)).plan).toMatchObject({ conflicts: [], kept: [] });
  });
});
