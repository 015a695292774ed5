import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type IndicatorContext, readActual, readTarget, scoreIndicator } from "../../../src/core/achievement/index.js";
import type { ScoringProfile } from "../../../src/core/pack/scoring-schema.js";
import { decimal, formatDecimal } from "../../../src/core/quantity/index.js";
import { contextOf, hunan } from "./hunan-profile.js";

function scoreOf(targetText: string, actualText: string, weight: string, change: Partial<IndicatorContext> = {}) {
  const context = contextOf({ actual: actualText, weight, ...change });
  const target = readTarget(targetText, context);
  const actual = readActual(actualText, target, context);
  const score = scoreIndicator(target, actual, weight === "" ? null : decimal(weight), context.profile);
  return { target, actual, score };
}

/** computed or band · verdict · a person is asked */
function told(target: string, actual: string, weight: string, change: Partial<IndicatorContext> = {}): string {
  const { score } = scoreOf(target, actual, weight, change);
  const points = score.computed
    ? formatDecimal(score.computed)
    : (score.band?.map((end) => formatDecimal(end)).join("–") ?? "—");
  return `${points} ${score.verdict}${score.needsPerson ? " ?" : ""}`;
}

const profileWith = (quantitative: Partial<ScoringProfile["quantitative"]>): ScoringProfile => ({
  ...hunan,
  quantitative: { ...hunan.quantitative, ...quantitative },
});

describe("计分", () => {
  it.each([
    // positive
    ["1100万元", "1093万元", "6", "5.96 unmet"],
    ["2.6亿元", "2.45亿元", "6", "5.65 unmet"],
    ["≥100人", "96人", "5", "4.8 unmet"],
    ["≥100人", "129人", "5", "5 met"],
    ["≥100人", "130人", "5", "5 over"],
    ["≥100人", "0人", "5", "0 unmet"],
    ["≥0人", "0人", "5", "5 met"],
    // reverse
    ["≤10次", "8次", "5", "5 met"],
    ["≤10次", "7次", "5", "5 over"],
    ["≤10次", "12.5次", "5", "4 unmet"],
    ["≤0.9‰", "0", "10", "10 met"],
    ["0起", "0起", "5", "5 met"],
    ["0起", "2起", "5", "0 unmet"],
    ["零事故", "无", "5", "5 met"],
    ["零投诉", "未发生投诉", "5", "5 met"],
    // equal
    ["=100%", "100%", "5", "5 met"],
    ["=300元/亩", "240元/亩", "5", "4 unmet"],
    ["=300元/亩", "375元/亩", "5", "4 unmet"],
    // range
    ["5-10个工作日", "7个工作日", "5", "5 met"],
    ["5-10个工作日", "4个工作日", "5", "4 unmet"],
    ["5-10个工作日", "12.5个工作日", "5", "4 unmet"],
    // dates
    ["9月前", "7月", "5", "5 met"],
    ["12月底前", "2024年12月31日", "5", "5 met"],
    ["9月前", "9月15日", "5", "0–5 unmet ?"],
    ["2024年12月31日前", "2025年1月3日", "5", "0–5 unmet ?"],
    ["12月底前", "按时完成", "5", "0–5 unknown ?"],
    // units
    ["1.2万亩", "12000亩", "5", "5 met"],
    ["1.2万亩", "1.2", "5", "5 met"],
    ["1.2万亩", "12000", "5", "5 met"],
    ["=72890元", "72890", "5", "5 met"],
    ["≤500元", "480", "5", "5 met"],
    ["≥5亿元", "4.8", "5", "4.8 unmet"],
    ["≥20万元", "200000", "5", "5 met ?"],
    ["≤100元", "98元/件", "5", "5 met"],
    ["=300元/亩", "240元", "5", "4 unmet"],
    ["≤300元/亩", "36万元", "5", "0–5 unknown ?"],
    ["≥10公里", "9500米", "5", "4.75 unmet"],
    ["≥95%", "95", "5", "5 met"],
    ["100%", "1", "5", "5 met"],
    ["≥95%", "0.95", "5", "5 met ?"],
    ["每季度1次", "4次", "5", "5 met"],
    ["每季度1次", "3次", "5", "3.75 unmet"],
    ["≥5个", "5家", "5", "5 met"],
    ["≥100人", "100人次", "5", "0–5 unknown ?"],
    ["≥95%", "12个月", "5", "0–5 unknown ?"],
    ["下降5%", "下降6%", "5", "5 met"],
    ["下降5%", "-4%", "5", "4 unmet"],
    ["增长5%", "下降2%", "5", "0–5 unknown ?"],
    ["≥100人", "1人", "5", "0.05 unmet ?"],
    ["≥1人", "100人", "5", "5 over ?"],
    // actual cells with words
    ["≥100人", "共培训98人", "5", "4.9 unmet"],
    ["≥95%", "满意度96%，调查200人", "5", "5 met"],
    ["≥100人", "3期98人", "5", "4.9 unmet"],
    ["≥100人", "完成", "5", "0–5 unknown ?"],
    ["≥100人", "", "5", "0–5 unknown ?"],
    ["≥90%", "一般", "5", "0–5 unknown ?"],
    // qualitative
    ["显著", "显著", "6", "4.8–6 met"],
    ["效果明显", "达成预期指标", "6", "4.8–6 met"],
    ["显著", "有所改善", "6", "3.6–4.8 unmet"],
    ["有所改善", "有所改善", "6", "4.8–6 met"],
    ["是", "基本达到", "10", "6–8 unmet"],
    ["是", "否", "10", "0–6 unmet"],
    ["按时完成", "未完成", "10", "0–6 unmet"],
    ["很满意", "一般", "10", "6–8 unmet"],
    ["显著", "说不清楚的话", "10", "0–10 unknown ?"],
    // several targets
    ["培训3期，150人", "3期，150人", "10", "0–10 unknown ?"],
    // no weight
    ["≥100人", "96人", "", "— unmet"],
  ])("目标 %s，实际 %s，分值 %s → %s", (target, actual, weight, expected) => {
    expect(told(target, actual, weight)).toBe(expected);
  });

  it("照抄目标的实际值记为照抄", () => {
    expect(scoreOf("≥266米", "≥266米", "10").actual.copied).toBe(true);
    expect(scoreOf("≥266米", "≥ ２６６米", "10").actual.copied).toBe(true);
    expect(scoreOf("≥266米", "266米", "10").actual.copied).toBe(false);
  });

  it("算式留着来历", () => {
    expect(scoreOf("1100万元", "1093万元", "6").score).toMatchObject({
      method: "positive",
      line: "6 × 1093 ÷ 1100 = 5.96",
    });
    expect(scoreOf("≥100人", "1人", "5").score.note).toContain("疑单位有误");
  });

  it("别处的办法是参数", () => {
    const late = { profile: profileWith({ late: "zero" }) };
    expect(told("9月前", "9月15日", "5", late)).toBe("0 unmet");
    const central = { profile: profileWith({ method: "threshold" }) };
    expect([
      told("≥100人", "80人", "10", central),
      told("≥100人", "60人", "10", central),
      told("≥100人", "50人", "10", central),
    ]).toEqual(["5 unmet", "0 unmet", "0 unmet"]);
    const deducting = { profile: { ...hunan, overAchievement: { mark: 0.3, deduct: 2 } } };
    expect(told("≥100人", "130人", "5", deducting)).toBe("3 over");
    const strict = { profile: profileWith({ equal: "all-or-nothing", outsideRange: "zero" }) };
    expect([told("=100%", "99%", "5", strict), told("5-10人", "11人", "5", strict)]).toEqual(["0 unmet", "0 unmet"]);
  });
});

