import type { FactNode } from "../facts/index.js";
import { selectFacts, type Finder, type Scope } from "./select.js";

/** The words that a selector names: a list of a pack's data (read once), or the texts of facts. */
export function wordsAt(find: Finder, scope: Scope): readonly string[] {
  const found = find(scope);
  return (found.words ??= found.nodes.flatMap((node) => wordsOf(node, scope)));
}

function wordsOf(node: FactNode, scope: Scope): readonly string[] {
  if (node.node === "fact") return [node.shown];
  if (node.node === "record") return [];
  return node.items
    .flatMap((item) => selectFacts("value", { ...scope, node: item, annex: null }))
    .map(({ shown }) => shown);
}
