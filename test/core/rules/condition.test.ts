import { describe, expect, it } from "vitest";
import { dataRecord, type FactNode } from "../../../src/core/facts/index.js";
import type { Condition } from "../../../src/core/pack/index.js";
import { decimal } from "../../../src/core/quantity/index.js";
import { holds, isBlank, isBlankIn, isUntouched } from "../../../src/core/rules/condition.js";
import type { Scope } from "../../../src/core/rules/select.js";
import { annexOf, cell, factIn, factOf } from "../../support/facts.js";
import { scopeOf } from "../../support/rule-scope.js";

const plain = annexOf("a2", {
  score: 8,
  weight: 10,
  whole: 10,
  half: 9.5,
  spent: "113.68",
  budget: "100",
  near: "113.68",
  zero: "0",
  none: "无",
  blank: "",
  word: "完成",
  same: "完成",
  broken: "#REF!",
  reason: "因气候干旱，部分苗木未成活",
  other: "工程延期",
  grades: [{ name: "优" }, { name: "良" }],
  公务用车: "3",
  both: [{ text: "因干旱减产" }, { text: "工程延期" }],
  counts: [{ people: 8 }, { people: 9.5 }],
  rows: [
    { name: "公务用车购置费", value: "1" },
    { name: "公务接待费", value: "" },
  ],
});
const lexicon = dataRecord({ causes: ["干旱", "洪涝"], measures: ["补植"], vehicles: ["用车", "车辆"] }, "lexicon");
const annex = {
  ...plain,
  root: { ...plain.root, fields: new Map<string, FactNode>([...plain.root.fields, ["lexicon", lexicon]]) },
};
const scope = (): Scope => scopeOf(annex);

