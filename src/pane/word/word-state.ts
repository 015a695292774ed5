import type { FigureAtCursor, OpenReportOutcome, OpenReportPlan, OpenReportSource } from "../../app/index.js";
import type { Failure } from "../../core/result/index.js";
import type { ConflictChoices } from "../../documents/docx/index.js";
import type { PlannedSource, PlannedUpdate } from "../planned-update.js";

/** Where the figures come from. */
export interface ReportSource {
  /** Name of the workbook's file; null for pasted data. */
  readonly workbook: string | null;
  /** Unit and year, or title of the report. */
  readonly about: string;
  /** Findings at error level of the workbook; 0 for pasted data, which nobody checked here. */
  readonly errors: number;
  readonly report: OpenReportSource;
}

export interface ShownPlan {
  readonly open: OpenReportPlan;
  readonly update: PlannedUpdate;
}

/** A figure of the report with the cell behind it, for the list. */
export interface ListedFigure {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly source: PlannedSource | null;
}

export type WordStep = "loading" | "reading" | "planning" | "updating" | "saving";

/** What became of an update, with sections and figures by name. */
export interface ShownOutcome {
  readonly figures: number;
  readonly sections: number;
  readonly tracked: OpenReportOutcome["tracked"];
  readonly refused: readonly string[];
  readonly left: readonly { readonly name: string; readonly reason: OpenReportOutcome["left"][number]["reason"] }[];
}

export interface WordProblem {
  readonly during: "source" | "plan" | "update" | "copy";
  readonly failure: Failure;
}

export interface WordState {
  readonly source: ReportSource | null;
  readonly plan: ShownPlan | null;
  readonly choices: ConflictChoices;
  readonly step: WordStep | null;
  readonly problem: WordProblem | null;
  /** The document changed between the plan and the press that was to write it. */
  readonly lookAgain: boolean;
  readonly outcome: ShownOutcome | null;
  /** How the copy reached the person. */
  readonly copy: { readonly kind: "saved" | "unconfirmed"; readonly name: string } | null;
  readonly cursor: FigureAtCursor | null;
  readonly listed: readonly ListedFigure[];
  /** Said to those who listen. */
  readonly announcement: string;
}

export const firstWordState: WordState = {
  source: null,
  plan: null,
  choices: new Map(),
  step: null,
  problem: null,
  lookAgain: false,
  outcome: null,
  copy: null,
  cursor: null,
  listed: [],
  announcement: "",
};
