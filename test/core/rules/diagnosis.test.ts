import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diagnose, type Addend, type GapContext, type GapFigure } from "../../../src/core/rules/diagnosis/index.js";
import { decimal, type Decimal } from "../../../src/core/quantity/index.js";

const half = decimal("0.005");

/** Money as printed in 万元, two decimals, typed. */
function money(value: Decimal | number): GapFigure {
  const exact = decimal(value);
  const width = exact.eq(0) ? decimal(0) : half;
  return {
    value: exact,
    low: exact.minus(width),
    high: exact.plus(width),
    decimals: 2,
    fact: null,
    isTyped: true,
    isText: false,
  };
}

function context(filed: Decimal, addends: readonly Addend[], more: Partial<GapContext> = {}): GapContext {
  const zero = decimal(0);
  const total = (pick: (one: Addend) => Decimal): Decimal => addends.reduce((sum, one) => sum.plus(pick(one)), zero);
  return {
    filed: money(filed),
    computed: {
      value: total(({ value, sign }) => value.times(sign)),
      low: total(({ low, high, sign }) => (sign === 1 ? low : high.neg())),
      high: total(({ low, high, sign }) => (sign === 1 ? high : low.neg())),
    },
    addends,
    rivals: [],
    factors: [10, 100, 10000].map((factor) => decimal(factor)),
    tolerance: zero,
    ...more,
  };
}

const cents = fc.integer({ min: 11, max: 9_999_999 }).map((value) => decimal(value).div(100));
const block = fc.uniqueArray(cents, { minLength: 2, maxLength: 60, comparator: (a, b) => a.eq(b) });
const place = fc.nat();

interface Slip {
  readonly kind: string;
  readonly filed: Decimal;
  readonly addends: readonly Addend[];
  /** The addend at fault; null for the result. */
  readonly culprit: Addend | null;
  readonly mended: Decimal | null;
}

const addend = (value: Decimal): Addend => ({ ...money(value), sign: 1 });

/** The block as it should be, and the same with one slip in it. */
type Inject = (values: readonly Decimal[], index: number, digit: number) => Slip | null;

const sumOf = (values: readonly Decimal[]): Decimal => values.reduce((sum, value) => sum.plus(value), decimal(0));

function inPart(kind: string, spoil: (value: Decimal, digit: number) => Decimal | null): Inject {
  return (values, index, digit) => {
    const right = values[index];
    const wrong = right && spoil(right, digit);
    if (!right || !wrong || wrong.eq(right)) return null;
    const addends = values.map((value, at) => addend(at === index ? wrong : value));
    return { kind, filed: sumOf(values), addends, culprit: addends[index] ?? null, mended: right };
  };
}

function inResult(kind: string, spoil: (value: Decimal, digit: number) => Decimal | null): Inject {
  return (values, _index, digit) => {
    const right = sumOf(values);
    const filed = spoil(right, digit);
    return filed && !filed.eq(right)
      ? { kind, filed, addends: values.map(addend), culprit: null, mended: right }
      : null;
  };
}

function counted(kind: string, times: number): Inject {
  return (values, index) => {
    const addends = values.map(addend);
    const culprit = addends[index];
    return culprit
      ? { kind, filed: sumOf(values).plus(culprit.value.times(times)), addends, culprit, mended: null }
      : null;
  };
}

/** Two neighbouring digits change places, neither a leading one that would vanish. */
function swap(value: Decimal, digit: number): Decimal | null {
  const text = value.toFixed(2);
  const digits = text.replace(".", "");
  const at = digit % (digits.length - 1);
  const swapped = digits.slice(0, at) + digits.charAt(at + 1) + digits.charAt(at) + digits.slice(at + 2);
  if (/^0/.test(swapped) || /^0/.test(digits)) return null;
  return decimal(`${swapped.slice(0, -2)}.${swapped.slice(-2)}`);
}

const slips: Record<string, Inject> = {
  漏加一行: counted("leftOut", -1),
  重复加一行: counted("twice", 1),
  合计数字颠倒: inResult("swapped", swap),
  合计正负号: inResult("sign", (value) => value.neg()),
  合计放大十倍: inResult("scaled", (value) => value.times(10)),
  合计按元填写: inResult("scaled", (value) => value.times(10_000)),
  合计缩小十倍: inResult("scaled", (value) => (value.times(10).mod(1).eq(0) ? value.div(10) : null)),
  某行数字颠倒: inPart("partSwapped", swap),
  某行正负号: inPart("partSign", (value) => value.neg()),
  某行放大百倍: inPart("partScaled", (value) => value.times(100)),
  某行按元填写: inPart("partScaled", (value) => value.times(10_000)),
};

