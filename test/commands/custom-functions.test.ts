import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { customFunctions } from "../../src/commands/functions/custom-functions.js";
import type { FunctionId } from "../../src/commands/functions/function-table.js";
import { hunanPack } from "../support/hunan-pack.js";

const functions = customFunctions(hunanPack().scoring);

/** The number, or the code of the failure. */
function outcome(id: FunctionId, cells: readonly unknown[]): number | string {
  const result = functions[id](cells);
  return result.ok ? result.value : result.failure.code;
}

/** Cells as Excel hands them over (a number without its format) → the ratio, or why there is none. */
const achievements: readonly (readonly [string, readonly unknown[], number | string])[] = [
  ["未达到", ["≥100人", "96人"], 0.96],
  ["超额不封顶", ["≥10场", "12场"], 1.2],
  ["数字单元格", [1100, 1093], 1093 / 1100],
  ["不超过", ["控制在12.95万元以内", "14万元"], 0.925],
  ["裸数字按成本取≤", ["12.95", "14", "成本指标"], 0.925],
  ["标题格连同分值", ["12.95", "14", "成本指标（10分）"], 0.925],
  ["裸数字默认≥", ["12.95", "14"], 14 / 12.95],
  ["区间内", ["5-10个工作日", 7], 1],
  ["百分比格式的单元格交来的是比值", ["≥95%", 0.96], 0.96 / 0.95],
  ["百分比格式的100%", ["≥95%", 1], 1 / 0.95],
  ["常规格式的96", ["≥95%", 96], 96 / 95],
  ["按时", ["12月底前", "12月20日"], 1],
  ["日期单元格交来的是序数", ["12月底前", 45_626, "时效"], 1],
  ["两个日期单元格", [45_657, 45_626, "时效指标"], 1],
  ["浮点尾数", ["0.3", 0.1 + 0.2], 1],
  ["定性", ["显著", "显著"], "person-decides"],
  ["一格几个目标", ["培训3场，覆盖500人", "3场"], "person-decides"],
  ["疑单位有误", ["≥100人", 100_000], "person-decides"],
  ["预计不是完成", ["≥98%", "预计98%"], "person-decides"],
  ["空", ["", ""], "person-decides"],
  ["未填完成值", ["≥100人", null], "person-decides"],
  ["没有这类指标", ["≥100人", "96人", "效果图"], "unknown-kind"],
  ["逻辑值", [true, 1], "not-a-value"],
  ["区域", [[["≥100人"]], 1], "not-a-value"],
];

const scores: readonly (readonly [string, readonly unknown[], number | string])[] = [
  ["木材销售收入", [1100, 1093, 6], 5.96],
  ["达到即满分", ["≥10场", "12场", 5], 5],
  ["分值带字", ["≥100人", "96人", "5分"], 4.8],
  ["成本", ["12.95", "14", 10, "成本"], 9.25],
  ["定性只给区间，不给分", ["显著", "显著", 10], "person-decides"],
  ["没有分值", ["≥100人", "96人", ""], "bad-weight"],
  ["负分值", ["≥100人", "96人", -1], "bad-weight"],
  ["分值带金额单位", ["≥100人", "96人", "5万元"], "bad-weight"],
];

const rates: readonly (readonly [string, readonly unknown[], number | string])[] = [
  ["80.45%", [3824.26, 4753.66], 3824.26 / 4753.66],
  ["文本数字带千分位", ["3,824.26", "4,753.66"], 3824.26 / 4753.66],
  ["超预算", [105, 100], 1.05],
  ["万元对元", ["28.45万元", "284500元"], 1],
  ["预算为0", [1, 0], "division-by-zero"],
  ["预算为0万元", ["1万元", "0万元"], "division-by-zero"],
  ["未填预算", [1, ""], "empty"],
  ["一边写了单位", ["3元", 2], "units-differ"],
  ["单位不同类", ["3人", "2万元"], "units-differ"],
  ["无", ["无", 3], "no-number"],
  ["约数", ["约3", 2], "approximate"],
  ["负预算", [2, -1], "negative-budget"],
];

describe.each([
  ["ACHIEVEMENT", achievements],
  ["SCORE", scores],
  ["RATE", rates],
] as const)("ANNEX.%s", (id, cases) => {
  test.each(cases)("%s", (_name, cells, expected) => {
    const got = outcome(id, cells);
    if (typeof expected === "number") expect(got).toBeCloseTo(expected, 12);
    else expect(got).toBe(expected);
  });

  test("every failure has a sentence in both languages", () => {
    for (const [, cells] of cases) {
      const result = functions[id](cells);
      if (result.ok) continue;
      expect(result.failure.message.zh).toMatch(/\p{Script=Han}/u);
      expect(result.failure.message.en).toMatch(/^[A-Z]/);
    }
  });
});

test("定性指标说出得分区间", () => {
  const result = functions.SCORE(["显著", "显著", 10]);
  expect(result.ok ? null : result.failure.message).toEqual({
    zh: "达成年度指标，80%–100%；需人工判断（8～10分之间）",
    en: "The target is in words: a person decides (8 to 10 points)",
  });
});

/** What stands in cells, right or not. */
const cell = fc.oneof(
  fc.constantFrom(
    "≥100人",
    "12月底前",
    "显著",
    "≤5%",
    "0",
    "无",
    "产出",
    "5-10个工作日",
    "1/0",
    "-",
    null,
    undefined,
    "",
  ),
  fc.double(),
  fc.integer(),
  fc.string({ unit: "grapheme" }),
  fc.boolean(),
);

test("whatever stands in the cells: a finite number or a sentence, never an exception", () => {
  fc.assert(
    fc.property(fc.constantFrom("ACHIEVEMENT", "SCORE", "RATE"), fc.array(cell, { maxLength: 4 }), (id, cells) => {
      const result = functions[id](cells);
      if (result.ok) expect(Number.isFinite(result.value)).toBe(true);
      else expect(result.failure.message.zh).not.toBe("");
    }),
    { numRuns: 5_000 },
  );
});
