import type { FactNode } from "../facts/index.js";
import { select, selectFacts, type Scope } from "./select.js";

/** By what the selector found, which stays the same object for the same place. */
const known = new WeakMap<readonly FactNode[], readonly string[]>();

/** The words that a selector names: a list of a pack's data (read once), or the texts of facts. */
export function wordsAt(selector: string, scope: Scope): readonly string[] {
  const nodes = select(selector, scope);
  let words = known.get(nodes);
  if (!words) known.set(nodes, (words = nodes.flatMap((node) => wordsOf(node, scope))));
  return words;
}

function wordsOf(node: FactNode, scope: Scope): readonly string[] {
  if (node.node === "fact") return [node.shown];
  if (node.node === "record") return [];
  return node.items
    .flatMap((item) => selectFacts("value", { ...scope, node: item, annex: null }))
    .map(({ shown }) => shown);
}
