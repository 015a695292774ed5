import type { AnnexSummary, CheckResult, DeskChange, OpenReportSource } from "../app/index.js";
import type { Finding, KeptExplanation } from "../core/findings/index.js";
import type { LocalText, Result } from "../core/result/index.js";
import type { NewSheet } from "../documents/xlsx/index.js";
import type { PackFile, PackReading, PackView } from "./pack-shelf.js";
import type { ConflictChoices } from "../documents/docx/index.js";
import type { PlannedSource, PlannedUpdate } from "./planned-update.js";
import type { CellEdit, SheetTarget, WorkbookSnapshot } from "../core/sheet/index.js";
import type { AssignmentChange, PointedCell, RecognitionView, RoleChoice, RoleRef } from "./recognition.js";

/** All that the pane asks of the engine. Pure and synchronous: a composition root builds it from `app` and the packs. */
export interface DeskEngine {
  /**
   * Last year's workbooks, to compare with from now on; none ends it. Answers the annexes in them. Failure: `no-annex`,
   * and those before stay.
   */
  compareWith(lastYear: readonly WorkbookSnapshot[]): Result<readonly AnnexSummary[]>;
  /** Before the first question about a workbook: reads the pack of its own that it brings along, if it does. */
  prepare(snapshot: WorkbookSnapshot): Promise<void>;
  packView(snapshot: WorkbookSnapshot): PackView;
  /** Reads a person's own pack, which may be chosen from then on. */
  takePack(files: readonly PackFile[]): Promise<PackReading>;
  /** This pack put into our custom XML part as the one to check by; null leaves the choice to the sheets. */
  choosingPack(id: string | null): DeskChange;
  check(snapshot: WorkbookSnapshot): CheckResult;
  recognition(snapshot: WorkbookSnapshot): RecognitionView;
  /** What would be kept for a choice; nothing is stored yet. */
  pointing(snapshot: WorkbookSnapshot, choice: RoleChoice): Result<PointedCell>;
  /** The choice put into our custom XML part. `on` is an ISO date. */
  assigning(snapshot: WorkbookSnapshot, choice: RoleChoice, on: string): Result<AssignmentChange>;
  unassigning(snapshot: WorkbookSnapshot, refs: readonly RoleRef[]): AssignmentChange;
  score(snapshot: WorkbookSnapshot): ScoreBoard;
  /** The computed scores and rates as edits of the sheets; nothing is written yet. */
  writeBack(snapshot: WorkbookSnapshot): WriteBackPlan;
  /** This decision about a line put into our custom XML part; null takes an earlier one away. `on` is an ISO date. */
  deciding(snapshot: WorkbookSnapshot, line: LineRef, choice: ScoreChoice | null, on: string): DeskChange;
  /** This explanation of a finding put into our custom XML part, and who gave it remembered. `on` is an ISO date. */
  explaining(finding: Finding, given: GivenExplanation, on: string): DeskChange;
  /** Explanations taken out of it, by fingerprint. */
  unexplaining(ids: readonly string[]): DeskChange;
  /** Explanations put back as they were kept. */
  restoring(explanations: readonly KeptExplanation[]): DeskChange;
  /** Who explains, unless the person says otherwise: who did last in this workbook, else who filled the annexes; or "". */
  proposedExplainer(snapshot: WorkbookSnapshot): string;
  /** The check sheet, to be put into the workbook. `on` is an ISO date. */
  checkSheet(snapshot: WorkbookSnapshot, on: string): CheckSheetDrawing;
  /** The check sheet as a workbook of its own. */
  checkSheetFile(snapshot: WorkbookSnapshot, on: string): ReportFile;
  draft(snapshot: WorkbookSnapshot): Result<ReportText>;
  buildReport(snapshot: WorkbookSnapshot): Promise<Result<ReportFile>>;
  /**
   * What bringing this report or template of ours up to date would do; nothing is written yet. Failures are those of
   * opening a document, and `no-controls` for one that is neither.
   */
  planReport(snapshot: WorkbookSnapshot, report: Uint8Array, name: string): Promise<Result<PlannedReport>>;
  /** For a program that has a report open and updates it itself: what the report is held against. */
  reportSource(snapshot: WorkbookSnapshot): Result<OpenReportSource>;
  /** The report as a text that the pane in Word takes when it is pasted there. */
  carry(snapshot: WorkbookSnapshot): Result<string>;
  /** Everything that a Word template may ask for by name, with what it says now. */
  names(snapshot: WorkbookSnapshot): readonly ReportName[];
  basics(snapshot: WorkbookSnapshot): BasicsForm;
  /** What a report of last year says for entries of the form. Failures: those of opening a document, `nothing-taken`. */
  textsOfReport(snapshot: WorkbookSnapshot, report: Uint8Array): Promise<Result<readonly ProposedText[]>>;
  /** These answers taken out again where they still stand as given here. */
  unanswering(answers: BasicsAnswers): DeskChange;
  /** These answers in place of the stored ones. */
  answering(answers: BasicsAnswers): DeskChange;
}

