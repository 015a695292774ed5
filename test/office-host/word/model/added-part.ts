import type { CustomPartModel } from "./custom-part.js";
import { xmlText } from "./word-xml.js";

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The files by which parts that were added since stand in a saved package. */
export function addedPart(
  added: readonly CustomPartModel[],
  names: readonly string[],
  { types, relations }: { readonly types: string; readonly relations: string },
): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  let number = names.filter((name) => /^customXml\/item\d+\.xml$/.test(name)).length;
  let [contentTypes, documentRelations] = [types, relations];
  for (const { id, document } of added) {
    number += 1;
    files.set(`customXml/item${number}.xml`, xmlText(document));
    files.set(
      `customXml/itemProps${number}.xml`,
      `<ds:datastoreItem ds:itemID="${id}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>`,
    );
    files.set(
      `customXml/_rels/item${number}.xml.rels`,
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/customXmlProps" Target="itemProps${number}.xml"/></Relationships>`,
    );
    contentTypes = contentTypes.replace(
      "</Types>",
      `<Override PartName="/customXml/itemProps${number}.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/></Types>`,
    );
    documentRelations = documentRelations.replace(
      "</Relationships>",
      `<Relationship Id="added${number}" Type="${office}/customXml" Target="../customXml/item${number}.xml"/></Relationships>`,
    );
  }
  files.set("[Content_Types].xml", contentTypes);
  files.set("word/_rels/document.xml.rels", documentRelations);
  return files;
}
