import type { NameFinder, ReportContent } from "../../../core/narrative/index.js";
import type { AnnexTable } from "./annex-table.js";
import type { TemplateLink } from "./template-link.js";

/** Everything a template may ask for, and the names by which it asks. */
export interface TemplateSource {
  readonly content: ReportContent;
  readonly names: NameFinder;
  /** Every annex of a kind as a Word table; none where only the facts of the workbook are at hand. */
  readonly tables: (annex: string) => readonly AnnexTable[];
  /** The template itself, where its name is known. */
  readonly link: TemplateLink | null;
}
