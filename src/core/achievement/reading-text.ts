import { type Decimal, formatDecimal } from "../quantity/index.js";
import type { ActualReading, TargetReading } from "./reading.js";

const signs = { ">=": "≥", "<=": "≤", "=": "=" } as const;

/** A target as it was read: `≥ 100 人`, `5–10 工作日`, `≤ 2024-12-31`; the cell's own words where it is no figure. */
export function targetText({ kind, direction, value, low, high, unit, date, text, change }: TargetReading): string {
  if (kind === "date") return date === null ? text : `≤ ${date}`;
  if (kind !== "quantitative" || direction === null) return text === "" ? "—" : text;
  if (direction === "range") return `${figure(low)}–${figure(high)}${suffix(unit)}`;
  const word = change === "increase" ? "增 " : change === "decrease" ? "降 " : "";
  return `${word}${signs[direction]} ${figure(value)}${suffix(unit)}`;
}

/** An actual value as it was read: `96 人`, `2024-12-20`; the cell's own words otherwise. */
export function actualText({ kind, value, unit, date, text }: ActualReading): string {
  if (kind === "number" && value) return `${figure(value)}${suffix(unit)}`;
  if (kind === "date" && date !== null) return date;
  return text === "" ? "—" : text;
}

function figure(value: Decimal | null): string {
  return value ? formatDecimal(value.round(6, 1)) : "?";
}

function suffix(unit: string | null): string {
  return unit === null ? "" : unit === "%" || unit === "‰" ? unit : ` ${unit}`;
}
