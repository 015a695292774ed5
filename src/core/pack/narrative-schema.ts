import { z } from "zod";
import { parsePattern, slotsOf } from "./sentence-pattern.js";

/**
 * The narrative part of a pack: what no annex holds and a person types once (`form`), the figures and words that
 * sentences speak of (`values`), lists of records (`lists`), and the outline of the report with its sentence
 * patterns. The language knows sums, shares, lists and conditions, and no word of any field.
 *
 * Names: `a2.byExpenditure.basic` is a role of an annex, `typed.functions` an entry of the form, `book.year` and
 * `book.unit` what the annexes agree on, `item.…` and `annex.project` stand inside lists; any other name is a value.
 */
const name = z.string().regex(/^[a-z][A-Za-z0-9]*(?:\.[a-z][A-Za-z0-9]*){0,6}$/, "名称用英文字母、数字和点，小写开头");
const plainName = z.string().regex(/^[a-z][A-Za-z0-9]*$/, "名称用英文字母和数字，小写开头");
const sectionId = z.string().regex(/^[a-z][a-z0-9-]*$/, "节的标识用小写字母、数字和连字符");
const words = z.string().min(1);
const pattern = z.string().superRefine((text, context) => {
  const parsed = parsePattern(text);
  if (!parsed.ok) context.addIssue({ code: "custom", message: `句式有误（${parsed.problem}）：${text}` });
});

/** A figure or a text. A missing part makes add, sub and share missing; 无 counts as 0. */
export type NarrativeTerm =
  | string
  | number
  | { readonly add: readonly NarrativeTerm[] }
  | { readonly sub: readonly [NarrativeTerm, NarrativeTerm] }
  | { readonly share: readonly [NarrativeTerm, NarrativeTerm] }
  | { readonly gap: readonly [NarrativeTerm, NarrativeTerm] }
  | { readonly abs: NarrativeTerm }
  | { readonly first: readonly NarrativeTerm[] }
  | { readonly when: NarrativeCondition; readonly use: NarrativeTerm }
  | { readonly word: string }
  | { readonly count: string; readonly where?: NarrativeCondition | undefined }
  | { readonly total: string }
  | { readonly listed: string }
  | { readonly explained: string; readonly by: readonly string[] };

/**
 * filled: a text, or a figure other than 0 and 无 · blank: not filled · present: the annex, the list's rows or the
 * role exist · above, below, atLeast: two figures compared; false when one is missing · option: switched on.
 */
export type NarrativeCondition =
  | { readonly filled: string }
  | { readonly blank: string }
  | { readonly present: string }
  | { readonly above: readonly [NarrativeTerm, NarrativeTerm] }
  | { readonly below: readonly [NarrativeTerm, NarrativeTerm] }
  | { readonly atLeast: readonly [NarrativeTerm, NarrativeTerm] }
  | { readonly option: string }
  | { readonly not: NarrativeCondition }
  | { readonly all: readonly NarrativeCondition[] }
  | { readonly any: readonly NarrativeCondition[] };

/**
 * share: per cent of the second in the first's place · gap: distance of two quantities of one unit · first: the
 * first figure that is not 0, else the first 0 or text · total: sum of a role over every annex and row that has it ·
 * listed: a role's texts over every annex and row, joined by 、 · explained: why a person said that a record (`item`,
 * `a2.fund.total`) may stand although one of these rules asked about it; the first rule that has an answer.
 */
const termSchema: z.ZodType<NarrativeTerm> = z.lazy(() =>
  z.union([
    name,
    z.number(),
    z.strictObject({ add: z.array(termSchema).min(2) }),
    z.strictObject({ sub: z.tuple([termSchema, termSchema]) }),
    z.strictObject({ share: z.tuple([termSchema, termSchema]) }),
    z.strictObject({ gap: z.tuple([termSchema, termSchema]) }),
    z.strictObject({ abs: termSchema }),
    z.strictObject({ first: z.array(termSchema).min(1) }),
    z.strictObject({ when: conditionSchema, use: termSchema }),
    z.strictObject({ word: words }),
    z.strictObject({ count: name, where: conditionSchema.optional() }),
    z.strictObject({ total: name }),
    z.strictObject({ listed: name }),
    z.strictObject({ explained: name, by: z.array(words).min(1) }),
  ]),
);

