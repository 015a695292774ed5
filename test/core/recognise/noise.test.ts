import { describe, expect, it } from "vitest";
import { recognise } from "../../../src/core/recognise/index.js";
import type { SheetSnapshot } from "../../../src/core/sheet/index.js";
import { randomForm } from "../../fixtures/random-forms/random-form.js";
import { packOf } from "../../support/pack.js";
import { randomOf, type Random } from "../../support/random.js";
import { sheetOf, workbookOf, type CellText } from "../../support/sheet.js";
import { textSheet } from "../../support/text-sheet.js";

const { annexes: specs } = packOf("hunan-2024");

const noise: readonly (readonly [string, SheetSnapshot])[] = [
  [
    "部门预算表",
    textSheet(
      "预算",
      `2024年部门收支预算总表
单位：万元
项目|年初预算数|全年预算数|全年执行数|执行率
一、一般公共预算拨款|100|110|90|81.82%
二、政府性基金拨款|0|0|0|0
年度资金总额|100|110|90|81.82%
基本支出|60|60|60|100%
项目支出|40|50|30|60%
`,
    ),
  ],
  [
    "一般公共预算支出决算表",
    textSheet(
      "公开05表",
      `一般公共预算财政拨款支出决算表
科目编码|科目名称|年初结转和结余|本年收入|小计|基本支出|项目支出|年末结转和结余
合计||0|100|100|60|40|0
213|农林水支出|0|100|100|60|40|0
`,
    ),
  ],
  [
    "项目支出绩效目标申报表",
    textSheet(
      "绩效目标",
      `项目支出绩效目标申报表
（2024年度）
项目名称|防汛|主管部门|水利局
项目资金（万元）|年度资金总额：|100||
.|其中：财政拨款|100
年度总体目标|确保安全度汛
绩效指标|一级指标|二级指标|三级指标|指标值|分值
.|产出指标|数量指标|水标尺|≥266米|50
.|效益指标|社会效益|受益人口|≥1000人|30
`,
    ),
  ],
  [
    "绩效评价指标评分表",
    textSheet(
      "评分",
      `部门整体支出绩效评价指标评分表
一级指标|二级指标|三级指标|分值|指标解释|评分标准|得分|备注
投入|目标设定|绩效目标合理性|5|略|略|5
过程|预算执行|预算完成率|10|略|略|9
产出及效率|职责履行|实际完成率|10|略|略|10
合计|||100|||95
`,
    ),
  ],
  [
    "指标库",
    textSheet(
      "指标库",
      `共性绩效指标库
一级指标|二级指标|三级指标|指标值|计量单位|适用范围
产出指标|数量指标|造林面积|≥1|亩|林业
产出指标|质量指标|成活率|≥85|%|林业
`,
    ),
  ],
  [
    "填报说明",
    textSheet(
      "填报说明",
      `部门整体支出绩效自评表填报说明
一、本表由各预算单位填写，年初预算数、全年预算数、全年执行数按决算填列。
二、部门整体支出绩效自评表中的一级指标、二级指标、三级指标按批复的绩效目标填写。
三、分值、得分保留两位小数。
四、政府性基金预算支出情况表没有数据的填无。
`,
    ),
  ],
  [
    "目录",
    textSheet(
      "目录",
      `序号|附件名称|页码
1|部门整体支出绩效评价基础数据表|1
2|部门整体支出绩效自评表|2
3|项目支出绩效自评表|3
4|政府性基金预算支出情况表|4
`,
    ),
  ],
  [
    "只有附件名的目录",
    textSheet(
      "附件目录",
      `附件1：部门整体支出绩效评价基础数据表
附件2：部门整体支出绩效自评表
附件3：项目支出绩效自评表
附件4：政府性基金预算支出情况表
`,
    ),
  ],
  [
    "校验结果清单",
    textSheet(
      "核对单",
      `绩效附表核对单
规则|结果|附表|工作表|单元格|说明
fund/total-sum|通过|部门整体支出绩效自评表|附件2|E5|年度资金总额
indicator/total-score|不符|项目支出绩效自评表|附件3|H30|得分
a4/sum|不适用|政府性基金预算支出情况表|附件4||无数据
`,
    ),
  ],
  [
    "汇总表",
    textSheet(
      "汇总",
      `2024年项目支出绩效自评情况汇总表
序号|项目名称|年初预算数|全年预算数|全年执行数|执行率|自评得分|等级
1|防汛|10|10|9|90%|95|优
2|抗旱|20|20|20|100%|98|优
合计||30|30|29|96.67%
`,
    ),
  ],
  [
    "透视表",
    textSheet(
      "透视",
      `行标签|求和项:分值|求和项:得分
产出指标|50|49
效益指标|30|30
满意度指标|10|10
总计|90|89
`,
    ),
  ],
  [
    "合同台账",
    textSheet(
      "合同",
      `合同台账
序号|合同名称|甲方|乙方|金额（万元）|签订日期|备注
1|绩效评价服务合同（项目支出绩效自评表编制）|林业局|事务所|5|2024年3月1日
`,
    ),
  ],
  [
    "自评打分过程",
    textSheet(
      "底稿",
      `项目支出绩效自评表底稿数据来源
指标|来源|分值|得分|完成值
造林面积|林业站|10|10|1.2万亩
`,
    ),
  ],
  [
    "通知正文",
    textSheet(
      "通知",
      `关于报送2024年度部门整体支出绩效自评表的通知
各单位：请于3月31日前报送部门整体支出绩效自评表、项目支出绩效自评表。
附件：项目支出绩效自评表
`,
    ),
  ],
  [
    "人员编制表",
    textSheet(
      "编制",
      `单位|编制数|实际在职人数|控制率|2023年决算数|2024年预算数|2024年决算数
本级|20|19|95%|1|2|3
`,
    ),
  ],
  [
    "单位信息表",
    textSheet("封面", "单位名称|零陵区林业局\n填表人|张三\n联系电话|0746-1234567\n项目名称|防汛\n主管部门|林业局\n"),
  ],
];

