import { describe, expect, it } from "vitest";
import { buildBook, factAt } from "../../../src/core/facts/index.js";
import { recognise } from "../../../src/core/recognise/index.js";
import { hunanPack } from "../../support/hunan-pack.js";
import { sheetOf, workbookOf, type CellText } from "../../support/sheet.js";

const e: CellText = null;

/** Annex 1 with the given column of 公务接待; the other amounts have two decimals. */
function reception(value: CellText) {
  const sheet = sheetOf("一", [
    ["2024年度部门整体支出绩效评价基础数据表", e, e, e],
    ["财政供养人员情况（人）", "编制数", "2024年实际在职人数", "控制率"],
    [e, 35, 32, "91.43%"],
    ["经费控制情况（万元）", "2023年决算数", "2024年预算数", "2024年决算数"],
    ["三公经费", 113.68, 1, value],
    ["公务接待", 113.68, 1, value],
  ]);
  const [annex] = buildBook(recognise(workbookOf(sheet), hunanPack().annexes)).annexes;
  const at = (path: string) => {
    const reading = factAt(annex?.root ?? null, path)?.reading;
    return reading?.kind === "number" ? [reading.low.toString(), reading.high.toString()] : reading?.kind;
  };
  return { final: at("money.reception.final"), quota: at("staff.quota"), rate: at("staff.rate") };
}

describe("印出来的数代表一个区间", () => {
  it("78.3 与 113.68 同在一块，是 78.30±0.005", () => {
    expect(reception(78.3).final).toEqual(["78.295", "78.305"]);
  });
  it("整数也是两位小数的精度", () => {
    expect(reception(100).final).toEqual(["99.995", "100.005"]);
  });
  it("块内有更细的，一起按更细的算", () => {
    expect(reception(78.3456).final).toEqual(["78.34555", "78.34565"]);
  });
  it("0 和人数没有宽度，比率按两位小数", () => {
    const { final, quota, rate } = reception(0);
    expect(final).toEqual(["0", "0"]);
    expect(quota).toEqual(["35", "35"]);
    expect(rate).toEqual(["91.425", "91.435"]);
  });
});
