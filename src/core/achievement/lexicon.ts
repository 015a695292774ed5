import type { ScoringProfile } from "../pack/index.js";

/** What a word before a number says. */
export type BeforeRole =
  | "atLeast"
  | "atMost"
  | "equal"
  | "keptWithin"
  | "about"
  | "more"
  | "increase"
  | "decrease"
  | "reaching"
  | "from"
  | "each"
  | "zero"
  | "ordinal"
  | "phrase";

/** What a word after a number says. */
export type AfterRole = "atLeastAfter" | "atMostAfter" | "aboutAfter" | "moreAfter";

export interface Entry<Role> {
  readonly word: string;
  readonly role: Role;
}

/** Words by their first character, longest first. */
export type WordTable<Role> = ReadonlyMap<string, readonly Entry<Role>[]>;

/** The words of a profile, ready for the tokenizer. */
export interface Lexicon {
  readonly before: WordTable<BeforeRole>;
  readonly after: WordTable<AfterRole>;
  readonly spans: WordTable<number>;
  /** Characters a date can begin with. */
  readonly dateStarts: ReadonlySet<string>;
  readonly profile: ScoringProfile;
}

const compiled = new WeakMap<ScoringProfile, Lexicon>();

/** Compiled once for each profile. */
export function lexiconOf(profile: ScoringProfile): Lexicon {
  const known = compiled.get(profile);
  if (known) return known;
  const { comparisons, phrases } = profile.targets;
  const before: Entry<BeforeRole>[] = phrases.map((word) => ({ word, role: "phrase" }));
  const beforeRoles = [
    "atLeast",
    "atMost",
    "equal",
    "keptWithin",
    "about",
    "more",
    "increase",
    "decrease",
    "reaching",
    "from",
    "each",
    "zero",
    "ordinal",
  ] as const;
  for (const role of beforeRoles) for (const word of comparisons[role]) before.push({ word, role });
  const after: Entry<AfterRole>[] = [];
  for (const role of ["atLeastAfter", "atMostAfter", "aboutAfter", "moreAfter"] as const) {
    for (const word of comparisons[role]) after.push({ word, role });
  }
  const spans = profile.dates.words.spans.flatMap((span, index) => span.labels.map((word) => ({ word, role: index })));
  const { nextYear, thisYear } = profile.dates.words;
  const dateStarts = new Set([
    ..."0123456789〇零一二三四五六七八九十",
    ...[...nextYear, ...thisYear, ...spans.map(({ word }) => word)].map((word) => word.charAt(0)),
  ]);
  const lexicon = { before: tableOf(before), after: tableOf(after), spans: tableOf(spans), dateStarts, profile };
  compiled.set(profile, lexicon);
  return lexicon;
}

function tableOf<Role>(entries: readonly Entry<Role>[]): WordTable<Role> {
  const table = new Map<string, Entry<Role>[]>();
  for (const entry of entries) {
    const first = entry.word.charAt(0);
    const list = table.get(first);
    if (list) list.push(entry);
    else table.set(first, [entry]);
  }
  for (const list of table.values()) list.sort((a, b) => b.word.length - a.word.length);
  return table;
}

/** The longest word of the table that stands at `at`. */
export function wordAt<Role>(table: WordTable<Role>, text: string, at: number): Entry<Role> | null {
  const entries = table.get(text.charAt(at));
  if (!entries) return null;
  for (const entry of entries) if (text.startsWith(entry.word, at)) return entry;
  return null;
}

/** The first of `words` that stands at `at`, longest first. */
export function oneOf(words: readonly string[], text: string, at: number): string | null {
  let best: string | null = null;
  for (const word of words) {
    if (text.startsWith(word, at) && word.length > (best?.length ?? 0)) best = word;
  }
  return best;
}
