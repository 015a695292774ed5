import { readFigures, readSums, type FigureClaim, type FigureWords } from "../claims/index.js";
import { factAt, type Fact, type FactList, type FactNode, type FactRecord } from "../facts/index.js";
import type { Decimal } from "../quantity/index.js";
import type { ScoringProfile } from "../pack/index.js";
import { numberFact, wordsFact } from "./derived-fact.js";
import { matchGoal } from "./match-goal.js";
import type { IndicatorLine } from "./sheet-score.js";

/**
 * What the two texts of the overall goal say: `copied`; `sums`, totals with their `parts`; `figures`, those that speak of an
 * indicator and say something else: `stated` in the text, `meant` in the indicator. Each is a fact of the goal's own cell.
 */
export function goalFacts(
  goal: FactRecord,
  lines: readonly IndicatorLine[],
  profile: ScoringProfile,
): readonly (readonly [name: string, node: FactNode])[] {
  const expected = factAt(goal, "expected");
  const achieved = factAt(goal, "achieved");
  const texts = [solid(expected?.shown ?? ""), solid(achieved?.shown ?? "")] as const;
  const isCopied = texts[0].length >= shortestGoal && texts[0] === texts[1];
  const sides = [
    [expected, "target"],
    [achieved, "actual"],
  ] as const;
  const words = wordsOf(profile);
  const sums: FactRecord[] = [];
  const figures: FactRecord[] = [];
  for (const [cell, side] of sides) {
    // A copied text says the same twice: its figures are those of the goal.
    if (!cell || cell.shown === "" || (side === "actual" && isCopied)) continue;
    const read = readFigures(cell.shown, words);
    const added = readSums(cell.shown, read, words);
    for (const { total, parts, listed } of added) {
      const items = parts.map((part): FactRecord => record(cell, part.label, [["value", factOf(cell, part)]]));
      const list: FactList = { node: "list", path: cell.path, annex: cell.annex, items };
      const fields = [
        ["total", factOf(cell, total)],
        ["parts", list],
        ["listed", wordsFact(cell, "listed", listed)],
      ] as const;
      sums.push(record(cell, total.label, fields));
    }
    for (const { figure, line } of matchGoal(read, added, lines, side, profile)) {
      const meant = meantBy(cell, line, side);
      figures.push(
        record(cell, line.name, [
          ["stated", factOf(cell, figure)],
          ["meant", meant],
          ["side", wordsFact(cell, "side", side)],
        ]),
      );
    }
  }
  return [
    ["copied", wordsFact(goal, "copied", isCopied ? "yes" : "no")],
    ["sums", { node: "list", path: "goal.sums", annex: goal.annex, items: sums }],
    ["figures", { node: "list", path: "goal.figures", annex: goal.annex, items: figures }],
  ];
}

/** Fewer characters than this (完成任务) say the same without being copied. */
const shortestGoal = 6;

/** Without blanks and marks, in half width. */
function solid(text: string): string {
  return text.normalize("NFKC").replace(/[\s,.;:，。；：、]/g, "");
}

function wordsOf({ targets, lexicon }: ScoringProfile): FigureWords {
  const { about, increase, decrease, atLeast, atMost, equal, reaching } = targets.comparisons;
  return {
    about,
    changes: [...increase, ...decrease],
    bounds: ["≥", "≤", ">", "<", "=", ...atLeast, ...atMost, ...equal, ...reaching],
    parts: lexicon["partsOpen"] ?? [],
    open: lexicon["partsLeftOut"] ?? [],
  };
}

function record(cell: Fact, label: string, fields: readonly (readonly [string, FactNode])[]): FactRecord {
  return { node: "record", path: cell.path, annex: cell.annex, label, fields: new Map(fields) };
}

/** A figure of the text, at the goal's own cell. */
function factOf(cell: Fact, { value, low, high, unit, text, label }: FigureClaim): Fact {
  return {
    node: "fact",
    path: cell.path,
    annex: cell.annex,
    type: "count",
    reading: { kind: "number", value, low, high, decimals: decimalsOf(value), approximate: false, asText: false },
    unit: unit?.base ?? null,
    shown: text,
    label: label === "" ? (cell.label ?? "") : label,
    cells: cell.cells,
    from: "derived",
    inText: true,
  };
}

/** The figure of the indicator, in the base unit, at its cell. */
function meantBy(place: Fact, line: IndicatorLine, side: "target" | "actual"): Fact {
  const { value, measure, text } = line[side];
  const stated = value && measure ? value.times(measure.factor) : null;
  const cell = line.cells[side];
  const fact = numberFact(
    { annex: place.annex, path: line.path },
    side,
    "count",
    stated,
    stated ? decimalsOf(stated) : 0,
    measure?.base ?? null,
  );
  return { ...fact, shown: text, label: line.name, cells: cell ? [cell] : [], inText: true };
}

function decimalsOf(value: Decimal): number {
  const text = value.toFixed();
  const point = text.indexOf(".");
  return point < 0 ? 0 : Math.min(text.length - point - 1, 4);
}