/** Tables of anything, in words that annexes use too. */
function randomTable(random: Random, index: number): SheetSnapshot {
  const words = [
    ..."项目名称 年初预算数 全年预算数 全年执行数 执行率 分值 得分 备注 说明 合计 指标值 完成值 一级指标 编制数".split(
      " ",
    ),
    ..."姓名 部门 金额 日期 数量 单价 摘要 经办人 合同号 科目名称 本年收入 基本支出 项目支出 2024年预算数 绩效".split(
      " ",
    ),
  ];
  const width = random.whole(3, 8);
  const header = Array.from({ length: width }, (): CellText => random.one(words));
  const rows = Array.from({ length: random.whole(3, 40) }, () =>
    Array.from({ length: width }, (_, column): CellText => (column === 0 ? random.one(words) : random.whole(0, 9999))),
  );
  return sheetOf(`表${index}`, [[`2024年${random.one(words)}统计表`], header, ...rows]);
}

describe("不是附表的，一张也不认", () => {
  it.each(noise)("%s", (_, sheet) => {
    const { annexes, rest } = recognise(workbookOf(sheet), specs);
    expect(annexes.map(({ spec }) => spec.id)).toEqual([]);
    expect(rest).toEqual([{ sheet: sheet.name, reason: expect.stringMatching(/^(?:没有找到|有“)/) as string }]);
  });

  it("四十张别的表里找得到两张附表，其余不动", () => {
    const random = randomOf(7);
    const others = Array.from({ length: 40 }, (_, index) => randomTable(random, index));
    const forms = (["a2", "a3"] as const).map((kind) => randomForm(random, kind).drawing.snapshot(`附表${kind}`));
    const sheets = [...others.slice(0, 13), ...forms.slice(0, 1), ...others.slice(13), ...forms.slice(1)];
    const { annexes, rest } = recognise(workbookOf(...sheets), specs);
    expect(annexes.map(({ spec, sheet }) => [spec.id, sheet.name])).toEqual([
      ["a2", "附表a2"],
      ["a3", "附表a3"],
    ]);
    expect(rest).toHaveLength(40);
  });

  it("说得出为什么没有认", () => {
    const reasons = new Map(noise.map(([name, sheet]) => [name, recognise(workbookOf(sheet), specs).rest[0]?.reason]));
    expect(reasons.get("部门预算表")).toBe("没有找到附表的标题，表头也不成一张附表");
    expect(reasons.get("只有附件名的目录")).toContain("项目支出绩效自评表");
  });
});

describe("几万格的怪表不会卡住，也不会认出一堆附表", () => {
  const large = (rows: number, row: (index: number) => readonly CellText[]): SheetSnapshot =>
    sheetOf(
      "大表",
      Array.from({ length: rows }, (_, index) => row(index)),
    );
  const hostile: readonly (readonly [string, (index: number) => readonly CellText[]])[] = [
    [
      "每行都是表头",
      () => ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "年初预算数"],
    ],
    ["每行都是标题", () => ["部门整体支出绩效自评表"]],
    ["每行都是续表", () => ["项目支出绩效自评表（续）", "年初预算数", "全年预算数"]],
    [
      "标题和表头交替",
      (index) => (index % 2 ? ["项目支出绩效自评表"] : ["一级指标", "三级指标", "完成值", "得分", "分值"]),
    ],
    ["每格都是标签", () => ["填表人：", "填报日期：", "项目名称", "主管部门：", "实施单位", "其中：一般公共预算："]],
  ];

  it.each(hostile)("%s", (_, row) => {
    const { annexes } = recognise(workbookOf(large(10_000, row)), specs);
    expect(annexes.length).toBeLessThanOrEqual(1);
  });
});
