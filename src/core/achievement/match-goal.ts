import type { FigureClaim, SumClaim } from "../claims/index.js";
import type { ScoringProfile } from "../pack/index.js";
import { withoutNumber } from "./group-label.js";
import type { IndicatorLine } from "./sheet-score.js";

/** A figure of a goal and the indicator it speaks of, which says something else. */
export interface GoalMatch {
  readonly figure: FigureClaim;
  readonly line: IndicatorLine;
}

/**
 * Figures of a goal text put to the indicators they name, by name, unit and dimension; only those that clearly speak of one
 * indicator. Silent where a figure is a part of another, approximate, a change, or stands in some indicator as it is.
 */
export function matchGoal(
  figures: readonly FigureClaim[],
  sums: readonly SumClaim[],
  lines: readonly IndicatorLine[],
  side: "target" | "actual",
  profile: ScoringProfile,
): readonly GoalMatch[] {
  const parts = new Set(sums.flatMap((sum) => sum.parts));
  const named = lines.flatMap((line) => {
    const { measure } = line[side];
    // 站点40个，已安装15个: one figure is what the indicator says, so the others speak of something else.
    if (figures.some((figure) => figure.unit?.dimension === measure?.dimension && says(figure, line, side))) return [];
    return line[side].value && measure && !line.target.approximate
      ? [{ line, dimension: measure.dimension, name: nameOf(withoutNumber(line.name), profile) }]
      : [];
  });
  const stated = lines.map((line) => ({ line, dimension: line[side].measure?.dimension }));
  const byLine = new Map<IndicatorLine, FigureClaim[]>();
  for (const figure of figures.slice(0, mostFigures)) {
    if (!figure.unit || figure.approximate || figure.changes || parts.has(figure)) continue;
    const alike = named.filter(({ dimension }) => dimension === figure.unit?.dimension);
    const isSaid = stated.some(
      ({ line, dimension }) => dimension === figure.unit?.dimension && says(figure, line, side),
    );
    if (isSaid) continue;
    const label = nameOf(figure.label, profile);
    const ranked = alike
      .map(({ line, name }) => ({ line, score: likeness(label, name) }))
      .sort((a, b) => b.score - a.score);
    const [best, next] = ranked;
    if (!best || best.score < surely || (next && next.score > best.score - margin)) continue;
    byLine.set(best.line, [...(byLine.get(best.line) ?? []), figure]);
  }
  return [...byLine].flatMap(([line, claimed]) => {
    const [figure] = claimed;
    return figure && claimed.length === 1 && line.target.direction !== "range" ? [{ figure, line }] : [];
  });
}

/** A goal names a handful; what holds more is no goal. */
const mostFigures = 100;
const surely = 0.7;
const margin = 0.15;

/** The indicator states this very figure, whatever unit it is written in. */
function says(figure: FigureClaim, line: IndicatorLine, side: "target" | "actual"): boolean {
  const { value, measure } = line[side];
  if (!value || !measure) return false;
  const stated = value.times(measure.factor);
  return stated.gte(figure.low) && stated.lte(figure.high);
}

/** Without the words that only say that something is counted (面积, 人数) or done (开展, 完成). */
function nameOf(text: string, { lexicon }: ScoringProfile): string {
  let name = text.normalize("NFKC").replace(/[\s“”"'、《》()]/g, "");
  const verbs = lexicon["goalVerbs"] ?? [];
  const counts = lexicon["countWords"] ?? [];
  for (let steps = 0; steps < 4; steps++) {
    const verb = verbs.find((word) => name.startsWith(word) && name.length > word.length + 1);
    if (verb === undefined) break;
    name = name.slice(verb.length);
  }
  const count = counts.find((word) => name.endsWith(word) && name.length > word.length + 1);
  return count === undefined ? name : name.slice(0, name.length - count.length);
}

/** 1: the same · 0.9: one holds the other as a whole · else the share of the name's pairs of characters that the label has. */
function likeness(label: string, name: string): number {
  if (label.length < 2 || name.length < 2) return 0;
  if (label === name) return 1;
  if (name.length >= 3 && label.endsWith(name)) return 0.95;
  if (Math.min(name.length, label.length) >= 4 && (label.includes(name) || name.includes(label))) return 0.9;
  const own = pairs(label);
  const wanted = [...pairs(name)];
  const shared = wanted.filter((pair) => own.has(pair)).length;
  return shared >= 3 ? shared / wanted.length : 0;
}

function pairs(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (let at = 0; at + 1 < text.length; at++) found.add(text.slice(at, at + 2));
  return found;
}
