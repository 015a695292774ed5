import type { Area } from "../core/sheet/index.js";
import type { Finding, LapsedExplanation } from "../core/findings/index.js";

/** One annex as it was recognised. */
export interface AnnexSummary {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly sheet: string;
  readonly range: Area;
  readonly title: string;
  readonly year: number | null;
  readonly unit: string | null;
  readonly project: string | null;
  readonly moneyUnit: string;
}

/** One rule after a check: what it came to over all its subjects. */
export interface RuleRun {
  readonly id: string;
  /** Short name of the rule, for lists. */
  readonly title: string;
  readonly checked: number;
  readonly failed: number;
  /** Why it had nothing to check, in Chinese; null when it ran. */
  readonly notApplicable: string | null;
  /** What it left as it is, in Chinese. */
  readonly notes: readonly string[];
}

export interface FindingCounts {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
  readonly waived: number;
}

export interface CheckResult {
  readonly pack: string;
  /** Why this pack was taken, for people. */
  readonly packWhy: string;
  readonly annexes: readonly AnnexSummary[];
  readonly findings: readonly Finding[];
  readonly rules: readonly RuleRun[];
  readonly summary: FindingCounts;
  /** Explanations kept in the workbook that explain nothing now. */
  readonly lapsed: readonly LapsedExplanation[];
  /** Sheets that could not be read, with the reason. */
  readonly unread: readonly { readonly sheet: string; readonly reason: string }[];
}
