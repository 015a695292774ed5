import { describe, expect, it } from "vitest";
import { decimal } from "../../../src/core/quantity/index.js";
import { amountOf, exceeds, factAmount, printAmount, printWithUnit } from "../../../src/core/rules/amount.js";
import { cell, factOf } from "../../support/facts.js";

describe("一格作为数字", () => {
  it("金额代表一个区间，带单位、小数位和出处", () => {
    const fact = factOf("12.95");
    const amount = factAmount(fact, false);
    expect(amount?.value.toFixed()).toBe("12.95");
    expect([amount?.low.toFixed(), amount?.high.toFixed()]).toEqual(["12.945", "12.955"]);
    expect(amount?.unit).toBe("万元");
    expect(amount?.decimals).toBe(2);
    expect(amount?.facts).toEqual([fact]);
  });

  it.each([
    ["无", true, "0"],
    ["", true, "0"],
    ["—", true, "0"],
    ["无", false, null],
    ["", false, null],
    ["完成", true, null],
    ["#REF!", true, null],
  ])("“%s”，空白作0：%s", (shown, blankIsZero, value) => {
    expect(factAmount(factOf(shown), blankIsZero)?.value.toFixed() ?? null).toBe(value);
  });

  it("空白作0时仍是那一格、那个单位，印成0", () => {
    const fact = factOf(cell("无", { unit: "万元" }));
    const amount = factAmount(fact, true);
    expect(amount?.facts).toEqual([fact]);
    expect(amount && printWithUnit(amount)).toBe("0万元");
  });
});

describe("印成人写的样子", () => {
  it.each([
    ["12.95", null, "12.95", "12.95"],
    ["12.95", "万元", "12.95", "12.95万元"],
    ["80.45", "%", "80.45%", "80.45%"],
    ["100", "人", "100", "100人"],
    ["-3.1", "万元", "-3.1", "-3.1万元"],
    ["0.123456", "万元", "0.1235", "0.1235万元"],
  ])("%s %s", (value, unit, plain, withUnit) => {
    const amount = amountOf(decimal(value), unit);
    expect(printAmount(amount)).toBe(plain);
    expect(printWithUnit(amount)).toBe(withUnit);
  });

  it("来源印了几位就印几位，也可指定", () => {
    expect(printAmount({ ...amountOf(decimal("80.4")), decimals: 2 })).toBe("80.40");
    expect(printAmount(amountOf(decimal("80.4488")), 2)).toBe("80.45");
  });
});

describe("一个数确实大于另一个", () => {
  const money = (shown: string) => {
    const amount = factAmount(factOf(shown), true);
    if (!amount) throw new Error(shown);
    return amount;
  };
  it.each([
    ["0.06", "0.05", true],
    ["0.05", "0.06", false],
    ["0.05", "0.05", false],
    ["113.68", "100", true],
  ])("%s > %s：%s", (a, b, expected) => {
    expect(exceeds(money(a), money(b))).toBe(expected);
  });

  it("区间重叠就分不出大小", () => {
    const coarse = factAmount(factOf(cell("100", { half: "0.5" })), false);
    expect(coarse && exceeds(coarse, money("99.7"))).toBe(false);
    expect(coarse && exceeds(money("100.3"), coarse)).toBe(false);
  });

  it("没有宽度的同一个数不大于自己", () => {
    expect(exceeds(amountOf(decimal(5)), amountOf(decimal(5)))).toBe(false);
  });
});
