import type { FactNode } from "../facts/index.js";
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
  const lists = nodes.map((node) => wordsIn(node, scope));
  const [only] = lists;
  return only && lists.length === 1 ? only : wordList(lists.flatMap(({ all }) => all));
}

const known = new WeakMap<FactNode, WordList>();

/** Read once: the lists of a pack serve every workbook. */
function wordsIn(node: FactNode, scope: Scope): WordList {
  let words = known.get(node);
  if (!words) known.set(node, (words = wordList(textsIn(node, scope))));
  return words;
}

function textsIn(node: FactNode, scope: Scope): readonly string[] {
  if (node.node === "fact") return [node.shown];
  if (node.node === "record") return [];
  const values = node.items.flatMap((item) => selectFacts("value", { ...scope, node: item, annex: null }));
  return values.map(({ shown }) => shown);
}

export function wordList(all: readonly string[]): WordList {
  const literal = all.map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&"));
  return { all, pattern: all.length === 0 ? /(?!)/ : new RegExp(literal.join("|")) };
}