describe.each(Object.entries(slips))("正确的一栏里改错一处：%s", (_, inject) => {
  it("说中这一处，或因另有解释而不说", () => {
    let told = 0;
    let tried = 0;
    fc.assert(
      fc.property(block, place, place, (values, index, digit) => {
        const slip = inject(values, index % values.length, digit);
        fc.pre(slip !== null && slip.addends.length > 0);
        const cause = diagnose(context(slip.filed, slip.addends));
        tried++;
        if (cause === null) return;
        told++;
        expect(cause.kind).toBe(slip.kind);
        if (slip.culprit) expect(cause.figure).toBe(slip.culprit);
        if (slip.mended) expect(cause.mended?.toFixed()).toBe(slip.mended.toFixed());
      }),
      { numRuns: 100, seed: 20241231 },
    );
    // Silence is for ties: most slips are told.
    expect(told / tried).toBeGreaterThan(0.6);
  });
});

describe("没有一种解释说得通", () => {
  it("各行一位小数，相差0.03：不猜", () => {
    const tenths = fc.array(
      fc.integer({ min: 2, max: 99_999 }).map((value) => decimal(value).div(10)),
      { minLength: 2, maxLength: 60 },
    );
    fc.assert(
      fc.property(tenths, fc.constantFrom("0.03", "-0.03", "0.04"), (values, gap) => {
        const filed = sumOf(values).plus(decimal(gap));
        const addends = values.map((value): Addend => ({ ...addend(value), decimals: 1 }));
        expect(diagnose(context(filed, addends))).toBeNull();
      }),
    );
  });

  it("两行金额相同，漏了哪一行分不清：不猜", () => {
    expect(diagnose(context(decimal(5), [addend(decimal(5)), addend(decimal(5))]))).toBeNull();
  });

  it("四舍五入累积的差额不拿来解释", () => {
    const values = Array.from({ length: 40 }, () => addend(decimal("7.31")));
    const odd = addend(decimal("0.37"));
    expect(
      diagnose(context(sumOf([...values, odd].map(({ value }) => value)).minus("0.43"), [...values, odd])),
    ).toBeNull();
  });

  it("五百行以上不猜", () => {
    const values = Array.from({ length: 501 }, (_, index) => addend(decimal(index + 1).div(100)));
    expect(diagnose(context(decimal(1), values))).toBeNull();
  });
});

describe("合计、比率和比对", () => {
  const parts = [addend(decimal("12.95")), addend(decimal("15.5"))];
  it.each([
    ["合计仍为0", context(decimal(0), parts), "zero"],
    [
      "照抄了另一栏",
      context(decimal("31.2"), parts, { rivals: [{ kind: "otherColumn", figure: money(31.2), fact: null }] }),
      "otherColumn",
    ],
    [
      "整数相同不算照抄",
      context(decimal(30), parts, { rivals: [{ kind: "otherColumn", figure: money(30), fact: null }] }),
      null,
    ],
    [
      "存成文本的一行",
      context(decimal("12.95"), [parts[0] as Addend, { ...(parts[1] as Addend), isText: true }]),
      "textPart",
    ],
    [
      "减去的一项加了上去",
      context(decimal("28.45"), [parts[0] as Addend, { ...(parts[1] as Addend), sign: -1 }]),
      "partSign",
    ],
    ["两表相差数字颠倒", context(decimal("28.54"), [], { computed: money(28.45) }), "swapped"],
    [
      "公式不会写颠倒",
      context(decimal("28.54"), [], { computed: money(28.45), filed: { ...money(28.54), isTyped: false } }),
      null,
    ],
    [
      "比率写颠倒，按印出的位数比",
      context(decimal("84.05"), [], {
        computed: { value: decimal("80.4487"), low: decimal("80.448"), high: decimal("80.449") },
      }),
      "swapped",
    ],
  ] as const)("%s", (_, gap, kind) => {
    expect(diagnose(gap)?.kind ?? null).toBe(kind);
  });
});
