import type { FactBook } from "../core/facts/index.js";
import { contentNames, NameFinder, reportContent } from "../core/narrative/index.js";
import type { TemplateSource } from "../documents/docx/index.js";
import type { ReportPack } from "./plan-report-update.js";

/** What the placeholders of a Word template may ask for. */
export function templateSource(book: FactBook, { narrative, annexes = [] }: ReportPack): TemplateSource {
  return {
    content: reportContent(book, narrative),
    names: new NameFinder(contentNames(book, narrative, annexes)),
  };
}
