import { describe, expect, it } from "vitest";
import { buildBook, factAt, field, itemsAt } from "../../../src/core/facts/index.js";
import { recognise } from "../../../src/core/recognise/index.js";
import { addressOf, areaAddress, type SheetSnapshot } from "../../../src/core/sheet/index.js";
import { linglingAnnex2 } from "../../fixtures/lingling.js";
import { packOf } from "../../support/pack.js";
import { sheetOf, workbookOf, type CellText } from "../../support/sheet.js";
import { textSheet } from "../../support/text-sheet.js";

const { annexes: specs } = packOf("hunan-2024");
const e: CellText = null;

function bookOf(...sheets: SheetSnapshot[]) {
  return buildBook(recognise(workbookOf(...sheets), specs));
}

/** The same rows, moved on the sheet. */
function moved(sheet: SheetSnapshot, rows: number, columns: number): SheetSnapshot {
  return {
    ...sheet,
    top: sheet.top + rows,
    left: sheet.left + columns,
    merges: sheet.merges.map(({ top, left, bottom, right }) => ({
      top: top + rows,
      left: left + columns,
      bottom: bottom + rows,
      right: right + columns,
    })),
  };
}

describe("附件2（零陵区林业局的表样）", () => {
  it.each([
    ["原样", linglingAnnex2, 0, 0],
    ["移位", moved(linglingAnnex2, 3, 2), 3, 2],
    ["改了表名", { ...linglingAnnex2, name: "Sheet7", id: "x" }, 0, 0],
  ])("%s：各角色都在自己的格子里", (_, sheet, rows, columns) => {
    const [annex, ...rest] = bookOf(sheet).annexes;
    expect(rest).toEqual([]);
    expect(annex).toMatchObject({ id: "a2", key: "a2", year: 2021, unit: "零陵区林业局", moneyUnit: "万元" });
    const at = (path: string): string | null => {
      const [cell] = factAt(annex?.root ?? null, path)?.cells ?? [];
      return cell ? addressOf({ row: cell.row - rows, column: cell.column - columns }) : null;
    };
    expect({
      initial: at("fund.total.initial"),
      budget: at("fund.total.budget"),
      executed: at("fund.total.executed"),
      weight: at("fund.total.weight"),
      rate: at("fund.total.rate"),
      score: at("fund.total.score"),
      general: at("byIncome.general"),
      other: at("byIncome.other"),
      basic: at("byExpenditure.basic"),
      projects: at("byExpenditure.projects"),
      expected: at("goal.expected"),
      achieved: at("goal.achieved"),
    }).toEqual({
      initial: "D5",
      budget: "E5",
      executed: "F5",
      weight: "G5",
      rate: "H5",
      score: "I5",
      general: "B7",
      other: "B10",
      basic: "E7",
      projects: "E8",
      expected: "B12",
      achieved: "F12",
    });
  });

  it("文字格里的金额读成数", () => {
    const [annex] = bookOf(linglingAnnex2).annexes;
    const value = (path: string): string => {
      const reading = factAt(annex?.root ?? null, path)?.reading;
      return reading?.kind === "number" ? reading.value.toString() : (reading?.kind ?? "");
    };
    expect(value("byIncome.general")).toBe("1873.66");
    expect(value("byIncome.govFund")).toBe("empty");
    expect(value("byExpenditure.projects")).toBe("2985.5");
    expect(value("fund.total.rate")).toBe("100");
    // 其他资金 of the income block is no row of the money block.
    expect(field(annex?.root ?? null, "fund.other")).toBeNull();
  });

  it("指标行：上级名称沿用，占位行另放，分组带表头分值", () => {
    const [annex] = bookOf(linglingAnnex2).annexes;
    const root = annex?.root ?? null;
    const rows = itemsAt(root, "indicators").map((row) => [
      factAt(row, "level1")?.shown,
      factAt(row, "level2")?.shown,
      row.label,
    ]);
    expect(rows).toHaveLength(10);
    expect(rows[2]).toEqual(["产出指标(50)", "数量指标", "森林经营面积"]);
    expect(rows[7]).toEqual(["效益指标30分)", "经济效益指标", "木材销售收入"]);
    expect(itemsAt(root, "indicatorsBlanks").map((row) => row.label)).toEqual(["……"]);
    const groups = itemsAt(root, "groups").map((group) => [
      factAt(group, "kind")?.shown,
      factAt(group, "weight")?.shown,
      itemsAt(group, "items").length,
    ]);
    expect(groups).toEqual([
      ["产出指标", "50", 7],
      ["效益指标", "30", 3],
    ]);
    expect(itemsAt(root, "indicators")[7]?.path).toBe("indicators[木材销售收入]");
  });
});

