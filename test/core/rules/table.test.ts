import { describe, expect, it } from "vitest";
import { dataRecord } from "../../../src/core/facts/index.js";
import type { VerbArguments } from "../../../src/core/pack/index.js";
import { lookup, vocabulary } from "../../../src/core/rules/verbs/table.js";
import { pairs } from "../../../src/core/rules/verbs/pairs.js";
import { decimal } from "../../../src/core/quantity/index.js";
import { annexOf, cell, factIn, labelled, type NodeDraft } from "../../support/facts.js";
import { scopeOf } from "../../support/rule-scope.js";
import { told } from "../../support/told.js";

const profile = dataRecord(
  {
    grades: [
      { from: 60, word: "中", synonyms: ["合格"] },
      { from: 90, word: "优", synonyms: ["优秀", "好"] },
      { from: 80, word: "良", synonyms: ["良好"] },
      { from: 0, word: "差" },
      { word: "未评" },
    ],
    high: [{ from: 50, word: "过半" }],
  },
  "profile",
);

function graded(total: NodeDraft, grade: NodeDraft) {
  const annex = annexOf("a2", { total, grade });
  return scopeOf({ ...annex, root: { ...annex.root, fields: new Map([...annex.root.fields, ["profile", profile]]) } });
}

const args = { value: "total", table: "profile.grades[*]", result: "grade" };

describe("等次按分数", () => {
  const checked = (total: NodeDraft, grade: NodeDraft, more = {}) =>
    told(lookup({ ...args, ...more }, graded(total, grade)));

  it("不是这个分数的等次：说应是哪一等，从几分起，给出改法", () => {
    expect(checked(cell("85.5", { type: "score" }), "优")).toEqual([
      {
        at: "A2",
        actual: "优",
        expected: "良",
        words: { value: "85.5", word: "良", filed: "优" },
        line: "lookup: 85.5 ≥ 80 → 良",
        related: ["A1"],
        fixes: ["A2 良"],
      },
    ]);
  });

  it.each<[string, NodeDraft, NodeDraft, unknown]>([
    ["正是这一等", 85, "良", "通过"],
    ["正好到线", 90, "优", "通过"],
    ["差一点没到线", cell("89.99", { type: "score" }), "良", "通过"],
    ["同义的词", 95, "优秀", "通过"],
    ["引号、空格和括号里的话不算", 95, " “优” （９５分）", "通过"],
    ["0分", 0, "差", "通过"],
    ["表外的词另有规则管", 95, "卓越", "不适用：等次用语不在表内"],
    ["括号后还有话的，括号不是附注", 95, "优（自评）等", "不适用：等次用语不在表内"],
    ["没有起分的不是一等", 95, "未评", "不适用：等次用语不在表内"],
    ["没有填等次", 95, "", "不适用：表中没有填写等次"],
    ["没有总分", "", "优", "不适用：“total”没有填"],
  ])("%s", (_, total, grade, outcome) => {
    expect(checked(total, grade)).toEqual([outcome]);
  });

  it("分数在各等之下；表中没有等次一栏", () => {
    expect(checked(40, "过半", { table: "profile.high[*]" })).toEqual(["不适用：等次用语不在表内"]);
    expect(checked(40, "差", { result: "none" })).toEqual(["不适用：表中没有填写等次"]);
  });

  it("与文字同在一格：不给改法", () => {
    expect(checked(85, cell("优", { inText: true }))[0]).not.toHaveProperty("fixes");
  });
});

describe("等次用语", () => {
  const checked = (grade: NodeDraft, more = {}) => told(vocabulary({ ...args, ...more }, graded(95, grade)));

  it("同义的词：改成表里的词", () => {
    expect(checked("优秀（自评）")).toEqual([
      {
        at: "A2",
        actual: "优秀（自评）",
        expected: "优",
        words: { filed: "优秀（自评）", word: "优", words: "中、优、良、差" },
        fixes: ["A2 优"],
      },
    ]);
  });

  it("表外的词：列出表里的词", () => {
    expect(checked("卓越")).toEqual([
      {
        at: "A2",
        actual: "卓越",
        expected: "中、优、良、差",
        words: { filed: "卓越", word: "中、优、良、差", words: "中、优、良、差" },
      },
    ]);
  });

  it.each<[string, NodeDraft, unknown]>([
    ["表里的词", "“优”", "通过"],
    ["几个词都印着，等人打勾", "优□ 良√ 中□ 差□", "通过"],
    ["没有填", "", "不适用：表中没有填写等次"],
    ["填的是分数", 95, "不适用：表中没有填写等次"],
  ])("%s", (_, grade, outcome) => {
    expect(checked(grade)).toEqual([outcome]);
  });

  it("话里只有一个词的不是几个词都印着", () => {
    expect(checked("评为优")).toMatchObject([{ expected: "中、优、良、差" }]);
  });

  it("表中没有等次一栏", () => {
    expect(checked("优", { result: "none" })).toEqual(["不适用：表中没有填写等次"]);
  });
});

