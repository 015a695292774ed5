import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type IndicatorContext, type TargetReading, readTarget } from "../../../src/core/achievement/index.js";
import { decimal, formatDecimal, unitOf } from "../../../src/core/quantity/index.js";
import { contextOf, hunan } from "./hunan-profile.js";

const read = (text: string, change: Partial<IndicatorContext> = {}): TargetReading =>
  readTarget(text, contextOf(change));

/** One line that says it all: `≥ 95 %`, `5–10 工作日`, `≤ 2024-12-31`. */
function told(reading: TargetReading): string {
  const { kind, direction, value, low, high, unit, date } = reading;
  if (kind === "date") return `date ${date ?? "?"}`;
  if (kind !== "quantitative") return kind;
  const amount = low && high ? `${formatDecimal(low)}..${formatDecimal(high)}` : value ? formatDecimal(value) : "?";
  return [direction, amount, unit].filter((part) => part !== null).join(" ");
}

const cost = { level2: "成本指标" };
const timely = { level2: "时效指标" };

const written: readonly (readonly [string, string, Partial<IndicatorContext>?])[] = [
  // signs and words of comparison
  ["≥50个", ">= 50 个"],
  ["≧95%", ">= 95 %"],
  ["=>95%", ">= 95 %"],
  ["＞=90", ">= 90"],
  ["》95%", ">= 95 %"],
  ["=<5", "<= 5"],
  ["＜3天", "<= 3 天"],
  ["不少于6种", ">= 6 种"],
  ["不得低于90%", ">= 90 %"],
  ["至少 3 次", ">= 3 次"],
  ["98%以上", ">= 98 %"],
  ["90%（含）以上", ">= 90 %"],
  ["达到100%", ">= 100 %"],
  ["抽检合格率达到98%", ">= 98 %"],
  ["不超过预算的100%", "<= 100 %"],
  ["控制在12.95万元以内", "<= 12.95 万元"],
  ["控制在12.95万元", "<= 12.95 万元"],
  ["3天内", "<= 3 天"],
  ["接到通知后24小时内", "<= 24 小时"],
  ["等于100%", "= 100 %"],
  // numbers
  ["≥９５％", ">= 95 %"],
  ["≥1,000人", ">= 1000 人"],
  ["九成以上", ">= 90 %"],
  ["不低于百分之九十", ">= 90 %"],
  ["3万余人次", ">= 30000 人次"],
  ["≥1.2亿元", ">= 12000 万元"],
  ["≥一百二十人", ">= 120 人"],
  ["≥2/5", ">= 0.4"],
  ["≥5（个）", ">= 5 个"],
  ["≥95（%）", ">= 95 %"],
  ["854万元854万元", ">= 854 万元"],
  // compound units
  ["≤5万元/公里", "<= 5 万元/公里"],
  ["每季度1次", ">= 1 次/季度"],
  ["每年不少于2次", ">= 2 次/年"],
  ["一年2次", ">= 2 次/年"],
  ["1次/3年", ">= 1 次/3年"],
  ["≤0.5吨标准煤/万元", "<= 0.5 吨标准煤/万元"],
  ["500人/次", ">= 500 人次"],
  ["每两周1次", ">= 1 次/两周"],
  ["每人每月≤500元", "<= 500 元/人·月"],
  ["2000元每户", "<= 2000 元/户", cost],
  ["每村1名", ">= 1 名/村"],
  ["≤0.9‰", "<= 0.9 ‰"],
  // ranges
  ["5-10个工作日", "range 5..10 工作日"],
  ["10～15", "range 10..15"],
  ["3-5万人", "range 30000..50000 人"],
  ["5至10人", "range 5..10 人"],
  ["100±5", "range 95..105"],
  ["±5%", "range -5..5 %"],
  ["≥80%且≤100%", "range 80..100 %"],
  ["大于80%小于100%", "range 80..100 %"],
  // change
  ["同比增长10%", ">= 10 %"],
  ["提升5个百分点", ">= 5 个百分点"],
  ["下降5%", ">= 5 %"],
  ["降至5%以下", "<= 5 %"],
  ["由80%提升到95%", ">= 95 %"],
  // nothing to happen
  ["0起", "<= 0 起"],
  ["零投诉", "<= 0"],
  ["无安全事故", "<= 0"],
  ["投诉率为零", "<= 0"],
  ["零死亡", "<= 0"],
  ["零距离服务", "qualitative"],
  ["无缝对接", "qualitative"],
  ["无", "<= 0", { name: "安全事故发生数" }],
  // dates
  ["9月前", "date 2024-08-31"],
  ["9月底前", "date 2024-09-30"],
  ["9月30日前", "date 2024-09-30"],
  ["2024年12月31日前", "date 2024-12-31"],
  ["2024.12.31前", "date 2024-12-31"],
  ["2024-6-30", "date 2024-06-30"],
  ["十二月底前完成", "date 2024-12-31"],
  ["2月", "date 2024-02-29"],
  ["第三季度", "date 2024-09-30"],
  ["三季度前", "date 2024-06-30"],
  ["11月上旬", "date 2024-11-10"],
  ["1-12月", "date 2024-12-31"],
  ["2022.1-2022.12", "date 2022-12-31"],
  ["每月25日前", "date ?"],
  ["年底前", "date 2024-12-31"],
  ["次年3月底前", "date 2025-03-31"],
  ["全年", "date 2024-12-31"],
  ["12月底前完成100%", "date 2024-12-31", timely],
  // numbers that are none
  ["1＋1＋N", "qualitative"],
  ["5A级景区", "qualitative"],
  ["达到GB3095-2012二级标准", "qualitative"],
  ["四项制度健全", "qualitative"],
  ["一期工程完工", "qualitative"],
  ["近3年平均增长5%以上", ">= 5 %"],
  ["全省排名前5", "<= 5"],
  ["7×24小时", "qualitative"],
  ["一次性办结", "qualitative"],
  ["达到十四五规划要求", "qualitative"],
  ["全年12次", ">= 12 次"],
  ["5G基站100个", ">= 100 个"],
  ["PM2.5浓度≤35微克/立方米", "<= 35 微克/立方米"],
  ["18岁以上人口参保率≥95%", ">= 95 %"],
  // words
  ["显著", "qualitative"],
  ["是", "qualitative"],
  ["不超过预算", "qualitative"],
  // left open
  ["", "unparsed"],
  ["……", "unparsed"],
  ["—", "unparsed"],
  ["≥上年", "unparsed"],
  ["≥不超过", "unparsed"],
  ["≥5以下", "unparsed"],
  ["***", "unparsed"],
];

