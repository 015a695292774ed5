import {
  addIntervals,
  decimal,
  distance,
  roundHalfUp,
  type Decimal,
  type Interval,
  isZero,
} from "../../quantity/index.js";
import type { Cause } from "./cause.js";
import type { GapContext, GapFigure, Rival } from "./gap-context.js";
import { transpositions } from "./transpositions.js";

/** More terms than any form has; beyond them nothing is guessed. */
export const maxAddends = 500;

/** What would stand in the place of a figure but for one slip. */
interface Repair {
  readonly kind: "swapped" | "sign" | "scaled";
  readonly value: Decimal;
  readonly scale: Cause["scale"];
}

/** Slips in the result that explain the gap. */
export function resultCauses(context: GapContext): Cause[] {
  const { filed, computed, tolerance } = context;
  const half = filed.high.minus(filed.low).div(2);
  const repaired = repairsOf(filed, context.factors).flatMap(({ kind, value, scale }): Cause[] => {
    const around = { low: value.minus(half), high: value.plus(half) };
    const gap = distance(around, computed);
    if (gap.gt(tolerance)) return [];
    const isExact = value.eq(computed.value) || value.eq(roundHalfUp(computed.value, filed.decimals));
    return isExact || isNear(value.minus(computed.value), filed, tolerance)
      ? [{ kind, figure: filed, mended: value, scale, isExact }]
      : [];
  });
  return [...repaired, ...rivalCauses(context)];
}

/** The result is, to the digit, another figure. */
function rivalCauses({ filed, rivals, tolerance }: GapContext): Cause[] {
  if (!filed.isTyped) return [];
  return rivals.flatMap(({ kind, figure, fact }): Cause[] => {
    if (agreesByChance(filed.value, kind)) return [];
    const isSame = figure.value.eq(filed.value) || roundHalfUp(figure.value, filed.decimals).eq(filed.value);
    if (!isSame || distance(figure, filed).gt(tolerance)) return [];
    const decimals = fact?.reading.kind === "number" ? fact.reading.decimals : filed.decimals;
    const other = { fact, value: figure.value, decimals };
    return [{ kind, figure: other, mended: null, scale: null, isExact: true }];
  });
}

/** Round figures (5, 100) stand in many columns, and 100 is written for any rate. */
function agreesByChance(value: Decimal, kind: Rival["kind"]): boolean {
  const isQuotient = kind === "otherWhole" || kind === "inverted";
  return isQuotient ? value.eq(100) : value.c.length < 2;
}

/** Terms that were left out or counted twice, and slips in a term, that explain the gap. */
export function addendCauses(context: GapContext): Cause[] {
  const { filed, computed, addends, factors } = context;
  if (addends.length > maxAddends) return [];
  const gap = filed.value.minus(computed.value);
  const explains = (shift: Decimal): { readonly isExact: boolean } | null => {
    const rest = gap.minus(shift);
    if (isZero(rest)) return { isExact: true };
    if (!isNear(rest, filed, context.tolerance)) return null;
    return meetsShifted(context, shift) ? { isExact: false } : null;
  };
  return addends.flatMap((addend): Cause[] => {
    const { value, sign } = addend;
    if (isZero(value)) return [];
    const found: Cause[] = [];
    const signed = value.times(sign);
    const plain = { figure: addend, mended: null, scale: null };
    const leftOut = explains(signed.neg());
    if (leftOut) found.push({ ...plain, ...leftOut, kind: addend.isText ? "textPart" : "leftOut" });
    const twice = explains(signed);
    if (twice) found.push({ ...plain, ...twice, kind: "twice" });
    // A term to be taken away that was added: the figure itself is right.
    const added = sign === -1 && value.gt(0) ? explains(signed.times(-2)) : null;
    if (added) found.push({ ...plain, ...added, kind: "partSign" });
    for (const repair of repairsOf(addend, factors)) {
      const held = explains(repair.value.minus(value).times(sign));
      if (held) {
        const { value: mended, scale } = repair;
        found.push({ kind: partKinds[repair.kind], figure: addend, mended, scale, ...held });
      }
    }
    return found;
  });
}

const partKinds = { swapped: "partSwapped", sign: "partSign", scaled: "partScaled" } as const;

/** A negative figure where the form has none, digits that changed places, a factor too much or too little. */
function repairsOf(figure: GapFigure, factors: readonly Decimal[]): Repair[] {
  if (!figure.isTyped || isZero(figure.value)) return [];
  const { value, decimals } = figure;
  const repairs: Repair[] = transpositions(value, decimals).map((swapped) => ({
    kind: "swapped",
    value: swapped,
    scale: null,
  }));
  if (value.lt(0)) repairs.push({ kind: "sign", value: value.neg(), scale: null });
  for (const factor of factors) {
    repairs.push({ kind: "scaled", value: value.times(factor), scale: { factor, isLarge: false } });
    const smaller = value.div(factor);
    // What would round to nothing explains any small gap.
    if (smaller.abs().gte(smallest)) repairs.push({ kind: "scaled", value: smaller, scale: { factor, isLarge: true } });
  }
  return repairs;
}

const smallest = decimal("0.01");

/** Within one unit of the last printed place: many roundings add up to more, and then explain nothing. */
function isNear(rest: Decimal, filed: GapFigure, tolerance: Decimal): boolean {
  const width = filed.high.minus(filed.low);
  return rest.abs().lte(width.gt(tolerance) ? width : tolerance);
}

function meetsShifted({ filed, computed, tolerance }: GapContext, shift: Decimal): boolean {
  const shifted: Interval = addIntervals(computed, { low: shift, high: shift });
  return distance(filed, shifted).lte(tolerance);
}
