import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { merge } from "../../../src/documents/docx/merge.js";

const outcome = (base: string, theirs: string, ours: string): string => {
  const [b, t, o] = [[...base], [...theirs], [...ours]];
  return merge(b, t, o)
    .map((chunk) =>
      (chunk.kind === "ours"
        ? o.slice(chunk.ours.from, chunk.ours.to)
        : t.slice(chunk.theirs.from, chunk.theirs.to)
      ).join(""),
    )
    .join("");
};
const kinds = (base: string, theirs: string, ours: string): readonly string[] =>
  merge([...base], [...theirs], [...ours]).map(({ kind }) => kind);

describe("三方比较", () => {
  it.each([
    ["没人动过，随附表改", "abc", "abc", "aXc", "aXc"],
    ["人改过，附表没变", "abc", "aYc", "abc", "aYc"],
    ["各改各的", "abcd", "aYcd", "abcX", "aYcX"],
    ["相邻两段各改各的", "abc", "aYc", "abX", "aYX"],
    ["人在改动段后加了一段", "ab", "abN", "aX", "aXN"],
    ["人在改动段前加了一段", "ab", "aNb", "aX", "aNX"],
    ["人删了一段，附表没变", "abc", "ac", "abc", "ac"],
    ["我们少了一段", "abc", "abc", "ac", "ac"],
    ["都改成一样", "abc", "aXc", "aXc", "aXc"],
    ["改成不一样，听人的", "abc", "aYc", "aXc", "aYc"],
  ])("%s", (_, base, theirs, ours, expected) => expect(outcome(base, theirs, ours)).toBe(expected));

  it("只有都改且不同才是冲突", () => {
    expect(kinds("abc", "aYc", "aXc")).toEqual(["same", "conflict", "same"]);
    expect(kinds("abc", "aXc", "aXc")).toEqual(["same", "both", "same"]);
  });

  it("没人动过就全听附表的，附表没变就全听人的", () => {
    const words = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 8 });
    fc.assert(
      fc.property(words, words, (base, other) => {
        expect(outcome(base.join(""), base.join(""), other.join(""))).toBe(other.join(""));
        expect(outcome(base.join(""), other.join(""), base.join(""))).toBe(other.join(""));
      }),
    );
  });

  it("三份稿子的每一段都恰好归入一处", () => {
    const words = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 7 });
    fc.assert(
      fc.property(words, words, words, (base, theirs, ours) => {
        let at = { base: 0, theirs: 0, ours: 0 };
        for (const chunk of merge(base, theirs, ours)) {
          expect([chunk.base.from, chunk.theirs.from, chunk.ours.from]).toEqual([at.base, at.theirs, at.ours]);
          at = { base: chunk.base.to, theirs: chunk.theirs.to, ours: chunk.ours.to };
        }
        expect([at.base, at.theirs, at.ours]).toEqual([base.length, theirs.length, ours.length]);
      }),
    );
  });
});
