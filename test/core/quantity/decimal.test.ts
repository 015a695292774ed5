import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Interval,
  addIntervals,
  around,
  decimal,
  distance,
  divideIntervals,
  exactly,
  formatDecimal,
  meets,
  multiplyIntervals,
  roundHalfUp,
  scaleInterval,
  subtractIntervals,
} from "../../../src/core/quantity/index.js";

describe("decimal", () => {
  it("取 Excel 存的十五位", () => {
    expect(formatDecimal(decimal(0.1 + 0.2))).toBe("0.3");
    expect(formatDecimal(decimal(4753.66))).toBe("4753.66");
    expect(formatDecimal(decimal(123456789012345))).toBe("123456789012345");
  });

  it.each([
    ["2.345", 2, "2.35"],
    ["-2.345", 2, "-2.35"],
    ["8.0448", 2, "8.04"],
    ["0.5", 0, "1"],
    ["1e-7", 2, "0.00"],
    ["-0.001", 2, "0.00"],
    ["100", 2, "100.00"],
  ])("%s 保留 %i 位是 %s", (text, places, printed) => {
    expect(formatDecimal(decimal(text), places)).toBe(printed);
  });

  it.each([
    ["1e21", "1000000000000000000000"],
    ["0.00000001", "0.00000001"],
    ["12.500", "12.5"],
    ["-0", "0"],
  ])("%s 不用指数，去掉末尾的零：%s", (text, printed) => {
    expect(formatDecimal(decimal(text))).toBe(printed);
  });

  it("四舍五入到整十", () => {
    expect(formatDecimal(roundHalfUp(decimal("1250"), -2))).toBe("1300");
  });
});

describe("区间", () => {
  const number = fc.integer({ min: -1000, max: 1000 }).map((n) => decimal(n).div(8));
  const interval = fc
    .tuple(number, number)
    .map(([a, b]): Interval => (a.lte(b) ? { low: a, high: b } : { low: b, high: a }));
  const inside = (d: ReturnType<typeof decimal>, { low, high }: Interval): boolean => d.gte(low) && d.lte(high);

  it("运算的结果包住每一对端点的结果", () => {
    fc.assert(
      fc.property(interval, interval, (a, b) => {
        const quotient = divideIntervals(a, b);
        return [a.low, a.high].every((x) =>
          [b.low, b.high].every(
            (y) =>
              inside(x.plus(y), addIntervals(a, b)) &&
              inside(x.minus(y), subtractIntervals(a, b)) &&
              inside(x.times(y), multiplyIntervals(a, b)) &&
              inside(x.times(y), scaleInterval(a, y)) &&
              (quotient === null || inside(x.div(y), quotient)),
          ),
        );
      }),
    );
  });

  it("除数可能为0就没有商", () => {
    expect(divideIntervals(exactly(decimal(1)), around(decimal(0), decimal(1)))).toBeNull();
    expect(divideIntervals(exactly(decimal(1)), exactly(decimal(0)))).toBeNull();
  });

  it("相交当且仅当距离为0", () => {
    fc.assert(fc.property(interval, interval, (a, b) => meets(a, b) === distance(a, b).eq(0)));
    expect(formatDecimal(distance(exactly(decimal(1)), around(decimal(3), decimal("0.5"))))).toBe("1.5");
  });

  it("78.30±0.005 碰得到 78.304，碰不到 78.31", () => {
    const printed = around(decimal("78.3"), decimal("0.005"));
    expect([meets(printed, exactly(decimal("78.304"))), meets(printed, exactly(decimal("78.31")))]).toEqual([
      true,
      false,
    ]);
  });
});
