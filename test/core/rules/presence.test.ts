import { describe, expect, it } from "vitest";
import { decimal } from "../../../src/core/quantity/index.js";
import { anyFilled, count, named, none, required } from "../../../src/core/rules/verbs/presence.js";
import { annexOf, cell, factIn, labelled } from "../../support/facts.js";
import { scopeOf } from "../../support/rule-scope.js";
import { told } from "../../support/told.js";

describe("必须填写", () => {
  const head = scopeOf(
    annexOf("a2", {
      unit: cell("林业局", { label: "单位名称" }),
      year: cell("", { label: "年度" }),
      phone: cell("无", { label: "联系电话" }),
      rows: [
        { name: "一", note: cell("", { label: "说明" }) },
        { name: "二", note: "已说明" },
      ],
    }),
  );
  const args = { nothingCounts: false, together: false };

  it.each<[string, string, object, unknown[]]>([
    ["填了", "unit", {}, ["通过"]],
    ["空着：说出栏目", "year", {}, [{ at: "A2", actual: "", words: { name: "年度" } }]],
    ["写无不算填", "phone", {}, [{ at: "A3", actual: "无", words: { name: "联系电话" } }]],
    ["写无也算填", "phone", { nothingCounts: true }, ["通过"]],
    ["空着不因写无也算填而放过", "year", { nothingCounts: true }, [{ at: "A2", actual: "", words: { name: "年度" } }]],
    ["表中没有这一栏", "leader", {}, ["不适用：表中没有这一栏"]],
    ["逐行检查", "rows[*].note", {}, [{ at: "A5", actual: "", words: { name: "说明" } }, "通过"]],
  ])("%s", (_, value, more, outcome) => {
    expect(told(required({ ...args, value, ...more }, head))).toEqual(outcome);
  });

  it("几处空着合成一条", () => {
    const signatures = scopeOf(
      annexOf("a2", {
        filler: cell("", { label: "填表人：" }),
        date: cell("2025年3月1日", { label: "填报日期" }),
        phone: cell("/", { label: "联系电话" }),
      }),
    );
    expect(told(required({ ...args, value: "**", together: true }, signatures))).toEqual([
      { at: "A1", actual: "", words: { name: "填表人、联系电话" }, related: ["A3"] },
    ]);
    expect(told(required({ ...args, value: "date", together: true }, signatures))).toEqual(["通过"]);
  });

  it("没有栏名的也说得出", () => {
    const bare = scopeOf(annexOf("a2", { unit: cell("", { label: undefined as never }) }));
    expect(told(required({ ...args, value: "unit" }, bare))).toEqual([{ at: "A1", actual: "", words: { name: "" } }]);
    expect(told(required({ ...args, value: "unit", together: true }, bare))).toMatchObject([{ words: { name: "" } }]);
  });
});

describe("整块没有填", () => {
  const scope = scopeOf(annexOf("a2", { a: { budget: "0.00", final: "" }, b: { budget: "无", final: "12.95" } }));

  it.each<[string, string[], unknown[]]>([
    ["空、0、无都不算填：指向整张表", ["a.budget", "a.final", "b.budget"], [{ actual: "" }]],
    ["有一处填了", ["a.budget", "b.final"], ["通过"]],
    ["表中没有这些栏目", ["c.budget"], ["不适用：表中没有这些栏目"]],
  ])("%s", (_, values, outcome) => {
    expect(told(anyFilled({ values }, scope))).toEqual(outcome);
  });

  it("已查明有数的算填了", () => {
    const proven = new Map([[factIn(scope.node, "a.final"), decimal(5)]]);
    expect(told(anyFilled({ values: ["a.budget", "a.final"] }, { ...scope, proven }))).toEqual(["通过"]);
  });
});

