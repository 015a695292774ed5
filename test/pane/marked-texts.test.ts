import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { markedTexts, type MarkedPiece } from "../../src/pane/marked-texts.js";

const shown = (pieces: readonly MarkedPiece[]): string =>
  pieces.map(({ text, differs }) => (differs ? `[${text}]` : text)).join("");

describe("两段文字的不同之处", () => {
  test.each([
    ["公用经费1.12万元", "公用经费1.5万元", "公用经费[1.12]万元", "公用经费[1.5]万元"],
    ["比上年增加2万元。", "比上年减少3万元。", "比上年[增加2]万元。", "比上年[减少3]万元。"],
    ["一样", "一样", "一样", "一样"],
    ["", "新写的", "", "[新写的]"],
    ["完成培训11期，群众满意。", "完成培训11期。", "完成培训11期[，群众满意]。", "完成培训11期。"],
  ])("%s ↔ %s", (theirs, ours, first, second) => {
    const marked = markedTexts(theirs, ours);
    expect([shown(marked.first), shown(marked.second)]).toEqual([first, second]);
  });

  test("不丢字；没标出的部分两边相同", () => {
    const words = fc.string({ unit: fc.constantFrom("经", "费", "1", "2", ".", "a", "，"), maxLength: 40 });
    fc.assert(
      fc.property(words, words, (a, b) => {
        const { first, second } = markedTexts(a, b);
        expect(first.map(({ text }) => text).join("")).toBe(a);
        expect(second.map(({ text }) => text).join("")).toBe(b);
        const same = (pieces: readonly MarkedPiece[]): string =>
          pieces.flatMap(({ text, differs }) => (differs ? [] : text)).join("");
        expect(same(first)).toBe(same(second));
      }),
    );
  });

  test("很长的文字整段标出，不会卡住", () => {
    const a = "甲乙".repeat(20_000);
    const b = "丙丁".repeat(20_000);
    expect(shown(markedTexts(`起${a}止`, `起${b}止`).first)).toBe(`起[${a}]止`);
  });
});
