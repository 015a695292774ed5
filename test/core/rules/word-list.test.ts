import { describe, expect, it } from "vitest";
import { dataRecord, type FactNode } from "../../../src/core/facts/index.js";
import { finderOf } from "../../../src/core/rules/select.js";
import { wordsAt } from "../../../src/core/rules/word-list.js";
import type { Scope } from "../../../src/core/rules/select.js";
import { annexOf } from "../../support/facts.js";
import { scopeOf } from "../../support/rule-scope.js";

const plain = annexOf("a2", { title: "造林", rows: [{ name: "甲", value: "表里的" }, { name: "乙" }] });
const lexicon = dataRecord({ costs: ["成本", "费用"], empty: [], grades: [{ word: "优" }] }, "lexicon");
const fields = new Map<string, FactNode>([...plain.root.fields, ["lexicon", lexicon], ["value", lexicon]]);
const scope = (): Scope => scopeOf({ ...plain, root: { ...plain.root, fields } });

describe("一个选择指的是哪些词", () => {
  it.each([
    ["词表里的每个词", "lexicon.costs", ["成本", "费用"]],
    ["空的词表", "lexicon.empty", []],
    ["一格的文字", "title", ["造林"]],
    ["几格的文字", "rows[*].name", ["甲", "乙"]],
    ["没有写词的条目", "lexicon.grades", []],
    ["记录不是词", "lexicon", []],
    ["没有", "nothing", []],
  ])("%s", (_, selector, words) => {
    expect(wordsAt(finderOf(selector), scope())).toEqual(words);
    // Read once, asked again and again.
    expect(wordsAt(finderOf(selector), scope())).toEqual(words);
  });
});
