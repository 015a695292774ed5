/**
 * The report as text: sentence patterns of a pack over the fact book → sections → paragraphs → spans, each figure with
 * the cells behind it.
 * May not live here: words of any report (packs), Word's format (documents/docx).
 */
export * from "./narrative.js";
export { blankNarrative, draftNarrative } from "./draft.js";
export * from "./content-names.js";
export { NameFinder, type FoundName } from "./find-name.js";
export { reportContent, type ContentRow, type ReportContent } from "./report-content.js";
