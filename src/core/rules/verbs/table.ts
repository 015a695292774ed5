import type { Fact } from "../../facts/index.js";
import type { FixProposal } from "../../findings/index.js";
import type { VerbArguments } from "../../pack/index.js";
import { decimal, type Decimal } from "../../quantity/index.js";
import { factAmount, printAmount } from "../amount.js";
import { valueFix } from "../fix.js";
import { failed, notApplicable, pass, type Outcome } from "../outcome.js";
import { selectFacts, selectRecords, type Scope } from "../select.js";
import { evaluate, isMissing } from "../term.js";

/** The word that a table of half-open steps {from, word} gives for a value. */
export function lookup(args: VerbArguments["lookup"], scope: Scope): Outcome[] {
  const [result] = selectFacts(args.result, scope);
  if (!result || result.reading.kind !== "text") return [notApplicable("表中没有填写等次")];
  const value = evaluate(args.value, scope);
  if (isMissing(value)) return [notApplicable(value.missing)];
  const steps = stepsOf(args.table, scope);
  const step = steps.sort((a, b) => b.from.cmp(a.from)).find(({ from }) => value.value.gte(from));
  const filed = plainWord(result);
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

function textFix(fact: Fact, text: string): FixProposal[] {
  const [fix] = valueFix(fact, decimal(0));
  return fix ? [{ ...fix, content: text, value: text }] : [];
}

/** The word is one of the table's own; a synonym has its word as the fix. What holds several of them is a form to tick. */
export function vocabulary(args: VerbArguments["vocabulary"], scope: Scope): Outcome[] {
  const [result] = selectFacts(args.result, scope);
  if (!result || result.reading.kind !== "text") return [notApplicable("表中没有填写等次")];
  const steps = stepsOf(args.table, scope);
  const filed = plainWord(result);
  const own = steps.map(({ word }) => word);
  if (own.includes(filed) || own.filter((word) => filed.includes(word)).length > 1) return [pass];
  const meant = steps.find(({ words }) => words.includes(filed))?.word ?? null;
  return [
    failed({
      anchor: result,
      actual: result.shown,
      expected: meant ?? own.join("、"),
      words: { filed: result.shown, word: meant ?? own.join("、"), words: own.join("、") },
      fixes: meant === null ? [] : textFix(result, meant),
    }),
  ];
}

interface TableStep {
  readonly from: Decimal;
  readonly word: string;
  /** The word and what people write for it. */
  readonly words: readonly string[];
}

function stepsOf(table: string, scope: Scope): TableStep[] {
  return selectRecords(table, scope).flatMap((record) => {
    const from = record.fields.get("from");
    const amount = from?.node === "fact" ? factAmount(from, true) : null;
    const others = selectFacts("synonyms[*].value", { ...scope, node: record, annex: null });
    const words = [record.label, ...others.map(({ shown }) => shown)];
    return amount ? [{ from: amount.value, word: record.label, words }] : [];
  });
}

/** Without quotes, blanks and a remark in brackets: 优（95分） is 优. */
function plainWord({ shown }: Fact): string {
  return shown
    .normalize("NFKC")
    .replace(/[“”"\s]/g, "")
    .replace(/\([^()]*\)$/, "");
}
