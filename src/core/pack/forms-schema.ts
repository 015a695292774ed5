import { z } from "zod";

/**
 * Blank forms as data: sheets made of rows, each cell placed in columns by letter. Texts and sheet names may say {N},
 * {N-1}, {N+1} for the year under review and its neighbours. Formulas point at rows by their ids: `E[total]` is column E
 * of the row `total`, `E[items.first]` and `E[items.last]` the ends of a list or tree, `E[]` the row itself, and `@` in place of the letter is the cell's own column.
 */
const identifier = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*(?:\.[a-z][A-Za-z0-9]*)*$/, "名称用英文字母和数字，小写开头，层次用点号");
const column = z.string().regex(/^[A-Z]$/, "列用一个大写字母");
const columns = z.string().regex(/^[A-Z](?::[A-Z])?$/, "列写作 A 或 A:C");

const styleSchema = z.strictObject({
  /** Takes over what this style does not say itself. */
  like: z.string().optional(),
  font: z.string().optional(),
  /** Points. */
  size: z.number().min(6).max(36).optional(),
  bold: z.boolean().optional(),
  align: z.enum(["left", "center", "right"]).optional(),
  vertical: z.enum(["top", "center", "bottom"]).optional(),
  wrap: z.boolean().optional(),
  indent: z.number().int().min(0).max(10).optional(),
  border: z.enum(["none", "thin"]).optional(),
  /** RRGGBB, or none. */
  shade: z.union([z.literal("none"), z.string().regex(/^[0-9A-F]{6}$/)]).optional(),
  /** Number format code. */
  format: z.string().optional(),
});

/** A bound is a number or a formula over the form's rows. */
const bound = z.union([z.number(), z.string().min(1)]);

const cellSchema = z.strictObject({
  at: columns,
  /** Merged over this many rows, or down to the last row of this id. */
  down: z.union([z.number().int().min(1), identifier]).optional(),
  style: z.string(),
  /** `{value}` stands for what is filled into the slot. */
  text: z.string().optional(),
  /** The role whose figure or text belongs here. */
  slot: identifier.optional(),
  formula: z.string().optional(),
  /** What the cell shows until somebody fills it, e.g. —— where nothing is asked. */
  blank: z.union([z.string(), z.number()]).optional(),
  /** The only words allowed. */
  choices: z.array(z.string().min(1)).min(2).optional(),
  /** The only numbers allowed; `soft` warns and lets words such as 无 pass. */
  number: z
    .strictObject({
      whole: z.boolean().default(false),
      from: bound,
      to: bound.optional(),
      soft: z.boolean().default(false),
      message: z.string().min(1),
    })
    .optional(),
});

/** Points; rows grow where their texts need more lines. */
const height = z.number().min(5).max(400);
const rowSchema = z.strictObject({
  id: identifier.optional(),
  height: height.optional(),
  cells: z.array(cellSchema).default([]),
  /** A named set of cells besides; their slots stand below this one, and the formula holds for each of them. */
  set: z
    .strictObject({
      of: z.string(),
      slot: identifier.optional(),
      formula: z.string().optional(),
    })
    .optional(),
});

/** A row for each record; the blank form has `blankRows` of them. */
const listSchema = z.strictObject({
  list: identifier,
  blankRows: z.number().int().min(1).max(60),
  height: height.optional(),
  cells: z.array(cellSchema).min(1),
});

/** Rows under two levels of headings that are merged over their rows. */
const treeSchema = z.strictObject({
  tree: identifier,
  height: height.optional(),
  levels: z.tuple([
    z.strictObject({ at: column, slot: identifier, style: z.string() }),
    z.strictObject({ at: column, slot: identifier, style: z.string() }),
  ]),
  groups: z
    .array(
      z.strictObject({
        text: z.string(),
        groups: z.array(z.strictObject({ text: z.string(), blankRows: z.number().int().min(1).max(20) })).min(1),
      }),
    )
    .min(1),
  /** Stands in the last row of each group of the blank form. */
  more: z.strictObject({ at: column, text: z.string() }).optional(),
  cells: z.array(cellSchema).min(1),
});

const sheetSchema = z.strictObject({
  /** The annex it is the form of. */
  annex: z.string().regex(/^[a-z][a-z0-9]*$/),
  name: z.string().min(1).max(31),
  /** Widths in characters, from column A on. */
  columns: z.array(z.number().min(1).max(120)).min(1).max(26),
  /** Of rows that do not say their own. */
  rowHeight: height.default(20),
  print: z.strictObject({
    orientation: z.enum(["portrait", "landscape"]),
    /** Rows printed again on each page. */
    repeat: identifier.optional(),
    /** Millimetres. */
    margins: z.strictObject({ left: z.number(), right: z.number(), top: z.number(), bottom: z.number() }),
    onePage: z.boolean().default(false),
  }),
  /** Rows down to this one stay in view. */
  freeze: identifier.optional(),
  rows: z.array(z.union([rowSchema, listSchema, treeSchema])).min(1),
});

export const formsSchema = z.strictObject({
  /** Column sets and cells for YAML anchors; not read. */
  shared: z.unknown().optional(),
  styles: z.record(z.string(), styleSchema),
  /** Cells that many rows have in common. */
  sets: z.record(z.string(), z.array(cellSchema).min(1)).default({}),
  sheets: z.array(sheetSchema).min(1),
});

export type FormStyle = z.infer<typeof styleSchema>;
export type FormCell = z.infer<typeof cellSchema>;
export type FormRow = z.infer<typeof rowSchema>;
export type FormList = z.infer<typeof listSchema>;
export type FormTree = z.infer<typeof treeSchema>;
export type FormSheet = z.infer<typeof sheetSchema>;
export type PackForms = z.infer<typeof formsSchema>;