/** A sheet of ours, and the mark by which a host knows it again. */
export interface CheckSheetDrawing {
  readonly sheet: NewSheet;
  readonly mark: string;
}

/** What a person types about a finding that stands although nothing is wrong. */
export interface GivenExplanation {
  readonly reason: string;
  /** May be empty. */
  readonly by: string;
}

/** A figure a person filed against the one computed; decimal strings in the unit of the sheet. */
export interface FiledScore {
  readonly filed: string | null;
  readonly computed: string | null;
}

export type Verdict = "met" | "unmet" | "over" | "unknown";

export type ScoreKind = "quantitative" | "qualitative" | "date" | "unparsed";

export type TargetDirection = ">=" | "<=" | "=";

export type ReachedLevel = "reached" | "partly" | "missed";

/** What a person decides about a line; absent parts stay as read. */
export interface ScoreChoice {
  /** Text to read in place of the cell's. */
  readonly target?: string;
  readonly actual?: string;
  readonly direction?: TargetDirection;
  readonly level?: ReachedLevel;
}

/** How a score came about. */
export interface ScoreDerivation {
  /** The method's name, in Chinese. */
  readonly method: string;
  readonly numbers: readonly { readonly name: string; readonly value: string }[];
  /** What the method rests on, in Chinese; empty when there is nothing to say. */
  readonly source: string;
}

/** An indicator of the workbook; `path` is stable when rows move. */
export interface LineRef {
  readonly annexKey: string;
  readonly path: string;
  readonly name: string;
}

export interface ScoreLine extends FiledScore, LineRef {
  /** One in the workbook. */
  readonly key: string;
  readonly level1: string;
  readonly level2: string;
  readonly weight: string | null;
  /** As the sheet shows them. */
  readonly target: string;
  readonly actual: string;
  readonly kind: ScoreKind;
  readonly direction: TargetDirection | "range" | null;
  /** As understood: `≥ 100 人`, `96 人`; null where nothing was. */
  readonly targetRead: string | null;
  readonly actualRead: string | null;
  /** The targets of a cell that holds several. */
  readonly parts: readonly string[];
  /** Part of the target that was reached, 1 = all of it; null when it has no meaning. */
  readonly achievement: number | null;
  /** Off by what the pack asks a reason for (30 %), either way. */
  readonly deviates: boolean;
  /** Qualitative lines have a range of points instead of a computed score. */
  readonly band: readonly [low: string, high: string] | null;
  /** Where the score is open: the sheet's total with the line at its lowest and at its highest. */
  readonly totalAt: readonly [low: string, high: string] | null;
  readonly verdict: Verdict;
  readonly needsPerson: boolean;
  /** What a person decided before; null when everything is as read. */
  readonly choice: ScoreChoice | null;
  /** The arithmetic: `6 × 1093 ÷ 1100 = 5.96`; empty when there is none. */
  readonly line: string;
  readonly note: string;
  readonly derivation: ScoreDerivation;
  /** The score's cell. */
  readonly place: SheetTarget | null;
}

/** Budget execution as a line of its own. */
export interface ExecutionLine extends FiledScore {
  /** 1 = all of the budget. */
  readonly rate: number | null;
  readonly weight: string | null;
  readonly band: readonly [low: string, high: string] | null;
  readonly line: string;
  readonly note: string;
  readonly place: SheetTarget | null;
}

/** A row of the money block, in 万元. */
export interface MoneyRow {
  readonly label: string;
  readonly budget: string;
  readonly executed: string;
  /** 1 = all of the budget; null without a budget. */
  readonly rate: number | null;
}

/** Level-1 indicators of a sheet taken together. */
export interface GroupRow {
  readonly label: string;
  readonly weight: string;
  readonly filed: string | null;
  /** Equal when nothing is open. */
  readonly low: string;
  readonly high: string;
}

