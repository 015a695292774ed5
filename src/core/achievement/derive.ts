import { factAt, itemsAt, type AnnexFacts, type FactList, type FactNode, type FactRecord } from "../facts/index.js";
import { decimal } from "../quantity/index.js";
import type { ScoringProfile } from "../pack/index.js";
import { numberFact, wordsFact } from "./derived-fact.js";
import { goalFacts } from "./goal-facts.js";
import { indicatorFacts, namedness, type RowSurroundings } from "./indicator-facts.js";
import { rowOf } from "./score-sheet.js";
import type { IndicatorLine, SheetScore } from "./sheet-score.js";

/**
 * The annex with what the scoring found as facts of its own, so that rules and sentences speak of them by role: at an
 * indicator see `indicatorFacts`; at the root `computed.*`; at `fund.total` `computed` and `computedRate`. Rows that are no
 * indicators leave the list; those with something left over from the blank form are `indicatorsLeftOver`.
 */
export function deriveFacts(annex: AnnexFacts, score: SheetScore, profile: ScoringProfile): AnnexFacts {
  const lines = new Map(score.indicators.map((line) => [line.row, line]));
  const surroundings = surroundingsOf(itemsAt(annex.root, "indicators"), lines);
  // The groups hold the rows of the list again.
  const scored = new Map<FactRecord, FactRecord>();
  const withScores = (record: FactRecord): FactRecord[] => {
    const line = lines.get(rowOf(record));
    if (!line) return [];
    const known = scored.get(record);
    if (known) return [known];
    const around = surroundings.get(record) ?? alone;
    const derived = indicatorFacts({ record, line, around, year: annex.year, profile });
    const extended = { ...record, derived };
    scored.set(record, extended);
    return [extended];
  };
  const fields = new Map(annex.root.fields);
  const leftOver = itemsAt(annex.root, "indicators").filter((record) => !lines.has(rowOf(record)) && holdsText(record));
  fields.set("indicatorsLeftOver", { node: "list", path: "indicatorsLeftOver", annex: annex.key, items: leftOver });
  const goal = fields.get("goal");
  if (goal?.node === "record") fields.set("goal", extend(goal, goalFacts(goal, score.indicators, profile)));
  replaceList(fields, "indicators", withScores);
  replaceList(fields, "groups", (group) => {
    const inner = new Map(group.fields);
    replaceList(inner, "items", withScores);
    return [{ ...group, fields: inner }];
  });
  const { execution, total, grade } = score;
  const fund = fields.get("fund");
  const fundTotal = fund?.node === "record" ? fund.fields.get("total") : undefined;
  if (fund?.node === "record" && fundTotal?.node === "record") {
    const basis = ["budget", "executed", "weight"].flatMap((name) => factAt(fundTotal, name) ?? []);
    const base = { annex: annex.key, path: fundTotal.path, basis };
    const extended = extend(fundTotal, [
      ["computed", numberFact(base, "computed", "score", execution.computed, 2)],
      ["computedRate", numberFact(base, "computedRate", "rate", execution.rate && execution.rate.times(100), 2, "%")],
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
      ["total", numberFact(base, "total", "score", total.computed, 2)],
      ["low", numberFact(base, "low", "score", total.low, 2)],
      ["high", numberFact(base, "high", "score", total.high, 2)],
      ["grade", wordsFact(base, "grade", grade.computed ?? "", "grade")],
    ]),
  });
  return { ...annex, root: { ...annex.root, fields } };
}

const alone: RowSurroundings = { scoreRows: 1, groupCount: 1, groupWeight: null };

/** One pass over the rows: whose score is merged over the next, how heavy the level-1 group is. */
function surroundingsOf(
  records: readonly FactRecord[],
  lines: ReadonlyMap<number | null, IndicatorLine>,
): ReadonlyMap<FactRecord, RowSurroundings> {
  const hasScores = records.some((record) => factAt(record, "score") !== null);
  const groups = new Map<string, { count: number; weight: NonNullable<IndicatorLine["weight"]> }>();
  const rows = records.flatMap((record) => {
    const line = lines.get(rowOf(record));
    return line ? [{ record, line, scoreRows: 1 }] : [];
  });
  let owner: (typeof rows)[number] | null = null;
  for (const row of rows) {
    const group = groups.get(row.line.level1) ?? { count: 0, weight: decimal(0) };
    groups.set(row.line.level1, { count: group.count + 1, weight: group.weight.plus(row.line.weight ?? decimal(0)) });
    if (!hasScores || factAt(row.record, "score") !== null) owner = row;
    // Several targets of one indicator share its name too.
    else if (owner && namedness(row.record) !== "shared") owner.scoreRows += 1;
  }
  return new Map(
    rows.map(({ record, line, scoreRows }) => {
      const group = groups.get(line.level1);
      return [record, { scoreRows, groupCount: group?.count ?? 1, groupWeight: group?.weight ?? null }];
    }),
  );
}

/** More than 无 all the way through: …… in a column of values. */
function holdsText(record: FactRecord): boolean {
  return ["name", "target", "actual"].some((column) => factAt(record, column)?.reading.kind === "text");
}

function extend(record: FactRecord, facts: readonly (readonly [string, FactNode])[]): FactRecord {
  return { ...record, fields: new Map<string, FactNode>([...record.fields, ...facts]) };
}

function replaceList(
  fields: Map<string, FactNode>,
  name: string,
  change: (item: FactRecord) => readonly FactRecord[],
): void {
  const list = fields.get(name);
  if (list?.node !== "list") return;
  const changed: FactList = { ...list, items: list.items.flatMap(change) };
  fields.set(name, changed);
}
