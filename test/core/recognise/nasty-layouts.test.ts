import { describe, expect, it } from "vitest";
import { buildBook, factAt, field, itemsAt, type AnnexFacts, type FactNode } from "../../../src/core/facts/index.js";
import { recognise } from "../../../src/core/recognise/index.js";
import { addressOf, type SheetSnapshot } from "../../../src/core/sheet/index.js";
import { packOf } from "../../support/pack.js";
import { workbookOf } from "../../support/sheet.js";
import { textSheet } from "../../support/text-sheet.js";

const { annexes: specs } = packOf("hunan-2024");

function annexesOf(...sheets: readonly SheetSnapshot[]): readonly AnnexFacts[] {
  return buildBook(recognise(workbookOf(...sheets), specs)).annexes;
}

/** `indicators.2.target` → address and text. */
function at(annex: AnnexFacts | undefined, path: string): string {
  let node: FactNode | null = annex?.root ?? null;
  for (const step of path.split("."))
    node = node?.node === "list" ? (node.items[Number(step)] ?? null) : field(node, step);
  if (node?.node !== "fact" || !node.cells[0]) return "没有找到";
  return `${addressOf(node.cells[0])} ${node.shown.replaceAll("\n", "~")}`;
}

type Case = readonly [name: string, sheet: SheetSnapshot, kind: string, expected: Readonly<Record<string, string>>];

