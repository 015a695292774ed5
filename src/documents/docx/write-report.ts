import { allSections, type Narrative } from "../../core/narrative/index.js";
import { writeArchive } from "../archive/index.js";
import { textHash } from "../../core/hash/index.js";
import { encodeXml, escapeAttribute, escapeText } from "../xml/index.js";
import { factNode, factsPart, factsProperties } from "./facts-part.js";
import { ledgerPart, ledgerProperties, type Ledger } from "./ledger.js";
import { controlTitle, factKey, tableTag } from "./names.js";
import { readRecord, recordOf, type ParagraphRecord } from "./paragraph-record.js";
import { documentRoot, footerPart, sectionProperties, settingsPart } from "./page.js";
import { plainPen } from "./pen.js";
import { paragraphsOf, renderSection } from "./render.js";
import { skeletonOf } from "./skeleton.js";
import { fontTablePart, stylesPart } from "./styles.js";
import { tableStyleElement, tableStyleId } from "./table-style.js";
import { renderTables, standardWidth, type AnnexTable } from "./template/annex-table.js";
import { tableRecord, tableWords } from "./template/table-words.js";

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageTypes = "http://schemas.openxmlformats.org/package/2006";
const word = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/** An annex that is put in as a whole behind the text. */
export interface AppendedAnnex {
  readonly id: string;
  readonly name: string;
  readonly tables: readonly AnnexTable[];
}

/**
 * A whole .docx from nothing: one block control per section, one bound control per figure, each annex on a page of its
 * own.
 */
export function writeReport(narrative: Narrative, annexes: readonly AppendedAnnex[] = []): Uint8Array {
  const pen = plainPen();
  const body = [
    ...allSections(narrative).map((section) => renderSection(section, pen)),
    ...annexes.map((annex) => renderAnnex(annex, pen.ids.fresh())),
  ];
  const document = `${head}<w:document ${documentRoot}><w:body>${body.join("")}${sectionProperties}</w:body></w:document>`;
  const parts: readonly (readonly [string, string])[] = [
    ["[Content_Types].xml", contentTypes],
    ["_rels/.rels", packageRelations],
    ["docProps/core.xml", coreProperties(narrative.title.title)],
    ["docProps/app.xml", appProperties],
    ["word/document.xml", document],
    ["word/_rels/document.xml.rels", documentRelations],
    ["word/styles.xml", annexes.length > 0 ? withTableStyle(stylesPart()) : stylesPart()],
    ["word/settings.xml", settingsPart],
    ["word/fontTable.xml", fontTablePart()],
    ["word/footer1.xml", footerPart("odd")],
    ["word/footer2.xml", footerPart("even")],
    ["customXml/item1.xml", factsPart(narrative.figures.map(factNode))],
    ["customXml/itemProps1.xml", factsProperties],
    ["customXml/_rels/item1.xml.rels", customXmlRelations(1)],
    ["customXml/item2.xml", ledgerPart(ledgerOf(narrative, annexes))],
    ["customXml/itemProps2.xml", ledgerProperties],
    ["customXml/_rels/item2.xml.rels", customXmlRelations(2)],
  ];
  return writeArchive(parts.map(([name, text]) => [name, encodeXml(text)] as const));
}

function renderAnnex({ id, name, tables }: AppendedAnnex, control: number): string {
  const page = `<w:p><w:pPr><w:pStyle w:val="${tableStyleId}"/><w:pageBreakBefore/></w:pPr></w:p>`;
  const properties = `<w:alias w:val="${escapeAttribute(controlTitle(name))}"/><w:tag w:val="${escapeAttribute(tableTag(id))}"/><w:id w:val="${control}"/>`;
  return `${page}<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${renderTables(tables, standardWidth)}</w:sdtContent></w:sdt>`;
}

function withTableStyle(styles: string): string {
  return styles.replace("</w:styles>", `${tableStyleElement}</w:styles>`);
}

/** The record of a report just written. */
export function ledgerOf(narrative: Narrative, annexes: readonly AppendedAnnex[] = []): Ledger {
  return {
    figures: new Map(narrative.figures.map(({ id, text }) => [factKey(id), { agreed: text, left: text }])),
    sections: new Map<string, readonly ParagraphRecord[]>([
      ...allSections(narrative).map(
        (section) => [section.id, paragraphsOf(section).map((paragraph) => recordOf(skeletonOf(paragraph)))] as const,
      ),
      ...annexes.map(({ id, tables }) => [tableRecord(id), [readRecord(textHash(tableWords(tables)))]] as const),
    ]),
    settled: new Set(),
    template: null,
  };
}

const contentTypes =
  `${head}<Types xmlns="${packageTypes}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
  [
    ["/word/document.xml", `${word}.document.main+xml`],
    ["/word/styles.xml", `${word}.styles+xml`],
    ["/word/settings.xml", `${word}.settings+xml`],
    ["/word/fontTable.xml", `${word}.fontTable+xml`],
    ["/word/footer1.xml", `${word}.footer+xml`],
    ["/word/footer2.xml", `${word}.footer+xml`],
    ["/customXml/itemProps1.xml", "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"],
    ["/customXml/itemProps2.xml", "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"],
    ["/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"],
    ["/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"],
  ]
    .map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`)
    .join("") +
  "</Types>";

function relations(entries: readonly (readonly [type: string, target: string])[]): string {
  const lines = entries.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `${head}<Relationships xmlns="${packageTypes}/relationships">${lines.join("")}</Relationships>`;
}

const packageRelations = relations([
  [`${office}/officeDocument`, "word/document.xml"],
  [`${packageTypes}/relationships/metadata/core-properties`, "docProps/core.xml"],
  [`${office}/extended-properties`, "docProps/app.xml"],
]);

/** The footers are rId5 and rId6 of the page's properties. */
const documentRelations = relations([
  [`${office}/styles`, "styles.xml"],
  [`${office}/settings`, "settings.xml"],
  [`${office}/fontTable`, "fontTable.xml"],
  [`${office}/customXml`, "../customXml/item1.xml"],
  [`${office}/footer`, "footer1.xml"],
  [`${office}/footer`, "footer2.xml"],
  [`${office}/customXml`, "../customXml/item2.xml"],
]);

export function customXmlRelations(number: number): string {
  return relations([[`${office}/customXmlProps`, `itemProps${number}.xml`]]);
}

function coreProperties(title: string): string {
  return `${head}<cp:coreProperties xmlns:cp="${packageTypes}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeText(title)}</dc:title><dc:language>zh-CN</dc:language></cp:coreProperties>`;
}

const appProperties = `${head}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Annex Desk</Application></Properties>`;
