import type { FactList, FactNode } from "../facts/index.js";
import { selectFacts, type Finder, type Scope } from "./select.js";

/** The words that a selector names: a list of a pack's data, or the texts of facts. */
export function wordsAt(find: Finder, scope: Scope): readonly string[] {
  const found = find(scope);
  return (found.words ??= found.nodes.flatMap((node) => wordsOf(node, scope)));
}

function wordsOf(node: FactNode, scope: Scope): readonly string[] {
  if (node.node === "fact") return [node.shown];
  return node.node === "list" ? wordsIn(node, scope) : [];
}

const known = new WeakMap<FactList, readonly string[]>();

/** Read once: the lists of a pack serve every workbook. */
function wordsIn(list: FactList, scope: Scope): readonly string[] {
  let words = known.get(list);
  if (!words) {
    const values = list.items.flatMap((item) => selectFacts("value", { ...scope, node: item, annex: null }));
    known.set(list, (words = values.map(({ shown }) => shown)));
  }
  return words;
}
