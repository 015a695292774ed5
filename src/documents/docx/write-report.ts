import { allSections, type Narrative } from "../../core/narrative/index.js";
import { writeArchive } from "../archive/index.js";
import { encodeXml, escapeText } from "../xml/index.js";
import { factNode, factsPart, factsProperties } from "./facts-part.js";
import { ledgerPart, ledgerProperties, type Ledger } from "./ledger.js";
import { factKey } from "./names.js";
import { recordOf } from "./paragraph-record.js";
import { documentRoot, footerPart, sectionProperties, settingsPart } from "./page.js";
import { plainPen } from "./pen.js";
import { paragraphsOf, renderSection } from "./render.js";
import { skeletonOf } from "./skeleton.js";
import { fontTablePart, stylesPart } from "./styles.js";

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageTypes = "http://schemas.openxmlformats.org/package/2006";
const word = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/** A whole .docx from nothing: one block control per section, one bound control per figure. */
export function writeReport(narrative: Narrative): Uint8Array {
  const pen = plainPen();
  const body = allSections(narrative).map((section) => renderSection(section, pen));
  const document = `${head}<w:document ${documentRoot}><w:body>${body.join("")}${sectionProperties}</w:body></w:document>`;
  const parts: readonly (readonly [string, string])[] = [
    ["[Content_Types].xml", contentTypes],
    ["_rels/.rels", packageRelations],
    ["docProps/core.xml", coreProperties(narrative.title.title)],
    ["docProps/app.xml", appProperties],
    ["word/document.xml", document],
    ["word/_rels/document.xml.rels", documentRelations],
    ["word/styles.xml", stylesPart()],
    ["word/settings.xml", settingsPart],
    ["word/fontTable.xml", fontTablePart()],
    ["word/footer1.xml", footerPart("odd")],
    ["word/footer2.xml", footerPart("even")],
    ["customXml/item1.xml", factsPart(narrative.figures.map(factNode))],
    ["customXml/itemProps1.xml", factsProperties],
    ["customXml/_rels/item1.xml.rels", customXmlRelations(1)],
    ["customXml/item2.xml", ledgerPart(ledgerOf(narrative))],
    ["customXml/itemProps2.xml", ledgerProperties],
    ["customXml/_rels/item2.xml.rels", customXmlRelations(2)],
  ];
  return writeArchive(parts.map(([name, text]) => [name, encodeXml(text)] as const));
}

/** The record of a report just written. */
export function ledgerOf(narrative: Narrative): Ledger {
  return {
    figures: new Map(narrative.figures.map(({ id, text }) => [factKey(id), { agreed: text, left: text }])),
    sections: new Map(
      allSections(narrative).map((section) => [
        section.id,
        paragraphsOf(section).map((paragraph) => recordOf(skeletonOf(paragraph))),
      ]),
    ),
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
