import { expect, it } from "vitest";
import { checkWorkbook, openBook } from "../../src/app/index.js";
import { addressOf } from "../../src/core/sheet/index.js";
import { hunanPack } from "../support/hunan-pack.js";
import { workbookOf } from "../support/sheet.js";
import { textSheet } from "../support/text-sheet.js";

const pack = hunanPack();

/** Cells at which the total of the money block is said not to be the sum of its rows. */
function wrongTotals(lines: string): readonly string[] {
  const workbook = workbookOf(
    textSheet(
      "附件3",
      `项目支出绩效自评表
（2024年度）
项目名称|防汛|主管部门|水利局|实施单位|水利站
项目资金（万元）|年初预算数|全年预算数|全年执行数|分值|执行率|得分
年度资金总额|10|10|10|10|100%|10
${lines}
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标|数量指标|造林|≥1亩|1亩|90|90
总分|||||100|100`,
    ),
  );
  const { findings } = checkWorkbook(workbook, openBook(workbook, pack), pack);
  return findings.filter(({ id }) => id === "fund/total-sum").map(({ cell }) => (cell ? addressOf(cell) : ""));
}

it.each([
  ["认不得的资金来源也算在合计里", "其中：当年财政拨款|6|6|6\n上级专项|4|4|4", []],
  ["加上它仍不对的，指在合计上", "其中：当年财政拨款|6|6|6\n上级专项|4|4|3", ["D5"]],
  ["来源下面的明细不重复算", "财政拨款|10|10|10\n其中：中央资金|4|4|4\n省级资金|6|6|6", []],
])("资金表：%s", (_, lines, expected) => {
  expect(wrongTotals(lines)).toEqual(expected);
});
