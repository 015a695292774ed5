/** A published self-evaluation table, free of any layout. Texts as printed; null is an empty cell. */
export interface PublishedTable {
  readonly unit: string;
  readonly year: number;
  /** 附件2 (整体支出) or 附件3 (项目支出). */
  readonly annex: "a2" | "a3";
  readonly project?: string;
  readonly fund: {
    readonly initial: string;
    readonly budget: string;
    readonly executed: string;
    /** Null where the form prints `得分（20分×执行率）` instead of a column of weights. */
    readonly weight: string | null;
    readonly rate: string;
    readonly score: string;
    readonly rows?: readonly { readonly label: string; readonly initial: string; readonly budget: string }[];
  };
  readonly byIncome?: readonly string[];
  readonly byExpenditure?: readonly string[];
  readonly goal?: readonly [expected: string, achieved: string];
  readonly groups: readonly PublishedGroup[];
  readonly total?: readonly [weight: string, score: string];
  readonly note?: string;
}

export interface PublishedGroup {
  /** As printed: 产出指标(50). */
  readonly label: string;
  readonly rows: readonly PublishedRow[];
}

export interface PublishedRow {
  readonly level2: string;
  readonly name: string;
  readonly target: string | null;
  readonly actual: string | null;
  readonly weight: string | null;
  /** `"shared"`: the score cell of the row above covers this row as well. */
  readonly score: string | null;
}

/** A finding that the publication must give: rule, role, and figures where they are known. */
export interface ExpectedFinding {
  readonly id: string;
  /** `fund.total.rate`, `木材销售收入.reason`, `……质量指标.name`. */
  readonly at: string;
  readonly actual?: string;
  readonly expected?: string;
  readonly severity?: string;
}

export interface PublishedCase {
  readonly table: PublishedTable;
  readonly expected: readonly ExpectedFinding[];
  /** Rules that must say nothing. */
  readonly silent: readonly string[];
  /** Rules about which one may be of two minds. */
  readonly debatable: readonly string[];
}

const row = (
  level2: string,
  name: string,
  target: string | null,
  actual: string | null,
  weight: string | null,
  score: string | null,
): PublishedRow => ({ level2, name, target, actual, weight, score });

/** 零陵区林业局, 2021, published 2022-04-07; cut off after 社会效益. */
const lingling: PublishedCase = {
  table: {
    unit: "零陵区林业局",
    year: 2021,
    annex: "a2",
    fund: {
      initial: "4753.66万元",
      budget: "4753.66万元",
      executed: "3824.26万元",
      weight: "10",
      rate: "100%",
      score: "10",
    },
    byIncome: ["一般公共预算：1873.66万元", "政府性基金拨款：", "纳入专户管理的非税收入拨款：", "其他资金：2880万元"],
    byExpenditure: ["基本支出：1768.16万元", "项目支出：2985.5万元"],
    goal: [
      "目标1:造林1.2万亩,目标2森林经营16.3万亩,目标3:病虫害防治3.45万亩",
      "目标1:造林1.2万亩,目标2森林经营16.3万亩,目标3:病虫害防治3.45万亩",
    ],
    groups: [
      {
        label: "产出指标(50)",
        rows: [
          row("数量指标", "造林面积", "1.2万亩", "1.2万亩", "10", "10"),
          row("数量指标", "病虫害防治面积", "3.45万亩", "3.45万亩", "7", "7"),
          row("数量指标", "森林经营面积", "16.3万亩", "16.3万亩", "7", "7"),
          row("质量指标", "造林成活率", "85%", "85%", "7", "7"),
          row("质量指标", "……", null, null, null, null),
          row("时效指标", "当期完成", "90%", "100%", "7", "7"),
          row("成本指标", "造林补助", "每亩300", "每亩300", "6", "6"),
          row("成本指标", "抚育补助", "每亩100", "每亩100", "6", "6"),
        ],
      },
      {
        label: "效益指标30分)",
        rows: [
          row("经济效益指标", "木材销售收入", "1100万元", "1093万元", "6", "5"),
          row("经济效益指标", "林产品收入", "2.6亿元", "2.45亿元", "6", "5"),
          row("社会效益指标", "提高就业率", "显著", "显著", "6", "6"),
        ],
      },
    ],
  },
  expected: [
    { id: "fund/execution-rate", at: "fund.total.rate", actual: "100%", expected: "80.45%" },
    { id: "fund/execution-score", at: "fund.total.score", actual: "10", expected: "8.04" },
    { id: "fund/low-execution", at: "fund.total.rate" },
    { id: "indicator/reason-missing", at: "木材销售收入.reason" },
    { id: "indicator/reason-missing", at: "林产品收入.reason" },
    {
      id: "indicator/score-mismatch",
      at: "木材销售收入.score",
      actual: "5",
      expected: "5.96",
      severity: "warning",
    },
    { id: "indicator/score-mismatch", at: "林产品收入.score", actual: "5", expected: "5.65", severity: "warning" },
    { id: "indicator/placeholder", at: "……质量指标.name" },
    { id: "indicator/goal-copied", at: "goal.achieved" },
  ],
  silent: ["fund/by-income", "fund/by-expenditure", "fund/total-sum"],
  debatable: ["indicator/group-missing", "indicator/group-weight", "indicator/total-weight", "indicator/total-score"],
};

