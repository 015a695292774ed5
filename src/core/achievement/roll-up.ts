import { type Decimal, decimal } from "../quantity/index.js";
import { partOf } from "./total-score.js";
import type { GroupScore, IndicatorLine, SheetScore } from "./sheet-score.js";

/** Filed against computed at one level. `gap` is filed − computed, null where one of them is missing. */
export interface LevelScore {
  readonly label: string;
  readonly weight: Decimal;
  readonly filed: Decimal | null;
  readonly computed: Decimal | null;
  /** Between these lies the score while qualitative lines and open decisions are open. */
  readonly low: Decimal;
  readonly high: Decimal;
  readonly gap: Decimal | null;
}

export interface Level3Score extends LevelScore {
  readonly line: IndicatorLine;
}

export interface Level2Score extends LevelScore {
  readonly children: readonly Level3Score[];
}

export interface Level1Score extends LevelScore {
  readonly children: readonly Level2Score[];
}

export interface SheetRollUp extends LevelScore {
  readonly annexKey: string;
  readonly execution: LevelScore;
  readonly children: readonly Level1Score[];
}

/** All sheets together: their sums, so that `weight` is 100 for each of them. */
export interface WorkbookRollUp extends LevelScore {
  readonly children: readonly SheetRollUp[];
}

/** Level 3 → 2 → 1 → sheet → all sheets. Nothing is scored anew: every figure is a sum of the sheets' own lines. */
export function rollUp(sheets: readonly SheetScore[]): WorkbookRollUp {
  const children = sheets.map(sheetRollUp);
  return { ...together("全部附表", children), children };
}

function sheetRollUp(sheet: SheetScore): SheetRollUp {
  const { execution, total } = sheet;
  const part = partOf(execution);
  const own = withGap({
    label: "预算执行",
    weight: execution.weight ?? decimal(0),
    filed: execution.filed,
    computed: part.value,
    low: part.low,
    high: part.high,
  });
  const children = sheet.groups.filter(({ level2 }) => level2 === null).map((group) => level1(sheet, group));
  return {
    ...withGap({
      label: sheet.sheet,
      weight: sum([own.weight, ...children.map(({ weight }) => weight)]),
      filed: total.filed,
      computed: total.computed,
      low: total.low,
      high: total.high,
    }),
    annexKey: sheet.annexKey,
    execution: own,
    children,
  };
}

function level1(sheet: SheetScore, group: GroupScore): Level1Score {
  const lines = sheet.indicators.filter((line) => line.level1 === group.level1);
  const labels = [...new Set(lines.map((line) => line.level2))];
  const children = labels.map((label) => {
    const inside = lines.filter((line) => line.level2 === label).map(level3);
    return { ...together(label, inside), children: inside };
  });
  return { ...withGap({ ...group, label: group.level1 }), children };
}

function level3(line: IndicatorLine): Level3Score {
  const { value, low, high } = partOf(line);
  const { name, weight, filed } = line;
  return { ...withGap({ label: name, weight: weight ?? decimal(0), filed, computed: value, low, high }), line };
}

function together(label: string, parts: readonly LevelScore[]): LevelScore {
  const all = (pick: (part: LevelScore) => Decimal | null): Decimal | null => {
    const values = parts.flatMap((part) => pick(part) ?? []);
    return parts.length > 0 && values.length === parts.length ? sum(values) : null;
  };
  return withGap({
    label,
    weight: sum(parts.map(({ weight }) => weight)),
    filed: all(({ filed }) => filed),
    computed: all(({ computed }) => computed),
    low: sum(parts.map(({ low }) => low)),
    high: sum(parts.map(({ high }) => high)),
  });
}

function withGap({ label, weight, filed, computed, low, high }: Omit<LevelScore, "gap">): LevelScore {
  return { label, weight, filed, computed, low, high, gap: filed && computed && filed.minus(computed) };
}

function sum(values: readonly Decimal[]): Decimal {
  return values.reduce((total, value) => total.plus(value), decimal(0));
}
