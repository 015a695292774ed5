import type { Area, CellAddress, CellValue } from "../sheet/index.js";

/** 必须更正 · 需要说明 · 提示 */
export type Severity = "error" | "warning" | "info";

/** Another cell that takes part in the mistake. `file` is null for the checked workbook itself. */
export interface RelatedCell {
  readonly file: string | null;
  readonly sheet: string;
  readonly cell: CellAddress;
  /** What people call the cell, e.g. 全年执行数. */
  readonly label: string;
  /** What it shows. */
  readonly shown: string;
}

/** A change that mends the finding. Formulas are en-US with a leading `=`. */
export interface FixProposal {
  readonly kind: "formula" | "value" | "unhide";
  readonly sheet: string;
  readonly cell: CellAddress;
  /** Formula text or the value as typed; for `unhide` what is shown again, e.g. `12:14` or `C:D`. */
  readonly content: string;
  /** The value of `content`: what the formula computes to, or the typed value. */
  readonly value: CellValue;
  /** Number format to set along, or null to leave the cell's own. */
  readonly format: string | null;
}

/** How a check came to its result, so that every face tells the same story. */
export interface Explanation {
  /** The name of the verb: sum, ratio, compare, equal … */
  readonly verb: string;
  /** One line of arithmetic for people: `3824.26 ÷ 4753.66 = 80.45%`. */
  readonly line: string;
  readonly terms: readonly { readonly label: string; readonly shown: string }[];
}

export interface Waiver {
  readonly reason: string;
  readonly by: string;
  /** ISO date. */
  readonly on: string;
}

/** Where in a report the words stand (text/* rules). */
export interface DocumentPlace {
  readonly file: string;
  readonly part: "body" | "header" | "footer" | "footnote";
  /** From 1, in reading order, paragraphs of table cells included. */
  readonly paragraph: number;
  readonly quote: string | null;
}

export interface Finding {
  /** An id of the rule catalogue. */
  readonly id: string;
  readonly severity: Severity;
  /** Kind of annex (`a2`), null for findings about the whole workbook. */
  readonly annex: string | null;
  /** `AnnexFacts.key`, to tell project sheets apart. */
  readonly annexKey: string | null;
  /** Role path; stable when rows move. */
  readonly subject: string;
  /** The workbook, where several are read as one. */
  readonly file?: string;
  readonly sheet: string | null;
  readonly cell: CellAddress | null;
  readonly range: Area | null;
  /** Short name of the rule, for lists. */
  readonly title: string;
  /** Names the figures and says what to do. */
  readonly message: string;
  /** Why a reviewer asks for it. */
  readonly why: string;
  /** What to do, in one sentence. */
  readonly advice: string;
  /** As a person would print them. */
  readonly actual: string | null;
  readonly expected: string | null;
  readonly cause: string | null;
  readonly explanation: Explanation | null;
  readonly related: readonly RelatedCell[];
  readonly fixes: readonly FixProposal[];
  readonly waived: Waiver | null;
  readonly document: DocumentPlace | null;
  /** What the rule rests on. */
  readonly source: { readonly kind: "seen" | "derived" | "practice"; readonly note: string };
  /** Rule, role and figures, never addresses: an explanation given for it lapses when a figure changes. */
  readonly fingerprint: string;
}
