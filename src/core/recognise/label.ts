import { remembered } from "../quantity/index.js";

/** Headers and row labels are retyped by every bureau; they are compared in this form. */
export interface LabelText {
  /** Half width, no blanks, no 其中：, no numbering, no quotes, no closing colon. */
  readonly plain: string;
  /** `plain` without its bracketed parts and the letter of its column. */
  readonly bare: string;
}

const circled = /[①-⑳\u00ad\u200b-\u200f\u2060]/g;
const ofWhich = /^其中:?(?=.)/;
const numbering = /^(?:\d{1,2}[、.)]|\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十]{1,3}、|[-—·*])/;

/** The letter of a column behind its header: 全年预算数A, 执行率B/A, 执行率%. */
const columnMark = /(\p{Script=Han})(?:[A-C](?:[/÷][A-C])?|%)$/u;

export const labelText = remembered((text: string): LabelText =>
  figure.test(text) ? { plain: text, bare: text } : normalised(text),
);

const figure = /^[-\d.,%]*$/;

function normalised(text: string): LabelText {
  let plain = text
    .slice(0, 400)
    .replace(circled, "")
    .normalize("NFKC")
    .replace(/[\s“”"‘’'「」]/g, "")
    .replace(/[【〔[{]/g, "(")
    .replace(/[】〕\]}]/g, ")");
  // １.５ is a figure, not number 5 of a list.
  if (figure.test(plain)) return { plain, bare: plain };
  for (let previous = ""; previous !== plain;) {
    previous = plain;
    plain = plain.replace(ofWhich, "").replace(numbering, "");
  }
  plain = plain.replace(/[:。;]+$/, "");
  return { plain, bare: plain.replace(/\([^()]*\)/g, "").replace(columnMark, "$1") };
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
  private readonly patterns: { before: string; after: string; ofYear: boolean }[] = [];

  constructor(labels: readonly string[]) {
    for (const label of labels) {
      const [before = "", kind, after = ""] = label.split(/\{(year|any)\}/);
      if (kind === undefined) this.exact.add(labelText(label).plain);
      else
        this.patterns.push({ before: labelText(before).plain, after: labelText(after).plain, ofYear: kind === "year" });
    }
  }

  match(label: LabelText): LabelMatch | null {
    return this.matchText(label.plain, 2) ?? (label.bare === label.plain ? null : this.matchText(label.bare, 1));
  }

  private matchText(text: string, strength: 1 | 2): LabelMatch | null {
    if (this.exact.has(text)) return { strength, year: null };
    for (const { before, after, ofYear } of this.patterns) {
      if (text.length < before.length + after.length || !text.startsWith(before) || !text.endsWith(after)) continue;
      const middle = text.slice(before.length, text.length - after.length);
      if (ofYear ? isYear(middle) : middle.length <= 4) {
        return { strength, year: ofYear ? Number(middle) || null : null };
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

export interface RoleMatch extends LabelMatch {
  readonly role: string;
}

/** The labels of several roles at once. */
export class LabelIndex {
  private readonly exact = new Map<string, string[]>();
  private readonly patterned: (readonly [string, LabelMatcher])[] = [];

  constructor(roles: Readonly<Record<string, { readonly labels: readonly string[] }>>) {
    for (const [role, { labels }] of Object.entries(roles)) {
      for (const label of labels) {
        if (label.includes("{")) continue;
        const { plain } = labelText(label);
        const same = this.exact.get(plain);
        if (!same) this.exact.set(plain, [role]);
        else if (!same.includes(role)) same.push(role);
      }
      const patterns = labels.filter((label) => label.includes("{"));
      if (patterns.length > 0) this.patterned.push([role, new LabelMatcher(patterns)]);
    }
  }

  match({ plain, bare }: LabelText): readonly RoleMatch[] {
    const whole = this.exact.get(plain);
    const cut = bare === plain ? undefined : this.exact.get(bare);
    if (!whole && !cut && this.patterned.length === 0) return noMatches;
    const found: RoleMatch[] = [];
    for (const role of whole ?? noRoles) found.push({ role, strength: 2, year: null });
    for (const role of cut ?? noRoles) if (!whole?.includes(role)) found.push({ role, strength: 1, year: null });
    for (const [role, matcher] of this.patterned) {
      const match = matcher.match({ plain, bare });
      if (match && !found.some((one) => one.role === role)) found.push({ role, ...match });
    }
    return found;
  }
}

const noRoles: readonly string[] = [];
const noMatches: readonly RoleMatch[] = [];

const indices = new WeakMap<object, LabelIndex>();

/** The index over the columns or fields of a block; made once. */
export function indexOf(roles: Readonly<Record<string, { readonly labels: readonly string[] }>>): LabelIndex {
  const index = indices.get(roles) ?? new LabelIndex(roles);
  indices.set(roles, index);
  return index;
}

/** 其中：… opens the parts of the row above. */
export function isOfWhich(text: string): boolean {
  return /^\s*其\s*中/.test(text);
}

/** 产出指标（续）, 续表: printed again after a page break. */
export function isContinued(text: string): boolean {
  return /续表?\d{0,2}\)?$/.test(labelText(text).plain);
}

/** A year as forms print it: 2024, N, N-1, ××, ____ or nothing at all. */
function isYear(text: string): boolean {
  return /^(?:20\d\d|N(?:[-+]\d)?|[X×*_]{0,6})$/i.test(text);
}

const hanDigits = "〇一二三四五六七八九";

/** The year of a title such as 2024年度…, （2024年度）, 二〇二四年; null when there is none. */
export function yearIn(text: string): number | null {
  const line = text.normalize("NFKC");
  const match = /(20\d\d)\s*年/.exec(line);
  if (match) return Number(match[1]);
  const [han] = /二[〇○零Oo][〇○零Oo一二三四五六七八九]{2}(?=年)/.exec(line) ?? [];
  return han ? Number([...han].map((digit) => Math.max(0, hanDigits.indexOf(digit))).join("")) : null;
}
