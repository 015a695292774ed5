import { describe, expect, it } from "vitest";
import { compilePack } from "../../../src/core/pack/compile.js";
import { packTexts } from "../../support/pack.js";

const texts = packTexts("hunan-2024");

function problemsWith(file: string, change: (text: string) => string) {
  const changed = change(texts[file] ?? "");
  expect(changed).not.toBe(texts[file]);
  const compiled = compilePack({ ...texts, [file]: changed });
  return compiled.ok ? [] : compiled.problems;
}

it("湖南包没有问题", () => {
  const compiled = compilePack(texts);
  expect(compiled.ok ? [] : compiled.problems).toEqual([]);
});

describe("写错的包：说清哪个文件、哪一行、错在哪", () => {
  const lineOf = (file: string, text: string): number =>
    (texts[file] ?? "").split("\n").findIndex((line) => line.includes(text)) + 1;

  it("级别写错", () => {
    const [problem] = problemsWith("rules-basis.yaml", (text) =>
      text.replace("severity: warning", "severity: serious"),
    );
    expect(problem).toMatchObject({ file: "rules-basis.yaml", line: lineOf("rules-basis.yaml", "severity: warning") });
    expect(problem?.path).toMatch(/^rules\[\d+\]\.severity$/);
    expect(problem?.message).not.toBe("");
  });

  it("多写了不认识的键", () => {
    const [problem] = problemsWith("annexes.yaml", (text) =>
      text.replace("    number: 附件1", "    number: 附件1\n    color: red"),
    );
    expect(problem).toMatchObject({ file: "annexes.yaml", path: "annexes[0].color" });
    expect(problem?.message).toContain("color");
  });

  it("YAML 缩进不对", () => {
    const [problem] = problemsWith("rules-basis.yaml", (text) =>
      text.replace("    title: 公式错误", "   title: 公式错误"),
    );
    expect(problem?.line).toBeGreaterThan(1);
    expect(problem?.message).toContain("YAML");
  });

  it("规则没有动词", () => {
    const [problem] = problemsWith("rules-a1.yaml", (text) =>
      text.replace(/ {4}ratio: \{ result: staff\.rate.*\n/, ""),
    );
    expect(problem).toMatchObject({
      file: "rules-a1.yaml",
      line: lineOf("rules-a1.yaml", "id: a1/staff-control-rate"),
    });
    expect(problem?.message).toContain("a1/staff-control-rate");
  });

  it("规则指向不存在的附表", () => {
    const [problem] = problemsWith("rules-a4.yaml", (text) => text.replace("    for: a4", "    for: a9"));
    expect(problem?.message).toContain("a9");
    expect(problem?.line).toBe(lineOf("rules-a4.yaml", "for: a4"));
  });

  it("报告的句式问起没有的规则", () => {
    const [problem] = problemsWith("narrative.yaml", (text) =>
      text.replace("by: [indicator/deducted-without-cause", "by: [indicator/deducted"),
    );
    expect(problem?.message).toContain("indicator/deducted");
    expect(problem?.line).toBe(lineOf("narrative.yaml", "by: [indicator/deducted"));
  });

  it("编号重复", () => {
    const [problem] = problemsWith("rules-a1.yaml", (text) =>
      text.replace("id: a1/vehicle-sum", "id: a1/three-public-sum"),
    );
    expect(problem?.message).toContain("重复");
  });

  it("少了文件", () => {
    const { "scoring.yaml": _, ...rest } = texts;
    const compiled = compilePack(rest);
    expect(compiled).toMatchObject({ ok: false, problems: [{ file: "scoring.yaml", line: null }] });
  });

  it("别名炸弹不会展开", () => {
    const bomb = [
      "a: &a [x,x,x,x,x,x,x,x,x,x]",
      ...Array.from(
        { length: 9 },
        (_, i) =>
          `${"bcdefghij"[i] ?? ""}: &${"bcdefghij"[i] ?? ""} [${Array(10)
            .fill(`*${"abcdefghi"[i] ?? ""}`)
            .join(",")}]`,
      ),
    ].join("\n");
    const compiled = compilePack({ ...texts, "pack.yaml": bomb });
    expect(compiled.ok).toBe(false);
  });
});