const cases: readonly Case[] = [
  [
    "没有分值列，得分表头写 20分×执行率；得分格合并",
    textSheet(
      "自评",
      `2022年度项目自评表
单位名称：黄石市图书馆||||||填报日期：2023年6月28日
项目名称|共享工程
主管部门|市文旅局|||项目实施单位|黄石市图书馆
预算执行情况~（万元）~（20分）||预算数（A）|执行数（B）|执行率（B/A）|得分（20分×执行率）
.|年度财政资金总额|5|5|100%|20
年度绩效目标1~（80分）|一级指标|二级指标|三级指标|年初目标值（A）|实际完成值（B）|得分
.|产出指标~（40分）|数量指标|一个存储备份器|25TB|25TB|10
.|||WIFI布点全覆盖|100%覆盖|100%覆盖
.||质量指标|以最新资源面市|当年为主|当年为主|10
.|效益指标~（30分）|经济效益指标|无经济效益|公益性事业|公益性事业|10
总分||||||100
偏差大或目标未完成原因分析|无
`,
      ["A1:G1", "A5:A6", "A7:A11", "B8:B10", "C8:C9", "G8:G9", "A12:F12"],
    ),
    "a3",
    {
      "header.project": "B3 共享工程",
      "header.unit": "F4 黄石市图书馆",
      "fund.total.budget": "C6 5",
      "fund.total.executed": "D6 5",
      "fund.total.rate": "E6 100%",
      "fund.total.score": "F6 20",
      "fund.total.weight": "F5 20",
      "indicators.1.name": "D9 WIFI布点全覆盖",
      "indicators.1.score": "没有找到",
      "indicators.0.score": "G8 10",
      "indicators.3.level1": "B11 效益指标~（30分）",
      "total.score": "G12 100",
      "groups.0.weight": "B8 40",
    },
  ],
  [
    "指标值拆成三列、两行表头，权重在指标值前",
    textSheet(
      "Sheet2",
      `附件2：
XX县林业局2024年度部门（单位）整体支出绩效自评表
单位名称||XX县林业局
年度预算申请（万元）|||年初预算数|全年预算数A|全年执行数B|分值|执行率%|得分
.|年度资金总额||100|100|90|10|90|9
绩效指标|一级指标|二级指标|三级指标|权重|年度指标值|||实际完成值|得分|未完成原因分析
.|||||指标性质|指标值|度量单位
.|产出指标|数量指标|造林面积|20|≥|1.2|万亩|1.2|20
.||质量指标|成活率|20|≥|85|%|0.9|20
.||时效指标|完成及时|10|定性|及时|/|及时|10
.|||合格|10|=|100%|%|100%|10
总分||||100|||||79
`,
      ["A6:A11", "B6:B7", "C6:C7", "D6:D7", "E6:E7", "F6:H6", "I6:I7", "J6:J7", "K6:K7"],
    ),
    "a2",
    {
      "meta.unit": "C3 XX县林业局",
      "meta.year": "A2 2024",
      "fund.total.budget": "E5 100",
      "fund.total.rate": "H5 90",
      "indicators.0.target": "G8 ≥1.2万亩",
      "indicators.1.target": "G9 ≥85%",
      "indicators.2.target": "G10 及时",
      "indicators.3.target": "G11 =100%",
      "indicators.0.actual": "I8 1.2",
      "indicators.0.weight": "E8 20",
      "total.weight": "E12 100",
      "total.score": "J12 79",
    },
  ],
  [
    "一级指标独占一行，有小计行，页面中间重打表头和标题",
    textSheet(
      "三",
      `项目支出绩效自评表
（2023年度）
项目名称|防汛|||主管部门|水利局|实施单位|水利站
项目资金（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分
年度资金总额||10|10|10|10|1|10
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施
一、产出指标（50分）
.|数量指标|水标尺|≥266米|266米|25|25
.||宽度|≥50厘米|50厘米|25|25
.||小计|||50|50
项目支出绩效自评表（续）
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施
二、效益指标（30分）
.|社会效益指标|受益人口|≥1000人|1000人|30|30
注：1.一级指标分值统一设置为产出50、效益30。
2.定性指标按达成预期指标填写。
合计|||||90|90
填表人：张三|||填报日期：2024年1月5日
`,
      ["A1:H1", "A2:H2", "A7:H7", "A11:H11", "A13:H13"],
    ),
    "a3",
    {
      "header.project": "B3 防汛",
      "header.department": "F3 水利局",
      "header.unit": "H3 水利站",
      "fund.total.rate": "G5 1",
      "indicators.0.level1": "A7 一、产出指标（50分）",
      "indicators.1.level2": "B8 数量指标",
      "indicators.2.name": "C14 受益人口",
      "indicators.2.level1": "A13 二、效益指标（30分）",
      "indicators.3.name": "没有找到",
      "groups.0.items.1.name": "C9 宽度",
      "groups.1.weight": "A13 30",
      "total.score": "G17 90",
      "signature.filedOn": "D18 2024年1月5日",
    },
  ],
  [
    "三级指标的表头写成别的，序号列在最前，一级指标每行重写",
    textSheet(
      "t",
      `二〇二三年度项目支出绩效自评表
项目支出名称||造林
主管部门||林业局|实施单位：林场
项目资金||年初预算数|全年预算数|全年执行数|权重|执行率|自评得分
.|年度资金总额|1|2|3|10|50%|5
.|其中：上级专项|1|2|3||50%
序号|一级指标|二级指标|具体内容|指标值|完成值|权重|自评得分|说明
1|产出指标|数量指标|造林|≥1亩|1亩|40|40
2|产出指标|数量指标|抚育|≥1亩|1亩|10|10
3|效益指标|社会效益|就业|≥1人|1人|30|30
4|产出指标（续）|成本指标|补助|≤1元|1元|10|10
总得分||||||100|95
`,
    ),
    "a3",
    {
      "meta.year": "A1 2023",
      "header.unit": "D3 林场",
      "indicators.0.name": "D8 造林",
      "indicators.1.level1": "B9 产出指标",
      "groups.0.items.2.name": "D11 补助",
      "groups.1.items.0.name": "D10 就业",
      "groups.2.kind": "没有找到",
      "fund.others.0.budget": "D6 2",
      "total.score": "H12 95",
    },
  ],
  [
    "附件1：行名分两列合并，项目明细在右侧，年度两行表头",
    textSheet(
      "基础数据",
      `附件1
2024年度部门整体支出绩效评价基础数据表
财政供养人员~情况（人）||编制数|2024年实际在职人数|控制率
.||20|19|95%
经费控制情况~（万元）||2023年|2024年
.||决算数|预算数|决算数
三公经费|小计|6|5|4
.|公务用车购置和维护经费|3|2|1
.|其中：公车购置|0|0|0
.|公车运行维护|3|2|1
.|出国经费|0|0|0
.|公务接待|3|3|3
项目支出|防汛|10|11|12
.|抗旱|20|21|22
公用经费|合计|9|8|7
.|办公经费|1|1|1
.|水费|1|1|1
.|……
政府采购金额||——|5|5
部门基本支出预算调整||——|0|0
说明|“项目支出”需要填报基本支出以外的所有项目支出情况
`,
      ["A3:B4", "A5:B6", "D5:E5", "A7:A12", "A13:A14", "A15:A18"],
    ),
    "a1",
    {
      "staff.quota": "C4 20",
      "staff.rate": "E4 95%",
      "money.threePublic.prior": "C7 6",
      "money.threePublic.final": "E7 4",
      "money.vehicles.budget": "D8 2",
      "money.reception.final": "E12 3",
      "money.projects.final": "没有找到",
      "money.projects.items.0.final": "E13 12",
      "money.projects.items.1.prior": "C14 20",
      "money.operating.budget": "D15 8",
      "money.operating.items.1.budget": "D17 1",
      "money.operating.items.2.budget": "没有找到",
      "money.procurement.prior": "C19 ——",
      "money.years.final": "E6 2024",
      "notes.note": "B21 “项目支出”需要填报基本支出以外的所有项目支出情况",
    },
  ],
  [
    "附件1：没有上年列，列的次序颠倒也按年度认",
    textSheet(
      "s",
      `部门整体支出绩效评价基础数据表
财政供养人员情况|编制数|实际在职人数|控制率
.|2|2|100%
经费控制情况|2024年决算数|2024年预算数|2023年决算数
三公经费|4|5|6
公用经费|7|8|9
`,
    ),
    "a1",
    { "money.threePublic.final": "B5 4", "money.threePublic.budget": "C5 5", "money.threePublic.prior": "D5 6" },
  ],
  [
    "附件1：只有预算、决算两列时，决算不当作上年",
    textSheet(
      "s",
      `部门整体支出绩效评价基础数据表
财政供养人员情况|编制数|实际在职人数|控制率
.|2|2|100%
经费控制情况|2024年预算数|2024年决算数
三公经费|5|4
公用经费|8|7
`,
    ),
    "a1",
    { "money.threePublic.final": "C5 4", "money.threePublic.budget": "B5 5", "money.threePublic.prior": "没有找到" },
  ],
  [
    "附件4：科目编码分类、款、项三列，有栏次行",
    textSheet(
      "附4",
      `政府性基金预算支出情况表
科目编码|||科目名称|年初结转和结余|本年收入|本年支出|||年末结转和结余
类|款|项||||小计|基本支出|项目支出
栏次||||1|2|3|4|5|6
合计||||0|30|30|0|30|0
212|||城乡社区支出|0|30|30|0|30|0
212|08||国有土地使用权出让|0|30|30|0|30|0
212|08|01|征地拆迁|0|10|10|0|10|0
212|08|99|其他|0|20|20|0|20|0
`,
      ["A2:C2", "D2:D3", "E2:E3", "F2:F3", "G2:I2", "J2:J3"],
    ),
    "a4",
    {
      "total.outlay": "G5 30",
      "statement.0.name": "D8 征地拆迁",
      "statement.0.outlay": "G8 10",
      "statement.1.closing": "J9 0",
      "statement.2.name": "没有找到",
    },
  ],
  [
    "附件4没有标题，工作表名和科目说明是政府性基金",
    textSheet(
      "政府性基金",
      `科目编码|科目名称|年初结转和结余|本年收入|本年支出小计|基本支出|项目支出|年末结转和结余
合计||0|0|0|0|0|0
`,
    ),
    "a4",
    { "total.income": "D2 0" },
  ],
  [
    "附件4是空表：本单位没有这项资金",
    textSheet(
      "附件4",
      `附件4
政府性基金预算支出情况表
填报单位：林业局|单位：万元
序号|项目名称|年初预算数|全年预算数|全年执行数|执行率|备注
无
本单位2024年没有政府性基金预算收支。
`,
    ),
    "a4",
    { "header.unit": "A3 林业局" },
  ],
  [
    "没有标题的自评表靠表头认",
    textSheet(
      "Sheet9",
      `项目名称|防汛
主管部门|水利局|实施单位|水利站
项目资金|年初预算数|全年预算数|全年执行数|分值|执行率|得分
年度资金总额|1|2|3|10|50%|5
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标|数量指标|造林|≥1亩|1亩|90|90
`,
    ),
    "a3",
    { "header.unit": "D2 水利站", "indicators.0.name": "C6 造林", "fund.total.executed": "D4 3" },
  ],
  [
    "单位和项目写在同一格里，标签之间换行",
    textSheet(
      "s",
      `项目支出绩效自评表（2024年度）
项目名称：防汛～抗旱~主管部门：水利局　实施单位：水利站
项目资金（元）|年初预算数|全年预算数|全年执行数|分值|执行率|得分
年度资金总额：|10000|20000|5000|10|25%|2.5
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标|数量指标|造林|≥1亩|1亩|90|90
`,
    ),
    "a3",
    { "header.unit": "A2 水利站", "header.department": "A2 水利局", "fund.total.budget": "C4 20000" },
  ],
];

