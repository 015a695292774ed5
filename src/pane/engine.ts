import type { CheckResult } from "../app/index.js";
import type { LocalText, Result } from "../core/result/index.js";
import type { SheetTarget, WorkbookSnapshot } from "../core/sheet/index.js";

/** All that the pane asks of the engine. Pure and synchronous: a composition root builds it from `app` and a pack. */
export interface DeskEngine {
  check(snapshot: WorkbookSnapshot): CheckResult;
  score(snapshot: WorkbookSnapshot): readonly ScoreSheet[];
  draft(snapshot: WorkbookSnapshot): Result<ReportText>;
  buildReport(snapshot: WorkbookSnapshot): Promise<Result<ReportFile>>;
  basics(snapshot: WorkbookSnapshot): BasicsForm;
  /** The text of our custom XML part with these answers in place of the stored ones. */
  deskXmlWith(snapshot: WorkbookSnapshot, answers: BasicsAnswers): Result<string>;
}

/** A figure a person filed against the one computed; decimal strings in the unit of the sheet. */
export interface FiledScore {
  readonly filed: string | null;
  readonly computed: string | null;
}

export type Verdict = "met" | "unmet" | "over" | "unknown";

export interface ScoreLine extends FiledScore {
  readonly level1: string;
  readonly level2: string;
  readonly name: string;
  readonly weight: string | null;
  /** As the sheet shows them. */
  readonly target: string;
  readonly actual: string;
  /** Part of the target that was reached, 1 = all of it; null when it has no meaning. */
  readonly achievement: number | null;
  /** Qualitative lines have a range of points instead of a computed score. */
  readonly band: readonly [low: string, high: string] | null;
  readonly verdict: Verdict;
  readonly needsPerson: boolean;
  /** The arithmetic: `6 × 1093 ÷ 1100 = 5.96`; empty when there is none. */
  readonly line: string;
  readonly note: string;
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

/** One self-evaluation sheet. */
export interface ScoreSheet {
  readonly key: string;
  readonly title: string;
  readonly sheet: string;
  readonly project: string | null;
  readonly execution: ExecutionLine | null;
  readonly lines: readonly ScoreLine[];
  readonly total: FiledScore & {
    /** Where the total may lie while qualitative lines are open; equal to each other when nothing is open. */
    readonly low: string;
    readonly high: string;
  };
  readonly grade: FiledScore;
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

export type BasicsKind = "prose" | "money" | "list" | "date" | "text";

/** What no annex holds and the report needs: asked once, kept in the workbook. */
export interface BasicsField {
  readonly id: string;
  readonly label: LocalText;
  readonly kind: BasicsKind;
  readonly hint: LocalText | null;
  /** What the report says when nothing is typed. */
  readonly standard: string | null;
}

/** By field id; a list has one item a line; an unanswered field is absent. */
export type BasicsAnswers = Readonly<Record<string, string>>;

export interface BasicsForm {
  readonly fields: readonly BasicsField[];
  readonly answers: BasicsAnswers;
}
