import type { Fact, FactType } from "../facts/index.js";
import { type Decimal, decimal, formatDecimal, isZero } from "../quantity/index.js";

/** The record a derived fact belongs to; `basis` are the facts it was made of. */
export interface FactPlace {
  readonly annex: string;
  readonly path: string;
  readonly basis?: readonly Fact[];
}

/** An exact figure, empty where there is none. */
export function numberFact(
  { annex, path, basis = [] }: FactPlace,
  name: string,
  type: FactType,
  value: Decimal | null,
  decimals: number,
  unit: string | null = null,
): Fact {
  const shown =
    value && (unit === "%" ? `${formatDecimal(value, decimals)}%` : formatDecimal(value.round(decimals, 1)));
  return {
    node: "fact",
    path: `${path}.${name}`,
    annex,
    type,
    reading: value ? exactReading(value, decimals) : { kind: "empty" },
    unit,
    shown: shown ?? "",
    cells: [],
    from: "derived",
    basis,
  };
}

function exactReading(value: Decimal, decimals: number): Fact["reading"] {
  return { kind: "number", value, low: value, high: value, decimals, approximate: false, asText: false };
}

const halfCent = decimal("0.005");

/** Money in 万元; as any printed amount it stands for what rounds to its two decimals. */
export function moneyFact(place: FactPlace, name: string, value: Decimal | null): Fact {
  const fact = numberFact(place, name, "money", value, 2, "万元");
  if (fact.reading.kind !== "number" || isZero(fact.reading.value)) return fact;
  const { value: amount } = fact.reading;
  return { ...fact, reading: { ...fact.reading, low: amount.minus(halfCent), high: amount.plus(halfCent) } };
}

export function wordsFact({ annex, path }: FactPlace, name: string, shown: string, type: FactType = "text"): Fact {
  return {
    node: "fact",
    path: `${path}.${name}`,
    annex,
    type,
    reading: { kind: shown === "" ? "empty" : "text" },
    unit: null,
    shown,
    cells: [],
    from: "derived",
  };
}
