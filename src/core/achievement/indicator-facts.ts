import { factAt, type DerivedFields, type Fact, type FactRecord } from "../facts/index.js";
import { readYears } from "../claims/index.js";
import { decimal, readNumber } from "../quantity/index.js";
import type { ScoringProfile } from "../pack/index.js";
import { compareQuantities } from "./comparable.js";
import { moneyFact, numberFact, wordsFact } from "./derived-fact.js";
import { cellOf } from "./score-execution.js";
import type { IndicatorLine } from "./sheet-score.js";
import { normalise } from "./normalise.js";
import { actualText, targetText } from "./reading-text.js";

/** What the rows of a sheet say of one another. */
export interface RowSurroundings {
  /** Rows whose score stands in one merged cell, this one the first; 1 for most. */
  readonly scoreRows: number;
  /** Indicators of its level-1 group and their weights together. */
  readonly groupCount: number;
  readonly groupWeight: IndicatorLine["weight"];
}

/** An indicator with all that its facts are worked out from. */
interface Scored {
  readonly record: FactRecord;
  readonly line: IndicatorLine;
  readonly around: RowSurroundings;
  readonly year: number | null;
  readonly profile: ScoringProfile;
}

/**
 * An indicator's reading and score as facts of its record, so that rules and sentences speak of them by role. Each is
 * made when it is first asked for: a sheet has many rows, and most rules go no further than the first condition.
 */
export function indicatorFacts(scored: Scored): DerivedFields {
  const made: (Fact | undefined)[] = [];
  return {
    get(name) {
      const maker = makers.get(name);
      if (!maker) return undefined;
      return (made[maker.index] ??= maker.make(scored, name));
    },
  };
}

type Tell<T> = (scored: Scored) => T;

const words: Readonly<Record<string, Tell<string>>> = {
  verdict: ({ line }) => line.verdict,
  readingKind: ({ line }) => line.target.kind,
  direction: ({ line }) => line.target.direction ?? "",
  targetUnit: ({ line }) => line.target.unit ?? "",
  actualUnit: ({ line }) => line.actual.unit ?? "",
  targetDimension: ({ line }) => line.target.measure?.dimension ?? "",
  actualDimension: ({ line }) => line.actual.measure?.dimension ?? "",
  units: ({ line, profile }) => unitsOf(line, profile),
  change: ({ line }) => line.target.change ?? "",
  actualKind: ({ line }) => line.actual.kind,
  figures: ({ line }) => figuresOf(line),
  targetSaid: ({ line: { target } }) => (target.kind === "quantitative" ? targetText(target) : normalise(target.text)),
  actualSaid: ({ line: { actual } }) => (actual.kind === "number" ? actualText(actual) : normalise(actual.text)),
  group: ({ line, profile }) => groupOf(line, profile),
  named: ({ record }) => namedness(record),
  targetYear: ({ line, year, profile }) => otherYear(line.target.text, year, profile),
  actualYear: ({ line, year, profile }) => otherYear(line.actual.text, year, profile),
};

/** Told as yes or no. */
const answers: Readonly<Record<string, Tell<boolean>>> = {
  copied: ({ line }) => line.actual.copied,
  signed: ({ line: { target } }) => isSigned(target),
  exact: ({ line, profile }) => isExact(line, profile),
  sure: ({ line }) => !line.needsPerson && !line.target.approximate,
  needsPerson: ({ line }) => line.needsPerson,
  brief: ({ line }) => line.actual.text.length <= longestAnswer,
  weightTyped: ({ record, line }) => isWeightTyped(record, line),
};

type Make = (scored: Scored, name: string) => Fact;

const figures: Readonly<Record<string, Make>> = {
  computed: ({ record, line }, name) =>
    numberFact({ ...record, basis: basisOf(record) }, name, "score", line.computed, 2),
  achievement: ({ record, line }, name) => numberFact(record, name, "count", line.achievement, 4),
  ratio: ({ record, line }, name) => numberFact(record, name, "count", line.ratio, 4),
  progress: ({ record, line }, name) => numberFact(record, name, "rate", line.ratio && line.ratio.times(100), 2, "%"),
  lowBand: ({ record, line }, name) => numberFact(record, name, "score", line.band?.[0] ?? null, 2),
  highBand: ({ record, line }, name) => numberFact(record, name, "score", line.band?.[1] ?? null, 2),
  targetValue: ({ record, line }, name) =>
    amountFact(record, name, line, line.target.value ?? line.target.low, line.target.unit),
  actualValue: ({ record, line }, name) => amountFact(record, name, line, line.actual.value, line.actual.unit),
  scoreRows: ({ record, around }, name) => numberFact(record, name, "count", decimal(around.scoreRows), 0),
  groupCount: ({ record, around }, name) => numberFact(record, name, "count", decimal(around.groupCount), 0),
  groupWeight: ({ record, around }, name) => numberFact(record, name, "weight", around.groupWeight, 2),
};

