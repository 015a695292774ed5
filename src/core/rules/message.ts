import type { Fact } from "../facts/index.js";
import { factAmount, printWithUnit } from "./amount.js";
import { selectFacts, selectRecords, type Scope } from "./select.js";

const slot = /\{([^{}]{1,80})\}/g;

/** Fills `{total}` from the verb's words, `{label}` and `{annex}` from the scope, other names from facts. */
export function fillMessage(template: string, words: Readonly<Record<string, string>>, scope: Scope): string {
  return template.replace(slot, (_, name: string) => words[name] ?? fromScope(name, scope));
}

/** The facts that a message names besides the words of its verb. */
export function messageFacts(template: string, words: Readonly<Record<string, string>>, scope: Scope): readonly Fact[] {
  const names = [...template.matchAll(slot)].map(([, name = ""]) => name);
  return names.flatMap((name) => (words[name] === undefined ? selectFacts(name, scope) : []));
}

function fromScope(name: string, scope: Scope): string {
  if (name === "label") return scope.node.label.trim();
  if (name === "annex") return scope.annex?.name ?? "";
  const facts = selectFacts(name, scope);
  if (facts.length > 0) return facts.map(printFact).join("、");
  return selectRecords(name, scope)
    .map(({ label }) => label)
    .join("、");
}

function printFact(fact: Fact): string {
  if (fact.type === "target" || fact.type === "actual" || fact.type === "year") return fact.shown;
  const amount = factAmount(fact, false);
  if (amount && fact.from === "derived") return printWithUnit(amount);
  if (fact.shown === "") return "空白";
  const isPlain = amount !== null && fact.unit !== null && fact.unit !== "%" && !fact.shown.includes(fact.unit);
  return isPlain ? fact.shown + fact.unit : fact.shown;
}
