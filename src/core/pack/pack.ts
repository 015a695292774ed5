import type { AnnexSpec } from "./annexes-schema.js";
import type { CausesSpec } from "./causes-schema.js";
import type { PackForms } from "./forms-schema.js";
import type { NarrativeSpec } from "./narrative-schema.js";
import type { PackHeader } from "./pack-schema.js";
import type { RuleSpec } from "./rules-schema.js";
import type { ScoringProfile } from "./scoring-schema.js";

/** A jurisdiction as data, checked and laid over its base; what `build/packs/<id>.json` holds. */
export interface Pack extends Pick<PackHeader, "id" | "title" | "scope" | "format" | "base" | "signs"> {
  readonly annexes: readonly AnnexSpec[];
  readonly rules: readonly RuleSpec[];
  readonly scoring: ScoringProfile;
  readonly causes: CausesSpec;
  /** What rules of one family, the part of their ids before the slash, are about. */
  readonly families: Readonly<Record<string, string>>;
  /** Without sections where the pack has no report. */
  readonly narrative: NarrativeSpec;
  /** Without sheets where the pack has no blank forms. */
  readonly forms: PackForms;
}

/** A mistake in a pack, for the person who wrote it. Lines and columns count from 1. */
export interface PackProblem {
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
  /** Where in the data: `rules[3].sum.total`. */
  readonly path: string;
  readonly message: string;
}
