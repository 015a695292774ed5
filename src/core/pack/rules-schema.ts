import { z } from "zod";

/**
 * The rule language. Verbs know no domain words: they take selectors (role paths, see `rules/select.ts`) and terms,
 * and come back with a check that carries its explanation.
 */
const path = z.string().min(1);

export type Term =
  | string
  | number
  | { readonly add: readonly Term[] }
  | { readonly sub: readonly Term[] }
  | { readonly mul: readonly Term[] }
  | { readonly div: readonly Term[] }
  | { readonly min: readonly Term[] }
  | { readonly max: readonly Term[] }
  | { readonly abs: Term }
  | { readonly median: readonly Term[] }
  | { readonly count: string };

/** A selector, a number, or arithmetic over terms. A selector over several facts adds them up. */
export const termSchema: z.ZodType<Term> = z.lazy(() =>
  z.union([
    path,
    z.number(),
    z.strictObject({ add: z.array(termSchema).min(1) }),
    z.strictObject({ sub: z.array(termSchema).min(1) }),
    z.strictObject({ mul: z.array(termSchema).min(1) }),
    z.strictObject({ div: z.array(termSchema).length(2) }),
    z.strictObject({ min: z.array(termSchema).min(1) }),
    z.strictObject({ max: z.array(termSchema).min(1) }),
    z.strictObject({ abs: termSchema }),
    z.strictObject({ median: z.array(termSchema).min(1) }),
    z.strictObject({ count: path }),
  ]),
);

export type Condition =
  | { readonly filled: string }
  | { readonly blank: string }
  | { readonly present: string }
  | { readonly absent: string }
  | { readonly whole: string }
  | { readonly equal: readonly [Term, Term] }
  | { readonly above: readonly [Term, Term] }
  | { readonly below: readonly [Term, Term] }
  | { readonly exceeds: readonly [string, string] }
  | { readonly labelled: { readonly of: string; readonly in: string } }
  | { readonly word: { readonly of: string; readonly in: readonly string[] } }
  | { readonly matches: { readonly of: string; readonly in: string } }
  | { readonly contains: { readonly of: string; readonly in: string; readonly except?: string | undefined } }
  | { readonly alike: readonly [string, string] }
  | { readonly explains: { readonly by: readonly string[]; readonly of: readonly string[] } }
  | { readonly sums: { readonly parts: readonly Term[]; readonly to: Term } }
  | { readonly not: Condition }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] };

/**
 * `filled`/`blank`: a figure or text is there (0, 无, — are blank); `present`/`absent`: the role was found at all.
 * `exceeds`: the first is more than the second, blanks are 0; `labelled`: a record's label holds a word of the list.
 * `alike`: both show the same text. `explains`: one of the texts `by` holds a word of each of the lists `of`.
 * `contains`: a text holds a word of the list `in` and none of the list `except`; the lists are the pack's.
 */
export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ filled: path }),
    z.strictObject({ blank: path }),
    z.strictObject({ present: path }),
    z.strictObject({ absent: path }),
    z.strictObject({ whole: path }),
    z.strictObject({ equal: z.tuple([termSchema, termSchema]) }),
    z.strictObject({ above: z.tuple([termSchema, termSchema]) }),
    z.strictObject({ below: z.tuple([termSchema, termSchema]) }),
    z.strictObject({ exceeds: z.tuple([path, path]) }),
    z.strictObject({ labelled: z.strictObject({ of: path, in: path }) }),
    z.strictObject({ word: z.strictObject({ of: path, in: z.array(z.string()).min(1) }) }),
    z.strictObject({ matches: z.strictObject({ of: path, in: path }) }),
    z.strictObject({ contains: z.strictObject({ of: path, in: path, except: path.optional() }) }),
    z.strictObject({ alike: z.tuple([path, path]) }),
    z.strictObject({ explains: z.strictObject({ by: z.array(path).min(1), of: z.array(path).min(1) }) }),
    z.strictObject({ sums: z.strictObject({ parts: z.array(termSchema).min(1), to: termSchema }) }),
    z.strictObject({ not: conditionSchema }),
    z.strictObject({ all: z.array(conditionSchema) }),
    z.strictObject({ any: z.array(conditionSchema) }),
  ]),
);

export const levels = ["error", "warning", "info"] as const;

