import { describe, expect, it } from "vitest";
import { openBook } from "../../src/app/open-book.js";
import { scoreJson, scoreText } from "../../src/app/score-workbook.js";
import { type SheetScore, scoreAnnexes } from "../../src/core/achievement/index.js";
import { factAt, itemsAt } from "../../src/core/facts/index.js";
import { hunanPack } from "../support/hunan-pack.js";
import { type CellText, sheetOf, workbookOf } from "../support/sheet.js";

const pack = hunanPack();

/** A county forestry bureau's published sheet of 2021 (its satisfaction group and total are made up: the publication breaks off). */
const forestry: readonly (readonly CellText[])[] = [
  ["附件2"],
  ["部门整体支出绩效自评表"],
  ["（2021年度）"],
  ["县级预算单位名称", "零陵区林业局"],
  ["年度预算申请（万元）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
  ["", "年度资金总额", "4753.66万元", "4753.66万元", "3824.26万元", 10, "100%", 10],
  ["年度总体目标", "预期目标", null, null, "实际完成情况"],
  ["", "造林1.2万亩", null, null, "造林1.2万亩"],
  [
    "绩效指标",
    "一级指标",
    "二级指标",
    "三级指标",
    "年度指标值",
    "实际完成值",
    "分值",
    "得分",
    "偏差原因分析及改进措施",
  ],
  ["", "产出指标(50)", "数量指标", "造林面积", "1.2万亩", "1.2万亩", 10, 10],
  ["", null, null, "病虫害防治面积", "3.45万亩", "3.45万亩", 7, 7],
  ["", null, null, "森林经营面积", "16.3万亩", "16.3万亩", 7, 7],
  ["", null, "质量指标", "造林成活率", "85%", "85%", 7, 7],
  ["", null, null, "……"],
  ["", null, "时效指标", "当期完成", "90%", { value: 1, text: "100%", format: "0%" }, 7, 7],
  ["", null, "成本指标", "造林补助", "每亩300", "每亩300", 6, 6],
  ["", null, null, "抚育补助", "每亩100", "每亩100", 6, 6],
  ["", "效益指标30分）", "经济效益", "木材销售收入", "1100万元", "1093万元", 6, 5],
  ["", null, null, "林产品收入", "2.6亿元", "2.45亿元", 6, 5],
  ["", null, "社会效益", "提高就业率", "显著", "显著", 18, 18],
  ["", "满意度指标(10分)", "服务对象满意度", "群众满意度", "≥95%", "96%", 10, 10],
  ["总分", null, null, null, null, null, 100, 98],
];

function scored(rows: readonly (readonly CellText[])[] = forestry) {
  const { book, scores } = openBook(workbookOf(sheetOf("附件2", rows)), pack);
  const [annex] = book.annexes;
  const [sheet] = scores;
  if (!annex || !sheet) throw new Error("the sheet was not recognised");
  return { annex, sheet };
}

const line = (sheet: SheetScore, name: string) => sheet.indicators.find((one) => one.name === name);

describe("零陵区林业局 附件2", () => {
  const { annex, sheet } = scored();

  it("执行率 3824.26 ÷ 4753.66，应得 8.04", () => {
    expect(sheet.execution.computed?.toFixed()).toBe("8.04");
    expect(sheet.execution.line).toBe("10 × 3824.26 ÷ 4753.66 = 8.04");
    expect(factAt(annex.root, "fund.total.computed")?.shown).toBe("8.04");
    expect(factAt(annex.root, "fund.total.computedRate")?.shown).toBe("80.45%");
  });

  it.each([
    ["造林面积", "10", "met"],
    ["当期完成", "7", "met"],
    ["造林补助", "6", "met"],
    ["木材销售收入", "5.96", "unmet"],
    ["林产品收入", "5.65", "unmet"],
    ["群众满意度", "10", "met"],
  ])("%s 应得 %s", (name, computed, verdict) => {
    expect(line(sheet, name)?.computed?.toFixed()).toBe(computed);
    expect(line(sheet, name)?.verdict).toBe(verdict);
  });

  it("定性指标给出区间，不造分数", () => {
    const employment = line(sheet, "提高就业率");
    expect(employment?.computed).toBeNull();
    expect(employment?.band?.map((end) => end.toFixed())).toEqual(["14.4", "18"]);
  });

  it("占位行不是指标", () => {
    expect(sheet.indicators.map(({ name }) => name)).not.toContain("……");
  });

  it("总分：逐行相加，区间由定性指标而来", () => {
    // 8.04 + 50 + 5.96 + 5.65 + [14.4, 18] + 10
    expect(sheet.total.low.toFixed()).toBe("94.05");
    expect(sheet.total.high.toFixed()).toBe("97.65");
    expect(sheet.total.computed?.toFixed()).toBe("97.65");
    expect(sheet.grade.computed).toBe("优");
  });

  it("定性得分缺失时没有总分，只有区间", () => {
    const without = forestry.map((row) => (row[3] === "提高就业率" ? row.slice(0, 7) : row));
    const { total, grade } = scored(without).sheet;
    expect([total.computed, total.low.toFixed(), total.high.toFixed(), grade.computed]).toEqual([
      null,
      "94.05",
      "97.65",
      null,
    ]);
  });

  it("表上没有分值一栏的，算不出应得的总分", () => {
    const unweighed = forestry.map((row, index) => (index > 7 ? [...row.slice(0, 6), null, row[7] ?? null] : row));
    const { total, grade } = scored(unweighed).sheet;
    expect([total.filed?.toFixed(), total.computed, total.low.toFixed(), total.high.toFixed()]).toEqual([
      "98",
      null,
      "0",
      "100",
    ]);
    expect(grade.computed).toBeNull();
  });

  it("结果成为事实，规则可用", () => {
    const timber = itemsAt(annex.root, "indicators").find((item) => item.label === "木材销售收入");
    const shown = (name: string) => factAt(timber ?? null, name)?.shown;
    expect([shown("computed"), shown("verdict"), shown("readingKind"), shown("achievement")]).toEqual([
      "5.96",
      "unmet",
      "quantitative",
      "0.9936",
    ]);
    const grouped = itemsAt(annex.root, "groups").flatMap((group) => itemsAt(group, "items"));
    const inGroup = grouped.find((item) => item.label === "木材销售收入") ?? null;
    expect(factAt(inGroup, "computed")?.shown).toBe("5.96");
    expect(factAt(annex.root, "computed.total")?.shown).toBe("97.65");
  });
});

describe("人的决定", () => {
  const open = forestry.map((row) =>
    row[3] === "造林面积"
      ? ["", row[1] ?? null, row[2] ?? null, "造林面积", "造林1.2万亩，补植3千亩", "1.2万亩", 10, 10]
      : row,
  );
  const path = (name: string): string => line(scored(open).sheet, name)?.path ?? "";

  it("几个目标里选一个、改方向、定档次，都从原表的文字出发", () => {
    expect(line(scored(open).sheet, "造林面积")).toMatchObject({ computed: null, needsPerson: true });
    const { book } = openBook(workbookOf(sheetOf("附件2", open)), pack);
    const { sheets } = scoreAnnexes(book, pack.scoring, [
      { annex: "a2", path: path("造林面积"), target: "≥1.5万亩" },
      { annex: "a2", path: path("木材销售收入"), direction: "<=" },
      { annex: "a2", path: path("提高就业率"), level: "partly" },
    ]);
    const [sheet] = sheets;
    if (!sheet) throw new Error("no sheet");
    const planting = line(sheet, "造林面积");
    expect([
      planting?.computed?.toFixed(),
      planting?.target.source,
      planting?.target.text,
      planting?.needsPerson,
    ]).toEqual(["8", "person", "造林1.2万亩，补植3千亩", false]);
    expect(line(sheet, "木材销售收入")?.computed?.toFixed()).toBe("6");
    expect(line(sheet, "提高就业率")?.band?.map((end) => end.toFixed())).toEqual(["10.8", "14.4"]);
  });
});

describe("分值填进了指标值栏", () => {
  it("整列都是分值时，没有目标可比，交给人", () => {
    const rows = forestry.map((row) => {
      const weight = row[6];
      return typeof weight === "number" && row[3] ? [...row.slice(0, 4), weight, weight, weight, weight] : row;
    });
    const { sheet } = scored(rows);
    const compared = sheet.indicators.filter(({ computed }) => computed !== null);
    expect(sheet.indicators.length).toBeGreaterThan(8);
    expect(compared).toEqual([]);
  });
});

describe("score 的输出", () => {
  it("JSON 按约定的形状", () => {
    const json = scoreJson("林业局.xlsx", [scored().sheet]);
    expect(json.file).toBe("林业局.xlsx");
    expect(json.sheets[0]).toMatchObject({
      annex: "a2",
      sheet: "附件2",
      execution: { rate: "0.8045", weight: "10", filed: "10", computed: "8.04" },
      total: { filed: "98", computed: "97.65", low: "94.05", high: "97.65" },
      grade: { filed: null, computed: "优" },
    });
    const { indicators } = JSON.parse(JSON.stringify(json.sheets[0])) as {
      indicators: readonly Record<string, unknown>[];
    };
    expect(indicators[0]).toEqual({
      row: 10,
      level1: "产出指标",
      level2: "数量指标",
      name: "造林面积",
      target: {
        text: "1.2万亩",
        kind: "quantitative",
        direction: ">=",
        value: "12000",
        low: null,
        high: null,
        unit: "亩",
        date: null,
        parts: [],
        source: "default",
      },
      actual: { text: "1.2万亩", value: "12000", unit: "亩", date: null, source: "read" },
      achievement: "1",
      weight: "10",
      filed: "10",
      computed: "10",
      band: null,
      verdict: "met",
      needsPerson: false,
      note: expect.any(String) as string,
    });
  });

  it("全年预算数为0：没有执行率，区间从0到分值", () => {
    const rows = forestry.map((row) => (row[1] === "年度资金总额" ? ["", "年度资金总额", 0, 0, 0, 10, "—", 0] : row));
    const json = JSON.parse(JSON.stringify(scoreJson("x", [scored(rows).sheet]))) as {
      sheets: readonly { execution: object }[];
    };
    expect(json.sheets[0]?.execution).toMatchObject({ rate: null, computed: null, band: ["0", "10"] });
  });

  it("文字输出写明执行率的来历和差的分", () => {
    const text = scoreText("林业局.xlsx", [scored().sheet]);
    expect(text).toContain("执行率 80.45%，分值 10，自评 10，应得 8.04（10 × 3824.26 ÷ 4753.66 = 8.04");
    expect(text).toContain("木材销售收入：1100万元 · 完成 1093万元 · 99.36% · 未达到 · 分值 6，自评 5，应得 5.96");
    expect(text).toContain("总分：自评 98，应得 97.65（94.05～97.65）");
  });
});
