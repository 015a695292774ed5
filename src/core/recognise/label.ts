/** Headers and row labels are retyped by every bureau; they are compared in this form. */
export interface LabelText {
  /** Half width, no blanks, no 其中：, no numbering, no quotes, no closing colon. */
  readonly plain: string;
  /** `plain` without its bracketed parts. */
  readonly bare: string;
}

const circled = /[①-⑳]/g;
const numbering = /^(?:\d{1,2}[、.)]|\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十]{1,3}、|[-—·*])/;

export function labelText(text: string): LabelText {
  let plain = text
    .slice(0, 400)
    .replace(circled, "")
    .normalize("NFKC")
    .replace(/[\s“”"‘’'「」]/g, "");
  for (let previous = ""; previous !== plain;) {
    previous = plain;
    if (plain.startsWith("其中:")) plain = plain.slice(3);
    else if (plain.startsWith("其中") && plain.length > 2) plain = plain.slice(2);
    plain = plain.replace(numbering, "");
  }
  plain = plain.replace(/[:。;]+$/, "");
  return { plain, bare: plain.replace(/\([^()]*\)/g, "") };
}

export interface LabelMatch {
  /** 2 for the whole label, 1 for the label without its brackets. */
  readonly strength: 1 | 2;
  /** What stood for `{year}`, as a number when it is one. */
  readonly year: number | null;
}

/** Matches labels of a pack; `{year}` stands for a year, `{any}` for up to four characters. */
export class LabelMatcher {
  private readonly exact = new Set<string>();
  private readonly patterns: { before: string; after: string; kind: "year" | "any" }[] = [];

  constructor(labels: readonly string[]) {
    for (const label of labels) {
      const split = /^(.*)\{(year|any)\}(.*)$/.exec(label);
      if (!split) this.exact.add(labelText(label).plain);
      else
        this.patterns.push({
          before: labelText(split[1] ?? "").plain,
          after: labelText(split[3] ?? "").plain,
          kind: split[2] === "any" ? "any" : "year",
        });
    }
  }

  match(label: LabelText): LabelMatch | null {
    if (label.plain === "") return null;
    return this.matchText(label.plain, 2) ?? (label.bare === label.plain ? null : this.matchText(label.bare, 1));
  }

  private matchText(text: string, strength: 1 | 2): LabelMatch | null {
    if (this.exact.has(text)) return { strength, year: null };
    for (const { before, after, kind } of this.patterns) {
      if (text.length < before.length + after.length || !text.startsWith(before) || !text.endsWith(after)) continue;
      const middle = text.slice(before.length, text.length - after.length);
      if (kind === "any" ? middle.length <= 4 : isYear(middle)) {
        return { strength, year: /^20\d\d$/.test(middle) ? Number(middle) : null };
      }
    }
    return null;
  }
}

const known = new WeakMap<readonly string[], LabelMatcher>();

/** The matcher of a label list of a pack; made once, since every sheet asks for it. */
export function matcherOf(labels: readonly string[]): LabelMatcher {
  const matcher = known.get(labels) ?? new LabelMatcher(labels);
  known.set(labels, matcher);
  return matcher;
}

/** A year as forms print it: 2024, N, N-1, ××, ____ or nothing at all. */
function isYear(text: string): boolean {
  return /^(?:20\d\d|N(?:[-+]\d)?|[X×*_]{0,6})$/i.test(text);
}

/** The year of a title such as 2024年度…, （2024年度）; null when there is none. */
export function yearIn(text: string): number | null {
  const match = /(20\d\d)\s*年/.exec(text.normalize("NFKC"));
  return match ? Number(match[1]) : null;
}
