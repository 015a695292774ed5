import { comparable } from "../../quantity/index.js";
import { factAt, type Fact, type FactRecord } from "../../facts/index.js";
import type { VerbArguments } from "../../pack/index.js";
import { failed, notApplicable, pass, type Outcome } from "../outcome.js";
import { selectRecords, type Scope } from "../select.js";

/**
 * No two records go by one name and say different things, where they are alike enough to be taken for one; the later one
 * fails, the first is the model.
 */
export function unique(args: VerbArguments["unique"], scope: Scope): Outcome[] {
  const named = selectRecords(args.of, scope).flatMap((record) => {
    const name = factAt(record, args.by);
    const key = comparable(name?.shown ?? "");
    return name && key !== "" ? [{ record, name, key }] : [];
  });
  if (named.length < 2) return [notApplicable("只有一项，没有可比的")];
  const first = new Map<string, (typeof named)[number]>();
  return named.map((one): Outcome => {
    const model = first.get(one.key);
    if (!model) first.set(one.key, one);
    const isOther = model && !args.alike.some((field) => shownAt(one.record, field) === shownAt(model.record, field));
    const differing = model && args.differ.find((field) => shownAt(one.record, field) !== shownAt(model.record, field));
    if (!model || isOther || differing === undefined) return pass;
    return failed({
      anchor: one.name,
      actual: one.name.shown,
      words: { value: one.name.shown, one: shownAt(one.record, differing), other: shownAt(model.record, differing) },
      related: [model.name, ...besides(one.record, differing), ...besides(model.record, differing)],
    });
  });
}

function shownAt(record: FactRecord, field: string): string {
  return factAt(record, field)?.shown ?? "";
}

/** The cell that differs; derived readings have none of their own. */
function besides(record: FactRecord, field: string): Fact[] {
  const fact = factAt(record, field);
  return fact ? [fact] : [];
}
