import type { FormFill } from "../../src/app/form-rows.js";
import type { CellValue } from "../../src/core/sheet/index.js";

/** One sheet of a sample: which form it fills, and with what. */
export interface SampleSheet {
  readonly annex: string;
  /** Null keeps the form's own name. */
  readonly name: string | null;
  readonly fill: FormFill;
}

export const sampleYear = 2024;
const unit = "屈原管理区红十字会";

const output = "产出指标\n（50分）";
const effect = "效益指标\n（30分）";
const satisfaction = "满意度指标\n（10分）";

type IndicatorRow = readonly [
  level1: string,
  level2: string,
  name: string,
  target: string,
  actual: string,
  weight: number,
  score: number,
  reason?: string,
];

function indicators(rows: readonly IndicatorRow[]): Record<string, CellValue>[] {
  return rows.map(([level1, level2, name, target, actual, weight, score, reason]) => ({
    level1,
    level2,
    name,
    target,
    actual,
    weight,
    score,
    ...(reason === undefined ? {} : { reason }),
  }));
}

const signatures: Record<string, CellValue> = {
  "signature.preparer": "综合办公室",
  "signature.filedOn": "2025年3月20日",
  "signature.phone": "0730-0000000",
  "signature.head": "（已签章）",
};

/** The three years of a row of annex 1. */
function years(row: string, prior: number, budget: number, final: number): Record<string, CellValue> {
  return { [`money.${row}.prior`]: prior, [`money.${row}.budget`]: budget, [`money.${row}.final`]: final };
}

const basicData: SampleSheet = {
  annex: "a1",
  name: null,
  fill: {
    values: {
      "header.unit": unit,
      "staff.quota": 2,
      "staff.actual": 2,
      ...years("vehiclePurchase", 0, 0, 0),
      ...years("vehicleRunning", 0, 0, 0),
      ...years("abroad", 0, 0, 0),
      ...years("reception", 0.08, 0.1, 0.06),
      ...years("operating", 1.18, 1.12, 1.12),
      ...years("operating.office", 0.75, 0.7, 0.72),
      ...years("operating.utilities", 0, 0, 0),
      ...years("operating.meetings", 0, 0, 0),
      "money.procurement.budget": 1.2,
      "money.procurement.final": 1.2,
      "money.basicAdjustment.budget": 0,
      "money.basicAdjustment.final": 0,
      "building.approvedScale": "无",
      "building.actualScale": "无",
      "building.budgetInvest": "无",
      "building.actualInvest": "无",
      "notes.thrift":
        "严格执行年初预算，公用经费不超预算支出；公务接待实行事前审批、一事一单；办公用品和救援物资按规定政府采购、集中领用登记；不新购公务用车，不安排因公出国（境）。",
      ...signatures,
    },
    lists: {
      business: [
        { label: "红十字会应急救援", prior: 6, budget: 6.5, final: 6.5 },
        { label: "无偿献血", prior: 4, budget: 4, final: 4 },
        { label: "应急救护培训", prior: 4.5, budget: 5, final: 5 },
      ],
      upkeep: [],
      earmarked: [],
    },
  },
};

