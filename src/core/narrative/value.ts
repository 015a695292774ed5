import type { CellRef, Fact, FactOrigin } from "../facts/index.js";
import { decimal, formatDecimal, readNumber, roundHalfUp, type Decimal } from "../quantity/index.js";

/** What a slot can print. */
export type Value = FigureValue | TextValue;

export interface FigureValue {
  readonly kind: "figure";
  /** Rounded as printed, so that what is computed from it agrees with what a reader sees. */
  readonly value: Decimal;
  readonly text: string;
  readonly unit: string | null;
  readonly label: string;
  readonly cells: readonly CellRef[];
  readonly from: FactOrigin;
}

export interface TextValue {
  readonly kind: "text";
  readonly text: string;
  readonly cells: readonly CellRef[];
  readonly from: FactOrigin;
}

/** 无 in these columns says 0; elsewhere it says nothing at all. */
const amounts: ReadonlySet<string> = new Set(["money", "area", "count"]);

/** Null where the cell is empty, an error, or 无 where no amount is expected. */
export function valueOfFact(fact: Fact): Value | null {
  const { reading, cells, from } = fact;
  switch (reading.kind) {
    case "number": {
      const value = roundHalfUp(reading.value, reading.decimals);
      const text = formatDecimal(value, reading.decimals);
      return { kind: "figure", value, text, unit: fact.unit, label: fact.label ?? "", cells, from };
    }
    case "nothing":
      if (!amounts.has(fact.type)) return null;
      return { kind: "figure", value: decimal(0), text: "0", unit: fact.unit, label: fact.label ?? "", cells, from };
    case "text": {
      const text = oneLine(fact.shown);
      return text === "" ? null : { kind: "text", text, cells, from };
    }
    case "empty":
    case "error":
      return null;
  }
}

/** A figure made from others; trailing zeros dropped unless `decimals` are asked for. */
export function computed(value: Decimal, decimals: number | undefined, unit: string | null): FigureValue {
  const rounded = decimals === undefined ? value : roundHalfUp(value, decimals);
  // 100% and 50%, but 91.30%: a whole number needs no places.
  const places = decimals === undefined || rounded.eq(rounded.round(0)) ? undefined : decimals;
  const text = formatDecimal(rounded, places);
  return { kind: "figure", value: rounded, text, unit, label: "", cells: [], from: "derived" };
}

export function isFilled(value: Value | null): boolean {
  return value !== null && (value.kind === "text" ? value.text !== "" : !value.value.eq(0));
}

/** Line breaks and runs of blanks inside a cell are its layout, not its words. */
export function oneLine(text: string): string {
  return text
    .replace(/[\r\n]+/g, "")
    .replace(/[ \t\u3000]{2,}/g, " ")
    .trim();
}

const comparators =
  /^(?:≥|≤|>=|<=|＞=|＜=|>|<|＞|＜|=|＝|不少于|不低于|不超过|不高于|不多于|大于等于|小于等于|大于|小于|达到)/;

/** How far two quantities of one printed unit lie apart; null when either is no single number. */
export function gapBetween(a: Value, b: Value): FigureValue | null {
  const first = readNumber(a.text.trim().replace(comparators, ""));
  const second = readNumber(b.text.trim().replace(comparators, ""));
  if (first.kind !== "number" || second.kind !== "number") return null;
  const unit = first.printedUnit ?? second.printedUnit;
  if ((first.printedUnit ?? unit) !== (second.printedUnit ?? unit) || first.approximate || second.approximate)
    return null;
  const gap = first.printed.minus(second.printed).abs();
  return gap.eq(0) ? null : computed(gap, undefined, unit);
}
