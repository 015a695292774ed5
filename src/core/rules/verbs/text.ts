import type { Fact } from "../../facts/index.js";
import type { VerbArguments } from "../../pack/index.js";
import { decimal } from "../../quantity/index.js";
import { factAmount, printAmount } from "../amount.js";
import { valueFix } from "../fix.js";
import { failed, notApplicable, pass, type Outcome } from "../outcome.js";
import { selectFacts, selectRecords, type Scope } from "../select.js";
import { evaluate, isMissing } from "../term.js";

/** A text that is, or contains, one of the words. */
export function words(args: VerbArguments["words"], scope: Scope): Outcome[] {
  const facts = args.values.flatMap((selector) => selectFacts(selector, scope)).filter((fact) => fact.shown !== "");
  const hit = facts
    .map((fact) => ({
      fact,
      word: wholeWord(fact.shown, args.is) ?? args.contains.find((word) => fact.shown.includes(word)),
    }))
    .find(({ word }) => word !== undefined);
  if (!hit) return [pass];
  return [failed({ anchor: hit.fact, actual: hit.fact.shown, words: { word: hit.word ?? "", text: hit.fact.shown } })];
}

/** Only a short text can be one of the words, so long ones need no second look. */
function wholeWord(shown: string, words: readonly string[]): string | undefined {
  if (shown.length > 20 || words.length === 0) return undefined;
  const text = comparable(shown);
  return words.find((word) => comparable(word) === text);
}

/** The facts say the same; blanks say nothing. Who differs from the most fails, the first of the most is the model. */
export function same(args: VerbArguments["same"], scope: Scope): Outcome[] {
  const facts = args.values
    .flatMap((selector) => selectFacts(selector, scope))
    .filter(({ reading }) => reading.kind === "text" || reading.kind === "number");
  if (facts.length < 2) return [notApplicable("只有一处，没有可比的")];
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    const key = comparable(fact.shown);
    groups.set(key, [...(groups.get(key) ?? []), fact]);
  }
  const [model, ...others] = [...groups].sort(([, a], [, b]) => b.length - a.length);
  const reference = model?.[1][0];
  if (!model || !reference || others.length === 0) return [pass];
  const [modelKey] = model;
  return others.flatMap(([key, deviating]) => {
    if (args.loosely && (key.includes(modelKey) || modelKey.includes(key))) return [pass];
    return deviating.map((fact) =>
      failed({
        anchor: fact,
        actual: fact.shown,
        expected: reference.shown,
        words: { value: fact.shown, model: reference.shown },
        related: model[1],
      }),
    );
  });
}

/** Width, blanks and brackets of either kind do not matter. */
function comparable(text: string): string {
  return text.normalize("NFKC").replace(/\s/g, "");
}

/** The word that a table of half-open steps {from, word} gives for a value. */
export function lookup(args: VerbArguments["lookup"], scope: Scope): Outcome[] {
  const [result] = selectFacts(args.result, scope);
  if (!result || result.reading.kind !== "text") return [notApplicable("表中没有填写等次")];
  const value = evaluate(args.value, scope);
  if (isMissing(value)) return [notApplicable(value.missing)];
  const steps = selectRecords(args.table, scope).flatMap((record) => {
    const from = record.fields.get("from");
    const amount = from?.node === "fact" ? factAmount(from, true) : null;
    const others = selectFacts("synonyms[*].value", { ...scope, node: record, annex: null });
    const words = [record.label, ...others.map(({ shown }) => shown)];
    return amount ? [{ from: amount.value, word: record.label, words }] : [];
  });
  const step = steps.sort((a, b) => b.from.cmp(a.from)).find(({ from }) => value.value.gte(from));
  const filed = result.shown.replace(/[“”"\s]/g, "");
  const known = steps.some(({ words }) => words.includes(filed));
  if (!step || !known) return [notApplicable("等次用语不在表内")];
  if (step.words.includes(filed)) return [pass];
  return [
    failed({
      anchor: result,
      actual: result.shown,
      expected: step.word,
      words: { value: printAmount(value), word: step.word, filed: result.shown },
      explanation: { verb: "lookup", line: `${printAmount(value)} ≥ ${step.from.toFixed()} → ${step.word}`, terms: [] },
      related: value.facts,
      fixes: textFix(result, step.word),
    }),
  ];
}

function textFix(fact: Fact, text: string): ReturnType<typeof valueFix> {
  const [fix] = valueFix(fact, decimal(0));
  return fix ? [{ ...fix, content: text, value: text }] : [];
}

/** Kinds of values: integers, numbers, numbers kept as text. */
export function is(args: VerbArguments["is"], scope: Scope): Outcome[] {
  const facts = selectFacts(args.value, scope);
  switch (args.kind) {
    case "textNumber":
      return textNumbers(facts);
    case "integer":
      return facts.map((fact) => {
        const amount = factAmount(fact, true);
        const fits = amount === null || (amount.value.mod(1).eq(0) && amount.value.gte(0));
        return fits ? pass : failed({ anchor: fact, actual: fact.shown, words: { value: fact.shown } });
      });
    case "blank":
      return facts.map((fact) =>
        fact.reading.kind === "number"
          ? failed({ anchor: fact, actual: fact.shown, words: { value: fact.shown } })
          : pass,
      );
    case "error":
      return onePerCell(facts.filter(({ reading }) => reading.kind === "error")).map((fact) =>
        failed({ anchor: fact, actual: fact.shown, words: { value: fact.shown } }),
      );
    case "number":
      return facts.map((fact) =>
        fact.reading.kind === "text"
          ? failed({ anchor: fact, actual: fact.shown, words: { value: fact.shown } })
          : pass,
      );
  }
}

/** One finding per column, the other cells in `related`. */
function textNumbers(facts: readonly Fact[]): Outcome[] {
  const columns = new Map<number, Fact[]>();
  for (const fact of onePerCell(facts.filter(isTextNumber))) {
    const [cell] = fact.cells;
    if (cell) columns.set(cell.column, [...(columns.get(cell.column) ?? []), fact]);
  }
  if (columns.size === 0) return [pass];
  return [...columns.values()].flatMap((column) => {
    const [first, ...rest] = column;
    if (!first) return [];
    const fixes = column.flatMap((fact) => (fact.reading.kind === "number" ? valueFix(fact, fact.reading.value) : []));
    return [
      failed({
        anchor: first,
        actual: first.shown,
        words: { count: String(column.length), value: first.shown },
        related: rest,
        fixes,
      }),
    ];
  });
}

function isTextNumber({ reading, inText, from }: Fact): boolean {
  return reading.kind === "number" && reading.asText && !inText && from === "cells";
}

/** An error stands among the facts of its sheet as well: each cell counts once. */
function onePerCell(facts: readonly Fact[]): Fact[] {
  const seen = new Set<string>();
  return facts.filter(({ cells: [cell] }) => {
    const key = cell ? `${cell.row}:${cell.column}` : "";
    return cell !== undefined && !seen.has(key) && seen.add(key) !== undefined;
  });
}