describe("难认的版式", () => {
  it.each(cases)("%s", (_, sheet, kind, expected) => {
    const [annex, ...others] = annexesOf(sheet);
    expect(others).toEqual([]);
    expect(annex?.id).toBe(kind);
    expect(Object.fromEntries(Object.keys(expected).map((path) => [path, at(annex, path)]))).toEqual(expected);
  });

  it("拆开的指标值：各部分的格子都在后面", () => {
    const [annex] = annexesOf(cases[1]?.[1] ?? textSheet("", ""));
    const target = factAt(itemsAt(annex?.root ?? null, "indicators")[0] ?? null, "target");
    expect(target?.cells.map(addressOf)).toEqual(["G8", "F8", "H8"]);
    expect(target?.inText).toBe(true);
  });

  it("去年的旧表还在：两张都认，年度各归各", () => {
    const old = cases[1]?.[1] ?? textSheet("", "");
    const sheet = (name: string, year: string): SheetSnapshot => ({
      ...old,
      ...{ id: name, name },
      rows: old.rows.map((row) =>
        row.map((cell) =>
          cell?.text.includes("2024年度") ? { ...cell, text: cell.text.replace("2024", year) } : cell,
        ),
      ),
    });
    expect(annexesOf(sheet("附件2", "2024"), sheet("附件2 (2)", "2023")).map(({ key, year }) => [key, year])).toEqual([
      ["a2:1", 2024],
      ["a2:2", 2023],
    ]);
  });
});

