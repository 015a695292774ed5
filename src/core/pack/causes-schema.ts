import { z } from "zod";

/**
 * What may explain a gap between two figures. Slots of the sentences: {name} and {value} of the figure that explains
 * it, {mended} what it should be, {scale} see `scales`.
 */
export const causeKinds = [
  /** A result left at 0 or empty. */
  "zero",
  /** A part that was left out of the result, that is kept as text (sums pass over it), that was counted twice. */
  "leftOut",
  "textPart",
  "twice",
  /** Two neighbouring digits of the result, or of a part, changed places. */
  "swapped",
  "partSwapped",
  /** The result, or a part, has the wrong sign. */
  "sign",
  "partSign",
  /** The result, or a part, is too large or too small by a factor: {scale} is what `scales` says of it. */
  "scaled",
  "partScaled",
  /** A part is off by the gap, as the figure beside it tells. */
  "witness",
  /** The result is the figure of another column, of last year's book. */
  "otherColumn",
  "lastYear",
  /** A quotient over another figure, or upside down. */
  "otherWhole",
  "inverted",
] as const;

export type CauseKind = (typeof causeKinds)[number];

const sentence = z.string().min(1);

/** The words for causes, and by which factors figures go wrong; a cause without words is not told. */
export const causesSchema = z.strictObject({
  ...(Object.fromEntries(causeKinds.map((kind) => [kind, sentence.optional()])) as Record<
    CauseKind,
    z.ZodOptional<typeof sentence>
  >),
  /** A figure `factor` times too large, or as much too small: the decimal point, another unit. */
  scales: z.array(z.strictObject({ factor: z.number().gt(1), large: sentence, small: sentence })).default([]),
});

export type CausesSpec = z.infer<typeof causesSchema>;