describe("不该有", () => {
  const args = { filled: false, except: [], together: false };
  const scope = scopeOf(
    annexOf("a2", {
      weight: cell("10", { type: "weight" }),
      extra: "0",
      blank: cell("", { at: "A1", type: "weight" }),
      notes: [
        { name: "……", target: "" },
        labelled("无名", { rows: [], first: "", second: "说明" }),
        labelled("空行", { first: "", second: "" }),
        labelled("没有格", {}),
      ],
      hidden: [
        { rows: "第3行", place: "3:3" },
        { rows: "第8行", place: "" },
      ],
    }),
  );

  it.each<[string, object, unknown[]]>([
    ["有一个说一个", { of: "weight" }, [{ at: "A1", actual: "10", words: { value: "10" } }]],
    ["没有", { of: "other" }, ["通过"]],
    [
      "指向一行里第一个有字的格，都空着指第一格；没有格的不说",
      { of: "notes[*]" },
      [
        { at: "A3", actual: "……", words: { value: "……" } },
        { at: "A6", actual: "说明", words: { value: "说明" } },
        { at: "A7", actual: "", words: { value: "" } },
      ],
    ],
    [
      "指向说定的格",
      { of: "notes[*]", at: "second" },
      [
        { at: "A6", actual: "说明", words: { value: "说明" } },
        { at: "A8", actual: "", words: { value: "" } },
      ],
    ],
    ["说定的格不管单个的格", { of: "weight", at: "second" }, [{ at: "A1", actual: "10", words: { value: "10" } }]],
    ["整列不是一个格", { of: "notes" }, ["通过"]],
    ["只看填了的", { of: ["extra", "weight"], filled: true }, [{ at: "A1", actual: "10", words: { value: "10" } }]],
    [
      "不只看填了的",
      { of: ["extra", "weight"] },
      [
        { at: "A2", actual: "0", words: { value: "0" } },
        { at: "A1", actual: "10", words: { value: "10" } },
      ],
    ],
    [
      "与别的栏合并在一格的除外",
      { of: ["weight", "extra"], except: ["blank"] },
      [{ at: "A2", actual: "0", words: { value: "0" } }],
    ],
    [
      "合成一条",
      { of: ["weight", "notes[*]"], together: true },
      [{ at: "A1", actual: "10", words: { value: "10", count: "4" }, related: ["A3", "A6", "A7"] }],
    ],
    ["合成一条，没有", { of: "other", together: true }, ["通过"]],
    [
      "隐藏的行可以重新显示；说不出哪几行的不给改法",
      { of: "hidden[*]", unhide: "place" },
      [
        { at: "A9", actual: "第3行", words: { value: "第3行" }, fixes: ["A9 unhide 3:3 → null"] },
        { at: "A11", actual: "第8行", words: { value: "第8行" } },
      ],
    ],
    ["单个的格没有行可以显示", { of: "weight", unhide: "place" }, [{ at: "A1", actual: "10", words: { value: "10" } }]],
  ])("%s", (_, more, outcome) => {
    expect(told(none({ ...args, of: "", ...more }, scope))).toEqual(outcome);
  });

  it("没有格的依据：不是同一格就不除外，也不给改法", () => {
    const derived = scopeOf(
      annexOf("a2", {
        score: cell("5", { at: null, from: "derived" }),
        other: cell("5", { at: null, from: "derived" }),
        sheets: [{ rows: cell("整张表", { at: null }), place: "3:3" }],
        elsewhere: cell("5", { at: "A1", file: "上年.xlsx" }),
        here: cell("5", { at: "A1" }),
        beside: cell("5", { at: "B1" }),
        below: cell("5", { at: "A2" }),
        sheet: cell("5", { at: "A1", sheet: "a3" }),
      }),
    );
    const left = (of: string, except: string) => told(none({ ...args, of, except: [except] }, derived));
    expect(left("score", "score")).toEqual(["通过"]);
    expect(left("score", "other")).toHaveLength(1);
    expect(left("score", "other")).not.toEqual(["通过"]);
    for (const other of ["elsewhere", "beside", "below", "sheet"]) expect(left("here", other)).not.toEqual(["通过"]);
    expect(told(none({ ...args, of: "sheets[*]", unhide: "place" }, derived))).toEqual([
      { at: "sheets[].rows", actual: "整张表", words: { value: "整张表" } },
    ]);
  });
});

describe("至少有几项", () => {
  const scope = scopeOf(annexOf("a2", { rows: [{ name: "一" }, { name: "二" }] }));
  it.each<[number, unknown[]]>([
    [2, ["通过"]],
    [5, [{ actual: "2", expected: "≥5", words: { found: "2" } }]],
  ])("至少%i项", (atLeast, outcome) => {
    expect(told(count({ of: "rows[*]", atLeast }, scope))).toEqual(outcome);
  });
});

describe("有一处用到该用的词", () => {
  const scope = scopeOf(
    annexOf("a2", {
      groups: [{ name: "产出指标" }, { name: "成本效益" }],
      words: [{ value: "满意度" }, { value: "成本" }],
      none: [],
    }),
  );
  const used = (more: object) => told(named({ of: ["groups[*].name"], words: [], literal: [], ...more }, scope));

  it.each<[string, object, unknown[]]>([
    ["词表里有一个用到了", { words: ["words"] }, ["通过"]],
    ["规则自己的词用到了", { literal: ["产出"] }, ["通过"]],
    ["都没有：说第一个词", { literal: ["社会效益", "满意"] }, [{ expected: "社会效益", words: { name: "社会效益" } }]],
    [
      "规则自己的词排在词表前",
      { words: ["words"], literal: ["产"], of: ["none[*].name"] },
      [{ expected: "产", words: { name: "产" } }],
    ],
    ["没有词", { words: ["none"] }, ["不适用：没有可比的用语"]],
  ])("%s", (_, more, outcome) => {
    expect(used(more)).toEqual(outcome);
  });
});
