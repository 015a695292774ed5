import { z } from "zod";
import { causesSchema } from "./causes-schema.js";

const packId = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "包的编号只用小写字母、数字和连字符");

/**
 * What on the sheets speaks for a pack where several know the annexes, for people who keep it in words: `because` is
 * said when it decides. `labels`: a cell is one of these labels · `contains`: a short text has one of these words ·
 * `cell`: the figure where the row of a label meets the column of another.
 */
const signSchema = z.strictObject({
  because: z.string().min(1),
  labels: z.array(z.string().min(1)).min(1).optional(),
  contains: z.array(z.string().min(2)).min(1).optional(),
  cell: z
    .strictObject({ row: z.array(z.string().min(1)).min(1), column: z.array(z.string().min(1)).min(1), is: z.number() })
    .optional(),
  /** How much it says; the votes of all signs that are there add up. */
  votes: z.number().int().min(1).max(9).default(1),
});

/**
 * `pack.yaml`: what the pack is, what it stands on, and how it is known among others.
 *
 * A pack is a folder (`pack.yaml`, `annexes.yaml`, `rules.yaml` …) or one file: each section may stand in this file
 * under its own name instead.
 *
 * With a `base`, a pack says only what differs. Sections that are not there are the base's. In those that are, keys are
 * laid over the base's keys, things with an `id` (annexes, blocks, rows, rules, groups of the scoring) over those of the
 * same id, and any other list replaces the base's. `without` switches off what the base has. A rule of the base whose
 * `for` names only annexes that the pack has not is left out, one that names some of them runs on the others.
 */
export const packSchema = z.strictObject({
  id: packId,
  title: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }),
  /** Where the pack applies, for people. */
  scope: z.string().min(1),
  /** Format of the pack; raised when an older engine could misread it. */
  format: z.literal(1),
  /** The pack that this one is laid over. */
  base: packId.optional(),
  /** Of the base: ids of rules (`a1/signature`), families (`a1/*`), annexes (`a1`), `narrative`, `forms`. */
  without: z.array(z.string().min(1)).default([]),
  signs: z.array(signSchema).default([]),
  /** The rules, or the files that hold them, in the order in which they run; `rules.yaml` when left out. */
  rules: z
    .array(
      z.union([
        z.string().regex(/^rules(?:-[a-z0-9]+)*\.yaml$/, "规则文件名如 rules.yaml、rules-fund.yaml"),
        z.looseObject({ id: z.string() }),
      ]),
    )
    .min(1)
    .optional(),
  /** What rules of one family, the part of their ids before the slash, are about; added to those of the base. */
  families: z.record(z.string().regex(/^[a-z][a-z0-9]*$/, "用规则编号里斜杠前的部分"), z.string().min(1)).default({}),
  /** What is said of figures that disagree, when one slip explains the gap. */
  causes: causesSchema.optional(),
  annexes: z
    .array(z.looseObject({ id: z.string() }))
    .min(1)
    .optional(),
  scoring: z.looseObject({}).optional(),
  narrative: z.looseObject({}).optional(),
  forms: z.looseObject({}).optional(),
  /** For YAML anchors; not read. */
  shared: z.unknown().optional(),
});

export type PackHeader = z.infer<typeof packSchema>;
export type PackSign = z.infer<typeof signSchema>;
