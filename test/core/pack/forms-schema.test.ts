import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { checkForms } from "../../../src/core/pack/forms-references.js";
import { formsSchema, type PackForms } from "../../../src/core/pack/forms-schema.js";

const text = readFileSync("src/packs/hunan-2024/forms.yaml", "utf8");
const annexes = new Set(["a1", "a2", "a3", "a4"]);

/** A form of one row, with one thing changed. */
function smallForms(changes: {
  readonly cell?: object;
  readonly sheet?: object;
  readonly styles?: object;
  readonly sets?: object;
}): unknown {
  return {
    styles: { plain: { size: 10 }, ...changes.styles },
    ...(changes.sets ? { sets: changes.sets } : {}),
    sheets: [
      {
        annex: "a1",
        name: "附件1",
        columns: [10, 10],
        print: { orientation: "portrait", margins: { left: 10, right: 10, top: 10, bottom: 10 } },
        rows: [{ id: "only", cells: [{ at: "A", style: "plain", text: "三公经费", ...changes.cell }] }],
        ...changes.sheet,
      },
    ],
  };
}

describe("表样文件", () => {
  test("湖南2024包的表样合格，四张附表各一张", () => {
    const forms = formsSchema.parse(parse(text));
    expect(forms.sheets.map(({ annex }) => annex)).toEqual(["a1", "a2", "a3", "a4"]);
    expect(checkForms(forms, annexes)).toEqual([]);
  });

  const misspelt: readonly (readonly [string, Parameters<typeof smallForms>[0]])[] = [
    ["列不是字母", { cell: { at: "1" } }],
    ["未知的键", { cell: { colour: "red" } }],
    ["底色不是六位十六进制", { styles: { loud: { shade: "red" } } }],
    ["下拉只有一个词", { cell: { choices: ["优"] } }],
    ["工作表名超过31字", { sheet: { name: "附".repeat(32) } }],
    ["没有行", { sheet: { rows: [] } }],
  ];
  test.each(misspelt)("不合写法：%s", (_, changes) => {
    expect(formsSchema.safeParse(smallForms(changes)).success).toBe(false);
  });

  const dangling: readonly (readonly [string, Parameters<typeof smallForms>[0], string])[] = [
    ["样式", { cell: { style: "bold" } }, "没有名为 bold 的样式"],
    ["样式的来处", { styles: { bold: { like: "gone" } } }, "没有名为 gone 的样式"],
    ["样式绕圈", { styles: { one: { like: "two" }, two: { like: "one" } } }, "样式 one 绕了一圈又回到自己"],
    ["公式里的行", { cell: { formula: "=SUM(A[other])" } }, "没有名为 other 的行"],
    ["合并到的行", { cell: { down: "other" } }, "没有名为 other 的行"],
    ["校验里的行", { cell: { number: { from: 0, to: "A[other]", message: "x" } } }, "没有名为 other 的行"],
    ["列超出", { cell: { at: "A:C" } }, "A:C 超出了本表的列"],
    ["附表", { sheet: { annex: "a9" } }, "没有编号为 a9 的附表"],
    ["冻结的行", { sheet: { freeze: "other" } }, "没有名为 other 的行"],
    ["单元格组", { sheet: { rows: [{ set: { of: "years" } }] } }, "没有名为 years 的单元格组"],
    ["单元格组里的样式", { sets: { years: [{ at: "A", style: "bold" }] } }, "没有名为 bold 的样式"],
  ];
  test.each(dangling)("指向不存在的东西：%s", (_, changes, message) => {
    const forms: PackForms = formsSchema.parse(smallForms(changes));
    expect(checkForms(forms, annexes).map((problem) => problem.message)).toContain(message);
  });

  test("指到本行和存在的行不是错", () => {
    const forms = formsSchema.parse(smallForms({ cell: { formula: "=SUM(A[only],B[])", down: "only" } }));
    expect(checkForms(forms, annexes)).toEqual([]);
  });
});
