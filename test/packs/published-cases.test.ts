import { describe, expect, it } from "vitest";
import { checkWorkbook, openBook } from "../../src/app/index.js";
import { addressOf, type SheetSnapshot } from "../../src/core/sheet/index.js";
import { linglingAnnex2 } from "../fixtures/lingling.js";
import { hunanPack } from "../support/hunan-pack.js";
import { sheetOf, workbookOf, type CellText } from "../support/sheet.js";

const pack = hunanPack();
const e: CellText = null;
const headers = [
  "绩效指标",
  "一级指标",
  "二级指标",
  "三级指标",
  "年度指标值",
  "实际完成值",
  "分值",
  "得分",
  "偏差原因分析及改进措施",
];

/** The rules of the indicator block: severity, id, cell. */
function indicatorFindings(sheet: SheetSnapshot): string[] {
  const workbook = workbookOf(sheet);
  return checkWorkbook(workbook, openBook(workbook, pack), pack)
    .findings.filter(({ id }) => id.startsWith("indicator/"))
    .map(({ id, severity, cell }) => `${severity} ${id} ${cell ? addressOf(cell) : "—"}`);
}

const serious = (found: readonly string[]): string[] => found.filter((text) => !text.startsWith("info")).sort();

/** 中江县水利局 2022: weights 70/20/10 printed, all actual values copied with their ≥, 110 points told as 100. */
const zhongjiang = sheetOf(
  "自评表",
  [
    ["项目支出绩效自评表", e, e, e, e, e, e, e, e],
    ["（2022年度）", e, e, e, e, e, e, e, e],
    ["项目名称", e, "小型水库水标尺制作安装项目", e, e, e, e, e, e],
    ["主管部门", e, "中江县水利局", e, "实施单位", "中江县水利局", e, e, e],
    ["项目资金（万元）", e, e, "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
    [e, "年度资金总额", e, 20, 20, 20, 10, "100.00%", 10],
    [e, "其中：财政拨款", e, 20, 20, 20, "—", e, "—"],
    headers,
    [e, "产出指标（70分）", "数量指标", "安装坡面水标尺", "≥266米", "≥266米", 10, 10, e],
    [e, e, e, "水标尺宽度", "≥50厘米", "≥50厘米", 10, 10, e],
    [e, e, "质量指标", "项目(工程)验收合格率", "100%", "100%", 20, 20, e],
    [e, e, "时效指标", "及时(按期)开工率", "≥90%", "≥90%", 10, 10, e],
    [e, e, e, "及时(按期)完工率", "≥90%", "≥90%", 10, 10, e],
    [e, e, "成本指标", "项目计划总投资", "20万元", "20万元", 10, 10, e],
    [e, "效益指标（20分）", "社会效益指标", "受益脱贫(含监测对象)户人口数", "≥1000人", "≥1000人", 10, 10, e],
    [e, e, e, "群众生产生活条件改善状况", "显著提升", "显著提升", 10, 10, e],
    [e, "满意度指标（10分）", "服务对象满意度指标", "受益脱贫户满意度", "≥95%", "≥95%", 10, 10, e],
    ["总分", e, e, e, e, e, 100, 100, e],
  ],
  { merges: ["A1:I1", "A2:I2", "B9:B14", "B15:B16"] },
);

/** 黄石市图书馆 2022: 20分×执行率, no weights of indicators, scores merged over several rows; cut off before 满意度. */
const huangshi = sheetOf(
  "共享工程",
  [
    ["项目支出绩效自评表", e, e, e, e, e, e, e],
    ["（2022年度）", e, e, e, e, e, e, e],
    ["项目名称", e, "共享工程", e, e, e, e, e],
    ["主管部门", e, "黄石市文化和旅游局", e, "实施单位", "黄石市图书馆", e, e],
    ["项目资金（万元）", e, e, "预算数（A）", "执行数（B）", "执行率（B/A）", "20分×执行率", e],
    [e, "年度资金总额", e, 5, 5, "100%", 20, e],
    ["绩效指标", "一级指标", "二级指标", "三级指标", "年初目标值(A)", "实际完成值(B)", "得分", "说明"],
    [e, "产出指标", "数量指标", "一个存储备份器", "25TB", "25TB", 10, e],
    [e, e, e, "WIFI布点全覆盖", "100%覆盖", "100%覆盖", e, e],
    [e, e, "质量指标", "以最新资源面市", "资源采购期以当年为主", "资源采购期以当年为主", 10, e],
    [e, e, "时效指标", "可保证读者使用时长", "全天候可用", "全天候", 10, e],
    [e, e, e, "2022年全年", "≥360天", "≥360天", e, e],
    [e, e, "成本指标", "以低价位高质量为采购原则", "5万", "5万", 10, e],
    [e, "效益指标", "经济效益指标", "社会公益服务无经济效益", "公益性事业", "公益性事业", 10, e],
    [e, e, "环境效益指标", "数字图书馆环境优良无污染", "良好", "良好", 10, e],
    [e, e, "可持续影响指标", "≥360天服务读者", "≥360天", "≥360天", 10, e],
  ],
  { merges: ["A1:H1", "A2:H2", "B8:B13", "B14:B16", "C8:C9", "G8:G9", "C11:C12", "G11:G12"] },
);

describe("公开的自评表", () => {
  it("零陵区林业局：未达标的缺原因、少得分，占位行没删，目标照抄", () => {
    expect(serious(indicatorFindings(linglingAnnex2))).toEqual([
      "error indicator/reason-missing I22",
      "error indicator/reason-missing I23",
      "warning indicator/goal-copied F12",
      "warning indicator/placeholder D18",
      "warning indicator/score-mismatch H22",
      "warning indicator/score-mismatch H23",
    ]);
  });

  it("中江县水利局：分值、得分加起来是110，完成值照抄“≥”", () => {
    const copied = ["F12", "F13", "F15", "F17", "F9", "F10"].map((cell) => `warning indicator/target-copied ${cell}`);
    expect(serious(indicatorFindings(zhongjiang))).toEqual(
      [
        "error indicator/total-score H18",
        "error indicator/total-weight G18",
        ...copied,
        // 70/20/10 printed where the profile says 50/30/10.
        "warning indicator/group-weight B15",
        "warning indicator/group-weight B9",
      ].sort(),
    );
  });

  it("黄石市图书馆：几项合一个得分，照抄“≥360天”", () => {
    expect(serious(indicatorFindings(huangshi))).toEqual([
      "warning indicator/shared-score G11",
      "warning indicator/shared-score G8",
      "warning indicator/target-copied F12",
      "warning indicator/target-copied F16",
    ]);
  });
});

describe("别的分值安排", () => {
  /** A clean form whose level 1 counts 成本 as well, 10/20/40/20/10. */
  const rows = (kind: readonly (readonly CellText[])[]): SheetSnapshot =>
    sheetOf("附件3", [
      ["项目支出绩效自评表", e, e, e, e, e, e, e, e],
      ["（2024年度）", e, e, e, e, e, e, e, e],
      ["项目名称", e, "道路养护", e, e, e, e, e, e],
      ["主管部门", e, "交通局", e, "实施单位", "公路中心", e, e, e],
      ["项目资金（万元）", e, e, "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
      headers,
      ...kind,
    ]);

  it("成本是一级指标的，执行20加80的，都不拿50/30/10去比", () => {
    const own = rows([
      [e, "成本指标", "经济成本指标", "养护成本", "≤120万元", "120万元", 20, 20, e],
      [e, "产出指标", "数量指标", "养护里程", "≥35公里", "36公里", 20, 20, e],
      [e, e, "质量指标", "验收合格率", "100%", "100%", 10, 10, e],
      [e, e, "时效指标", "完成时间", "2024年11月底前", "2024年11月20日", 10, 10, e],
      [e, "效益指标", "社会效益指标", "通行条件", "明显改善", "明显改善", 20, 20, e],
      [e, "满意度指标", "服务对象满意度指标", "群众满意度", "≥90%", "93%", 10, 10, e],
      ["总分", e, e, e, e, e, 100, 100, e],
    ]);
    const withFund = (weight: number, kind: SheetSnapshot): SheetSnapshot => {
      const fund = sheetOf("x", [[e, "年度资金总额", e, 120, 120, 120, weight, "100%", weight]]).rows[0] ?? [];
      return { ...kind, rows: [...kind.rows.slice(0, 5), fund, ...kind.rows.slice(5)] };
    };
    expect(serious(indicatorFindings(withFund(10, own)))).toEqual([]);
    const eighty = rows([
      [e, "产出指标", "数量指标", "养护里程", "≥35公里", "36公里", 20, 20, e],
      [e, e, "质量指标", "验收合格率", "100%", "100%", 10, 10, e],
      [e, e, "时效指标", "完成时间", "2024年11月底前", "2024年11月20日", 10, 10, e],
      [e, "效益指标", "社会效益指标", "通行条件", "明显改善", "明显改善", 20, 20, e],
      [e, "满意度指标", "服务对象满意度指标", "群众满意度", "≥90%", "93%", 20, 20, e],
      ["总分", e, e, e, e, e, 100, 100, e],
    ]);
    expect(serious(indicatorFindings(withFund(20, eighty)))).toEqual([]);
  });
});
