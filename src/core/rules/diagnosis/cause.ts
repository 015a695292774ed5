import type { CauseKind } from "../../pack/index.js";
import type { Decimal } from "../../quantity/index.js";
import type { GapFigure } from "./gap-context.js";

/** One slip that explains a gap. */
export interface Cause {
  readonly kind: CauseKind;
  /** The figure that the sentence names. */
  readonly figure: Pick<GapFigure, "fact" | "value" | "decimals">;
  /** What the figure should be; null where the figure itself is right. */
  readonly mended: Decimal | null;
  /** For a scale: the factor, and whether the figure is too large by it. */
  readonly scale: { readonly factor: Decimal; readonly isLarge: boolean } | null;
  /** Explains the gap to the last digit, not only within the intervals. */
  readonly isExact: boolean;
}
