import type { AnnexSummary, CheckResult, DeliveryOutcome, DeskChange, WrittenEdits } from "../app/index.js";
import type { PackProblem } from "../core/pack/index.js";
import type { Failure, Result } from "../core/result/index.js";
import type { Area, WorkbookSnapshot } from "../core/sheet/index.js";
import type { BasicsAnswers, BasicsForm, ReportText, ScoreBoard, WriteBackPlan } from "./engine.js";
import type { PointedCell, RoleKind, RoleRef } from "./recognition.js";

/** What a button of the ribbon or of the pane asks for. */
export type Job = "check" | "score" | "report";

/** Which lines of the scores are shown. */
export type ScoreFilter = "all" | "unmet" | "deviates" | "person";

export type View = "check" | "scores" | "report" | "basics";

export type Step = "loading" | "reading" | "computing" | "scoring" | "drafting" | "building" | "writing" | "drawing";

/** Something under way. `shown` turns true after 300 ms, so that quick work does not flicker. */
export interface Activity {
  readonly step: Step;
  readonly shown: boolean;
  /** Nobody asked for it: the sheets changed and the result follows. */
  readonly silent: boolean;
  /** What the host adds about a long reading. */
  readonly detail: string | null;
}

/** A failed act; `again` is what 重试 repeats. */
export interface Problem {
  readonly during: "read" | "write" | "report" | "engine";
  readonly failure: Failure;
  readonly again: Job | "basics" | null;
}

export interface Notice {
  readonly kind: "success" | "warning" | "error" | "info";
  readonly text: string;
}

/** The last act that changed the workbook, while it can be taken back: cells, or what is kept in the workbook. */
export type Undoable = { readonly label: string } & (
  { readonly written: WrittenEdits } | { readonly inverse: DeskChange }
);

export type SaveState = "saved" | "pending" | "saving" | "failed" | "untouched";

export interface BasicsState {
  readonly form: BasicsForm;
  readonly answers: BasicsAnswers;
  readonly save: SaveState;
  readonly failure: Failure | null;
}

/** What the last reading of the workbook came to; scores and report are computed when their view is opened. */
export interface Outcome {
  readonly snapshot: WorkbookSnapshot;
  readonly check: CheckResult;
  readonly at: Date;
  readonly scores: ScoreBoard | null;
  readonly report: ReportText | null;
}

/** A file that a person chose or dropped; read when it is needed. */
export interface ChosenFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly bytes: () => Promise<Uint8Array>;
  /** The file itself, where the browser lets it be written. */
  readonly linked?: LinkedFile;
}

export interface LinkedFile {
  /** Asks the person for the right to write it; at a click. */
  allow(): Promise<boolean>;
  write(bytes: Uint8Array): Promise<Result<DeliveryOutcome>>;
}

/** Last year's workbooks, for this session only. */
export interface PriorWorkbooks {
  /** None when nothing is compared with. */
  readonly files: readonly ChosenFile[];
  readonly annexes: readonly AnnexSummary[];
  /** Why the files chosen last were not taken; those before stay. */
  readonly problem: { readonly name: string; readonly failure: Failure } | null;
}

export const noPrior: PriorWorkbooks = { files: [], annexes: [], problem: null };

/** A person's own pack that could not be used, with its mistakes. */
export interface PackRefusal {
  readonly name: string;
  readonly problems: readonly PackProblem[];
}

/** A person is about to say which cell plays a role. */
export interface Pointing extends RoleRef {
  readonly name: string;
  readonly part: RoleKind;
  /** What was selected when it was taken, and what would be kept; null before. */
  readonly taken: { readonly area: Area; readonly cell: PointedCell } | null;
  /** Why the selection cannot be taken. */
  readonly problem: Failure | null;
}

export interface DeskState {
  readonly packProblem: PackRefusal | null;
  readonly view: View;
  readonly activity: Activity | null;
  readonly problem: Problem | null;
  readonly outcome: Outcome | null;
  /** A person changed cells since `outcome` was read. */
  readonly stale: boolean;
  /** Key of the finding that is open; see `findingKeys`. */
  readonly openFinding: string | null;
  /** What is shown for confirmation: the key of a finding, a score line's, or `writeBackKey`. */
  readonly previewing: string | null;
  readonly scoreFilter: ScoreFilter;
  /** Key of the score line that is open. */
  readonly openLine: string | null;
  /** The scores about to be written into the sheets. */
  readonly writeBack: WriteBackPlan | null;
  /** A finding whose row should take the focus once painted; `""` for the summary. */
  readonly focusOn: string | null;
  readonly undoable: Undoable | null;
  readonly notice: Notice | null;
  readonly basics: BasicsState | null;
  readonly prior: PriorWorkbooks;
  readonly pointing: Pointing | null;
  /** Read out by screen readers. */
  readonly announcement: string;
}

/** The form for a finding's explanation, in `DeskState.previewing`. */
export function explainKey(findingKey: string): string {
  return `explain ${findingKey}`;
}

/** What a check sheet does to the workbook, in `DeskState.previewing`. */
export const checkSheetKey = "check-sheet";
/** Which cell plays a role, in `DeskState.previewing`. */
export const pointKey = "point";

/** The write-back of scores, in `DeskState.previewing`. */
export const writeBackKey = "write-back";

export const firstState: DeskState = {
  packProblem: null,
  view: "check",
  activity: null,
  problem: null,
  outcome: null,
  stale: false,
  openFinding: null,
  previewing: null,
  scoreFilter: "all",
  openLine: null,
  writeBack: null,
  focusOn: null,
  undoable: null,
  notice: null,
  basics: null,
  prior: noPrior,
  pointing: null,
  announcement: "",
};
