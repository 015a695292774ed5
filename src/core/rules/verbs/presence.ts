import { factAt, type Fact, type FactRecord } from "../../facts/index.js";
import type { FixProposal } from "../../findings/index.js";
import type { VerbArguments } from "../../pack/index.js";
import { isBlankIn, isUntouched } from "../condition.js";
import { failed, notApplicable, pass, type Outcome } from "../outcome.js";
import { finderOf, select, selectFacts, type Scope } from "../select.js";
import { wordsAt } from "../word-list.js";

/** Something must be written there. */
export function required(args: VerbArguments["required"], scope: Scope): Outcome[] {
  const facts = selectFacts(args.value, scope);
  if (facts.length === 0) return [notApplicable("表中没有这一栏")];
  const isMissing = (fact: Fact): boolean =>
    isUntouched(fact) || (fact.reading.kind === "nothing" && !args.nothingCounts);
  if (args.together) {
    const [first, ...rest] = facts.filter(isMissing);
    if (!first) return [pass];
    const name = [first, ...rest].map(nameOf).join("、");
    return [failed({ anchor: first, actual: first.shown, words: { name }, related: rest })];
  }
  return facts.map((fact) =>
    isMissing(fact) ? failed({ anchor: fact, actual: fact.shown, words: { name: nameOf(fact) } }) : pass,
  );
}

/** 联系电话： as forms print it, without the colon. */
function nameOf({ label = "" }: Fact): string {
  return label.trim().replace(/[:：]$/, "");
}

/** A part that nobody has filled in. The finding points at the annex as a whole. */
export function anyFilled(args: VerbArguments["anyFilled"], scope: Scope): Outcome[] {
  const facts = args.values.flatMap((selector) => selectFacts(selector, scope));
  if (facts.length === 0) return [notApplicable("表中没有这些栏目")];
  return facts.some((fact) => !isBlankIn(fact, scope)) ? [pass] : [failed({ actual: "" })];
}

/** Every fact (or the first cell of every record) that the selector finds is one too many. */
export function none(args: VerbArguments["none"], scope: Scope): Outcome[] {
  const elsewhere = new Set(args.except.flatMap((selector) => selectFacts(selector, scope)).map(cellKey));
  const found = [args.of].flat().flatMap((selector) =>
    select(selector, scope).flatMap((node) => {
      const fact = node.node === "list" ? null : pointedAt(node, args.at);
      if (!fact || (args.filled && isBlankIn(fact, scope))) return [];
      if (elsewhere.size > 0 && elsewhere.has(cellKey(fact))) return [];
      return [{ node, fact }];
    }),
  );
  const [first, ...rest] = found;
  if (!first) return [pass];
  if (args.together) {
    const words = { value: first.fact.shown, count: String(found.length) };
    return [failed({ anchor: first.fact, actual: first.fact.shown, words, related: rest.map(({ fact }) => fact) })];
  }
  return found.map(({ node, fact }) => {
    const hidden = args.unhide === undefined ? null : factAt(node, args.unhide);
    const fixes = hidden ? unhideFix(fact, hidden.shown) : [];
    return failed({ anchor: fact, actual: fact.shown, words: { value: fact.shown }, fixes });
  });
}

/** Two facts of one key stand in one cell, merged over both places. */
function cellKey(fact: Fact): string | Fact {
  const [cell] = fact.cells;
  return cell ? `${cell.file ?? ""}|${cell.sheet}!${cell.row}:${cell.column}` : fact;
}

function pointedAt(node: Fact | FactRecord, at: string | undefined): Fact | null {
  return at !== undefined && node.node === "record" ? factAt(node, at) : firstFact(node);
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

/** One of the texts holds one of the words. What is missing has no cell; the first word is its usual name. */
export function named(args: VerbArguments["named"], scope: Scope): Outcome[] {
  const lists = args.words.map((list) => wordsAt(finderOf(list), scope));
  const [name] = [...args.literal, ...lists.flatMap(({ all }) => all.slice(0, 1))];
  if (name === undefined) return [notApplicable("没有可比的用语")];
  const texts = args.of.flatMap((selector) => selectFacts(selector, scope));
  const isThere = texts.some(
    ({ shown }) =>
      args.literal.some((word) => shown.includes(word)) || lists.some(({ pattern }) => pattern.test(shown)),
  );
  return [isThere ? pass : failed({ expected: name, words: { name } })];
}