const conditionSchema: z.ZodType<NarrativeCondition> = z.lazy(() =>
  z.union([
    z.strictObject({ filled: name }),
    z.strictObject({ blank: name }),
    z.strictObject({ present: name }),
    z.strictObject({ above: z.tuple([termSchema, termSchema]) }),
    z.strictObject({ below: z.tuple([termSchema, termSchema]) }),
    z.strictObject({ atLeast: z.tuple([termSchema, termSchema]) }),
    z.strictObject({ option: plainName }),
    z.strictObject({ not: conditionSchema }),
    z.strictObject({ all: z.array(conditionSchema).min(1) }),
    z.strictObject({ any: z.array(conditionSchema).min(1) }),
  ]),
);

const valueSchema = z.strictObject({
  /** What people call it; shown with the figure in the report and in the pane. */
  label: words,
  of: termSchema,
  /** Printed after the figure by the sentence. A value without unit is a text. */
  unit: z.string().optional(),
  /** Digits after the point of a computed figure; a figure from a cell is printed as the cell shows it. */
  decimals: z.number().int().min(0).max(6).optional(),
  /** Taken when nothing was found. */
  otherwise: z.union([z.number(), words]).optional(),
});

/** Names that stand together inside the tag of a control, which Word cuts at 64 characters. */
const shortName = plainName.max(20);

/** A column of a list as a template names it: `{{指标.得分}}` is the column 得分 of the list 指标. */
const columnSchema = z.strictObject({
  label: words,
  of: termSchema,
  unit: z.string().optional(),
  decimals: z.number().int().min(0).max(6).optional(),
});

const listSchema = z.strictObject({
  /**
   * Lists of the annexes (`a2.indicators`, over every annex of the kind), lists named here, or a kind of annex (`a3`):
   * every annex of it is a record.
   */
  from: z.array(name).min(1),
  where: conditionSchema.optional(),
  /** Leaves out a record that agrees with an earlier one, from another annex, in all these texts. */
  unlike: z.array(plainName).min(1).optional(),
  /** What people call the list in a template; a list without label cannot be named there. */
  label: words.optional(),
  /** The names that tell one record from another, for rows of a template that are found again. */
  key: z.array(name).default([]),
  columns: z.record(shortName, columnSchema).default({}),
});

export const formKinds = ["prose", "money", "list", "date", "text"] as const;

const localWords = z.strictObject({ zh: words, en: words });

/** prose: paragraphs, one a line · list: one entry a line · money: a figure in 万元 · date · text: one line. */
const formField = z.strictObject({
  id: plainName,
  kind: z.enum(formKinds),
  label: localWords,
  hint: localWords,
  /** Written when nobody typed anything. */
  standard: words.optional(),
  /**
   * Where a report of an earlier year has such a text: under a heading that holds one of these words; in a report of
   * ours, in this section.
   */
  fromSection: z.strictObject({ control: sectionId, headings: z.array(words).min(1) }).optional(),
});

/** A term kept under a name inside one `each`; printed like a value. */
const local = z.strictObject({
  of: termSchema,
  unit: z.string().optional(),
  decimals: z.number().int().min(0).max(6).optional(),
});

export interface EachSpec {
  readonly each: string;
  readonly say: string;
  /** Between two records; nothing when left out. */
  readonly join?: string | undefined;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  readonly let?: Readonly<Record<string, LocalSpec>> | undefined;
  readonly when?: NarrativeCondition | undefined;
}

/** Said when its condition holds and every slot outside optional pieces has something to say. */
export type SentenceSpec =
  | string
  | { readonly say: string; readonly when?: NarrativeCondition | undefined }
  | { readonly first: readonly SentenceSpec[] }
  /**
   * 一是……二是……: every record and sentence is one entry; a single entry goes without its number. `pairs`: as many
   * entries as are enumerated in another section; `missing` invites to write those that are not there.
   */
  | {
      readonly enumerate: readonly EnumeratedSpec[];
      readonly pairs?: { readonly with: string; readonly missing: string } | undefined;
      readonly when?: NarrativeCondition | undefined;
    }
  | EachSpec;