describe("没有标题，靠表头分得清是哪一张", () => {
  const body = `年度资金|年初预算数|全年预算数|全年执行数|分值|执行率|得分
年度资金总额|1|2|3|10|50%|5
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标|数量指标|造林|≥1亩|1亩|90|90`;

  it.each([
    ["有单位名称", `绩效自评表\n单位名称|林业局\n${body}`, "a2"],
    ["有项目名称", `绩效自评表\n单位名称|林业局\n项目名称|防汛|主管部门|水利局\n${body}`, "a3"],
    ["都没有", body, undefined],
  ])("%s", (_, lines, kind) => {
    expect(annexesOf(textSheet("Sheet1", lines)).map(({ id }) => id)).toEqual(kind === undefined ? [] : [kind]);
  });
});

describe("资金表里认不得的行", () => {
  const others = (lines: string): readonly string[] => {
    const [annex] = annexesOf(
      textSheet(
        "s",
        `项目支出绩效自评表
项目名称|防汛
项目资金|年初预算数|全年预算数|全年执行数|分值|执行率|得分
年度资金总额|10|10|10|10|100%|10
${lines}
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标|数量指标|造林|≥1亩|1亩|90|90`,
      ),
    );
    return itemsAt(annex?.root ?? null, "fund.others").map(({ label }) => label);
  };

  it.each([
    ["另有来源", "其中：上级专项|4|4|4\n其他资金|6|6|6", ["其中：上级专项"]],
    ["来源下的明细不另算", "财政拨款|10|10|10\n其中：中央资金|4|4|4\n省级资金|6|6|6", []],
    ["明细后面又有来源", "财政拨款|4|4|4\n其中：中央资金|4|4|4\n其他资金|5|5|5\n自筹|1|1|1", ["自筹"]],
    ["没有数的行、备注不算", "财政拨款|10|10|10\n上级资金\n备注：1|2", []],
  ])("%s", (_, lines, expected) => {
    expect(others(lines)).toEqual(expected);
  });
});
