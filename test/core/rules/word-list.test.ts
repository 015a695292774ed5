import { describe, expect, it } from "vitest";
import { dataRecord, type FactNode } from "../../../src/core/facts/index.js";
import { finderOf } from "../../../src/core/rules/select.js";
import { wordList, wordsAt } from "../../../src/core/rules/word-list.js";
import type { Scope } from "../../../src/core/rules/select.js";
import { annexOf } from "../../support/facts.js";
import { scopeOf } from "../../support/rule-scope.js";

const plain = annexOf("a2", { title: "造林", rows: [{ name: "甲", value: "表里的" }, { name: "乙" }] });
const lexicon = dataRecord(
  {
    costs: ["成本", "费用"],
    empty: [],
    grades: [{ word: "优" }],
    groups: [{ labels: ["产出", "数量"] }, { labels: ["效益"] }],
  },
  "lexicon",
);
const fields = new Map<string, FactNode>([...plain.root.fields, ["lexicon", lexicon], ["value", lexicon]]);
const scope = (): Scope => scopeOf({ ...plain, root: { ...plain.root, fields } });

describe("文字里有没有其中一个词", () => {
  it.each<[string, readonly string[], string, boolean]>([
    ["有", ["成本", "费用"], "项目成本控制", true],
    ["没有", ["成本", "费用"], "项目数量", false],
    ["没有词就没有", [], "成本", false],
    ["空的文字", ["成本"], "", false],
    ["符号就是符号", ["a.b", "(元)"], "aXb元", false],
    ["符号也找得到", ["a.b", "(元)", "100%"], "金额(元)", true],
    ["斜杠、竖线、方括号", ["\\d", "a|b", "[x]", "^$*+?{1}-/"], "5 a x", false],
    ["都照原样", ["^$*+?{1}-/"], "x^$*+?{1}-/y", true],
  ])("%s", (_, words, text, expected) => {
    expect(wordList(words).pattern.test(text)).toBe(expected);
  });
});

describe("一个选择指的是哪些词", () => {
  it.each([
    ["词表里的每个词", "lexicon.costs", ["成本", "费用"]],
    ["几个词表", "lexicon.groups[*].labels", ["产出", "数量", "效益"]],
    ["空的词表", "lexicon.empty", []],
    ["一格的文字", "title", ["造林"]],
    ["几格的文字", "rows[*].name", ["甲", "乙"]],
    ["没有写词的条目", "lexicon.grades", []],
    ["记录不是词", "lexicon", []],
    ["没有", "nothing", []],
  ])("%s", (_, selector, words) => {
    expect(wordsAt(finderOf(selector), scope()).all).toEqual(words);
    // Read once, asked again and again.
    expect(wordsAt(finderOf(selector), scope()).all).toEqual(words);
  });
});
