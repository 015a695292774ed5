import {
  isoDate,
  readActual,
  readTarget,
  type ActualReading,
  type IndicatorContext,
  type TargetReading,
} from "../../core/achievement/index.js";
import type { ScoringProfile } from "../../core/pack/index.js";
import { decimal, formatDecimal } from "../../core/quantity/index.js";
import { success, type Result } from "../../core/result/index.js";
import { cellText, type CellArgument } from "./cell-text.js";
import { indicatorKind } from "./indicator-kind.js";

export interface ReadIndicator {
  readonly target: TargetReading;
  readonly actual: ActualReading;
}

/** Reads both cells as the score sheet does, with no more around them than the indicator's kind. */
export function readIndicator(
  targetCell: CellArgument,
  actualCell: CellArgument,
  kindCell: CellArgument,
  profile: ScoringProfile,
): Result<ReadIndicator> {
  const kind = indicatorKind(kindCell, profile);
  if (!kind.ok) return kind;
  const asDates = kind.value.includes("时效") && isSerialDay(targetCell) && isSerialDay(actualCell);
  const targetText = asDates ? success(dayOfSerial(Number(targetCell))) : cellText(targetCell);
  if (!targetText.ok) return targetText;
  const actualText = cellText(actualCell);
  if (!actualText.ok) return actualText;
  const context: IndicatorContext = {
    profile,
    year: null,
    level1: "",
    level2: kind.value,
    name: "",
    weight: "",
    actual: actualText.value,
    weightsInValues: false,
  };
  const target = readTarget(targetText.value, context);
  const shown = asShown(actualCell, target) ?? actualText.value;
  return success({ target, actual: readActual(shown, target, context) });
}

/** A number whose format Excel does not hand over: 0.96 of a cell that shows 96%, 45626 of one that shows a date. */
function asShown(cell: CellArgument, target: TargetReading): string | null {
  if (typeof cell !== "number") return null;
  if (target.kind === "date" && isSerialDay(cell)) return dayOfSerial(cell);
  const wanted = target.value ?? target.low;
  if (target.unit !== "%" || wanted === null || wanted.lte(10) || cell < 0 || cell > 1.5) return null;
  return `${formatDecimal(decimal(cell).times(100))}%`;
}

/** From 2000 to 2099; Excel counts days from 1899-12-30. */
function isSerialDay(cell: CellArgument): boolean {
  return typeof cell === "number" && Number.isInteger(cell) && cell >= 36_526 && cell <= 73_050;
}

function dayOfSerial(serial: number): string {
  const date = new Date(Date.UTC(1899, 11, 30 + serial));
  return isoDate({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }) ?? "";
}