describe("附件3（预算系统导出的版式）", () => {
  const sheet = sheetOf(
    "导出",
    [
      ["项目支出绩效自评表", e, e, e, e, e, e, e, e, e, e],
      ["（2022年度）", e, e, e, e, e, e, e, e, e, e],
      [e, e, e, e, e, e, e, e, e, e, e],
      ["项目名称", e, "防汛抗旱", e, e, e, e, e, e, e, e],
      ["主管部门", e, "县水利局", e, e, "实施单位", "县水利局本级", e, e, e, e],
      ["项目资金（万元）", e, e, e, "年初预算数", "全年预算数(A)", "全年执行数(B)", "分值", "执行率", e, "得分"],
      [e, e, "年度资金总额", e, 20, 20, 19, 10, "95%", e, 9.5],
      [e, e, "其中：当年财政拨款", e, 20, 20, 19, "—", "95%", e, "—"],
      ["年度总体目标", "预期目标", e, e, e, e, "实际完成情况", e, e, e, e],
      [e, "甲", e, e, e, e, "乙", e, e, e, e],
      [
        "绩效指标",
        "一级指标",
        "二级指标",
        "三级指标",
        e,
        "年度指标值",
        "实际完成值",
        "分值",
        "得分",
        "偏差原因分析及改进措施",
        e,
      ],
      [e, "产出指标", "数量指标", "水标尺", e, "≥266米", "266米", 50, 50, e, e],
      ["总分", e, e, e, e, e, e, 60, 59.5, e, e],
    ],
    {
      merges: [
        "A1:K1",
        "A2:K2",
        "A4:B4",
        "C4:K4",
        "A5:B5",
        "C5:E5",
        "G5:K5",
        "A6:D6",
        "I6:J6",
        "A7:B8",
        "C7:D7",
        "C8:D8",
        "I7:J7",
        "I8:J8",
        "D11:E11",
        "D12:E12",
        "J11:K11",
        "J12:K12",
        "A13:G13",
        "J13:K13",
      ],
    },
  );

  it("项目、资金各行、指标、总分", () => {
    const [annex] = bookOf(sheet).annexes;
    expect(annex).toMatchObject({ id: "a3", key: "a3:1", project: "防汛抗旱", unit: "县水利局本级", year: 2022 });
    const root = annex?.root ?? null;
    expect(factAt(root, "fund.total.score")?.cells[0]).toMatchObject({ row: 6, column: 10 });
    expect(factAt(root, "fund.current.weight")?.reading.kind).toBe("nothing");
    expect(factAt(root, "fund.current.rate")?.shown).toBe("95%");
    expect(factAt(root, "total.weight")?.shown).toBe("60");
    expect(factAt(root, "total.score")?.cells[0]).toMatchObject({ row: 12, column: 8 });
    expect(itemsAt(root, "indicators")).toHaveLength(1);
  });

  it("一张表上下两个附表，各认各的", () => {
    const below = moved(sheet, 15, 0);
    const both = sheetOf("两张", []);
    const stacked: SheetSnapshot = {
      ...both,
      rows: [...sheet.rows, ...Array.from({ length: 2 }, () => []), ...below.rows],
      merges: [...sheet.merges, ...below.merges],
    };
    const { annexes } = bookOf(stacked);
    expect(annexes.map(({ key, range }) => [key, areaAddress(range)])).toEqual([
      ["a3:1", "A1:K13"],
      ["a3:2", "A16:K28"],
    ]);
  });
});

describe("附件1", () => {
  const sheet = sheetOf("基础", [
    ["2024年度部门整体支出绩效评价基础数据表", e, e, e],
    ["财政供养人员情况（人）", "编制数", "2024年实际在职人数", "控制率"],
    [e, 2, 2, "100%"],
    ["经费控制情况（万元）", "2023年决算数", "2024年预算数", "2024年决算数"],
    ["三公经费", 1, 1, 1],
    ["  1、公务用车购置和维护经费", 0, 0, 0],
    ["     其中：公车购置", 0, 0, 0],
    ["           公车运行维护", 0, 0, 0],
    ["  2、出国经费", 0, 0, 0],
    ["  3、公务接待", 1, 1, 1],
    ["项目支出：", 3, 3, 3],
    ["  1、业务工作专项（一个项目一行）", 3, 3, 3],
    ["     防汛", 1, 1, 1],
    ["     抗旱", 2, 2, 2],
    ["  2、运行维护专项（一个项目一行）", e, e, e],
    ["公用经费", 5, 5, 5],
    ["  其中：办公经费", 2, 2, 2],
    ["政府采购金额", "——", 1, 1],
  ]);

  it("小计行下面有明细的，只算明细", () => {
    const root = bookOf(sheet).annexes[0]?.root ?? null;
    expect(itemsAt(root, "money.projects.items").map(({ label }) => label)).toEqual([
      "防汛",
      "抗旱",
      "2、运行维护专项（一个项目一行）",
    ]);
    expect(itemsAt(root, "money.operating.items").map(({ label }) => label)).toEqual(["其中：办公经费"]);
  });

  it("三个年度列各就各位，列头年度另记", () => {
    const root = bookOf(sheet).annexes[0]?.root ?? null;
    const columns = ["prior", "budget", "final"].map(
      (year) => factAt(root, `money.reception.${year}`)?.cells[0]?.column,
    );
    expect(columns).toEqual([1, 2, 3]);
    expect(["prior", "budget", "final"].map((year) => factAt(root, `money.years.${year}`)?.shown)).toEqual([
      "2023",
      "2024",
      "2024",
    ]);
    expect(factAt(root, "money.procurement.prior")?.reading.kind).toBe("nothing");
  });
});

