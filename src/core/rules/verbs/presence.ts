import { factAt, type Fact, type FactRecord } from "../../facts/index.js";
import type { FixProposal } from "../../findings/index.js";
import type { VerbArguments } from "../../pack/index.js";
import { isBlankIn, isUntouched } from "../condition.js";
import { failed, notApplicable, pass, type Outcome } from "../outcome.js";
import { select, selectFacts, type Scope } from "../select.js";

/** Something must be written there. */
export function required(args: VerbArguments["required"], scope: Scope): Outcome[] {
  const facts = selectFacts(args.value, scope);
  if (facts.length === 0) return [notApplicable("表中没有这一栏")];
  return facts.map((fact) =>
    isUntouched(fact) || (fact.reading.kind === "nothing" && !args.nothingCounts)
      ? failed({ anchor: fact, actual: fact.shown, words: { name: fact.label ?? "" } })
      : pass,
  );
}

/** A part that nobody has filled in. The finding points at the annex as a whole. */
export function anyFilled(args: VerbArguments["anyFilled"], scope: Scope): Outcome[] {
  const facts = args.values.flatMap((selector) => selectFacts(selector, scope));
  if (facts.length === 0) return [notApplicable("表中没有这些栏目")];
  return facts.some((fact) => !isBlankIn(fact, scope)) ? [pass] : [failed({ actual: "" })];
}

/** Every fact (or the first cell of every record) that the selector finds is one too many. */
export function none(args: VerbArguments["none"], scope: Scope): Outcome[] {
  const nodes = select(args.of, scope);
  if (nodes.length === 0) return [pass];
  return nodes.flatMap((node) => {
    const fact = node.node === "list" ? null : firstFact(node);
    if (!fact) return [];
    const hidden = args.unhide && node.node === "record" ? factAt(node, args.unhide) : null;
    const fixes = hidden ? unhideFix(fact, hidden.shown) : [];
    return [failed({ anchor: fact, actual: fact.shown, words: { value: fact.shown, label: fact.label ?? "" }, fixes })];
  });
}

function firstFact(node: Fact | FactRecord): Fact | null {
  if (node.node === "fact") return node;
  const facts = [...node.fields.values()].filter((field): field is Fact => field.node === "fact");
  return facts.find((fact) => fact.shown !== "") ?? facts[0] ?? null;
}

function unhideFix(fact: Fact, content: string): FixProposal[] {
  const [cell] = fact.cells;
  if (!cell || content === "") return [];
  return [
    {
      kind: "unhide",
      sheet: cell.sheet,
      cell: { row: cell.row, column: cell.column },
      content,
      value: null,
      format: null,
    },
  ];
}

/** At least so many of them. The finding points nowhere: what is missing has no cell. */
export function count(args: VerbArguments["count"], scope: Scope): Outcome[] {
  const found = select(args.of, scope).length;
  if (found >= args.atLeast) return [pass];
  return [failed({ actual: String(found), expected: `≥${args.atLeast}`, words: { found: String(found) } })];
}
