import type { AnnexFacts, Fact, FactBook } from "../facts/index.js";
import { textHash } from "../hash/index.js";
import { comparable, formatDecimal } from "../quantity/index.js";

/** What a finding speaks of, as far as an explanation given for it must hold on to. */
export interface SpokenOf {
  readonly rule: string;
  /** `AnnexFacts.key`, null for the whole workbook. */
  readonly annexKey: string | null;
  readonly subject: string;
  /** Those it was found by, those its message names, and the cells shown beside it. */
  readonly facts: readonly Fact[];
}

/**
 * `rule|annex|role path|figures`. The first three say where, the last is a hash of every figure spoken of: both hold when
 * rows move, sheets are renamed or a project's sheet is put before another, and the last changes with any figure.
 */
export function fingerprintOf({ rule, annexKey, subject, facts }: SpokenOf, book: FactBook): string {
  const figures = facts.map((fact) => `${annexName(fact.annex, book)}.${fact.path}=${figureOf(fact)}`);
  const spoken = [...new Set(figures)].sort().join("\n");
  return [rule, annexKey === null ? "" : annexName(annexKey, book), subject, textHash(spoken)].join("|");
}

/** 12.5 and 12.50 are one figure; words are compared without their blanks. */
function figureOf({ reading, shown, unit, contents = shown }: Fact): string {
  return reading.kind === "number" ? `${formatDecimal(reading.value)}${unit ?? ""}` : comparable(contents);
}

const known = new WeakMap<FactBook, ReadonlyMap<string, string>>();

/** `a2`, `a3[修缮项目]`: keys count the sheets (`a3:2`), so they change when one is put before another. */
function annexName(key: string, book: FactBook): string {
  const names = known.get(book) ?? namesOf(book.annexes);
  known.set(book, names);
  return names.get(key) ?? key;
}

/** Only among annexes of one kind and project does the order tell them apart. */
function namesOf(annexes: readonly AnnexFacts[]): ReadonlyMap<string, string> {
  const seen = new Map<string, number>();
  return new Map(
    annexes.map(({ id, key, project }) => {
      const name = project === null ? id : `${id}[${comparable(project)}]`;
      const times = (seen.get(name) ?? 0) + 1;
      seen.set(name, times);
      return [key, times === 1 ? name : `${name}#${times}`];
    }),
  );
}
