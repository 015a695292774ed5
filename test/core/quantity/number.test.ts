import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimal, formatDecimal, readNumber, unitOf } from "../../../src/core/quantity/index.js";

/** value in base unit · base unit · digits as printed · decimals after conversion · approximate */
const readings: readonly (readonly [string, string, string | null, string, number, boolean])[] = [
  ["12.95万元", "12.95", "万元", "12.95", 2, false],
  ["12.95 万元", "12.95", "万元", "12.95", 2, false],
  ["１２．９５", "12.95", null, "12.95", 2, false],
  ["1,234.50", "1234.5", null, "1234.5", 2, false],
  ["1，234.5", "1234.5", null, "1234.5", 1, false],
  ["1 234.5", "1234.5", null, "1234.5", 1, false],
  ["91.35%", "91.35", "%", "91.35", 2, false],
  ["９１．３５％", "91.35", "%", "91.35", 2, false],
  ["0.9‰", "0.09", "%", "0.9", 2, false],
  ["'12", "12", null, "12", 0, false],
  ["约3万", "30000", null, "3", -4, true],
  ["3万余人次", "30000", "人次", "3", -4, true],
  ["近百", "100", null, "100", 0, true],
  ["百余人", "100", "人", "100", 0, true],
  ["100人左右", "100", "人", "100", 0, true],
  ["-3.5", "-3.5", null, "-3.5", 1, false],
  ["－3.5", "-3.5", null, "-3.5", 1, false],
  ["一百二十", "120", null, "120", 0, false],
  ["一百二", "120", null, "120", 0, false],
  ["一百零二", "102", null, "102", 0, false],
  ["三万五", "35000", null, "35000", 0, false],
  ["二〇二四", "2024", null, "2024", 0, false],
  ["三点五", "3.5", null, "3.5", 1, false],
  ["百分之九十五", "95", "%", "95", 0, false],
  ["百分之九十", "90", "%", "90", 0, false],
  ["百分之百", "100", "%", "100", 0, false],
  ["千分之三", "0.3", "%", "3", 1, false],
  ["九成", "90", "%", "90", 0, false],
  ["九成五", "95", "%", "95", 0, false],
  ["8.5成", "85", "%", "8.5", 1, false],
  ["1.2亿", "120000000", null, "1.2", -7, false],
  ["1.2亿元", "12000", "万元", "1.2", -3, false],
  ["12345.67元", "1.234567", "万元", "12345.67", 6, false],
  ["1亿2000万元", "12000", "万元", "120000000", 0, false],
  ["3万5千人", "35000", "人", "35000", -3, false],
  ["1346.0088万平方米", "13460088", "㎡", "1346.0088", 0, false],
  ["550万粒", "5500000", "粒", "550", -4, false],
  ["10个工作日", "10", "工作日", "10", 0, false],
  ["5名", "5", "人", "5", 0, false],
  ["5千米", "5000", "米", "5", -3, false],
  ["三千米", "3000", "米", "3", -3, false],
  ["300元/亩", "300", "元/亩", "300", 0, false],
  ["300元/人·月", "3600", "元/人·年", "300", -1, false],
  ["1次/月", "12", "次/年", "1", -1, false],
  ["0", "0", null, "0", 0, false],
  ["1E+05", "100000", null, "1", -5, false],
];

