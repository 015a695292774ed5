import {
  factAt,
  type AnnexFacts,
  type Fact,
  type FactList,
  type FactNode,
  type FactRecord,
  type FactType,
} from "../facts/index.js";
import { type Decimal, formatDecimal } from "../quantity/index.js";
import { rowOf } from "./score-sheet.js";
import type { IndicatorLine, SheetScore } from "./sheet-score.js";

/**
 * The annex with what the scoring found as facts of its own, so that rules and sentences speak of them by role:
 * at an indicator `computed`, `achievement`, `verdict`, `readingKind`, `lowBand`, `highBand`, `direction`,
 * `targetValue`, `actualValue`, `targetUnit`, `actualUnit`, `copied`, `needsPerson`; at the root `computed.*`;
 * at `fund.total` `computed` and `computedRate`.
 */
export function deriveFacts(annex: AnnexFacts, score: SheetScore): AnnexFacts {
  const lines = new Map(score.indicators.map((line) => [line.row, line]));
  // The groups hold the rows of the list again.
  const scored = new Map<FactRecord, FactRecord>();
  const withScores = (record: FactRecord): FactRecord => {
    const line = lines.get(rowOf(record));
    const known = scored.get(record);
    if (known || !line) return known ?? record;
    const extended = extend(record, indicatorFacts(record, line));
    scored.set(record, extended);
    return extended;
  };
  const fields = new Map(annex.root.fields);
  replaceList(fields, "indicators", withScores);
  replaceList(fields, "groups", (group) => {
    const inner = new Map(group.fields);
    replaceList(inner, "items", withScores);
    return { ...group, fields: inner };
  });
  const { execution, total, grade } = score;
  const fund = fields.get("fund");
  const fundTotal = fund?.node === "record" ? fund.fields.get("total") : undefined;
  if (fund?.node === "record" && fundTotal?.node === "record") {
    const basis = ["budget", "executed", "weight"].flatMap((name) => factAt(fundTotal, name) ?? []);
    const base = { annex: annex.key, path: fundTotal.path, basis };
    const extended = extend(fundTotal, [
      ["computed", number(base, "computed", "score", execution.computed, 2)],
      ["computedRate", number(base, "computedRate", "rate", execution.rate && execution.rate.times(100), 2, "%")],
    ]);
    fields.set("fund", { ...fund, fields: new Map(fund.fields).set("total", extended) });
  }
  const base = { annex: annex.key, path: "computed" };
  fields.set("computed", {
    node: "record",
    path: "computed",
    annex: annex.key,
    label: "应得分",
    fields: new Map<string, FactNode>([
      ["total", number(base, "total", "score", total.computed, 2)],
      ["low", number(base, "low", "score", total.low, 2)],
      ["high", number(base, "high", "score", total.high, 2)],
      ["grade", words(base, "grade", grade.computed ?? "", "grade")],
    ]),
  });
  return { ...annex, root: { ...annex.root, fields } };
}

interface Place {
  readonly annex: string;
  readonly path: string;
  readonly basis?: readonly Fact[];
}

function indicatorFacts(record: FactRecord, line: IndicatorLine): readonly (readonly [string, Fact])[] {
  const { target, actual } = line;
  const basis = ["target", "actual", "weight"].flatMap((name) => factAt(record, name) ?? []);
  const value = target.value ?? target.low;
  return [
    ["computed", number({ ...record, basis }, "computed", "score", line.computed, 2)],
    ["achievement", number(record, "achievement", "count", line.achievement, 4)],
    ["verdict", words(record, "verdict", line.verdict)],
    ["readingKind", words(record, "readingKind", target.kind)],
    ["lowBand", number(record, "lowBand", "score", line.band?.[0] ?? null, 2)],
    ["highBand", number(record, "highBand", "score", line.band?.[1] ?? null, 2)],
    ["direction", words(record, "direction", target.direction ?? "")],
    ["targetValue", number(record, "targetValue", "count", value, 2, target.unit)],
    ["actualValue", number(record, "actualValue", "count", actual.value, 2, actual.unit)],
    ["targetUnit", words(record, "targetUnit", target.unit ?? "")],
    ["actualUnit", words(record, "actualUnit", actual.unit ?? "")],
    ["actualKind", words(record, "actualKind", actual.kind)],
    ["copied", words(record, "copied", actual.copied ? "yes" : "no")],
    ["needsPerson", words(record, "needsPerson", line.needsPerson ? "yes" : "no")],
  ];
}

function extend(record: FactRecord, facts: readonly (readonly [string, Fact])[]): FactRecord {
  return { ...record, fields: new Map<string, FactNode>([...record.fields, ...facts]) };
}

function replaceList(fields: Map<string, FactNode>, name: string, change: (item: FactRecord) => FactRecord): void {
  const list = fields.get(name);
  if (list?.node !== "list") return;
  const changed: FactList = { ...list, items: list.items.map(change) };
  fields.set(name, changed);
}

function number(
  { annex, path, basis = [] }: Place,
  name: string,
  type: FactType,
  value: Decimal | null,
  decimals: number,
  unit: string | null = null,
): Fact {
  const place = { node: "fact", path: `${path}.${name}`, annex, type, cells: [], from: "derived", basis } as const;
  if (value === null) return { ...place, reading: { kind: "empty" }, unit, shown: "" };
  const rounded = formatDecimal(value.round(decimals, 1));
  return {
    ...place,
    reading: { kind: "number", value, low: value, high: value, decimals, approximate: false, asText: false },
    unit,
    shown: unit === "%" ? `${formatDecimal(value, decimals)}%` : rounded,
  };
}

function words({ annex, path }: Place, name: string, shown: string, type: FactType = "text"): Fact {
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
