import { writeArchive } from "../archive/index.js";
import type { NewSheet, NewWorkbook } from "./new-book.js";
import { newSheetXml, rowsReference, sheetReference } from "./new-sheet.js";
import { NewStrings } from "./new-strings.js";
import { NewStyles } from "./new-styles.js";
import { escapeAttribute, escapeText } from "../xml/index.js";
import { xmlHead } from "./new-xml.js";

const officeRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
const spreadsheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** The whole .xlsx package. The same workbook always makes the same bytes: no clock, no machine, no ids by chance. */
export function writeNewWorkbook(book: NewWorkbook): Uint8Array {
  const styles = new NewStyles({ font: "宋体", size: 11 });
  const strings = new NewStrings();
  const sheets = book.sheets.map((sheet, index) => newSheetXml(sheet, styles, strings, index === 0));
  const parts: [string, string][] = [
    ["[Content_Types].xml", contentTypes(book)],
    ["_rels/.rels", rootRelations()],
    ["docProps/app.xml", applicationXml],
    ["docProps/core.xml", coreXml(book)],
    ["xl/workbook.xml", workbookXml(book.sheets)],
    ["xl/_rels/workbook.xml.rels", workbookRelations(book)],
    ["xl/styles.xml", styles.xml()],
    ["xl/sharedStrings.xml", strings.xml()],
    ...sheets.map((xml, index): [string, string] => [`xl/worksheets/sheet${index + 1}.xml`, xml]),
  ];
  if (book.deskXml !== null) {
    parts.push(
      ["customXml/item1.xml", book.deskXml],
      ["customXml/itemProps1.xml", deskProperties(book.deskXml)],
      ["customXml/_rels/item1.xml.rels", relations([["rId1", `${officeRelations}/customXmlProps`, "itemProps1.xml"]])],
    );
  }
  const encoder = new TextEncoder();
  return writeArchive(parts.map(([name, xml]) => [name, encoder.encode(xml)] as const));
}

const applicationXml =
  xmlHead +
  '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">' +
  "<Application>Annex Desk</Application></Properties>";

function coreXml({ title, creator }: NewWorkbook): string {
  return (
    xmlHead +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">' +
    `<dc:title>${escapeText(title)}</dc:title><dc:creator>${escapeText(creator)}</dc:creator></cp:coreProperties>`
  );
}

function contentTypes({ sheets, deskXml }: NewWorkbook): string {
  const overrides: [string, string][] = [
    ["/xl/workbook.xml", `${spreadsheetType}.sheet.main+xml`],
    ["/xl/styles.xml", `${spreadsheetType}.styles+xml`],
    ["/xl/sharedStrings.xml", `${spreadsheetType}.sharedStrings+xml`],
    ...sheets.map((_, index): [string, string] => [
      `/xl/worksheets/sheet${index + 1}.xml`,
      `${spreadsheetType}.worksheet+xml`,
    ]),
    ["/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"],
    ["/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"],
  ];
  if (deskXml !== null) {
    overrides.push([
      "/customXml/itemProps1.xml",
      "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
    ]);
  }
  return (
    xmlHead +
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    overrides.map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`).join("") +
    "</Types>"
  );
}

function relations(entries: readonly (readonly [id: string, type: string, target: string])[]): string {
  const inner = entries.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`);
  return `${xmlHead}<Relationships xmlns="${packageRelations}">${inner.join("")}</Relationships>`;
}

function rootRelations(): string {
  return relations([
    ["rId1", `${officeRelations}/officeDocument`, "xl/workbook.xml"],
    ["rId2", `${packageRelations}/metadata/core-properties`, "docProps/core.xml"],
    ["rId3", `${officeRelations}/extended-properties`, "docProps/app.xml"],
  ]);
}

function workbookRelations({ sheets, deskXml }: NewWorkbook): string {
  const entries: [string, string, string][] = sheets.map((_, index) => [
    `rId${index + 1}`,
    `${officeRelations}/worksheet`,
    `worksheets/sheet${index + 1}.xml`,
  ]);
  const add = (type: string, target: string): void => {
    entries.push([`rId${entries.length + 1}`, `${officeRelations}/${type}`, target]);
  };
  add("styles", "styles.xml");
  add("sharedStrings", "sharedStrings.xml");
  if (deskXml !== null) add("customXml", "../customXml/item1.xml");
  return relations(entries);
}

function workbookXml(sheets: readonly NewSheet[]): string {
  const list = sheets.map(
    ({ name }, index) => `<sheet name="${escapeAttribute(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const names = sheets.flatMap(({ name, print }, index) => {
    const area = definedName("Print_Area", index, sheetReference(name, print.area));
    if (!print.repeatRows) return [area];
    return [area, definedName("Print_Titles", index, rowsReference(name, ...print.repeatRows))];
  });
  return (
    xmlHead +
    `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${officeRelations}">` +
    '<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="13000"/></bookViews>' +
    `<sheets>${list.join("")}</sheets><definedNames>${names.join("")}</definedNames><calcPr calcId="191029"/></workbook>`
  );
}

function definedName(name: string, sheet: number, reference: string): string {
  return `<definedName name="_xlnm.${name}" localSheetId="${sheet}">${escapeText(reference)}</definedName>`;
}

/** The id only has to be unique within the file; the namespace is how the part is found again. */
function deskProperties(deskXml: string): string {
  const namespace = /xmlns(?::\w{1,20})?="([^"]{1,200})"/.exec(deskXml)?.[1] ?? "";
  return (
    xmlHead +
    '<ds:datastoreItem ds:itemID="{7A1E0C52-4B0D-4B9B-9D53-2B8C6C1E5A01}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml">' +
    `<ds:schemaRefs><ds:schemaRef ds:uri="${namespace}"/></ds:schemaRefs></ds:datastoreItem>`
  );
}
