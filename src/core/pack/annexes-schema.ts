import { z } from "zod";

/** How the cells of a role are read. Amounts of `money` are kept in 万元, `rate` in per cent, `area` in ㎡. */
export const roleTypes = [
  "text",
  "money",
  "rate",
  "count",
  "area",
  "weight",
  "score",
  "year",
  "date",
  /** 年度指标值 and 实际完成值: free text for the grammar of targets. */
  "target",
  "actual",
  "grade",
] as const;

/** Roles are named in English letters and digits, so that selectors need no quoting. */
const roleName = z.string().regex(/^[a-z][A-Za-z0-9]*$/, "角色名用英文字母和数字，小写开头");
const labels = z.array(z.string().min(1)).min(1);
/** What people call a role when it is shown to them; its first label when not given. */
const name = z.string().min(1).optional();
const shared = { id: roleName, name, optional: z.boolean().default(false) };

/** A column beside the value that holds a part of it. */
const partSchema = z.strictObject({
  labels,
  /** What a part says, where it is not to be taken as printed: `{ 定性: "", 大于等于: ≥ }`. */
  words: z.record(z.string(), z.string()).default({}),
});

export const columnSchema = z.strictObject({
  type: z.enum(roleTypes),
  unit: z.string().optional(),
  name,
  labels,
  /** An empty cell repeats the one above (level-1 and level-2 groups); so does one that says `产出指标（续）`. */
  carry: z.boolean().default(false),
  /** Texts of a carried column that may stand alone in a row and head the rows below it; others are remarks. */
  headings: z.array(z.string().min(1)).default([]),
  /** Years before the latest one printed in the headers: -1 for N-1. Without it columns of one label go left to right. */
  year: z.number().int().min(-9).max(0).optional(),
  /** The value may be split over columns, 指标性质 · 指标值 · 度量单位 or 类 · 款 · 项; it is read as one text, `≥95%`. */
  split: z.strictObject({ before: z.array(partSchema).default([]), after: z.array(partSchema).default([]) }).optional(),
  /** Where the column is missing, points printed in the header of this one count: 得分（20分×执行率）. */
  pointsIn: roleName.optional(),
});

const fieldSchema = z.strictObject({
  type: z.enum(roleTypes),
  unit: z.string().optional(),
  name,
  labels,
  /** Where the value stands when it is not in the label's own cell. */
  value: z.enum(["beside", "below"]).default("beside"),
});

const rowSchema = z.strictObject({
  id: roleName,
  name,
  labels,
  /** Rows up to the next known row are the items of this one; headings over rows of their own are its `subtotals`. */
  items: z.strictObject({ headings: z.array(z.string()).default([]) }).optional(),
  partOf: roleName.optional(),
});

const columns = z.record(roleName, columnSchema);

/** One header row and one row of values below it. */
const recordBlock = z.strictObject({ ...shared, kind: z.literal("record"), columns });
/** Header columns by labelled rows. */
const gridBlock = z.strictObject({
  ...shared,
  kind: z.literal("grid"),
  label: labels.optional(),
  columns,
  /** Name of a record that takes the years printed in the headers. */
  headerYears: roleName.optional(),
  /** Name of a list that takes the rows with figures which are none of `rows`, nor details (其中) of one that is a part. */
  rest: roleName.optional(),
  /** Texts that begin rows which are no items: remarks, subtotals. */
  skip: z.array(z.string().min(1)).default([]),
  /** Texts that mark the own figures of a row whose label is merged beside the rows that it heads. */
  subtotals: z.array(z.string().min(1)).default([]),
  /** A first row without a label of its own, beside the label of the block, is the first of these. */
  rows: z.array(rowSchema).min(1),
});
/**
 * A header row and as many rows as there are; without its key column it is another table. The header may stand there again in the middle (a page break). A missing
 * key column is the one after the last carried column.
 */
const listBlock = z.strictObject({
  ...shared,
  kind: z.literal("list"),
  columns,
  /** The column that names a row. */
  key: roleName,
  /** The column whose runs form groups, kept as a list `groups`. */
  groups: roleName.optional(),
  /** The column of hierarchical codes: rows whose code begins another row's code are no rows but `idSubtotals`. */
  leavesBy: roleName.optional(),
  total: z.strictObject({ id: roleName, name, labels, columns: z.array(roleName).min(1) }).optional(),
  until: z.array(z.string()).default([]),
  /** Texts that begin rows which are no items: remarks, subtotals. */
  skip: z.array(z.string().min(1)).default([]),
  /** One of these columns must be there; without them it is another table with much the same headers. */
  needs: z.array(roleName).default([]),
});
/** Label and value inside one text cell, or value to the right of it. */
const inlineBlock = z.strictObject({
  ...shared,
  kind: z.literal("inline"),
  label: labels,
  fields: z.record(roleName, fieldSchema),
});
/** Labels anywhere in the annex, the value in the same cell, beside or below. */
const fieldsBlock = z.strictObject({ ...shared, kind: z.literal("fields"), fields: z.record(roleName, fieldSchema) });

export const blockSchema = z.discriminatedUnion("kind", [recordBlock, gridBlock, listBlock, inlineBlock, fieldsBlock]);

export const annexSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9]*$/),
  name: z.string().min(1),
  /** As printed above the title, e.g. 附件1. */
  number: z.string().optional(),
  /** seen: the form was at hand; practice: known from practice. */
  standing: z.enum(["seen", "practice"]),
  /** A title may follow the year or a name of the unit, and its brackets do not count. */
  titles: labels,
  /** A table without a title is this annex only if one of these words stands above it or in the name of the sheet. */
  mentions: z.array(z.string().min(1)).default([]),
  /** One sheet per project. */
  repeats: z.boolean().default(false),
  /** An annex without a figure is legal. */
  mayBeEmpty: z.boolean().default(false),
  moneyUnit: z.enum(["元", "万元", "亿元"]).default("万元"),
  blocks: z.array(blockSchema).min(1),
});

export const annexesSchema = z.strictObject({
  /** Column sets and fields for YAML anchors; not read. */
  shared: z.unknown().optional(),
  annexes: z.array(annexSchema).min(1),
});

export type RoleType = (typeof roleTypes)[number];
export type ColumnSpec = z.infer<typeof columnSchema>;
export type FieldSpec = z.infer<typeof fieldSchema>;
export type RowSpec = z.infer<typeof rowSchema>;
export type RecordBlock = z.infer<typeof recordBlock>;
export type GridBlock = z.infer<typeof gridBlock>;
export type ListBlock = z.infer<typeof listBlock>;
export type InlineBlock = z.infer<typeof inlineBlock>;
export type FieldsBlock = z.infer<typeof fieldsBlock>;
export type BlockSpec = z.infer<typeof blockSchema>;
export type AnnexSpec = z.infer<typeof annexSchema>;