export type EnumeratedSpec =
  | { readonly say: string; readonly when?: NarrativeCondition | undefined }
  /** The lines of a typed list, each an entry. */
  | { readonly lines: string }
  | EachSpec;

const eachSchema: z.ZodType<EachSpec> = z.strictObject({
  each: name,
  say: pattern,
  join: z.string().optional(),
  before: z.string().optional(),
  after: z.string().optional(),
  let: z.record(plainName, local).optional(),
  when: conditionSchema.optional(),
});

const saySchema = z.strictObject({ say: pattern, when: conditionSchema.optional() });

const sentenceSchema: z.ZodType<SentenceSpec> = z.lazy(() =>
  z.union([
    pattern,
    saySchema,
    z.strictObject({ first: z.array(sentenceSchema).min(1) }),
    z.strictObject({
      enumerate: z.array(z.union([saySchema, z.strictObject({ lines: plainName }), eachSchema])).min(1),
      pairs: z.strictObject({ with: sectionId, missing: words }).optional(),
      when: conditionSchema.optional(),
    }),
    eachSchema,
  ]),
);

export type NarrativeBlock =
  /** A numbered sub-heading over blocks; written only when one of them is. */
  | {
      readonly heading: string;
      readonly body: readonly NarrativeBlock[];
      readonly when?: NarrativeCondition | undefined;
    }
  /** What a person typed, a paragraph a line; else `otherwise`; else an invitation to write it. */
  | {
      readonly prose: string;
      readonly numbered?: boolean | undefined;
      readonly otherwise?: readonly NarrativeBlock[] | undefined;
      readonly placeholder?: string | undefined;
      readonly when?: NarrativeCondition | undefined;
    }
  /** One paragraph. */
  | { readonly paragraph: readonly SentenceSpec[]; readonly when?: NarrativeCondition | undefined }
  /** The first block that writes something. */
  | { readonly first: readonly NarrativeBlock[] }
  /** Paragraphs that carry the numbers of sub-headings: （一）…… （二）…… */
  | { readonly points: readonly NarrativeBlock[] }
  /** Numbered lines: 1.…… 2.…… */
  | { readonly items: readonly SentenceSpec[] };

const blockSchema: z.ZodType<NarrativeBlock> = z.lazy(() =>
  z.union([
    z.strictObject({ heading: words, body: z.array(blockSchema).min(1), when: conditionSchema.optional() }),
    z.strictObject({
      prose: plainName,
      numbered: z.boolean().optional(),
      otherwise: z.array(blockSchema).optional(),
      placeholder: words.optional(),
      when: conditionSchema.optional(),
    }),
    z.strictObject({ paragraph: z.array(sentenceSchema).min(1), when: conditionSchema.optional() }),
    z.strictObject({ first: z.array(blockSchema).min(1) }),
    z.strictObject({ points: z.array(blockSchema).min(1) }),
    z.strictObject({ items: z.array(sentenceSchema).min(1) }),
  ]),
);

const sectionSchema = z.strictObject({ id: sectionId, title: words, body: z.array(blockSchema).min(1) });

export const narrativeSchema = z
  .strictObject({
    /** Lines of the report's title. */
    title: z.array(pattern).min(1),
    /** The same for the blank template. */
    blankTitle: z.array(words).min(1),
    /** How section titles, sub-headings, items and enumerations are numbered, each shown on the number one. */
    numbering: z
      .strictObject({ section: words, heading: words, item: words, enumeration: words })
      .default({ section: "一、", heading: "（一）", item: "1.", enumeration: "一是" }),
    options: z.record(plainName, z.boolean()).default({}),
    form: z.array(formField),
    values: z.record(name, valueSchema),
    lists: z.record(shortName, listSchema).default({}),
    sections: z.array(sectionSchema).min(1),
    /** Stands after the last section without a title. */
    closing: z.array(blockSchema).default([]),
    /** Annexes that stand behind the text as tables, each on a page of its own; left out, they are only listed. */
    annexTables: z
      .strictObject({ of: z.array(z.string().regex(/^[a-z][a-z0-9]*$/)).min(1), when: conditionSchema.optional() })
      .optional(),
    /** In an empty section of the blank template. */
    blankSection: words,
  })
  .superRefine((spec, context) => {
    for (const problem of unknownNames(spec)) context.addIssue({ code: "custom", message: problem });
  });

