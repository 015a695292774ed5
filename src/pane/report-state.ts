import type { DeliveryOutcome } from "../app/index.js";
import type { Failure, Result } from "../core/result/index.js";
import type { ChosenFile } from "./desk-state.js";
import type { PlannedReport, ProposedText } from "./engine.js";
import type { ConflictChoices } from "../documents/docx/index.js";

/** A finished document on its way to the person; kept so that the next way can be tried. */
export interface HandedOver {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** How it reached the person, or why not. */
  readonly outcome: Result<DeliveryOutcome>;
  /** Which further way was tried last. */
  readonly next: "word" | "copied" | null;
}

/** Texts of last year's report, for the entries of the form. */
export interface Proposal {
  readonly name: string;
  readonly texts: readonly ProposedText[];
}

export interface ReportState {
  /** The report or template to be brought up to date; for this session. */
  readonly chosen: ChosenFile | null;
  /** `chosen` is what was handed over last, not what was chosen: nobody knows whether the file was edited since. */
  readonly isOwnCopy: boolean;
  readonly planning: boolean;
  /** What an update would do on the figures of now; null while that is not known. */
  readonly planned: PlannedReport | null;
  readonly choices: ConflictChoices;
  /** The plan changed between being shown and the press that was to write it. */
  readonly lookAgain: boolean;
  /** Why the file chosen last was not taken, or cannot be read any more. */
  readonly problem: { readonly name: string; readonly failure: Failure } | null;
  readonly handed: HandedOver | null;
  readonly proposal: Proposal | null;
  readonly proposalProblem: ReportState["problem"];
}

export const firstReportState: ReportState = {
  chosen: null,
  isOwnCopy: false,
  planning: false,
  planned: null,
  choices: new Map(),
  lookAgain: false,
  problem: null,
  handed: null,
  proposal: null,
  proposalProblem: null,
};
