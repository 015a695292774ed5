import { describe, expect, it } from "vitest";
import { openBook } from "../../../src/app/index.js";
import {
  indicatorDerivation,
  openDecisions,
  rollUp,
  sameIndicators,
  scoreAnnexes,
  type Derivation,
  type IndicatorLine,
  type LevelScore,
} from "../../../src/core/achievement/index.js";
import { formatDecimal } from "../../../src/core/quantity/index.js";
import { hunanPack } from "../../support/hunan-pack.js";
import { type CellText, sheetOf, workbookOf } from "../../support/sheet.js";

const pack = hunanPack();

const columns = [
  "绩效指标",
  "一级指标",
  "二级指标",
  "三级指标",
  "年度指标值",
  "实际完成值",
  "分值",
  "得分",
  "偏差原因",
];

const whole: readonly (readonly CellText[])[] = [
  ["附件2"],
  ["部门整体支出绩效自评表"],
  ["（2024年度）"],
  ["县级预算单位名称", "某某县林业局"],
  ["年度预算申请（万元）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
  ["", "年度资金总额", 1000, 1000, 800, 10, "80%", 8],
  ["年度总体目标", "预期目标", null, null, "实际完成情况"],
  ["", "造林", null, null, "造林"],
  columns,
  ["", "产出指标(50)", "数量指标", "造林面积", "1.2万亩", "1.08万亩", 30, 30],
  ["", null, "质量指标", "成活率", "≥85%", "86%", 20, 20],
  ["", "效益指标(30)", "社会效益", "群众 就业", "显著", "有所改善", 20, 15],
  ["", null, "社会效益", "带动户数", "≥100户", "完成", 10, 10],
  ["", "满意度指标(10)", "服务对象满意度", "群众满意度", "≥95%", "96%", 10, 10],
  ["总分", null, null, null, null, null, 100, 93],
];

const project: readonly (readonly CellText[])[] = [
  ["附件3"],
  ["项目支出绩效自评表"],
  ["（2024年度）"],
  ["项目名称", "造林项目"],
  ["主管部门", "某某县林业局", null, null, "实施单位", "某某县林业局"],
  ["项目资金（万元）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
  ["", "年度资金总额", 100, 100, 100, 10, "100%", 10],
  ["年度总体目标", "预期目标", null, null, "实际完成情况"],
  ["", "造林", null, null, "造林"],
  columns,
  ["", "产出指标(50)", "数量指标", "造林面积", "≥12000亩", "10800亩", 30, 27],
  ["", null, "质量指标", "成活率", "≥90%", "86%", 20, 19],
  ["", "效益指标(30)", "社会效益", "群众就业", "显著", "显著", 30, 30],
  ["", "满意度指标(10)", "服务对象满意度", "村民满意度", "≥95%", "96%", 10, 10],
  ["总分", null, null, null, null, null, 100, 96],
];

const opened = openBook(workbookOf(sheetOf("附件2", whole), sheetOf("附件3", project)), pack);
const [unit, works] = opened.scores;
if (!unit || !works) throw new Error("two sheets expected");

const told = ({ label, weight, filed, computed, low, high, gap }: LevelScore): string =>
  [label, weight, filed, computed, low, high, gap]
    .map((part) => (part === null ? "—" : typeof part === "string" ? part : formatDecimal(part)))
    .join(" ");

describe("从三级到全部附表", () => {
  const all = rollUp(opened.scores);

  it("每一级都有填报、应得、区间和差", () => {
    const [sheet] = all.children;
    expect(sheet && told(sheet)).toBe("附件2 100 93 90 77 91 3");
    expect(sheet && told(sheet.execution)).toBe("预算执行 10 8 8 8 8 0");
    expect(sheet?.children.map(told)).toEqual([
      "产出指标 50 50 47 47 47 3",
      "效益指标 30 25 25 12 26 0",
      "满意度指标 10 10 10 10 10 0",
    ]);
    expect(sheet?.children[0]?.children.map(told)).toEqual(["数量指标 30 30 27 27 27 3", "质量指标 20 20 20 20 20 0"]);
    expect(sheet?.children[1]?.children[0]?.children.map(told)).toEqual([
      "群众 就业 20 15 15 12 16 0",
      "带动户数 10 10 10 0 10 0",
    ]);
  });

  it("全部附表是各表之和", () => {
    expect(told(all)).toBe("全部附表 200 189 186.11 167.11 187.11 2.89");
  });
});

describe("还开着的判断", () => {
  it("每一项取低、取高时的总分", () => {
    const open = openDecisions(unit, pack.scoring);
    expect(
      open.map(({ name, low, high, atLow, atHigh }) =>
        [
          name,
          formatDecimal(low),
          formatDecimal(high),
          atLow.computed && formatDecimal(atLow.computed),
          atHigh.computed && formatDecimal(atHigh.computed),
        ].join(" "),
      ),
    ).toEqual(["群众 就业 12 16 87 91", "带动户数 0 10 80 90"]);
  });

  it("封顶也算在内", () => {
    const [first] = openDecisions(unit, { caps: [{ below: 90, total: 89 }] });
    expect(first?.atHigh.computed?.toFixed()).toBe("89");
  });
});

describe("附件3里附件2的同名指标", () => {
  it("换了单位的相同，目标不同的列出来，空格不算", () => {
    const same = sameIndicators(opened.scores, pack.scoring);
    expect(same.map(({ name, differs, lower }) => [name, lower.annexKey, ...differs].join(" "))).toEqual([
      `造林面积 ${works.annexKey}`,
      `成活率 ${works.annexKey} target`,
      `群众 就业 ${works.annexKey} actual`,
    ]);
  });

  const differing = (upper: readonly (readonly CellText[])[], lower: readonly (readonly CellText[])[]): string[] => {
    const { scores } = openBook(workbookOf(sheetOf("附件2", upper), sheetOf("附件3", lower)), pack);
    return sameIndicators(scores, pack.scoring).map(({ name, differs }) => [name, ...differs].join(" "));
  };
  const planting = (target: string): readonly (readonly CellText[])[] =>
    project.map((row) => (row[3] === "造林面积" ? row.with(4, target) : row));

  it("没有写符号的目标，数相同就相同；两边都写了又写得不同，才不同", () => {
    expect(differing(whole, planting("=12000亩"))).toContain("造林面积");
    const signed = whole.map((row) => (row[3] === "造林面积" ? row.with(4, "≥1.2万亩") : row));
    expect(differing(signed, planting("≤12000亩"))).toContain("造林面积 target");
  });

  it("名称前面的编号不算", () => {
    const numbered = project.map((row) => (row[3] === "成活率" ? row.with(3, "指标2：成活率") : row));
    expect(differing(whole, numbered)).toContain("成活率 target");
  });

  it("附件2里写了两遍的名称，说不清是哪一个，不比", () => {
    const twice = whole.map((row) => (row[3] === "成活率" ? row.with(3, "造林面积") : row));
    expect(differing(twice, project)).toEqual(["群众 就业 actual"]);
  });
});

const derived = (line: IndicatorLine): Derivation => indicatorDerivation(line, pack.scoring);

describe("得分的来历", () => {
  it("读法、方法、数字和依据都留着", () => {
    const planting = unit.indicators.find(({ name }) => name === "造林面积");
    expect(planting && derived(planting)).toEqual({
      method: "positive",
      label: "正向指标按完成比例计分",
      target: "≥ 12000 亩",
      actual: "10800 亩",
      achievement: "90%",
      inputs: [
        { label: "分值", value: "30" },
        { label: "指标值", value: "12000" },
        { label: "实际完成值", value: "10800" },
      ],
      line: "30 × 10800 ÷ 12000 = 27",
      source: pack.scoring.methods.positive.source,
      summary: "≥ 12000 亩 · 完成 10800 亩 · 90% · 应得 27",
    });
    const jobs = unit.indicators.find(({ name }) => name === "群众 就业");
    expect(jobs && derived(jobs).summary).toBe("显著 · 完成 有所改善 · 应得 12–16");
    expect(unit.execution.derivation.summary).toBe("预算 1000 万元 · 完成 800 万元 · 80% · 应得 8");
  });

  it("人改过的读法照改过的说", () => {
    const { sheets } = scoreAnnexes(opened.book, pack.scoring, [
      { annex: "a2", path: unit.indicators[3]?.path ?? "", actual: "95户" },
    ]);
    const [, , , households] = sheets[0]?.indicators ?? [];
    expect(households && derived(households).summary).toBe("≥ 100 户 · 完成 95 户 · 95% · 应得 9.5");
  });
});
