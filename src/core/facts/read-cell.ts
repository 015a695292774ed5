import type { RoleType } from "../pack/index.js";
import { decimal, decimalsOf, formatDecimal, readNumber, type Decimal, type NumberReading } from "../quantity/index.js";
import type { PlacedCell } from "../recognise/index.js";
import type { Fact } from "./fact.js";

/** A cell's value in the unit of its role, before the interval is known (that depends on the block). */
export type CellReading =
  | {
      readonly kind: "number";
      readonly value: Decimal;
      readonly decimals: number;
      readonly approximate: boolean;
      readonly asText: boolean;
      readonly unit: string | null;
    }
  | { readonly kind: "nothing" | "empty" | "text" }
  | { readonly kind: "error"; readonly code: string };

const moneyFactors: Readonly<Record<string, string>> = { 元: "0.0001", 千元: "0.1", 万元: "1", 亿元: "10000" };

/** Money without a unit of its own takes `moneyUnit` (the header's, else the table's). */
export function readCell(placed: PlacedCell, moneyUnit: string): CellReading {
  const { cell, type } = placed;
  if (cell?.isError && !placed.inText) return { kind: "error", code: String(cell.value) };
  if (type === "text" || type === "grade" || type === "date") return readWords(placed);
  const isNumeric = typeof cell?.value === "number" && !placed.inText;
  if (type === "target" || type === "actual") {
    const reading = readNumber(placed.text);
    if (!isNumeric) return readWords(placed);
    return reading.kind === "number" ? numeric(reading, reading.unit, false) : { kind: "text" };
  }
  const reading = readShown(placed, isNumeric);
  if (reading.kind !== "number")
    return reading.kind === "text" && type === "weight" ? readPoints(placed.text) : reading;
  return convert(reading, placed, moneyUnit, !isNumeric && !placed.inText);
}

/** A cell whose format rounds its stored value stands for what it shows; a narrow column (####) shows nothing. */
function readShown(placed: PlacedCell, isNumeric: boolean): NumberReading {
  const shown = readNumber(placed.text);
  const value = placed.cell?.value;
  if (!isNumeric || typeof value !== "number" || shown.kind === "number") return shown;
  return readNumber(decimal(value).toFixed());
}

/** A figure as its fact would read it if the cell held this number instead; null where it would be none. */
export function readAgain(fact: Fact, held: Decimal, moneyUnit: string): Decimal | null {
  const value = Number(held.toFixed());
  const text = formatDecimal(held, Math.min(decimalsOf(held), 12));
  const reading = readCell(
    {
      node: "cell",
      type: fact.type,
      unit: fact.unit,
      label: fact.label ?? "",
      area: { top: 0, left: 0, bottom: 0, right: 0 },
      cell: { value, text, formula: null, format: "General", isError: false },
      text,
      inText: false,
    },
    moneyUnit,
  );
  return reading.kind === "number" ? reading.value : null;
}

function readWords(placed: PlacedCell): CellReading {
  const reading = readNumber(placed.text);
  return { kind: reading.kind === "number" ? "text" : reading.kind };
}

/** Most tables are in the unit that facts are kept in. */
function scaled(value: Decimal, factor: Decimal): Decimal {
  return factor.eq(1) ? value : value.times(factor);
}

type NumberText = Extract<NumberReading, { kind: "number" }>;

function convert(reading: NumberText, placed: PlacedCell, moneyUnit: string, asText: boolean): CellReading {
  switch (placed.type) {
    case "money": {
      if (reading.unit === "万元") return { ...numeric(reading, "万元", asText), asText: false };
      const unit = /[(（]\s*(元|千元|万元|亿元)\s*[)）]/.exec(placed.label)?.[1] ?? moneyUnit;
      const factor = decimal(moneyFactors[unit] ?? "1");
      // 28.45万 in a column of money is 28.45万元, whatever the column counts in.
      const isYuan = reading.unit === null && /[万亿]$/.test(reading.printedUnit ?? "");
      const value = scaled(reading.value, isYuan ? decimal("0.0001") : factor);
      return {
        kind: "number",
        value,
        decimals: Math.max(0, reading.baseDecimals - (isYuan ? -4 : factor.e)),
        approximate: reading.approximate,
        asText: asText && reading.unit === null && !isYuan,
        unit: "万元",
      };
    }
    case "rate": {
      if (reading.unit === "%") return { ...numeric(reading, "%", asText), asText: false };
      // 0.8045 or 1 in a column of rates is a ratio; 100 under a header with % is per cent already.
      const isRatio = !/[%％]/.test(placed.label) && reading.value.abs().lte(2);
      const value = isRatio ? reading.value.times(100) : reading.value;
      const decimals = Math.max(0, reading.baseDecimals - (isRatio ? 2 : 0));
      return { kind: "number", value, decimals, approximate: reading.approximate, asText, unit: "%" };
    }
    default: {
      const unit = reading.unit ?? placed.unit;
      return { ...numeric(reading, unit, asText), asText: asText && reading.unit === null };
    }
  }
}

function numeric(reading: NumberText, unit: string | null, asText: boolean): Extract<CellReading, { kind: "number" }> {
  return {
    kind: "number",
    value: reading.value,
    decimals: Math.max(0, reading.baseDecimals),
    approximate: reading.approximate,
    asText,
    unit,
  };
}

/** `10分`, `20分×执行率`: the points stand first. */
function readPoints(text: string): CellReading {
  const match = /^\s*(\d{1,3}(?:\.\d{1,2})?)\s*分/.exec(text.normalize("NFKC"));
  if (!match) return { kind: "text" };
  const reading = readNumber(match[1] ?? "");
  return reading.kind === "number" ? numeric(reading, null, false) : { kind: "text" };
}

/** Types whose figures are rounded when printed and so stand for an interval. */
export function isMeasured(type: RoleType): boolean {
  return type === "money" || type === "rate" || type === "area";
}