describe("readNumber", () => {
  it.each(readings)("%s 是 %s %s", (text, value, unit, printed, baseDecimals, approximate) => {
    const reading = readNumber(text);
    if (reading.kind !== "number") throw new Error(`${text}: ${reading.kind}`);
    expect([formatDecimal(reading.value), reading.unit, formatDecimal(reading.printed)]).toEqual([
      value,
      unit,
      printed,
    ]);
    expect([reading.baseDecimals, reading.approximate]).toEqual([baseDecimals, approximate]);
  });

  it.each(["无", "—", "——", "/", "-", "不适用", " － "])("“%s”是没有", (text) => {
    expect(readNumber(text).kind).toBe("nothing");
  });

  it.each(["", "  ", "\u3000"])("“%s”是空", (text) => {
    expect(readNumber(text).kind).toBe("empty");
  });

  // A bracketed number may be negative or a remark: better a question than a wrong sign.
  it.each([
    "（3.5）",
    "1,23",
    "1.2.3",
    "1 2",
    "十几",
    "一般",
    "一致",
    "显著",
    "12月底前",
    "3年内",
    "5人以上",
    "1\n2",
    "1+1",
    "≥5",
  ])("“%s”不是数字", (text) => {
    expect(readNumber(text).kind).toBe("text");
  });

  it("记得全角和千分位", () => {
    expect(readNumber("１,234")).toMatchObject({ separators: true, fullWidth: true });
    expect(readNumber("1234")).toMatchObject({ separators: false, fullWidth: false });
    expect(readNumber("3万余人次")).toMatchObject({ printedUnit: "万余人次" });
  });

  const amounts = fc.tuple(fc.integer({ min: 0, max: 999_999_999 }), fc.integer({ min: 0, max: 6 }));
  const digitsOf = ([whole, decimals]: readonly [number, number]): string =>
    formatDecimal(decimal(whole).div(decimal(`1e${decimals}`)), decimals);

  it("写成文本再读回来是同一个数", () => {
    fc.assert(
      fc.property(
        amounts,
        fc.constantFrom("", "元", "万元", "人", "%", "亩", "万亩", "次/年", "个工作日"),
        (amount, suffix) => {
          const digits = digitsOf(amount);
          const reading = readNumber(digits + suffix);
          const unit = suffix === "" ? null : unitOf(suffix);
          if (reading.kind !== "number") return false;
          return reading.value.eq(decimal(digits).times(unit?.factor ?? 1)) && reading.unit === (unit?.base ?? null);
        },
      ),
    );
  });

  it("空格、全角、千分位不改变读数", () => {
    const widen = (text: string): string =>
      [...text]
        .map((char) => (char > " " && char <= "~" ? String.fromCharCode(char.charCodeAt(0) + 0xfee0) : char))
        .join("");
    fc.assert(
      fc.property(amounts, fc.constantFrom("", "元", "万元", "人", "%"), (amount, suffix) => {
        const digits = digitsOf(amount);
        const [whole = "", part] = digits.split(".");
        const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ",") + (part === undefined ? "" : `.${part}`);
        const variants = [widen(digits) + suffix, ` ${digits} ${suffix} `, grouped + suffix, `'${digits}${suffix}`];
        const value = readNumber(digits + suffix);
        return variants.every((text) => {
          const reading = readNumber(text);
          return reading.kind === "number" && value.kind === "number" && reading.value.eq(value.value);
        });
      }),
    );
  });

  it("汉字数字读回来", () => {
    const names = "零一二三四五六七八九";
    const section = (n: number): string => {
      let out = "";
      let gap = false;
      for (const [unit, name] of [
        [1000, "千"],
        [100, "百"],
        [10, "十"],
        [1, ""],
      ] as const) {
        const digit = Math.floor(n / unit) % 10;
        if (digit === 0) gap = out !== "";
        else {
          out += (gap ? "零" : "") + names.charAt(digit) + name;
          gap = false;
        }
      }
      return out;
    };
    const spell = (n: number): string => {
      const high = Math.floor(n / 10000);
      const low = n % 10000;
      if (high === 0) return section(low);
      return `${section(high)}万${low === 0 ? "" : (low < 1000 ? "零" : "") + section(low)}`;
    };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), (n) => {
        const reading = readNumber(spell(n));
        return reading.kind === "number" && reading.value.eq(n);
      }),
    );
  });

  it("随便什么文本都读得完，读成数的都有限", () => {
    const alphabet = fc.constantFrom(..."0123456789.,%万亿千百十一两余约-/ 元人次年月每()（）'E+");
    const texts = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 80 }),
      fc.string({ unit: alphabet, maxLength: 30 }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const reading = readNumber(text);
        return reading.kind !== "number" || formatDecimal(reading.value).length < 200;
      }),
      { numRuns: 4000 },
    );
  });

  it("很长的文本不拖慢", () => {
    for (const part of ["1", "1,", "一", "1/", "万", " "])
      expect(readNumber(part.repeat(100_000)).kind).toMatch(/text|empty/);
  });
});
