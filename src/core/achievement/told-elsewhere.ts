import type { AnnexFacts, Fact, FactNode, FactRecord } from "../facts/index.js";
import type { ScoringProfile } from "../pack/index.js";
import { normalise } from "./normalise.js";
import type { SameIndicator } from "./same-indicators.js";

type Told = Partial<Readonly<Record<"target" | "actual", SameIndicator["lower"]>>>;

/**
 * Where an indicator is told differently elsewhere: annex key → path of the indicator → the other table. Where several
 * projects tell it each in their own way, the whole unit's figure is none of theirs and nothing is compared.
 */
export function toldElsewhere(
  same: readonly SameIndicator[],
  { targets: { placeholders } }: ScoringProfile,
): ReadonlyMap<string, ReadonlyMap<string, Told>> {
  const groups = new Map<SameIndicator["upper"]["line"], SameIndicator[]>();
  for (const one of same) groups.set(one.upper.line, [...(groups.get(one.upper.line) ?? []), one]);
  const told = new Map<string, Map<string, Told>>();
  for (const [line, group] of groups) {
    const [first] = group;
    if (!first) continue;
    const differing = (["target", "actual"] as const).filter((what) => {
      const texts = new Set(group.map(({ lower }) => normalise(lower.line[what].text)));
      const isTold = [...texts, line[what].text].every((text) => text !== "" && !placeholders.includes(text));
      return texts.size === 1 && isTold && isFirm(what, first) && first.differs.includes(what);
    });
    if (differing.length === 0) continue;
    const annex = told.get(first.upper.annexKey) ?? new Map<string, Told>();
    told.set(first.upper.annexKey, annex);
    annex.set(line.path, Object.fromEntries(differing.map((what) => [what, first.lower])));
  }
  return told;
}

/** What was achieved in words may be put in other words. */
function isFirm(what: "target" | "actual", { upper, lower }: SameIndicator): boolean {
  return (
    what === "target" ||
    [upper, lower].every(({ line }) => line.actual.kind === "number" || line.actual.kind === "date")
  );
}

/** The annex with `elsewhere.target` and `elsewhere.actual` at the indicators that are told differently there. */
export function withElsewhere(annex: AnnexFacts, told: ReadonlyMap<string, Told> | undefined): AnnexFacts {
  const list = annex.root.fields.get("indicators");
  if (!told || list?.node !== "list") return annex;
  const items = list.items.map((record) => {
    const other = told.get(record.path);
    return other ? { ...record, fields: new Map([...record.fields, ["elsewhere", elsewhere(record, other)]]) } : record;
  });
  const fields = new Map<string, FactNode>([...annex.root.fields, ["indicators", { ...list, items }]]);
  return { ...annex, root: { ...annex.root, fields } };
}

function elsewhere({ path, annex }: FactRecord, told: Told): FactRecord {
  const fields = (["target", "actual"] as const).flatMap((what): [string, Fact][] => {
    const lower = told[what];
    if (!lower) return [];
    const cell = lower.line.cells[what];
    const fact: Fact = {
      node: "fact",
      path: `${path}.elsewhere.${what}`,
      annex,
      type: "text",
      reading: { kind: "text" },
      unit: null,
      shown: lower.line[what].text,
      label: lower.line.name,
      cells: cell ? [cell] : [],
      from: "derived",
    };
    return [[what, fact]];
  });
  return { node: "record", path: `${path}.elsewhere`, annex, label: "", fields: new Map(fields) };
}
