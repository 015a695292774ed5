import type { FactBook } from "../core/facts/index.js";
import { contentNames, NameFinder, reportContent } from "../core/narrative/index.js";
import type { Pack } from "../core/pack/index.js";
import type { WorkbookSnapshot } from "../core/sheet/index.js";
import type { AnnexTable, TemplateLink, TemplateSource } from "../documents/docx/index.js";
import type { WorkbookAppearance } from "../documents/xlsx/index.js";
import { annexTables } from "./annex-tables.js";

/** What a report needs of a pack; without annexes a template cannot name them. */
export type ReportPack = Pick<Pack, "narrative"> & Partial<Pick<Pack, "annexes">>;

/** What else is known where a report is brought up to date. */
export interface TemplateContext {
  /** The template as it was given, for a document that is no report yet. */
  readonly link?: TemplateLink;
  /** The workbook as read: without it no annex becomes a table. */
  readonly workbook?: WorkbookSnapshot;
  /** How its sheets look, where the file was at hand. */
  readonly appearance?: WorkbookAppearance | null;
}

/** What the placeholders of a Word template may ask for. */
export function templateSource(
  book: FactBook,
  { narrative, annexes = [] }: ReportPack,
  { link, workbook, appearance }: TemplateContext,
): TemplateSource {
  let names: NameFinder | null = null;
  const tables = new Map<string, readonly AnnexTable[]>();
  return {
    content: reportContent(book, narrative),
    // Only a document with placeholders asks for names, and only one with annexes for tables.
    get names() {
      return (names ??= new NameFinder(contentNames(book, narrative, annexes)));
    },
    tables: (annex) => {
      const known = tables.get(annex) ?? (workbook ? annexTables(annex, book, workbook, appearance ?? null) : []);
      tables.set(annex, known);
      return known;
    },
    link: link ?? null,
  };
}
