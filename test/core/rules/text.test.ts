import { describe, expect, it } from "vitest";
import { same, words } from "../../../src/core/rules/verbs/text.js";
import { unique } from "../../../src/core/rules/verbs/unique.js";
import { annexOf, cell, type NodeDraft } from "../../support/facts.js";
import { scopeOf } from "../../support/rule-scope.js";
import { told } from "../../support/told.js";

describe("不该出现的字句", () => {
  const found = (more: { is?: string[]; contains?: string[] }, ...texts: readonly string[]) => {
    const fields = Object.fromEntries(texts.map((text, index) => [`text${index}`, text]));
    const values = ["missing", ...Object.keys(fields)];
    return told(words({ values, is: [], contains: [], ...more }, scopeOf(annexOf("a2", fields))));
  };

  it.each<[string, { is?: string[]; contains?: string[] }, string[], unknown[]]>([
    [
      "整格就是那个词：不管全角和空格",
      { is: ["×", "(100字以内)"] },
      ["完成造林", "（１００字 以内）"],
      [{ at: "A2", actual: "（１００字 以内）", words: { word: "(100字以内)", text: "（１００字 以内）" } }],
    ],
    [
      "话里有那个词",
      { contains: ["基本", "部分"] },
      ["完成", "部分完成"],
      [{ at: "A2", actual: "部分完成", words: { word: "部分", text: "部分完成" } }],
    ],
    [
      "两样都中，说整格的；几处中，说第一处",
      { is: ["……"], contains: ["…"] },
      ["……", "好…"],
      [{ at: "A1", actual: "……", words: { word: "……", text: "……" } }],
    ],
    ["整格的词只是话的一部分", { is: ["完成"] }, ["完成造林"], ["通过"]],
    [
      "长话不会是一个词",
      { is: ["一二三四五六七八九十一二三四五六七八九十一"] },
      ["一二三四五六七八九十一二三四五六七八九十一"],
      ["通过"],
    ],
    [
      "二十个字的还算词",
      { is: ["一二三四五六七八九十一二三四五六七八九十"] },
      ["一二三四五六七八九十一二三四五六七八九十"],
      [
        {
          at: "A1",
          actual: "一二三四五六七八九十一二三四五六七八九十",
          words: {
            word: "一二三四五六七八九十一二三四五六七八九十",
            text: "一二三四五六七八九十一二三四五六七八九十",
          },
        },
      ],
    ],
    ["空格里没有话", { is: [""], contains: [""] }, ["", ""], ["通过"]],
  ])("%s", (_, more, texts, outcome) => {
    expect(found(more, ...texts)).toEqual(outcome);
  });
});

describe("几处应当一致", () => {
  const compared = (args: { loosely?: boolean; model?: "most" | "largest" }, ...texts: readonly NodeDraft[]) => {
    const fields = Object.fromEntries(texts.map((text, index) => [`unit${index}`, text]));
    const scope = scopeOf(annexOf("a2", fields));
    return told(same({ values: Object.keys(fields), loosely: false, model: "most", ...args }, scope));
  };

  it("与多数不同的说出来，指出多数各处", () => {
    expect(compared({}, "林业局", "县林业局", "县林业局")).toEqual([
      {
        at: "A1",
        actual: "林业局",
        expected: "县林业局",
        words: { value: "林业局", model: "县林业局" },
        related: ["A2", "A3"],
      },
    ]);
  });

  it("一样多：以先出现的为准；各处各说", () => {
    expect(compared({}, "林业局", "县林业局")).toMatchObject([{ at: "A2", expected: "林业局" }]);
    expect(compared({}, "甲", "乙", "甲", "甲", "乙", "丙")).toMatchObject([{ at: "A2" }, { at: "A5" }, { at: "A6" }]);
  });

  it("按最大的数：小的说出来", () => {
    expect(compared({ model: "largest" }, 2, 12, 2)).toMatchObject([
      { at: "A1", expected: "12", related: ["A2"] },
      { at: "A3", expected: "12" },
    ]);
    expect(compared({ model: "largest" }, "甲", 3, "乙")).toMatchObject([{ at: "A1", expected: "3" }, { at: "A3" }]);
  });

  it.each<[string, object, NodeDraft[], unknown[]]>([
    ["不管全角和空格", {}, ["县 林业局", "县林业局", "县林业局　"], ["通过"]],
    ["空和无不算说了什么", {}, ["林业局", "", "无", "林业局"], ["通过"]],
    ["只有一处", {}, ["林业局", ""], ["不适用：只有一处，没有可比的"]],
    ["简称也可：多数含它", { loosely: true }, ["林业局", "县林业局", "县林业局"], ["通过"]],
    ["简称也可：它含多数", { loosely: true }, ["县林业局", "林业局", "林业局"], ["通过"]],
  ])("%s", (_, args, texts, outcome) => {
    expect(compared(args, ...texts)).toEqual(outcome);
  });

  it("不是简称", () => {
    expect(compared({ loosely: true }, "水利局", "林业局", "林业局")).toMatchObject([{ at: "A1" }]);
  });
});