describe("两边的项目一一对应", () => {
  const both: VerbArguments["pairs"] = { left: "left[*]", right: "right[*]", leftFilled: [], tell: "count" };
  const row = (label: string, fields = {}) => labelled(label, { final: "1.00", ...fields });
  const scope = (left: readonly ReturnType<typeof row>[], right: readonly ReturnType<typeof row>[]) =>
    scopeOf(annexOf("a2", { left, right, lists: [{ value: "各类专项" }, { value: "其他项目" }] }));
  const paired = (left: readonly string[], right: readonly string[], more: Partial<VerbArguments["pairs"]> = {}) =>
    told(
      pairs(
        { ...both, ...more },
        scope(
          left.map((label) => row(label)),
          right.map((label) => row(label)),
        ),
      ),
    );

  it("数目不同：说各有几项、哪些只在一边", () => {
    expect(paired(["造林", "修路", "办学"], ["修路", "救灾"])).toEqual([
      {
        at: "left[造林]",
        actual: "3",
        expected: "2",
        words: { left: "3", right: "2", only: "（只在前者：造林、办学；只在后者：救灾）" },
        related: ["left[办学]", "right[救灾]"],
      },
    ]);
    expect(paired(["造林"], ["造林", "修路"])).toEqual([
      {
        at: "left[造林]",
        actual: "1",
        expected: "2",
        words: { left: "1", right: "2", only: "（只在后者：修路）" },
        related: ["right[修路]"],
      },
    ]);
    expect(paired(["造林", "修路"], ["造林"])).toMatchObject([{ words: { only: "（只在前者：修路）" } }]);
    expect(paired(["1、造林", "（二）修路", "3.2公里水渠"], ["造林"])).toMatchObject([
      { words: { only: "（只在前者：修路、3.2公里水渠）" } },
    ]);
  });

  it("同名的一对一地数", () => {
    expect(paired(["造林", "造林", "修路"], ["造林", "修路"])).toMatchObject([
      { words: { only: "（只在前者：造林）" } },
    ]);
    expect(paired(["造林", "修路"], ["造林", "修路", "修路"])).toMatchObject([
      { words: { only: "（只在后者：修路）" } },
    ]);
  });

  it("名称不同：一个对一个地说", () => {
    expect(paired(["造林", "修路", "办学"], ["造林", "道路", "学校"], { tell: "names" })).toEqual([
      {
        at: "left[修路]",
        actual: "修路",
        expected: "道路",
        words: { left: "修路", right: "道路" },
        related: ["right[道路]"],
      },
      {
        at: "left[办学]",
        actual: "办学",
        expected: "学校",
        words: { left: "办学", right: "学校" },
        related: ["right[学校]"],
      },
    ]);
  });

  it.each<[string, string[], string[], Partial<VerbArguments["pairs"]>, string]>([
    ["一样多", ["造林"], ["修路"], {}, "通过"],
    ["名称相同，不管编号、空格、冒号和先后", ["1、造林 ：", "修路"], ["修路", "造林"], { tell: "names" }, "通过"],
    ["名称相同，不管系统里的编码", ["造林"], ["43112324T000010263357-造林"], { tell: "names" }, "通过"],
    ["数目不同就不比名称", ["造林"], ["造林", "修路"], { tell: "names" }, "不适用：两边的数目不同，先核对数目"],
    ["有一项没有写名称", ["造林", "修路"], ["造林", ""], { tell: "names" }, "不适用：有的没有写名称，先补填"],
    ["左边没有", [], ["造林"], {}, "不适用：只有一方，没有可比的"],
    ["右边没有", ["造林"], [], {}, "不适用：只有一方，没有可比的"],
    ["左边合在一起写", ["2.其他项目：", "造林"], ["造林"], { collective: "lists" }, "不适用：没有逐项列出，没有可比的"],
    ["没有合在一起写", ["造林"], ["修路"], { collective: "lists" }, "通过"],
  ])("%s", (_, left, right, more, outcome) => {
    expect(paired(left, right, more)).toEqual([outcome]);
  });

  it("左边只数填了的；已查明有数的算填了", () => {
    const mixed = scope(
      [row("造林"), row("修路", { final: "0" }), row("办学", { final: "无", budget: "3.00" })],
      [row("造林")],
    );
    expect(told(pairs({ ...both, leftFilled: ["final"] }, mixed))).toEqual(["通过"]);
    expect(told(pairs({ ...both, leftFilled: ["final", "budget"] }, mixed))).toMatchObject([{ actual: "2" }]);
    expect(told(pairs({ ...both, leftFilled: ["none"] }, mixed))).toEqual(["不适用：只有一方，没有可比的"]);
    const proven = new Map([[factIn(mixed.node, "left.1.final"), decimal(5)]]);
    expect(told(pairs({ ...both, leftFilled: ["final"] }, { ...mixed, proven }))).toMatchObject([{ actual: "2" }]);
  });

  it("名称在格里的，指那一格；没有那一格的按行名", () => {
    const named = scope([row("一", { project: "造林" }), row("修路")], [row("二", { title: "道路" }), row("造林")]);
    expect(told(pairs({ ...both, leftBy: "project", rightBy: "title", tell: "names" }, named))).toEqual([
      { at: "left[修路]", actual: "修路", expected: "道路", words: { left: "修路", right: "道路" }, related: ["A5"] },
    ]);
    const labelledRows = annexOf("a2", { left: [row("造林")], right: [row("修路")] });
    const [first] = scopeOf(labelledRows).node.fields.values();
    const place = { sheet: "a2", row: 7, column: 0 };
    const items = first?.node === "list" ? first.items.map((item) => ({ ...item, cell: place })) : [];
    const root = { ...labelledRows.root, fields: new Map(labelledRows.root.fields) };
    if (first?.node === "list") root.fields.set("left", { ...first, items });
    expect(told(pairs({ ...both, tell: "names" }, scopeOf({ ...labelledRows, root })))).toMatchObject([{ at: "A8" }]);
  });
});