describe("附件4", () => {
  it("决算式、清单式、空表都认得", () => {
    const statement = sheetOf(
      "四",
      [
        ["政府性基金预算支出情况表", e, e, e, e, e, e, e],
        ["科目编码", "科目名称", "年初结转和结余", "本年收入", "本年支出", e, e, "年末结转和结余"],
        [e, e, e, e, "小计", "基本支出", "项目支出", e],
        ["合计", e, 1, 2, 3, 0, 3, 0],
        ["212", "城乡社区支出", 1, 2, 3, 0, 3, 0],
        ["21208", "国有土地使用权出让", 1, 2, 3, 0, 3, 0],
      ],
      { merges: ["A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:G2", "H2:H3"] },
    );
    const root = bookOf(statement).annexes[0]?.root ?? null;
    expect(factAt(root, "total.outlay")?.cells[0]).toMatchObject({ row: 3, column: 4 });
    // 212 is the subtotal of 21208.
    expect(itemsAt(root, "statement").map(({ label }) => label)).toEqual(["国有土地使用权出让"]);

    const short = sheetOf("四", [
      ["政府性基金预算支出情况表", e, e, e, e, e, e],
      ["序号", "项目名称", "年初预算数", "全年预算数", "全年执行数", "执行率", "备注"],
      [1, "土地整理", 5, 5, 4, "80%", e],
      ["合计", e, 5, 5, 4, "80%", e],
    ]);
    expect(factAt(bookOf(short).annexes[0]?.root ?? null, "total.executed")?.shown).toBe("4");

    const empty = sheetOf("四", [["附件4"], ["2024年度政府性基金预算支出情况表"], ["无"]]);
    expect(bookOf(empty).annexes.map(({ id, year }) => [id, year])).toEqual([["a4", 2024]]);
  });
});

describe("不是附表的，不认", () => {
  it.each([
    [
      "目录",
      sheetOf("目录", [["报告需要以下附件"], ["1.部门整体支出绩效评价基础数据表"], ["2.部门整体支出绩效自评表"]]),
    ],
    [
      "工资表",
      sheetOf("工资", [
        ["姓名", "基本工资", "津贴", "合计"],
        ["甲", 1, 2, 3],
      ]),
    ],
    [
      "只有分值得分的考核表",
      sheetOf("考核", [
        ["一级指标", "二级指标", "分值", "得分"],
        ["德", "勤", 10, 9],
      ]),
    ],
    ["空表", sheetOf("空", [])],
  ])("%s", (_, sheet) => {
    expect(bookOf(sheet).annexes).toEqual([]);
  });
});

describe("一个标题下几张项目表", () => {
  const table = (project: string, begins = "项目名称") => `${begins}|${project}
主管部门|水利局|实施单位|水管站
项目资金|年初预算数|全年预算数|全年执行数|分值|执行率|得分
年度资金总额|5|5|5|10|100%|10
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标|数量指标|水渠|3公里|3公里|90|90
总分|.|.|.|.|100|100`;
  const annexesIn = (...tables: readonly string[]) =>
    bookOf(textSheet("s", ["项目支出绩效自评表", "（2024年度）", ...tables].join("\n"))).annexes;

  it("各是一张，年度都是标题的", () => {
    const found = annexesIn(table("水渠"), table("水库"), table("泵站")).map(({ key, project, year, range }) =>
      [key, project, year, areaAddress(range)].join(" "),
    );
    expect(found).toEqual(["a3:1 水渠 2024 A1:G9", "a3:2 水库 2024 A10:G16", "a3:3 泵站 2024 A17:G23"]);
  });

  it("下面不成一张表的，还是一张", () => {
    expect(annexesIn(table("水渠"), "项目名称|水库")).toHaveLength(1);
    expect(annexesIn(table("水渠"), table("水库", "x|项目名称"))).toHaveLength(1);
  });
});
