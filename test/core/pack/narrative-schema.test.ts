import { describe, expect, it } from "vitest";
import { narrativeSchema } from "../../../src/core/pack/narrative-schema.js";
import { parsePattern, slotsOf } from "../../../src/core/pack/sentence-pattern.js";
import { hunan } from "../narrative/redcross.js";

describe("句式", () => {
  it("文字、空位、处理、可省略部分", () => {
    expect(parsePattern("共{count}项[，其中{item.name|plain|ending:指标}]。")).toEqual({
      ok: true,
      pieces: [
        { kind: "words", text: "共" },
        { kind: "slot", name: "count", filters: [] },
        { kind: "words", text: "项" },
        {
          kind: "optional",
          pieces: [
            { kind: "words", text: "，其中" },
            {
              kind: "slot",
              name: "item.name",
              filters: [
                { name: "plain", argument: "" },
                { name: "ending", argument: "指标" },
              ],
            },
          ],
        },
        { kind: "words", text: "。" },
      ],
    });
  });

  it.each([
    ["共{count", "{ 没有对应的 }"],
    ["共count}", "多余的 }"],
    ["共[项", "[ 没有对应的 ]"],
    ["共]项", "多余的 ]"],
    ["共{Count}项", "不是可用的名称"],
    ["共{count|upper}项", "没有“upper”这种处理"],
  ])("%s 有误", (text, problem) => {
    const parsed = parsePattern(text);
    expect(parsed.ok ? "" : parsed.problem).toContain(problem);
  });

  it("嵌套部分里的空位也算", () => {
    const parsed = parsePattern("{a}[x{b}[y{c.d}]]");
    expect(parsed.ok && slotsOf(parsed.pieces)).toEqual(["a", "b", "c.d"]);
  });
});

describe("叙述部分的检查", () => {
  const broken = (change: object): string => {
    const result = narrativeSchema.safeParse({ ...hunan, ...change });
    return result.success ? "" : result.error.issues.map(({ message }) => message).join("\n");
  };

  it("包里的叙述通过", () => expect(broken({})).toBe(""));
  it("没有定义的名称", () => {
    expect(broken({ title: ["{nobody}"] })).toContain("标题：句式用到的“nobody”没有定义");
    expect(broken({ closing: [{ paragraph: ["{typed.nobody}"] }] })).toContain("typed.nobody");
    expect(broken({ closing: [{ prose: "nobody" }] })).toContain("基本情况表中没有“nobody”");
    expect(broken({ closing: [{ paragraph: [{ each: "nobody", say: "{item.name}" }] }] })).toContain(
      "没有名为“nobody”的列表",
    );
    const pairs = { with: "nobody", missing: "请填写。" };
    expect(broken({ closing: [{ paragraph: [{ enumerate: [{ lines: "measures" }], pairs }] }] })).toContain(
      "附件清单：没有名为“nobody”的节",
    );
  });
  it("写坏的句式和多余的键", () => {
    expect(broken({ title: ["{year"] })).toContain("句式有误");
    expect(broken({ closing: [{ paragraph: ["。"], colour: "red" }] })).not.toBe("");
  });
});