describe("readTarget", () => {
  it.each(written.map(([text, ...rest]) => [text, ...rest] as const))("“%s” 读作 %s", (text, expected, change = {}) => {
    expect(told(read(text, change))).toBe(expected);
  });

  it.each([
    ["100%", {}, ">="],
    ["20万元", cost, "<="],
    ["5%", { ...cost, name: "成本节约率" }, ">="],
    ["每亩300", { ...cost, name: "造林补助" }, "="],
    ["500元", { name: "救助标准" }, "="],
    ["2次", { name: "安全事故起数" }, "<="],
    ["98%", { name: "投诉处理率" }, ">="],
    ["10个工作日", timely, "<="],
    ["360天", { ...timely, name: "设备使用时长" }, ">="],
    ["0", {}, "<="],
  ] as const)("没写方向的 %s（%o）取 %s", (text, change, direction) => {
    const reading = read(text, change);
    expect([reading.direction, reading.source]).toEqual([direction, "default"]);
  });

  it.each([
    ["培训3期，共150人", ["3 期", "150 人"]],
    ["1、培训3期；2、发放200份", ["3 期", "200 份"]],
    ["6次/116次", ["6 次", "116 次"]],
    ["40个,已安装15个", ["40 个", "15 个"]],
    ["合格率100%，优良率≥90%", ["100 %", "90 %"]],
  ])("几个目标 %s 交给人", (text, parts) => {
    const reading = read(text);
    expect(reading.kind).toBe("unparsed");
    expect(reading.needsPerson).toBe(true);
    expect(reading.parts.map(({ value, unit }) => `${value ? formatDecimal(value) : "?"} ${unit ?? ""}`)).toEqual(
      parts,
    );
  });

  it("可争议的由方案决定", () => {
    const sameMonth = { ...hunan, dates: { ...hunan.dates, monthBefore: "same-month" as const } };
    expect(read("9月前", { profile: sameMonth }).date).toBe("2024-09-30");
    const inWords = { ...hunan, targets: { ...hunan.targets, noneOfBad: "words" as const } };
    expect(read("无安全事故", { profile: inWords }).kind).toBe("qualitative");
  });

  it("分值写进指标值栏的不是目标", () => {
    expect(read("12.5", { name: "是否完成绩效目标", weight: "12.5", actual: "12.5" }).kind).toBe("unparsed");
    expect(read("10", { weight: "10", actual: "10", weightsInValues: true }).kind).toBe("unparsed");
    expect(told(read("10", { weight: "10", actual: "10" }))).toBe(">= 10");
  });

  it("没有年份就不写日期，仍可比较月日", () => {
    const reading = read("12月底前", { year: null });
    expect([reading.kind, reading.date, reading.day]).toEqual(["date", null, { year: null, month: 12, day: 31 }]);
  });
});

