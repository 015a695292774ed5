import type { FactList, FactNode } from "../facts/index.js";
import { selectFacts, type Finder, type Scope } from "./select.js";

/** Words, and one pattern for all of them: lists are long, and asked of every row. */
export interface WordList {
  readonly all: readonly string[];
  readonly pattern: RegExp;
}

/** The words that a selector names: a list of a pack's data, or the texts of facts. */
export function wordsAt(find: Finder, scope: Scope): WordList {
  const found = find(scope);
  return (found.words ??= wordsOf(found.nodes, scope));
}

function wordsOf(nodes: readonly FactNode[], scope: Scope): WordList {
  const [node] = nodes;
  if (node?.node === "list" && nodes.length === 1) return wordsIn(node, scope);
  return wordList(
    nodes.flatMap((one) => {
      if (one.node === "fact") return [one.shown];
      return one.node === "list" ? wordsIn(one, scope).all : [];
    }),
  );
}

const known = new WeakMap<FactList, WordList>();

/** Read once: the lists of a pack serve every workbook. */
function wordsIn(list: FactList, scope: Scope): WordList {
  let words = known.get(list);
  if (!words) {
    const values = list.items.flatMap((item) => selectFacts("value", { ...scope, node: item, annex: null }));
    known.set(list, (words = wordList(values.map(({ shown }) => shown))));
  }
  return words;
}

export function wordList(all: readonly string[]): WordList {
  const literal = all.map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&"));
  return { all, pattern: all.length === 0 ? /(?!)/ : new RegExp(literal.join("|")) };
}
