import Big from "big.js";
import { remembered } from "./remembered.js";

/**
 * Our own constructor of exact decimals: division keeps 24 places, a half rounds away from zero
 * (四舍五入), and numbers are accepted beside strings. Other users of big.js are not affected.
 */
export const Decimal = Big();
Decimal.DP = 24;
Decimal.RM = 1;
Decimal.strict = false;

export type Decimal = Big;

/**
 * A decimal from text, a number or a decimal. A number is taken as Excel stores it: its shortest text of
 * at most 15 significant digits, so 0.1 + 0.2 is 0.3. Text must be a plain number; anything else throws
 * (what people type goes through `readNumber`).
 */
export function decimal(x: string | number | Decimal): Decimal {
  return typeof x === "object" ? x : parsed(x);
}

const parsed = remembered((x: string | number): Decimal =>
  typeof x === "number" && !Number.isSafeInteger(x) ? new Decimal(x.toPrecision(15)) : new Decimal(x),
);

export function isZero({ c }: Decimal): boolean {
  return c[0] === 0;
}

/**
 * −1, 0 or 1 as `a` is less than, equal to or more than `b`. As `Big.cmp`, without its copy of `b`: figures are compared
 * far more often than they are added. Digits (`c`), exponent (`e`) and sign (`s`) are read only.
 */
export function compareDecimals(a: Decimal, b: Decimal): -1 | 0 | 1 {
  if (a === b) return 0;
  const [aIsZero, bIsZero] = [isZero(a), isZero(b)];
  if (aIsZero || bIsZero) return aIsZero ? (bIsZero ? 0 : opposite(signOf(b))) : signOf(a);
  if (a.s !== b.s) return signOf(a);
  if (a.e !== b.e) return a.e > b.e ? signOf(a) : opposite(signOf(a));
  const length = Math.max(a.c.length, b.c.length);
  for (let at = 0; at < length; at++) {
    const [one, other] = [a.c[at] ?? 0, b.c[at] ?? 0];
    if (one !== other) return one > other ? signOf(a) : opposite(signOf(a));
  }
  return 0;
}

function signOf({ s }: Decimal): -1 | 1 {
  return s < 0 ? -1 : 1;
}

function opposite(sign: -1 | 1): -1 | 1 {
  return sign < 0 ? 1 : -1;
}

/** 四舍五入 to `places` decimals (negative places round to tens, hundreds …). */
export function roundHalfUp(d: Decimal, places: number): Decimal {
  return d.round(places, 1);
}

/** Plain notation, never with an exponent. With `places`: fixed, half up; without: trailing zeros dropped. */
export function formatDecimal(d: Decimal, places?: number): string {
  const text = places === undefined ? d.toFixed() : d.toFixed(places, 1);
  return text.startsWith("-") && d.round(places ?? Decimal.DP, 1).eq(0) ? text.slice(1) : text;
}

/** Places after the point of an exact decimal. */
export function decimalsOf(value: Decimal): number {
  const text = value.toFixed();
  const point = text.indexOf(".");
  return point < 0 ? 0 : text.length - point - 1;
}
