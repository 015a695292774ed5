import type { LocalText } from "../core/result/index.js";
import type { SheetTarget } from "../core/sheet/index.js";

/** Where a figure comes from: `附件1 D24`. */
export interface PlannedSource {
  readonly place: string;
  readonly target: SheetTarget;
}

export interface PlannedFigure {
  readonly id: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
  /** Null for computed and typed figures. */
  readonly source: PlannedSource | null;
}

/** A placeholder of a template that becomes a place of ours. */
export interface PlannedLink {
  readonly id: string;
  readonly label: string;
  /** What will stand there; `""` when nothing is known yet. */
  readonly text: string;
  readonly source: PlannedSource | null;
}

/** A section of the report, or a table of its template. The title and the closing list have an id and no title. */
export interface PlannedSection {
  readonly id: string;
  readonly title: string;
}

/** Something a person has to decide; until then theirs stays. */
export interface PlannedConflict {
  readonly id: string;
  readonly section: PlannedSection;
  /** Name of the figure; null for prose. */
  readonly figure: string | null;
  readonly reason: LocalText;
  readonly theirs: string;
  readonly ours: string;
  readonly source: PlannedSource | null;
}

/** What an update of a report does, before it does it. */
export interface PlannedUpdate {
  readonly linked: readonly PlannedLink[];
  readonly figures: readonly PlannedFigure[];
  /** Found again by their words: another program dropped the controls around them. */
  readonly adopted: readonly PlannedSection[];
  readonly rewritten: readonly PlannedSection[];
  /** As a person left them: edited, emptied or removed. */
  readonly kept: readonly PlannedSection[];
  readonly conflicts: readonly PlannedConflict[];
  /** Answered with `theirs` before; the answer may be changed. */
  readonly settled: readonly PlannedConflict[];
  /** What could not be filled, a sentence each. */
  readonly problems: readonly LocalText[];
}

/** Nothing to write and nothing to decide. */
export function isUpToDate({ linked, figures, adopted, rewritten, conflicts, problems }: PlannedUpdate): boolean {
  return [linked, figures, adopted, rewritten, conflicts, problems].every((part) => part.length === 0);
}
