import { nearestOf } from "../pack/index.js";
import type { ContentKind, ContentName } from "./content-names.js";

/** What a typed name stands for. `closest` is a known name that was perhaps meant. */
export type FoundName =
  | { readonly kind: "found"; readonly name: ContentName }
  | { readonly kind: "several"; readonly labels: readonly string[] }
  | { readonly kind: "unknown"; readonly closest: string | null };

/** Finds names as people type them: width, blanks, quotes and numbering do not count. */
export class NameFinder {
  private readonly exact = new Map<string, ContentName[]>();
  private readonly titles: (readonly [squeezed: string, name: ContentName])[] = [];
  private readonly cells: (readonly [steps: readonly string[], name: ContentName])[] = [];

  constructor(private readonly names: readonly ContentName[]) {
    for (const name of names) {
      for (const word of [name.id, name.label, ...name.others]) {
        const key = `${group(name.kind)} ${squeezed(word)}`;
        const same = this.exact.get(key);
        if (!same) this.exact.set(key, [name]);
        else if (!same.includes(name)) same.push(name);
      }
      if (name.kind === "section") this.titles.push([squeezed(name.label), name]);
      if (name.kind === "cell") for (const word of [name.label, ...name.others]) this.cells.push([steps(word), name]);
    }
  }

  /** A name of that kind; a fact may be a value of the pack, a role of an annex or the column of a list. */
  find(kind: "fact" | "section" | "table", typed: string): FoundName {
    const word = squeezed(typed);
    const same = this.exact.get(`${kind} ${word}`);
    if (same) return chosen(same);
    if (kind === "section") {
      const near = this.titles.filter(([title]) => word.length > 1 && (title.includes(word) || word.includes(title)));
      if (near.length > 0) return chosen(near.map(([, name]) => name));
    }
    if (kind === "fact") {
      const wanted = steps(typed);
      const near = wanted.length < 2 ? [] : this.cells.filter(([path]) => leadsTo(path, wanted));
      if (near.length > 0) return chosen([...new Set(near.map(([, name]) => name))]);
    }
    return { kind: "unknown", closest: this.closest(kind, word) };
  }

  private closest(kind: "fact" | "section" | "table", word: string): string | null {
    const labels = this.names.filter((name) => group(name.kind) === kind).map(({ label }) => label);
    const byText = new Map(labels.map((label) => [squeezed(label), label]));
    const near = nearestOf(word, [...byText.keys()]);
    if (near !== null) return byText.get(near) ?? null;
    const holding = [...byText].find(([text]) => word.length > 1 && (text.includes(word) || word.includes(text)));
    return holding?.[1] ?? null;
  }
}

/** Cells and columns are typed as facts are, without a word before the colon. */
function group(kind: ContentKind): "fact" | "section" | "table" {
  return kind === "section" || kind === "table" ? kind : "fact";
}

function chosen(names: readonly ContentName[]): FoundName {
  const [name] = names;
  if (!name) return { kind: "unknown", closest: null };
  // A value of the pack goes before a cell of the same name.
  const first = names.filter(({ kind }) => kind === name.kind);
  return first.length === 1 ? { kind: "found", name } : { kind: "several", labels: first.map(({ label }) => label) };
}

/** The first step names the annex, the last one the column; steps between may be left out. */
function leadsTo(path: readonly string[], wanted: readonly string[]): boolean {
  if (path[0] !== wanted[0] || path.at(-1) !== wanted.at(-1)) return false;
  let at = 0;
  for (const step of path) if (step === wanted[at]) at++;
  return at === wanted.length;
}

function steps(text: string): readonly string[] {
  return text.normalize("NFKC").split(".").map(squeezed);
}

const numbering = /^(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[、.])/;

function squeezed(text: string): string {
  return text
    .slice(0, 200)
    .normalize("NFKC")
    .replace(/[\s\u200b“”"‘’'「」]/g, "")
    .replace(numbering, "")
    .toLowerCase();
}