/** First step that fits decides; a failed check that fits none passes. Gaps are filed − computed. */
const severityStep = z.strictObject({
  level: z.enum(levels),
  /** |gap| is at most this. */
  within: z.number().optional(),
  /** gap is above / below this. */
  above: z.number().optional(),
  below: z.number().optional(),
  /** The filed figure is the computed one, rounded to the decimals it was printed with. */
  rounded: z.boolean().optional(),
  /** The filed figure is this. */
  filed: z.number().optional(),
  where: conditionSchema.optional(),
});

const rangeFaults = z.strictObject({
  skips: z.string(),
  repeats: z.string(),
  includes: z.string(),
  itself: z.string(),
});

const verbShapes = {
  /** total = Σ parts − Σ minus. */
  sum: z.strictObject({
    total: path,
    parts: z.array(termSchema).min(1),
    minus: z.array(termSchema).default([]),
    relation: z.enum(["=", ">=", "<="]).default("="),
    /** Later rules go on with Σ parts where the total was left at 0 or empty, and wait where it is wrong otherwise. */
    proves: z.boolean().default(true),
    /** A field in the row of each part that may tell which part is wrong: the score is what the weight should be. */
    witness: z.string().optional(),
    /** Parts that are all blank: nothing to say, or a sum of 0. */
    blankParts: z.enum(["skip", "zero"]).default("skip"),
  }),
  /** result = part ÷ whole, in per cent. */
  ratio: z.strictObject({ result: path, part: termSchema, whole: termSchema }),
  /** filed = expected, as numbers or as words. */
  equal: z.strictObject({ filed: path, expected: termSchema, tolerance: z.number().default(0) }),
  compare: z.strictObject({ value: path, atLeast: termSchema.optional(), atMost: termSchema.optional() }),
  /** Must be written; 无 and — count as written with `nothingCounts`. `together`: one finding for all that are missing. */
  required: z.strictObject({
    value: path,
    nothingCounts: z.boolean().default(false),
    together: z.boolean().default(false),
  }),
  /** Fails where none of them holds a figure or a text other than 0, 无 and —. */
  anyFilled: z.strictObject({ values: z.array(path).min(1) }),
  /**
   * Fails for every fact or record the selectors find, `together` once for all of them. `at` names the field of a record
   * to point at, `unhide` the one with the rows or columns to show. `filled` leaves out blanks and 0, `except` those that
   * stand in one (merged) cell with another fact.
   */
  none: z.strictObject({
    of: z.union([path, z.array(path).min(1)]),
    filled: z.boolean().default(false),
    except: z.array(path).default([]),
    at: path.optional(),
    together: z.boolean().default(false),
    unhide: path.optional(),
  }),
  count: z.strictObject({ of: path, atLeast: z.number() }),
  /** One of the texts `of` holds one of the words: those of the pack's lists, and the literal ones. */
  named: z.strictObject({
    of: z.array(path).min(1),
    words: z.array(path).default([]),
    literal: z.array(z.string().min(1)).default([]),
  }),
  /** No two records of one name that share one of the fields `alike` and differ in one of the fields `differ`. */
  unique: z.strictObject({ of: path, by: path, alike: z.array(path).min(1), differ: z.array(path).min(1) }),
  /** The facts say the same; who differs from the most is the one that fails. */
  same: z.strictObject({
    values: z.array(path).min(1),
    loosely: z.boolean().default(false),
    /** Who is right: most of them, or the largest figure. */
    model: z.enum(["most", "largest"]).default("most"),
  }),
  /** The word that a table of half-open steps gives for a value. */
  lookup: z.strictObject({ value: termSchema, table: path, result: path }),
  /** The word is one of the table's own, not a synonym or another. */
  vocabulary: z.strictObject({ table: path, result: path }),
  is: z.strictObject({
    value: path,
    kind: z.enum(["integer", "number", "textNumber", "blank", "error", "stale", "external", "percent"]),
  }),
  /** Amounts with at most so many decimals, as printed; one finding for all that have more. */
  decimals: z.strictObject({ values: z.array(path).min(1), atMost: z.int().min(0) }),
  /** The first year that a text names is this one; texts without a year pass. */
  dated: z.strictObject({ value: path, year: termSchema }),
  /**
   * As many `left` as `right` records (`tell: count`); where they are as many, each name of one side stands on the other
   * (`tell: names`). Named by their label, or by the field `leftBy`, `rightBy`; width, blanks and numbering do not matter.
   */
  pairs: z.strictObject({
    left: path,
    leftBy: path.optional(),
    right: path,
    rightBy: path.optional(),
    /** Records on the left that count: one of these fields is filled. */
    leftFilled: z.array(path).default([]),
    /** Names on the left that stand for several: then there is nothing to compare. */
    collective: path.optional(),
    tell: z.enum(["count", "names"]),
  }),
  /** A text is, or contains, one of the words. */
  words: z.strictObject({
    values: z.array(path).min(1),
    is: z.array(z.string()).default([]),
    contains: z.array(z.string()).default([]),
  }),
  /** One value is `times` the median of the others: typed in another unit; `by` mends it. */
  outlier: z.strictObject({ values: z.array(path).min(2), times: z.number(), by: z.number() }),
  /** A sum that fails holds when one of its terms is divided by `by`. */
  rescale: z.strictObject({ total: path, parts: z.array(path).min(1), by: z.number() }),
  /** Some of these totals are formulas; the typed ones fail. With `alone` none need be: the first filled one fails. */
  typedTotal: z.strictObject({ totals: z.array(path).min(1), alone: z.boolean().default(false) }),
  /**
   * The formula of a total adds up its parts, each once and nothing else. `like` takes totals and parts from the sums of
   * other rules. `faults` are the words for what it does instead, {rows} are the rows.
   */
  sumRange: z.union([
    z.strictObject({ like: z.array(z.string()).min(1), faults: rangeFaults }),
    z.strictObject({
      total: path,
      parts: z.array(termSchema).min(1),
      minus: z.array(termSchema).default([]),
      faults: rangeFaults,
    }),
  ]),
} as const;

