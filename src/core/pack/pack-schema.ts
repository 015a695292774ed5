import { z } from "zod";
import { causesSchema } from "./causes-schema.js";

/** `pack.yaml`: what the pack is, and how it is recognised among others. */
export const packSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "包的编号只用小写字母、数字和连字符"),
  title: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }),
  /** Where the pack applies, for people. */
  scope: z.string().min(1),
  /** Format of the pack; raised when an older engine could misread it. */
  format: z.literal(1),
  /** The files that hold its rules, in the order in which they run. */
  rules: z
    .array(z.string().regex(/^rules(?:-[a-z0-9]+)*\.yaml$/, "规则文件名如 rules.yaml、rules-fund.yaml"))
    .min(1)
    .default(["rules.yaml"]),
  /** What is said of figures that disagree, when one slip explains the gap. */
  causes: causesSchema.default({ scales: [] }),
});

export type PackHeader = z.infer<typeof packSchema>;
