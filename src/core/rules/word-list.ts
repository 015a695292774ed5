import type { FactNode } from "../facts/index.js";
import { select, selectFacts, type Scope } from "./select.js";

const known = new WeakMap<FactNode, readonly string[]>();

/** The words that a selector names: a list of a pack's data (read once), or the texts of facts. */
export function wordsAt(selector: string, scope: Scope): readonly string[] {
  return select(selector, scope).flatMap((node) => {
    if (node.node === "fact") return [node.shown];
    const words = known.get(node) ?? wordsOf(node, scope);
    known.set(node, words);
    return words;
  });
}

function wordsOf(node: FactNode, scope: Scope): readonly string[] {
  if (node.node !== "list") return [];
  return node.items
    .flatMap((item) => selectFacts("value", { ...scope, node: item, annex: null }))
    .map(({ shown }) => shown);
}
