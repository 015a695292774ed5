/** What a person asks for between the braces. */
export type Wanted =
  | { readonly kind: "fact"; readonly name: string }
  /** `{{节:…？}}` is gone from sight while the section says nothing, `{{节:…？标题}}` with the paragraph before it. */
  | { readonly kind: "section"; readonly name: string; readonly vanishes: boolean; readonly takesHeading: boolean }
  | { readonly kind: "table"; readonly name: string };

/** A placeholder in a text, in UTF-16 units; `wanted` is null for braces that are never closed. */
export interface FoundPlaceholder {
  readonly from: number;
  readonly to: number;
  readonly wanted: Wanted | null;
}

/** Stands in a text for what is no letter: a tab, a picture, a note. No name reaches over it. */
export const noLetter = "\uFFFC";

const longestName = 160;
const openers = "{｛";
const closers = "}｝";

/** `{{名称}}`, with braces and colons of either width; of nested braces the innermost pair counts. */
export function findPlaceholders(text: string): readonly FoundPlaceholder[] {
  const found: FoundPlaceholder[] = [];
  let from = -1;
  const drop = (at: number): void => {
    if (from >= 0) found.push({ from, to: Math.min(at, from + 2 + longestName), wanted: null });
    from = -1;
  };
  for (let at = 0; at + 1 < text.length; at++) {
    if (isPair(text, at, openers)) {
      if (from >= 0 && at > from + 2) drop(at);
      from = at;
    } else if (from >= 0 && at >= from + 2 && isPair(text, at, closers)) {
      const name = text.slice(from + 2, at);
      if (name.length > longestName || name.includes(noLetter)) drop(at + 2);
      else found.push({ from, to: at + 2, wanted: wantedBy(name) });
      from = -1;
      at++;
    }
  }
  drop(text.length);
  return found;
}

/** Asked of a part's XML: braces other than those around the ids of stores and extensions. */
export function mayHoldPlaceholders(xml: string): boolean {
  return /[{｛](?![0-9A-Fa-f]{8}-)/.test(xml);
}

function isPair(text: string, at: number, braces: string): boolean {
  return braces.includes(text.charAt(at)) && braces.includes(text.charAt(at + 1));
}

const prefixes: readonly (readonly [prefix: string, kind: "section" | "table"])[] = [
  ["节:", "section"],
  ["section:", "section"],
  ["表:", "table"],
  ["table:", "table"],
];

function wantedBy(name: string): Wanted {
  const typed = name.normalize("NFKC").trim();
  const [prefix, kind] = prefixes.find(([word]) => typed.toLowerCase().startsWith(word)) ?? ["", "fact" as const];
  const rest = typed.slice(prefix.length).trim();
  if (kind !== "section") return { kind, name: rest };
  const mark = rest.lastIndexOf("?");
  const option = mark < 0 ? null : rest.slice(mark + 1).trim();
  const isOption = option === "" || option === "标题" || option === "heading";
  if (!isOption) return { kind, name: rest, vanishes: false, takesHeading: false };
  return { kind, name: rest.slice(0, mark).trim(), vanishes: true, takesHeading: option !== "" };
}
