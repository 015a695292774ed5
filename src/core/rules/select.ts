import {
  childOf,
  factAt,
  type AnnexFacts,
  type Fact,
  type FactBook,
  type FactList,
  type FactNode,
  type FactRecord,
} from "../facts/index.js";
import type { FormulaBook } from "../formula/index.js";
import type { CausesSpec } from "../pack/index.js";
import { comparable, remembered, type Decimal } from "../quantity/index.js";
import type { WordList } from "./word-list.js";

/** What a selector is resolved against. Names are looked up in the record at hand, then its annex, then the book. */
export interface Scope {
  readonly book: FactBook;
  readonly annex: AnnexFacts | null;
  readonly node: FactRecord;
  /** Figures that earlier rules proved, by fact: Σ parts for a total left at 0. */
  readonly proven: ReadonlyMap<Fact, Decimal>;
  /** The words for what explains a gap. */
  readonly causes: CausesSpec;
  /** What each total adds up, as the sums checked so far found. */
  readonly sums: Map<Fact, { readonly parts: readonly Fact[]; readonly minus: readonly Fact[] }>;
  readonly formulas: FormulaBook;
  /** The host recomputes formulas itself. */
  readonly isLive: boolean;
  /** What selectors found before: rules ask for the same roles again and again. */
  readonly found: FoundNodes;
}

/** What was found before in one run, by a selector from the record that the answer depends on. */
export type FoundNodes = Map<string, Map<FactRecord, Found>>;

/** The facts among the nodes are picked out once as well, and so are the words that they stand for, if asked. */
export interface Found {
  readonly nodes: readonly FactNode[];
  readonly facts: readonly Fact[];
  words: WordList | null;
}

/** The way a selector is looked up. */
export type Finder = (scope: Scope) => Found;

interface Step {
  readonly name: string;
  readonly pick: "all" | "last" | "same" | null;
  /** For `same`: the field by which records are the same. */
  readonly by: string;
  readonly filter: readonly { readonly field: string; readonly value: string }[];
}

/** A selector taken apart, once. */
interface Selector {
  readonly text: string;
  readonly first: Step;
  readonly rest: readonly Step[];
  /** The answer depends on the name that the record at hand bears. */
  readonly isJoin: boolean;
}

/**
 * `fund.total.rate` · `indicators[*].score` · `indicators[*]{group=cost,verdict=unmet}.score` · `a3[*].fund.total`
 * · `indicators[last].score` · `prior.a2.indicators[by name].actual` (whose name is that of the record at hand; width
 * and blanks do not matter) · `**` (every fact that stands in the record). The first name may be a kind of annex, `typed`, or
 * `prior` (last year's book).
 */
function parse(text: string): Selector {
  const [first = "", ...rest] = text.split(/\.(?![^[\]]*\])/);
  const steps = { first: stepOf(first), rest: rest.map(stepOf) };
  return { text, ...steps, isJoin: [steps.first, ...steps.rest].some(({ pick }) => pick === "same") };
}

/** `name`, `name[*]`, `name[last]`, `name[by field]`, each with a filter `{field=value,field=value}` or without. */
function stepOf(text: string): Step {
  const [head = "", filter] = text.split(/[{}]/);
  const [name = "", picked] = head.split(/[[\]]/);
  const by = picked?.startsWith("by ") ? picked.slice(3) : "";
  return {
    name,
    pick: picked === "*" ? "all" : picked === "last" ? "last" : by === "" ? null : "same",
    by,
    filter: (filter?.split(",") ?? []).map((pair) => {
      const [field = "", ...value] = pair.split("=");
      return { field, value: value.join("=") };
    }),
  };
}

/** How a selector is looked up, worked out once: rules ask it of every row. */
export const finderOf = remembered((selector: string): Finder => {
  const path = parse(selector);
  const isPlain = [path.first, ...path.rest].every(isName) && path.first.name !== "prior";
  return isPlain ? byNames(path) : (scope) => lookedUp(path, scope);
});

function isName({ name, pick, filter }: Step): boolean {
  return name !== "**" && pick === null && filter.length === 0;
}

export function select(selector: string, scope: Scope): readonly FactNode[] {
  return finderOf(selector)(scope).nodes;
}

/** Names alone, as most rules ask for: going down is quicker than looking up what was found before. */
function byNames(path: Selector): Finder {
  const { name } = path.first;
  const below = path.rest.map((step) => step.name);
  return (scope) => {
    let node = childOf(scope.node, name) ?? (scope.annex ? childOf(scope.annex.root, name) : undefined);
    if (!node) return lookedUp(path, scope);
    for (const next of below) {
      node = node.node === "record" ? childOf(node, next) : undefined;
      if (!node) return nothing;
    }
    return only(node);
  };
}

const nothing: Found = { nodes: [], facts: [], words: null };

function lookedUp(path: Selector, scope: Scope): Found {
  let known = scope.found.get(path.text);
  if (!known) scope.found.set(path.text, (known = new Map<FactRecord, Found>()));
  const holder = holderOf(path, scope);
  let found = known.get(holder);
  if (!found) known.set(holder, (found = foundAs(resolve(path, scope))));
  return found;
}

function foundAs(nodes: readonly FactNode[]): Found {
  return { nodes, facts: nodes.every(isFact) ? nodes : nodes.filter(isFact), words: null };
}