describe("同名的几项不该说法不一", () => {
  const args = { of: "rows[*]", by: "name", alike: ["level"], differ: ["target", "actual"] };
  const row = (name: string, level: string, target: string, actual = "") => ({ name, level, target, actual });
  const checked = (...rows: readonly ReturnType<typeof row>[]) => told(unique(args, scopeOf(annexOf("a2", { rows }))));

  it("后一项与前一项不同：说出不同的两处", () => {
    expect(checked(row("造林面积", "数量", "≥5亩"), row("造林 面积", "数量", "≥6亩"))).toEqual([
      "通过",
      {
        at: "A5",
        actual: "造林 面积",
        words: { value: "造林 面积", one: "≥6亩", other: "≥5亩" },
        related: ["A1", "A7", "A3"],
      },
    ]);
  });

  it("先说靠前的一栏；都与第一项比", () => {
    expect(
      checked(row("造林", "数量", "5", "5"), row("造林", "数量", "5", "6"), row("造林", "数量", "6", "6")),
    ).toMatchObject(["通过", { words: { one: "6", other: "5" } }, { at: "A9", words: { one: "6", other: "5" } }]);
  });

  it.each<[string, ReturnType<typeof row>[], unknown[]]>([
    ["内容相同", [row("造林", "数量", "5"), row("造林", "数量", "5")], ["通过", "通过"]],
    ["不是一类", [row("造林", "数量", "5"), row("造林", "质量", "6")], ["通过", "通过"]],
    ["名称不同", [row("造林", "数量", "5"), row("育林", "数量", "6")], ["通过", "通过"]],
    ["没有名称的不比", [row("", "数量", "5"), row(" ", "数量", "6")], ["不适用：只有一项，没有可比的"]],
    ["只有一项", [row("造林", "数量", "5"), row("", "数量", "6")], ["不适用：只有一项，没有可比的"]],
  ])("%s", (_, rows, outcome) => {
    expect(checked(...rows)).toEqual(outcome);
  });

  it("几栏里有一栏相同就是一类", () => {
    const scope = scopeOf(
      annexOf("a2", {
        rows: [
          { name: "造林", level: "数量", group: "产出", target: "5" },
          { name: "造林", level: "质量", group: "产出", target: "6" },
        ],
      }),
    );
    expect(told(unique({ ...args, alike: ["level", "group"] }, scope))).toMatchObject(["通过", { at: "A5" }]);
  });

  it("缺的一栏当作空着；没有格可指", () => {
    const scope = scopeOf(
      annexOf("a2", {
        rows: [
          { name: "造林", target: "5" },
          { name: "造林", level: "", target: "5", actual: cell("6") },
          { target: "5" },
        ],
      }),
    );
    expect(told(unique(args, scope))).toEqual([
      "通过",
      { at: "A3", actual: "造林", words: { value: "造林", one: "6", other: "" }, related: ["A1", "A6"] },
    ]);
  });
});