const makers: ReadonlyMap<string, { readonly index: number; readonly make: Make }> = new Map(
  [
    ...Object.entries(figures),
    ...Object.entries(words).map(([name, tell]) => [name, told(tell)] as const),
    ...Object.entries(answers).map(([name, tell]) => [name, told((scored) => (tell(scored) ? "yes" : "no"))] as const),
  ].map(([name, make], index) => [name, { index, make }]),
);

function told(tell: Tell<string>): Make {
  return (scored, name) => wordsFact(scored.record, name, tell(scored));
}

function basisOf(record: FactRecord): readonly Fact[] {
  return ["target", "actual", "weight"].flatMap((name) => factAt(record, name) ?? []);
}

/** Money is kept in 万元, as in the money block; all else in the unit it was told in. */
function amountFact(
  record: FactRecord,
  name: string,
  { actual }: IndicatorLine,
  value: IndicatorLine["weight"],
  unit: string | null,
): Fact {
  const isMoney = actual.measure?.dimension === "money";
  return isMoney ? moneyFact(record, name, value) : numberFact(record, name, "count", value, 2, unit);
}

/** The text itself says ≥ or ≤. */
function isSigned({ kind, source, change, direction }: IndicatorLine["target"]): boolean {
  return kind === "quantitative" && source === "read" && change === null && direction !== "=";
}

/** An answer longer than this is prose: a single word in it does not name a level. */
const longestAnswer = 20;

/**
 * same · missing: the actual has none and takes the target's · alike: counters used for one another (场, 场次) · different:
 * the two do not compare · "" where there is nothing to compare.
 */
function unitsOf({ target, actual }: IndicatorLine, profile: ScoringProfile): string {
  if (actual.mistaken) return "different";
  if (actual.value === null || !target.measure) return "";
  if (actual.bare) return "missing";
  if (!actual.measure) return "";
  const pair = compareQuantities(target, actual, profile);
  if (pair.ok) return "same";
  const [a, b] = [target.measure.symbol, actual.measure.symbol];
  if (profile.targets.likeCounters.some((words) => words.includes(a) && words.includes(b))) return "alike";
  // 每季度1次 beside 1次: the same thing, though it is not said of which span.
  return a.startsWith(b) ? "" : "different";
}

/** none: words alone · several: figures of which none is clearly the one · "" where a figure was read, or none is asked. */
function figuresOf({ target, actual }: IndicatorLine): string {
  if (actual.kind !== "words" || (target.kind !== "quantitative" && target.kind !== "date")) return "";
  return actual.figures > 0 ? "several" : "none";
}

/** The actual says exactly what was set: the figure itself, or the words. */
function isExact({ target, actual, verdict }: IndicatorLine, profile: ScoringProfile): boolean {
  if (target.kind !== "quantitative") return verdict === "met";
  if (target.value === null || actual.value === null) return verdict === "met" && target.direction === "range";
  const pair = compareQuantities(target, actual, profile);
  return pair.ok && pair.target !== null && pair.actual.eq(pair.target);
}

/** Id of the profile's group; the level-2 group speaks first where it bears the name of one (成本 under 产出). */
function groupOf({ level1, level2 }: IndicatorLine, { groups }: ScoringProfile): string {
  const by = (text: string): string | undefined =>
    text === "" ? undefined : groups.find(({ labels }) => labels.some((label) => text.includes(label)))?.id;
  const upper = by(level1);
  const lower = by(level2);
  const own = groups.find(({ id, required }) => id === lower && !required);
  return own?.id ?? upper ?? lower ?? "";
}

/** yes · no · shared: the name is merged over the rows of several targets. */
export function namedness(record: FactRecord): string {
  const name = factAt(record, "name");
  if (!name || name.shown !== "") return "yes";
  const own = ["target", "actual", "weight", "score"]
    .map((column) => cellOf(factAt(record, column)))
    .find((cell) => cell !== null);
  const [cell] = name.cells;
  return cell && own && cell.row < own.row ? "shared" : "no";
}

/** A year named as that of the figure, which is not the one under review; "" for none. */
function otherYear(text: string, year: number | null, profile: ScoringProfile): string {
  if (year === null || text.length < 4) return "";
  const stated = readYears(text, profile.dates.otherYears).filter(({ use }) => use === "stated");
  const [first] = stated;
  return first && stated.every((claim) => claim.year !== year) ? String(first.year) : "";
}

/** Target, actual and weight are one bare number. */
function isWeightTyped(record: FactRecord, { weight, target, actual }: IndicatorLine): boolean {
  if (weight === null) return false;
  // The unit of the target may stand in a column of its own, which whoever types weights leaves alone.
  if (actual.bare && target.printed?.printed.eq(weight)) {
    const typed = readNumber(actual.text);
    return typed.kind === "number" && typed.value.eq(weight);
  }
  if (target.kind !== "unparsed" || target.text !== actual.text) return false;
  const typed = readNumber(factAt(record, "target")?.shown ?? "");
  return typed.kind === "number" && typed.unit === null && typed.value.eq(weight);
}