function only(node: FactNode): Found {
  if (node.node !== "fact") return { nodes: [node], facts: nothing.facts, words: null };
  const facts = [node];
  return { nodes: facts, facts, words: null };
}

function isFact(node: FactNode): node is Fact {
  return node.node === "fact";
}

/** The record that the answer depends on: a role of the annex is found once, whichever row asks for it. */
function holderOf({ first: { name }, isJoin }: Selector, { node, annex }: Scope): FactRecord {
  return isJoin || !annex || name === "**" || childOf(node, name) ? node : annex.root;
}

function resolve({ first, rest }: Selector, scope: Scope): readonly FactNode[] {
  const [root, ...below] = rest;
  if (!root || !isPrior(first, scope)) return follow(start(first, scope), rest, scope);
  return scope.book.prior ? follow(annexRoots(scope.book.prior, root, scope), below, scope) : [];
}

/** The facts a selector finds; records and lists among the results are left out. */
export function selectFacts(selector: string, scope: Scope): readonly Fact[] {
  return finderOf(selector)(scope).facts;
}

export function selectRecords(selector: string, scope: Scope): readonly FactRecord[] {
  return recordsOf(finderOf(selector)(scope));
}

export function recordsOf({ nodes }: Found): readonly FactRecord[] {
  return nodes.filter((node): node is FactRecord => node.node === "record");
}

/** `prior.a1.…` is last year's annex; a row of money may have a column of that name, with nothing below it. */
function isPrior({ name }: Step, { node }: Scope): boolean {
  return name === "prior" && childOf(node, name)?.node !== "record";
}

function annexRoots({ annexes }: FactBook, step: Step, scope: Scope): FactNode[] {
  const roots = annexes.filter(({ id }) => id === step.name).map(({ root }) => root);
  if (step.pick !== "same") return roots;
  const key = keyAt(scope, step.by);
  return key === "" ? [] : roots.filter((root) => nameKey(factAt(root, step.by)) === key);
}

function start(step: Step, scope: Scope): readonly FactNode[] {
  if (step.name === "**") return leaves(scope.node);
  for (const record of [scope.node, scope.annex?.root]) {
    const found = record && childOf(record, step.name);
    if (found) return expand(found, step, scope);
  }
  if (step.name === "typed") return expand(scope.book.typed, step, scope);
  if (step.name === "annex" && scope.annex) return [scope.annex.root];
  return annexRoots(scope.book, step, scope);
}

function follow(nodes: readonly FactNode[], steps: readonly Step[], scope: Scope): readonly FactNode[] {
  let current = nodes;
  for (const step of steps) {
    const next: FactNode[] = [];
    for (const node of current) {
      if (node.node !== "record") continue;
      const child = step.name === "**" ? null : childOf(node, step.name);
      if (child) next.push(...expand(child, step, scope));
      else if (child === null) next.push(...leaves(node));
    }
    current = next;
  }
  return current;
}

function expand(node: FactNode, step: Step, scope: Scope): readonly FactNode[] {
  const nodes = picked(node, step, scope);
  if (step.filter.length === 0) return nodes;
  return nodes.filter(
    (candidate) =>
      candidate.node === "record" &&
      step.filter.every(({ field, value }) => {
        const found = childOf(candidate, field);
        return found?.node === "fact" && found.shown === value;
      }),
  );
}

function picked(node: FactNode, { pick, by }: Step, scope: Scope): readonly FactNode[] {
  if (pick === null || node.node !== "list") return [node];
  if (pick === "same") return namesIn(node, by).get(keyAt(scope, by)) ?? [];
  return pick === "all" ? node.items : node.items.slice(-1);
}

const indexes = new WeakMap<FactList, Map<string, ReadonlyMap<string, FactRecord[]>>>();

/** The records of a list by the name in one of their fields, made once: a join costs no more than its two lists. */
function namesIn(list: FactList, field: string): ReadonlyMap<string, FactRecord[]> {
  const known = indexes.get(list) ?? new Map<string, ReadonlyMap<string, FactRecord[]>>();
  indexes.set(list, known);
  const before = known.get(field);
  if (before) return before;
  const index = new Map<string, FactRecord[]>();
  for (const item of list.items) {
    const key = nameKey(factAt(item, field));
    if (key === "") continue;
    const same = index.get(key);
    if (same) same.push(item);
    else index.set(key, [item]);
  }
  known.set(field, index);
  return index;
}

/** The name that the record at hand, or its annex, bears in a field. */
function keyAt({ node, annex }: Scope, field: string): string {
  return nameKey(factAt(node, field) ?? factAt(annex?.root ?? null, field));
}

function nameKey(fact: Fact | null): string {
  return comparable(fact?.shown ?? "");
}

const knownLeaves = new WeakMap<FactNode, readonly Fact[]>();

/** Every fact that stands below a node; looked up once, since several rules ask for all of an annex. */
function leaves(node: FactNode): readonly Fact[] {
  const known = knownLeaves.get(node);
  if (known) return known;
  const found = new Set<Fact>();
  collect(node, found);
  const facts = [...found];
  knownLeaves.set(node, facts);
  return facts;
}

/** A row stands in its list and in its group: each fact counts once. */
function collect(node: FactNode, found: Set<Fact>): void {
  if (node.node === "fact") found.add(node);
  else if (node.node === "list") for (const item of node.items) collect(item, found);
  else for (const field of node.fields.values()) collect(field, found);
}