describe("由文法写成的文本读回原样", () => {
  const amount = fc.tuple(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 0, max: 2 }));
  const digitsOf = ([n, places]: readonly [number, number]): string =>
    formatDecimal(decimal(n).div(decimal(`1e${places}`)), places);
  const units = fc.constantFrom("", "人", "个", "%", "‰", "万亩", "万元", "次/年", "个工作日", "元/亩", "公里", "场次");
  const comparisons = fc.constantFrom(
    ["≥", "", ">="],
    ["不少于", "", ">="],
    ["", "以上", ">="],
    ["≤", "", "<="],
    ["控制在", "以内", "<="],
    ["不超过", "", "<="],
    ["=", "", "="],
  );
  const lead = fc.constantFrom("", "完成", "全年", "共计", "1、", "（约定）");
  const wide = fc.boolean();

  it("方向、数值、单位", () => {
    fc.assert(
      fc.property(amount, units, comparisons, lead, wide, (n, suffix, [before, after, direction], opening, full) => {
        const digits = digitsOf(n);
        const text = `${opening}${before}${digits}${suffix}${after}`;
        const shown = full
          ? text.replace(/[0-9.%]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0))
          : text;
        const reading = read(shown);
        const unit = suffix === "" ? null : unitOf(suffix);
        expect(reading.kind).toBe("quantitative");
        expect(reading.direction).toBe(direction);
        const base = decimal(digits).times(unit?.factor ?? 1);
        const got = reading.value?.times(reading.measure?.factor ?? 1);
        expect(got && formatDecimal(got)).toBe(formatDecimal(base));
      }),
    );
  });

  it("区间", () => {
    fc.assert(
      fc.property(
        fc.nat(900),
        fc.integer({ min: 1, max: 99 }),
        fc.constantFrom("-", "～", "—", "至"),
        units,
        (low, width, joint, suffix) => {
          const reading = read(`${low}${joint}${low + width}${suffix}`);
          const measure = unitOf(suffix);
          const scale = (n: number): string => formatDecimal(decimal(n).times(measure?.factor ?? 1));
          const ends = [reading.low, reading.high].map(
            (end) => end && formatDecimal(end.times(reading.measure?.factor ?? 1)),
          );
          expect(reading.direction).toBe("range");
          // 3-5万亩 means 30,000 to 50,000: both ends count in 万.
          expect(ends).toEqual([scale(low), scale(low + width)]);
        },
      ),
    );
  });

  it("日期", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2015, max: 2035 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        (year, month, day) => {
          const iso = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
          for (const text of [
            `${year}年${month}月${day}日前`,
            `${year}.${month}.${day}`,
            iso,
            `${year}/${month}/${day}前完成`,
          ]) {
            expect([text, read(text).date]).toEqual([text, iso]);
          }
        },
      ),
    );
  });
});

describe("随机文本", () => {
  const alphabet = [
    ..."0123456789.,，.%％‰万亿千百十一二三两零余多约近≥≤><=＞＜以上内下控制在至少低于达到每亩人次元年月日底前季度个工作日-－~到由从提升降增长（）()《》“”/ 、；;\n是否显著完成率abGBPM×…*—无第",
  ];

  it("两万条：不出错、不卡住", () => {
    const texts = fc.sample(
      fc.array(fc.constantFrom(...alphabet), { maxLength: 40 }).map((chars) => chars.join("")),
      {
        numRuns: 20_000,
        seed: 2024,
      },
    );
    const context = contextOf();
    const kinds = new Set(texts.map((text) => readTarget(text, context).kind));
    expect([...kinds].sort()).toEqual(["date", "qualitative", "quantitative", "unparsed"]);
  });

  it("任意字符也不出错", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        expect(["date", "qualitative", "quantitative", "unparsed"]).toContain(read(text).kind);
      }),
    );
  });

  it("很长的格子按长度线性读", () => {
    for (const part of ["1", "≥", "(", " ", "每", "一", "1,", "1/", "2024-", "1月", "《"]) {
      expect(read(part.repeat(50_000)).text.length).toBeGreaterThanOrEqual(0);
    }
  });
});