const selfEvaluation: SampleSheet = {
  annex: "a2",
  name: null,
  fill: {
    values: {
      "header.unit": unit,
      "fund.total.initial": 28.45,
      "fund.total.budget": 28.45,
      "fund.total.executed": 28.45,
      "byIncome.general": "28.45万元",
      "byIncome.govFund": "0万元",
      "byIncome.special": "0万元",
      "byIncome.other": "0万元",
      "byExpenditure.basic": "12.95万元",
      "byExpenditure.projects": "15.5万元",
      "goal.expected":
        "开展应急救护宣传活动12场次以上，培训红十字救护员220人以上，向群众普及应急救护知识3万人次以上；扩大人道救助覆盖面，区级救助慰问100户以上；加强应急救援队和志愿服务队建设，参与推动无偿献血、造血干细胞和遗体器官捐献工作。",
      "goal.achieved":
        "依托6支志愿服务队开展宣传活动13场次、志愿服务实践活动6场次，培训红十字救护员231人，普及群众3万余人次；争取省、市救助名额19名、资金6.9万元，区级救助慰问102户、资金7.8万元；应急救援队出任务27次，参与水上救援打捞3次；接受捐赠户外应急救援站40个，已安装15个。人道救助受益人数和社会力量参与未达到年度指标值。",
      "grade.word": "优",
      ...signatures,
    },
    lists: {
      indicators: indicators([
        [output, "数量指标", "红十字志愿服务队", "≥6支", "6支", 3, 3],
        [output, "数量指标", "应急救护宣传活动", "≥12场次", "13场次", 3, 3],
        [output, "数量指标", "应急救护培训、讲座、演练", "≥10期", "11期", 3, 3],
        [output, "数量指标", "培训红十字救护员", "≥220人", "231人", 3, 3],
        [output, "数量指标", "普及应急救护知识群众", "≥3万人次", "3万余人次", 3, 3],
        [output, "数量指标", "志愿服务实践活动", "≥5场次", "6场次", 2, 2],
        [output, "数量指标", "区级救助慰问户数", "≥100户", "102户", 3, 3],
        [output, "数量指标", "争取省、市救助名额", "≥18名", "19名", 2, 2],
        [output, "数量指标", "应急救援队出任务次数", "≥25次", "27次", 3, 3],
        [output, "数量指标", "安装户外应急救援站", "≥15个", "15个", 3, 3],
        [output, "质量指标", "应急救援任务完成率", "100%", "100%", 5, 5],
        [output, "质量指标", "救护员培训合格率", "≥95%", "98%", 4, 4],
        [output, "时效指标", "各项工作完成时间", "2024年12月31日前", "2024年12月25日", 4, 4],
        [output, "时效指标", "救助资金发放及时率", "100%", "100%", 4, 4],
        [output, "成本指标", "部门整体支出成本", "≤28.45万元", "28.45万元", 5, 5],
        [effect, "经济效益指标", "人道救助受益人数", "≥130人", "121人", 8, 7.45, "人道救助资金缺少"],
        [
          effect,
          "社会效益指标",
          "积极动员社会力量参与扶弱助残、助医、助学、助困",
          "社会力量广泛参与",
          "部分达成并具有一定效果",
          8,
          6,
          "宣传力度不够，社会力量参与较少",
        ],
        [effect, "社会效益指标", "群众自救互救能力", "明显提升", "达成预期指标", 4, 4],
        [effect, "生态效益指标", "救护耗材规范处置率", "100%", "100%", 4, 4],
        [effect, "可持续影响指标", "红十字志愿服务长效机制", "健全", "达成预期指标", 6, 6],
        [satisfaction, "服务对象满意度指标", "服务对象满意度", "≥95%", "96%", 10, 10],
      ]),
    },
  },
};

function project(
  number: number,
  name: string,
  amount: number,
  goal: { readonly expected: string; readonly achieved: string },
  rows: readonly IndicatorRow[],
): SampleSheet {
  return {
    annex: "a3",
    name: `附件3-${number} ${name}`,
    fill: {
      values: {
        "header.project": name,
        "header.department": unit,
        "header.unit": unit,
        "fund.current.initial": amount,
        "fund.current.budget": amount,
        "fund.current.executed": amount,
        "fund.carryOver.initial": 0,
        "fund.carryOver.budget": 0,
        "fund.carryOver.executed": 0,
        "fund.other.initial": 0,
        "fund.other.budget": 0,
        "fund.other.executed": 0,
        "goal.expected": goal.expected,
        "goal.achieved": goal.achieved,
        ...signatures,
      },
      lists: { indicators: indicators(rows) },
    },
  };
}

