import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { factAt } from "../../../src/core/facts/index.js";
import {
  emptyDesk,
  readDesk,
  typedFacts,
  withAssignment,
  withExplanation,
  withoutAssignment,
  withoutExplanations,
  withSetting,
  withTyped,
  writeDesk,
  type DeskData,
} from "../../../src/documents/desk/index.js";
import { hunan } from "../../core/narrative/redcross.js";

const desk: DeskData = {
  typed: new Map([
    ["functions", "1.开展救援。\n2.培训 <救护员> & “志愿者”。"],
    ["stateCapital", "35000元"],
  ]),
  settings: new Map([["pack", "hunan-2024"]]),
  template: { name: "自评报告.docx", hash: "1a2b" },
  explanations: [
    {
      id: "a1/staff-over-quota|a1|staff.rate|k3",
      finding: "a1/staff-over-quota",
      reason: "借调 1 人",
      by: "",
      on: "2025-03-01",
      about: "控制率 150.00% 超过 100%",
    },
  ],
  decisions: [
    {
      annex: "a2",
      path: "indicators[造林面积]",
      target: "≥1.5万亩",
      direction: ">=",
      forTarget: "造林1.2万亩，\n补植 <3千亩>",
      forActual: "1.2万亩",
      by: "",
      on: "2025-03-01",
    },
    { annex: "a3:2", path: "indicators[培训]", level: "partly", forTarget: "", forActual: "", by: "", on: "" },
  ],
  assignments: [
    {
      annex: "a2",
      sheet: "附件2 <整体>",
      role: "fund.executed",
      text: "国库\n支付",
      rows: 0,
      columns: 1,
      address: "F4",
      by: "张",
      on: "2025-03-01",
    },
  ],
};

const read = (xml: string | null): DeskData => {
  const result = readDesk(xml);
  if (!result.ok) throw new Error(result.failure.message.en);
  return result.value;
};

describe("工作簿里保存的内容", () => {
  it("写出再读入不变，同样的内容写出同样的文字", () => {
    const xml = writeDesk(desk, null);
    expect(read(xml)).toEqual(desk);
    expect(writeDesk(read(xml), xml)).toBe(xml);
  });

  it("没有这一部分就是空的", () => expect(read(null)).toEqual(emptyDesk));

  it("以后版本的元素原样留下", () => {
    const later = `<?xml version="1.0"?><desk xmlns="urn:annex-desk:workbook:1" xmlns:x="urn:later"><!-- 注 --><x:plan kind="a &amp; b"><x:step/>文字</x:plan><typed id="functions">旧</typed><x:mark/></desk>`;
    const xml = writeDesk(desk, later);
    expect(xml).toContain('<x:plan kind="a &amp; b"><x:step/>文字</x:plan>');
    expect(xml).toContain("<x:mark/>");
    expect(xml).toContain('xmlns:x="urn:later"');
    expect(xml).not.toContain("旧");
    expect(read(xml)).toEqual(desk);
    expect(writeDesk(read(xml), xml)).toBe(xml);
  });

  it("任何文字都能存取（XML 不能表示的控制字符除外）", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (text) => {
        const xml = writeDesk({ ...emptyDesk, typed: new Map([["a", text]]) }, null);
        const printable = [...text].filter((c) => c >= " " || c === "\n" || c === "\t" || c === "\r").join("");
        expect(read(xml).typed.get("a")).toBe(printable.replace(/[\uFFFE\uFFFF]/g, ""));
      }),
    );
  });

  it.each([
    ["unsafe", '<!DOCTYPE desk [<!ENTITY a "b">]><desk xmlns="urn:annex-desk:workbook:1"/>'],
    ["damaged", '<desk xmlns="urn:annex-desk:workbook:1"><typed>'],
    ["not-a-desk", '<desk xmlns="urn:other"/>'],
    ["too-large", `<desk xmlns="urn:annex-desk:workbook:1">${" ".repeat(2_000_001)}</desk>`],
  ])("%s", (code, xml) => expect(readDesk(xml)).toMatchObject({ ok: false, failure: { code } }));

  it("说明按编号合并，基本情况逐项合并", () => {
    const second = { id: "b", finding: "", reason: "新", by: "", on: "", about: "" } as const;
    const merged = withExplanation(desk, second);
    expect(merged.explanations.map(({ id }) => id)).toEqual(["a1/staff-over-quota|a1|staff.rate|k3", "b"]);
    expect(withExplanation(merged, { ...second, reason: "改" }).explanations[1]?.reason).toBe("改");
    expect(withoutExplanations(merged, new Set(["b"])).explanations).toEqual(desk.explanations);
    expect([...withSetting(desk, "pack", "").settings]).toEqual([]);
    const typed = withTyped(
      desk,
      new Map([
        ["functions", " "],
        ["measures", "一条"],
      ]),
    );
    expect([...typed.typed.keys()]).toEqual(["stateCapital", "measures"]);
  });

  it("指定的角色：同一附表、工作表、角色只留最后一次，可以撤掉", () => {
    const again = desk.assignments.reduce((kept, one) => withAssignment(kept, { ...one, text: "支付数" }), desk);
    expect(again.assignments.map(({ text }) => text)).toEqual(["支付数"]);
    const other = again.assignments.reduce((kept, one) => withAssignment(kept, { ...one, role: "fund.budget" }), again);
    expect(withoutAssignment(other, "a2", "附件2 <整体>", "fund.executed").assignments).toHaveLength(1);
  });

  it.each(["<assignment/>", '<assignment annex="a2" sheet="1" role="fund.rate" text="x" rows="1e9"/>'])(
    "读不懂的指定不算：%s",
    (element) => {
      expect(read(`<desk xmlns="urn:annex-desk:workbook:1">${element}</desk>`).assignments).toEqual([]);
    },
  );

  it("作为事实：金额换算为万元，写不成数的是文字，空的没有", () => {
    const money = (text: string) =>
      factAt(typedFacts({ ...emptyDesk, typed: new Map([["stateCapital", text]]) }, hunan.form), "stateCapital");
    expect(money("35000元")).toMatchObject({ unit: "万元", from: "typed", reading: { kind: "number", decimals: 4 } });
    expect(String((money("35000元")?.reading as { value?: unknown }).value)).toBe("3.5");
    expect(money("3.5")?.reading).toMatchObject({ kind: "number", decimals: 1 });
    expect(money("无")?.reading.kind).toBe("nothing");
    expect(money("5人")?.reading.kind).toBe("text");
    expect(money("  ")).toBeNull();
    expect(typedFacts(desk, hunan.form).fields.has("nobody")).toBe(false);
  });
});
