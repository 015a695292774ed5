import type { LevelId } from "../pack/index.js";
import type { Direction } from "./reading.js";

/** What a person decided about one indicator; stored with the workbook. Absent parts stay as read. */
export interface Decision {
  /** `AnnexFacts.key` and the path of the indicator's record. */
  readonly annex: string;
  readonly path: string;
  /** Text to read in place of the cell's, e.g. `≥100人` for one of several targets. */
  readonly target?: string;
  readonly actual?: string;
  readonly direction?: Exclude<Direction, "range">;
  /** Level of a qualitative indicator. */
  readonly level?: LevelId;
}
