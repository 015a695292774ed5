import type { NameFinder, ReportContent } from "../../../core/narrative/index.js";

/** Everything a template may ask for, and the names by which it asks. */
export interface TemplateSource {
  readonly content: ReportContent;
  readonly names: NameFinder;
}