const rescue = project(
  1,
  "红十字会应急救援",
  6.5,
  {
    expected:
      "建好应急救援物资储备仓库1个，配备救生艇2只，应急救援队全年出任务25次以上，提升全区水上救援和突发事件救援能力。",
    achieved:
      "建成应急救援物资储备仓库1个，配备救生艇2只、发动机1台、拖车1辆和队服等装备，开展专业化救援培训；全年出任务27次，参与水上救援打捞3次，全部圆满完成。",
  },
  [
    [output, "数量指标", "应急救援物资储备仓库", "≥1个", "1个", 8, 8],
    [output, "数量指标", "配备救生艇", "≥2只", "2只", 8, 8],
    [output, "数量指标", "应急救援队出任务次数", "≥25次", "27次", 8, 8],
    [output, "质量指标", "应急救援任务完成率", "100%", "100%", 10, 10],
    [output, "时效指标", "救援装备配备完成时间", "2024年10月31日前", "2024年10月18日", 8, 8],
    [output, "成本指标", "应急救援项目成本", "≤6.5万元", "6.5万元", 8, 8],
    [effect, "社会效益指标", "全区水上救援能力", "明显提升", "达成预期指标", 15, 15],
    [effect, "可持续影响指标", "应急救援队伍培训演练机制", "健全", "达成预期指标", 15, 15],
    [satisfaction, "服务对象满意度指标", "救援服务对象满意度", "≥95%", "97%", 10, 10],
  ],
);

const blood = project(
  2,
  "无偿献血",
  4,
  {
    expected: "开展无偿献血宣传活动4场次以上，慰问无偿献血困难家庭20户以上，完成上级下达的献血任务。",
    achieved:
      "结合世界红十字日等纪念日开展无偿献血宣传4场次，慰问献血困难家庭21户，推出“最美献血者”典型宣传，献血任务全面完成。",
  },
  [
    [output, "数量指标", "无偿献血宣传活动", "≥4场次", "4场次", 10, 10],
    [output, "数量指标", "慰问无偿献血困难家庭", "≥20户", "21户", 10, 10],
    [output, "质量指标", "献血任务完成率", "100%", "100%", 10, 10],
    [output, "时效指标", "慰问资金发放及时率", "100%", "100%", 10, 10],
    [output, "成本指标", "无偿献血项目成本", "≤4万元", "4万元", 10, 10],
    [effect, "社会效益指标", "无偿献血知识知晓率", "≥80%", "85%", 15, 15],
    [effect, "可持续影响指标", "无偿献血激励机制", "健全", "达成预期指标", 15, 15],
    [satisfaction, "服务对象满意度指标", "献血者满意度", "≥95%", "96%", 10, 10],
  ],
);

const training = project(
  3,
  "应急救护培训",
  5,
  {
    expected:
      "建好市民应急救护知识大讲堂1个，开展培训、讲座、演练10期以上，培训红十字救护员220人以上，普及群众3万人次以上。",
    achieved:
      "建成市民应急救护知识大讲堂和生命健康安全教育培训基地，应急救护培训走进社区、乡村、学校、企业和机关，开展培训、讲座、演练11期，培训红十字救护员231人，普及群众3万余人次。",
  },
  [
    [output, "数量指标", "应急救护培训、讲座、演练", "≥10期", "11期", 8, 8],
    [output, "数量指标", "培训红十字救护员", "≥220人", "231人", 8, 8],
    [output, "数量指标", "普及应急救护知识群众", "≥3万人次", "3万余人次", 6, 6],
    [output, "数量指标", "市民应急救护知识大讲堂", "≥1个", "1个", 4, 4],
    [output, "数量指标", "生命健康安全教育培训基地", "≥1个", "1个", 4, 4],
    [output, "质量指标", "救护员培训合格率", "≥95%", "98%", 8, 8],
    [output, "时效指标", "培训计划完成时间", "2024年11月30日前", "2024年11月28日", 6, 6],
    [output, "成本指标", "应急救护培训项目成本", "≤5万元", "5万元", 6, 6],
    [effect, "社会效益指标", "群众自救互救能力", "明显提升", "达成预期指标", 15, 15],
    [effect, "可持续影响指标", "应急救护培训常态化机制", "健全", "达成预期指标", 15, 15],
    [satisfaction, "服务对象满意度指标", "参训学员满意度", "≥95%", "98%", 10, 10],
  ],
);

const governmentFund: SampleSheet = {
  annex: "a4",
  name: null,
  fill: {
    values: { "header.unit": unit, ...signatures },
    lists: { statement: [{ name: "无" }] },
  },
};

/** The annexes of the district Red Cross for 2024. Which figures are published: assets/samples/README.md. */
export const redcross: readonly SampleSheet[] = [basicData, selfEvaluation, rescue, blood, training, governmentFund];
