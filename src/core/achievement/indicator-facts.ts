import { factAt, type Fact, type FactRecord } from "../facts/index.js";
import { readYears } from "../claims/index.js";
import { readNumber } from "../quantity/index.js";
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

type NamedFact = readonly [name: string, fact: Fact];

/** An indicator's reading and score as facts of its record, so that rules and sentences speak of them by role. */
export function indicatorFacts(
  record: FactRecord,
  line: IndicatorLine,
  surroundings: RowSurroundings,
  year: number | null,
  profile: ScoringProfile,
): readonly NamedFact[] {
  const { target, actual } = line;
  const basis = ["target", "actual", "weight"].flatMap((name) => factAt(record, name) ?? []);
  const value = target.value ?? target.low;
  const isMoney = actual.measure?.dimension === "money";
  const isSigned =
    target.kind === "quantitative" && target.source === "read" && target.change === null && target.direction !== "=";
  return [
    ["computed", numberFact({ ...record, basis }, "computed", "score", line.computed, 2)],
    ["achievement", numberFact(record, "achievement", "count", line.achievement, 4)],
    ["ratio", numberFact(record, "ratio", "count", line.ratio, 4)],
    ["progress", numberFact(record, "progress", "rate", line.ratio && line.ratio.times(100), 2, "%")],
    ["verdict", wordsFact(record, "verdict", line.verdict)],
    ["readingKind", wordsFact(record, "readingKind", target.kind)],
    ["lowBand", numberFact(record, "lowBand", "score", line.band?.[0] ?? null, 2)],
    ["highBand", numberFact(record, "highBand", "score", line.band?.[1] ?? null, 2)],
    ["direction", wordsFact(record, "direction", target.direction ?? "")],
    [
      "targetValue",
      isMoney
        ? moneyFact(record, "targetValue", value)
        : numberFact(record, "targetValue", "count", value, 2, target.unit),
    ],
    [
      "actualValue",
      isMoney
        ? moneyFact(record, "actualValue", actual.value)
        : numberFact(record, "actualValue", "count", actual.value, 2, actual.unit),
    ],
    ["targetUnit", wordsFact(record, "targetUnit", target.unit ?? "")],
    ["actualUnit", wordsFact(record, "actualUnit", actual.unit ?? "")],
    ["targetDimension", wordsFact(record, "targetDimension", target.measure?.dimension ?? "")],
    ["actualDimension", wordsFact(record, "actualDimension", actual.measure?.dimension ?? "")],
    ["units", wordsFact(record, "units", unitsOf(line, profile))],
    ["change", wordsFact(record, "change", target.change ?? "")],
    ["actualKind", wordsFact(record, "actualKind", actual.kind)],
    ["copied", yesNo(record, "copied", actual.copied)],
    ["signed", yesNo(record, "signed", isSigned)],
    ["exact", yesNo(record, "exact", isExact(line, profile))],
    ["sure", yesNo(record, "sure", !line.needsPerson && !target.approximate)],
    ["figures", wordsFact(record, "figures", figuresOf(line))],
    [
      "targetSaid",
      wordsFact(record, "targetSaid", target.kind === "quantitative" ? targetText(target) : normalise(target.text)),
    ],
    [
      "actualSaid",
      wordsFact(record, "actualSaid", actual.kind === "number" ? actualText(actual) : normalise(actual.text)),
    ],
    ["needsPerson", yesNo(record, "needsPerson", line.needsPerson)],
    ["brief", yesNo(record, "brief", actual.text.length <= longestAnswer)],
    ["group", wordsFact(record, "group", groupOf(line, profile))],
    ["named", wordsFact(record, "named", namedness(record))],
    ["targetYear", wordsFact(record, "targetYear", otherYear(target.text, year, profile))],
    ["actualYear", wordsFact(record, "actualYear", otherYear(actual.text, year, profile))],
    ["weightTyped", yesNo(record, "weightTyped", isWeightTyped(record, line))],
    ["scoreRows", numberFact(record, "scoreRows", "count", decimalOf(surroundings.scoreRows), 0)],
    ["groupCount", numberFact(record, "groupCount", "count", decimalOf(surroundings.groupCount), 0)],
    ["groupWeight", numberFact(record, "groupWeight", "weight", surroundings.groupWeight, 2)],
  ];
}

/** An answer longer than this is prose: a single word in it does not name a level. */
const longestAnswer = 20;

function yesNo(record: FactRecord, name: string, says: boolean): Fact {
  return wordsFact(record, name, says ? "yes" : "no");
}

function decimalOf(count: number): IndicatorLine["weight"] {
  const reading = readNumber(String(count));
  return reading.kind === "number" ? reading.value : null;
}

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
  if (weight === null || target.kind !== "unparsed" || target.text !== actual.text) return false;
  const typed = readNumber(factAt(record, "target")?.shown ?? "");
  return typed.kind === "number" && typed.unit === null && typed.value.eq(weight);
}
