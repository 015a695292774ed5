import { type FactBook, type FactRecord, factAt, itemsAt } from "../facts/index.js";
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

/** A decision as it is kept, with the words of the cells it was made for. */
export interface KeptDecision extends Decision {
  readonly forTarget: string;
  readonly forActual: string;
  /** As typed; may be empty. */
  readonly by: string;
  /** ISO date. */
  readonly on: string;
}

/** A decision that no longer holds: its cells say something else now, or its indicator is gone. */
export interface LapsedDecision {
  readonly decision: KeptDecision;
  readonly reason: "changed" | "gone";
  /** Name of the indicator and its sheet; empty when it is gone. */
  readonly name: string;
  readonly sheet: string;
}

export interface SortedDecisions {
  readonly live: readonly KeptDecision[];
  readonly lapsed: readonly LapsedDecision[];
}

/** A decision holds as long as target and actual read what they read when it was made. */
export function sortDecisions(book: FactBook, kept: readonly KeptDecision[]): SortedDecisions {
  const live: KeptDecision[] = [];
  const lapsed: LapsedDecision[] = [];
  for (const decision of kept) {
    const annex = book.annexes.find(({ key }) => key === decision.annex);
    const record = itemsAt(annex?.root ?? null, "indicators").find(({ path }) => path === decision.path);
    if (!annex || !record) lapsed.push({ decision, reason: "gone", name: "", sheet: "" });
    else if (shown(record, "target") === decision.forTarget && shown(record, "actual") === decision.forActual) {
      live.push(decision);
    } else lapsed.push({ decision, reason: "changed", name: shown(record, "name"), sheet: annex.sheet });
  }
  return { live, lapsed };
}

function shown(record: FactRecord, name: string): string {
  return factAt(record, name)?.shown ?? "";
}