export type TotalLine = FiledScore & {
  /** Where the total may lie while qualitative lines are open; equal to each other when nothing is open. */
  readonly low: string;
  readonly high: string;
};

/** One self-evaluation sheet. */
export interface ScoreSheet {
  readonly key: string;
  readonly title: string;
  readonly sheet: string;
  readonly project: string | null;
  readonly execution: ExecutionLine | null;
  readonly money: readonly MoneyRow[];
  readonly groups: readonly GroupRow[];
  readonly lines: readonly ScoreLine[];
  readonly total: TotalLine;
  readonly grade: FiledScore;
}

/** The same indicator told differently in two sheets. */
export interface ScoreDifference {
  readonly name: string;
  /** In Chinese: what is told where. */
  readonly what: string;
  readonly place: SheetTarget | null;
}

/** A decision that no longer holds. */
export interface LapsedChoice extends LineRef {
  readonly sheet: string;
  readonly reason: LocalText;
}

export interface ScoreBoard {
  readonly sheets: readonly ScoreSheet[];
  readonly differences: readonly ScoreDifference[];
  readonly lapsed: readonly LapsedChoice[];
}

export interface WriteBackChange {
  readonly place: string;
  readonly target: SheetTarget;
  /** Name of the line. */
  readonly name: string;
  readonly oldShown: string;
  readonly newShown: string;
  readonly formula: string | null;
}

export interface WriteBackPlan {
  readonly edits: readonly CellEdit[];
  readonly changes: readonly WriteBackChange[];
  readonly skipped: readonly { readonly place: string; readonly name: string; readonly reason: LocalText }[];
}

/** A stretch of the report; a figure knows the cell it comes from. */
export interface ReportSpan {
  readonly text: string;
  readonly source: SheetTarget | null;
}

export interface ReportParagraph {
  readonly role: "heading" | "body";
  readonly spans: readonly ReportSpan[];
}

export interface ReportSection {
  readonly id: string;
  readonly title: string;
  readonly paragraphs: readonly ReportParagraph[];
  /** Nothing is known for it yet: the report shows a placeholder. */
  readonly unset: boolean;
}

export interface ReportText {
  readonly title: string;
  readonly sections: readonly ReportSection[];
  /** What a person should know before sending it, in Chinese. */
  readonly problems: readonly string[];
}

export interface ReportFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

export interface PlannedReport {
  readonly plan: PlannedUpdate;
  /** For a template, which stays as it is: name of the report made from it. Null for a report, which keeps its name. */
  readonly fileName: string | null;
  /** Another template than the workbook remembers, or another edition of it. */
  readonly note: LocalText | null;
  /** The template put into our custom XML part, once a report is made from it; null where it is there already. */
  readonly remembering: {
    readonly template: string;
    readonly change: DeskChange;
    readonly inverse: DeskChange;
  } | null;
  /** To be called once. The bytes given in, where nothing had to change; `at` dates tracked changes. */
  write(choices: ConflictChoices, at: Date): Promise<Result<Uint8Array>>;
}

/** fact: a figure or text of the report · column: of the records of a list · table: an annex as a whole. */
export type NameKind = "fact" | "cell" | "section" | "column" | "table";

export interface ReportName {
  readonly kind: NameKind;
  readonly label: string;
  /** What it stands under; `""` for what stands alone. */
  readonly group: string;
  /** To be put into the document: `{{公用经费}}`. */
  readonly typed: string;
  /** With its unit; `""` when it says nothing now. */
  readonly text: string;
  readonly source: PlannedSource | null;
}

export type BasicsKind = "prose" | "money" | "list" | "date" | "text";

/** What no annex holds and the report needs: asked once, kept in the workbook. */
export interface BasicsField {
  readonly id: string;
  readonly label: LocalText;
  readonly kind: BasicsKind;
  readonly hint: LocalText | null;
  /** What the report says when nothing is typed. */
  readonly standard: string | null;
  /** A report of last year may hold a text for it. */
  readonly inReports: boolean;
}

/** A text of last year's report for an entry of the form. */
export interface ProposedText {
  readonly field: BasicsField;
  /** Where it stood in the report. */
  readonly heading: string;
  readonly text: string;
}

/** By field id; a list has one item a line; an unanswered field is absent. */
export type BasicsAnswers = Readonly<Record<string, string>>;

export interface BasicsForm {
  readonly fields: readonly BasicsField[];
  readonly answers: BasicsAnswers;
}