export type NarrativeSpec = z.infer<typeof narrativeSchema>;
export type NarrativeSectionSpec = z.infer<typeof sectionSchema>;
export type NarrativeValueSpec = z.infer<typeof valueSchema>;
export type NarrativeListSpec = z.infer<typeof listSchema>;
export type FormField = z.infer<typeof formField>;
export type FormKind = (typeof formKinds)[number];
export type LocalSpec = z.infer<typeof local>;

/** Slots that name no value, list, entry of the form or annex: one sentence each. */
function unknownNames(spec: {
  readonly title: readonly string[];
  readonly form: readonly { readonly id: string }[];
  readonly values: object;
  readonly lists: object;
  readonly sections: readonly { readonly id: string; readonly body: readonly NarrativeBlock[] }[];
  readonly closing: readonly NarrativeBlock[];
}): readonly string[] {
  const form = new Set(spec.form.map((field) => field.id));
  const values = new Set(Object.keys(spec.values));
  const lists = new Set(Object.keys(spec.lists));
  const problems: string[] = [];
  const slots = (text: string, place: string, locals: readonly string[]): void => {
    const parsed = parsePattern(text);
    for (const slot of parsed.ok ? slotsOf(parsed.pieces) : []) {
      const [head = "", entry = ""] = slot.split(".");
      if (values.has(slot) || locals.includes(slot)) continue;
      if (head === "typed" && form.has(entry)) continue;
      if (locals.length > 0 && (head === "item" || head === "annex")) continue;
      if (/^a[0-9]+$/.test(head) && slot.includes(".")) continue;
      problems.push(`${place}：句式用到的“${slot}”没有定义`);
    }
  };
  const sentence = (spoken: SentenceSpec | EnumeratedSpec, place: string): void => {
    if (typeof spoken === "string") slots(spoken, place, []);
    else if ("lines" in spoken) {
      if (!form.has(spoken.lines)) problems.push(`${place}：基本情况表中没有“${spoken.lines}”`);
    } else if ("each" in spoken) {
      const isList = lists.has(spoken.each) || spoken.each.includes(".");
      if (!isList) problems.push(`${place}：没有名为“${spoken.each}”的列表`);
      slots(spoken.say, place, ["item", ...Object.keys(spoken.let ?? {})]);
    } else if ("enumerate" in spoken) {
      for (const entry of spoken.enumerate) sentence(entry, place);
      const other = spoken.pairs?.with;
      if (other !== undefined && !spec.sections.some(({ id }) => id === other))
        problems.push(`${place}：没有名为“${other}”的节`);
    } else if ("first" in spoken) for (const entry of spoken.first) sentence(entry, place);
    else slots(spoken.say, place, []);
  };
  const block = (written: NarrativeBlock, place: string): void => {
    if ("heading" in written) for (const child of written.body) block(child, place);
    else if ("prose" in written) {
      if (!form.has(written.prose)) problems.push(`${place}：基本情况表中没有“${written.prose}”`);
      for (const child of written.otherwise ?? []) block(child, place);
    } else if ("paragraph" in written) for (const spoken of written.paragraph) sentence(spoken, place);
    else if ("items" in written) for (const spoken of written.items) sentence(spoken, place);
    else for (const child of "first" in written ? written.first : written.points) block(child, place);
  };
  for (const line of spec.title) slots(line, "标题", []);
  for (const section of spec.sections) for (const written of section.body) block(written, `节 ${section.id}`);
  for (const written of spec.closing) block(written, "附件清单");
  return problems;
}