/** 中江县水利局, 2022, published 2022-12-30. */
const zhongjiang: PublishedCase = {
  table: {
    unit: "中江县水利局",
    year: 2022,
    annex: "a3",
    project: "农业水价综合改革小型水库水标尺制作安装项目",
    fund: {
      initial: "20",
      budget: "20",
      executed: "20",
      weight: "10",
      rate: "100.00%",
      score: "10",
      rows: [{ label: "其中：财政拨款", initial: "20", budget: "20" }],
    },
    groups: [
      {
        label: "产出指标（70分）",
        rows: [
          row("数量指标", "安装坡面水标尺", "≥266米", "≥266米", "10", "10"),
          row("数量指标", "水标尺宽度", "≥50厘米", "≥50厘米", "10", "10"),
          row("质量指标", "项目(工程)验收合格率", "100%", "100%", "20", "20"),
          row("时效指标", "及时(按期)开工率", "≥90%", "≥90%", "10", "10"),
          row("时效指标", "及时(按期)完工率", "≥90%", "≥90%", "10", "10"),
          row("成本指标", "项目计划总投资", "20万元", "20万元", "10", "10"),
        ],
      },
      {
        label: "效益指标（20分）",
        rows: [
          row("社会效益指标", "受益脱贫(含监测对象)户人口数", "≥1000人", "≥1000人", "10", "10"),
          row("社会效益指标", "群众生产生活条件改善状况", "显著提升", "显著提升", "10", "10"),
        ],
      },
      {
        label: "满意度指标（10分）",
        rows: [row("服务对象满意度指标", "受益脱贫户满意度", "≥95%", "≥95%", "10", "10")],
      },
    ],
    total: ["100", "100"],
    note: "注：1.一级指标分值统一设置为:产出指标50分、效益指标30分、满意度指标10分、预算资金执行率10分",
  },
  expected: [
    { id: "indicator/total-weight", at: "total.weight", actual: "100", expected: "110" },
    { id: "indicator/total-score", at: "total.score", actual: "100", expected: "110" },
    ...[
      "安装坡面水标尺",
      "水标尺宽度",
      "及时(按期)开工率",
      "及时(按期)完工率",
      "受益脱贫(含监测对象)户人口数",
      "受益脱贫户满意度",
    ].map((name) => ({ id: "indicator/target-copied", at: `${name}.actual` })),
  ],
  silent: ["fund/execution-rate", "fund/execution-score"],
  debatable: ["indicator/group-weight", "indicator/perfect"],
};

/** 黄石市图书馆, 2022, filled in on 2023-06-28; cut off before 满意度; no column of weights. */
const huangshi: PublishedCase = {
  table: {
    unit: "黄石市图书馆",
    year: 2022,
    annex: "a3",
    project: "共享工程",
    fund: { initial: "5", budget: "5", executed: "5", weight: null, rate: "100%", score: "20" },
    groups: [
      {
        label: "产出指标（40分）",
        rows: [
          row("数量指标", "一个存储备份器", "25TB", "25TB", null, "10"),
          row("数量指标", "WIFI布点全覆盖", "100%覆盖", "100%覆盖", null, "shared"),
          row("质量指标", "以最新资源面市", "资源采购期以当年为主", "资源采购期以当年为主", null, "10"),
          row("时效指标", "可保证读者使用时长", "全天候可用", "全天候", null, "10"),
          row("时效指标", "2022年全年", "≥360天", "≥360天", null, "shared"),
          row("成本指标", "以低价位高质量为采购原则", "5万", "5万", null, "10"),
        ],
      },
      {
        label: "效益指标（30分）",
        rows: [
          row("经济效益指标", "社会公益服务无经济效益", "公益性事业", "公益性事业", null, "10"),
          row("环境效益指标", "数字图书馆环境优良无污染", "良好", "良好", null, "10"),
          row("可持续影响指标", "≥360天服务读者", "≥360天", "≥360天", null, "10"),
        ],
      },
    ],
  },
  expected: [
    { id: "indicator/shared-score", at: "一个存储备份器.score" },
    { id: "indicator/shared-score", at: "可保证读者使用时长.score" },
    { id: "indicator/target-copied", at: "2022年全年.actual" },
    { id: "indicator/target-copied", at: "≥360天服务读者.actual" },
  ],
  silent: ["fund/execution-rate", "fund/execution-score", "indicator/total-weight"],
  debatable: ["indicator/group-missing", "indicator/group-weight", "indicator/category-suspect"],
};

export const publishedCases: Readonly<Record<string, PublishedCase>> = {
  零陵区林业局2021: lingling,
  中江县水利局2022: zhongjiang,
  黄石市图书馆2022: huangshi,
};
