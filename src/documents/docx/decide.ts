import type { FigurePlan } from "./plan-figures.js";
import type { MergeChunk } from "./merge.js";
import type { Questioned, SectionPlan } from "./plan-sections.js";
import type { Comparison } from "./plan-update.js";
import type { ConflictChoices, UpdateConflict } from "./update-plan.js";

/** A comparison in which every question has its answer, or is left open. */
export interface DecidedUpdate extends Comparison {
  /** Ids of the conflicts that a person settled, now or before, by keeping what stands in the document. */
  readonly settled: ReadonlySet<string>;
}

/** What was settled before stays so unless another choice is made; without a choice a question stays open. */
export function decide(comparison: Comparison, choices: ConflictChoices): DecidedUpdate {
  const settled = new Set<string>();
  const isOurs = ({ id }: UpdateConflict): boolean => {
    const choice = choices.get(id) ?? (comparison.ledger?.settled.has(id) ? "theirs" : null);
    if (choice === "theirs") settled.add(id);
    return choice === "ours";
  };
  const figure = (plan: FigurePlan): FigurePlan => {
    if (!plan.figure || !plan.question || !isOurs(plan.question)) return plan;
    const { text } = plan.figure;
    return { ...plan, text, recorded: text, question: null };
  };
  const answered = <T extends Questioned<MergeChunk>>(item: T): T =>
    item.question && isOurs(item.question) ? { ...item, kind: "ours", question: null } : item;
  const section = (plan: SectionPlan): SectionPlan => {
    const chunks = plan.chunks.map((chunk) => {
      if (!chunk.passages) return answered(chunk);
      return { ...chunk, passages: { ...chunk.passages, list: chunk.passages.list.map(answered) } };
    });
    return { ...plan, chunks };
  };
  return {
    ...comparison,
    figures: new Map([...comparison.figures].map(([key, plan]) => [key, figure(plan)])),
    sections: comparison.sections.map(section),
    tables: comparison.tables.map((plan) =>
      plan.question && isOurs(plan.question) ? { ...plan, kind: "ours" as const, question: null } : plan,
    ),
    settled,
  };
}