describe("条件成立吗", () => {
  it.each([
    ["有数字就是填了", { filled: "score" }, true],
    ["有一格填了就是填了", { filled: "rows[*].value" }, true],
    ["0不算填了", { filled: "zero" }, false],
    ["无不算填了", { filled: "none" }, false],
    ["没有这一栏不算填了", { filled: "nothing" }, false],
    ["文字也是填了", { filled: "word" }, true],
    ["空着", { blank: "blank" }, true],
    ["有一格填了就不是空着", { blank: "rows[*].value" }, false],
    ["没有这一栏就是空着", { blank: "nothing" }, true],
    ["有这一栏，空着也是有", { present: "blank" }, true],
    ["没有这一栏", { present: "nothing" }, false],
    ["没有这一栏", { absent: "nothing" }, true],
    ["有这一栏，空着也不是没有", { absent: "blank" }, false],
    ["整数", { whole: "score" }, true],
    ["有小数就不是整数", { whole: "half" }, false],
    ["空着的不管，只看数字", { whole: "rows[*].value" }, true],
    ["有一格不是整数", { whole: "counts[*].people" }, false],
    ["没有数字说不上整数", { whole: "word" }, false],
    ["相等", { equal: ["spent", "near"] }, true],
    ["差在末位以内算相等", { equal: ["spent", 113.684] }, true],
    ["不等", { equal: ["spent", "budget"] }, false],
    ["无作0比", { equal: ["none", 0] }, true],
    ["空着的不能比", { equal: ["blank", 0] }, false],
    ["文字不能比", { equal: ["word", 0] }, false],
    ["没有的不能比", { equal: [0, "nothing"] }, false],
    ["大于", { above: ["spent", "budget"] }, true],
    ["不大于", { above: ["budget", "spent"] }, false],
    ["相等不算大于", { above: ["spent", "near"] }, false],
    ["空着的不能比大", { above: [1, "blank"] }, false],
    ["小于", { below: ["budget", "spent"] }, true],
    ["不小于", { below: ["spent", "budget"] }, false],
    ["空着的不能比小", { below: ["blank", 1] }, false],
    ["多出来，空着作0", { exceeds: ["score", "blank"] }, true],
    ["没有多出来", { exceeds: ["blank", "score"] }, false],
    ["一样多", { exceeds: ["whole", "weight"] }, false],
    ["行的名称里有清单的词", { labelled: { of: "rows[*]", in: "lexicon.vehicles" } }, true],
    ["行的名称里没有", { labelled: { of: "rows[last]", in: "lexicon.vehicles" } }, false],
    ["一格没有行的名称", { labelled: { of: "rows[*].name", in: "lexicon.vehicles" } }, false],
    ["一格的名称不是行的名称", { labelled: { of: "公务用车", in: "lexicon.vehicles" } }, false],
    ["正是这个词", { word: { of: "word", in: ["达成", "完成"] } }, true],
    ["不是这个词，包含也不算", { word: { of: "word", in: ["完", "完成了"] } }, false],
    ["几格里有一格是", { word: { of: "rows[*].name", in: ["公务接待费"] } }, true],
    ["是清单里的一格", { matches: { of: "grades[last].name", in: "grades[*].name" } }, true],
    ["几格里有一格在清单里", { matches: { of: "grades[*].name", in: "grades[last].name" } }, true],
    ["不是清单里的", { matches: { of: "word", in: "grades[*].name" } }, false],
    ["文字里有清单的词", { contains: { of: "reason", in: "lexicon.causes" } }, true],
    ["文字里没有", { contains: { of: "other", in: "lexicon.causes" } }, false],
    ["有清单的词，也有例外的词", { contains: { of: "reason", in: "lexicon.causes", except: "other" } }, true],
    ["例外的词也在其中", { contains: { of: "reason", in: "lexicon.causes", except: "lexicon.causes" } }, false],
    ["几处文字里有一处有词", { contains: { of: "both[*].text", in: "lexicon.causes" } }, true],
    ["没有这一栏就没有词", { contains: { of: "nothing", in: "lexicon.causes" } }, false],
    ["两格一样", { alike: ["word", "same"] }, true],
    ["两格不一样", { alike: ["word", "reason"] }, false],
    ["没有的两格不算一样", { alike: ["nothing", "nobody"] }, false],
    ["说明了原因", { explains: { by: ["other", "reason"], of: ["lexicon.causes"] } }, true],
    ["每样都要在同一处说到", { explains: { by: ["reason"], of: ["lexicon.causes", "lexicon.measures"] } }, false],
    ["说的不是这个", { explains: { by: ["other"], of: ["lexicon.causes"] } }, false],
    ["没有地方说明", { explains: { by: ["nothing"], of: [] } }, false],
    ["加起来正好", { sums: { parts: ["score", 2], to: "weight" } }, true],
    ["空着的一项作0", { sums: { parts: ["whole", "blank", "nothing"], to: "weight" } }, true],
    ["加起来不对", { sums: { parts: ["score", 1], to: "weight" } }, false],
    ["没有合计就不成立", { sums: { parts: ["blank"], to: "blank" } }, false],
    ["不是", { not: { filled: "score" } }, false],
    ["并非", { not: { filled: "zero" } }, true],
    ["都成立", { all: [{ filled: "score" }, { filled: "weight" }] }, true],
    ["有一个不成立", { all: [{ filled: "score" }, { filled: "zero" }] }, false],
    ["没有要求就成立", { all: [] }, true],
    ["有一个成立", { any: [{ filled: "zero" }, { filled: "weight" }] }, true],
    ["一个也不成立", { any: [{ filled: "zero" }] }, false],
  ] as const)("%s：%j", (_, condition, expected) => {
    expect(holds(condition as unknown as Condition, scope())).toBe(expected);
    // Told apart once, asked of every row.
    expect(holds(condition as unknown as Condition, scope())).toBe(expected);
  });

  it("同一个条件，各行各问", () => {
    const condition: Condition = { filled: "value" };
    const first = scopeOf(annex, { each: "rows[*]" });
    const last = scopeOf(annex, { each: "rows[last]" });
    expect([holds(condition, first), holds(condition, last)]).toEqual([true, false]);
  });
});

describe("什么是空白", () => {
  it.each([
    ["", true, true],
    ["无", true, false],
    ["—", true, false],
    ["0.00", true, false],
    ["0%", true, false],
    ["3", false, false],
    ["完成", false, false],
    ["#REF!", false, false],
  ])("“%s”是空白：%s，没有动过：%s", (shown, blank, untouched) => {
    expect(isBlank(factOf(shown))).toBe(blank);
    expect(isUntouched(factOf(shown))).toBe(untouched);
  });

  it("已证明有数的空格就是填了", () => {
    const fact = factIn(annex, "zero");
    const proven = new Map([[fact, decimal(5)]]);
    expect(isBlankIn(fact, scope())).toBe(true);
    expect(isBlankIn(fact, { ...scope(), proven })).toBe(false);
    expect(holds({ filled: "zero" }, { ...scope(), proven })).toBe(true);
    expect(holds({ blank: "zero" }, { ...scope(), proven })).toBe(false);
    expect(isBlankIn(factOf(cell("3")), scope())).toBe(false);
  });
});