export const verbNames = Object.keys(verbShapes) as (keyof typeof verbShapes)[];
export type VerbName = keyof typeof verbShapes;
export type VerbArguments = { readonly [V in VerbName]: z.infer<(typeof verbShapes)[V]> };

/** Passes when one of the alternatives whose condition holds passes; with none, any of them will do. */
const anyOf = z.array(z.strictObject({ when: conditionSchema.optional(), ...mapOptional(verbShapes) })).min(2);

const common = {
  /** Kinds of annex, or `workbook`. */
  for: z.union([z.string(), z.array(z.string())]).optional(),
  /** Selector of the records it runs on; the annex itself when left out. */
  each: path.optional(),
  /** `$name` in selectors and messages runs over these words. */
  over: z.record(z.string(), z.array(z.string())).optional(),
  where: z.array(conditionSchema).optional(),
  needs: z.array(path).optional(),
  severity: z.union([z.enum(levels), z.array(severityStep).min(1)]).optional(),
  /** Where to point: the first of them that is there. */
  anchor: z.union([path, z.array(path).min(1)]).optional(),
  /** Figures for the message, by name. */
  let: z.record(z.string(), termSchema).optional(),
  related: z.array(path).optional(),
  covers: z.array(z.string()).optional(),
  /** An error of this rule makes its figure doubtful: later rules that go by it are not applicable. */
  doubts: z.boolean().optional(),
  /** Compares what is filed with what is filed: waits for missing figures only, not for those another rule found wrong. */
  regardless: z.boolean().optional(),
  message: z.string().optional(),
  fix: z.enum(["formula", "value", "none"]).optional(),
  ...mapOptional(verbShapes),
  anyOf: anyOf.optional(),
};

export const ruleSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+\/[a-z0-9-]+$/),
  title: z.string().min(1),
  why: z.string().min(1),
  advice: z.string().min(1),
  ...common,
  /** Alternatives under one id; each overrides the rule's own keys. */
  variants: z.array(z.strictObject(common)).optional(),
  source: z.strictObject({ kind: z.enum(["seen", "derived", "practice"]), note: z.string() }),
});

export const rulesSchema = z.strictObject({ rules: z.array(ruleSchema) });

export type RuleSpec = z.infer<typeof ruleSchema>;
export type SeverityStep = z.infer<typeof severityStep>;

function mapOptional<S extends Record<string, z.ZodType>>(shapes: S): { [K in keyof S]: z.ZodOptional<S[K]> } {
  return Object.fromEntries(Object.entries(shapes).map(([name, shape]) => [name, shape.optional()])) as {
    [K in keyof S]: z.ZodOptional<S[K]>;
  };
}