describe("计分的性质", () => {
  const number = fc
    .tuple(fc.nat(100_000), fc.constantFrom(0, 1, 2))
    .map(([n, places]) => formatDecimal(decimal(n).div(decimal(`1e${places}`))));
  const weight = fc.integer({ min: 1, max: 500 }).map((n) => formatDecimal(decimal(n).div(10)));
  const target = fc
    .tuple(fc.constantFrom("≥", "≤", "=", "", "5-"), number, fc.constantFrom("", "人", "%", "万亩", "万元"))
    .map((parts) => parts.join(""));
  const actual = fc
    .tuple(fc.constantFrom("", "-", "约"), number, fc.constantFrom("", "人", "%", "亩", "万元", "元"))
    .map((parts) => parts.join(""));

  it("得分不出 [0, 分值]", () => {
    fc.assert(
      fc.property(target, actual, weight, (t, v, w) => {
        const { score } = scoreOf(t, v, w, { level2: "效益指标" });
        const [low, high] = score.computed
          ? [score.computed, score.computed]
          : (score.band ?? [decimal(0), decimal(0)]);
        return low.gte(0) && high.lte(decimal(w)) && low.lte(high);
      }),
      { numRuns: 2000 },
    );
  });

  it("正向指标完成得多，得分不会少", () => {
    fc.assert(
      fc.property(number, number, number, weight, (t, a, b, w) => {
        const points = (v: string) => scoreOf(`≥${t}人`, `${v}人`, w).score.computed ?? decimal(-1);
        const [less, more] = decimal(a).lte(decimal(b)) ? [a, b] : [b, a];
        return points(less).lte(points(more));
      }),
    );
  });

  it("反向指标多了，得分不会多", () => {
    fc.assert(
      fc.property(number, number, number, weight, (t, a, b, w) => {
        const points = (v: string) => scoreOf(`≤${t}人`, `${v}人`, w).score.computed ?? decimal(-1);
        const [less, more] = decimal(a).lte(decimal(b)) ? [a, b] : [b, a];
        return points(less).gte(points(more));
      }),
    );
  });

  it("换单位不改变完成程度", () => {
    const pairs = [
      ["万亩", "亩", 10000],
      ["亿元", "万元", 10000],
      ["万元", "元", 10000],
      ["公里", "米", 1000],
      ["吨", "公斤", 1000],
      ["公顷", "亩", 15],
      ["小时", "分钟", 60],
      ["%", "‰", 10],
      ["次/月", "次/年", 12],
      ["元/月", "元/年", 12],
    ] as const;
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.integer({ min: 1, max: 5000 }),
        fc.constantFrom(...pairs),
        fc.constantFrom("≥", "≤", "="),
        (t, v, [large, small, factor], sign) => {
          const plain = scoreOf(`${sign}${t}${large}`, `${v}${large}`, "10").score.achievement;
          const changed = scoreOf(`${sign}${t}${large}`, `${v * factor}${small}`, "10").score.achievement;
          expect(changed && formatDecimal(changed, 12)).toBe(plain && formatDecimal(plain, 12));
        },
      ),
    );
  });
});
