import { fail, success, type Result } from "../../core/result/index.js";
import type { Archive } from "../archive/index.js";
import { encodeXml, readXml } from "../xml/index.js";
import { deskNamespace, readDeskPart } from "./desk-part.js";
import type { LinkChanges } from "./package-links.js";
import { readRelationships, relationshipsName } from "./relationships.js";
import type { WorkbookPart } from "./workbook-part.js";

export interface DeskChange {
  readonly parts: ReadonlyMap<string, Uint8Array | null>;
  readonly links: LinkChanges;
}

const itemId = "{7A1E0C52-4B0D-4B9B-9D53-2B8C6C1E5A01}";
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const propertiesType = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml";

/** Stores our custom XML part (with the properties part that Office asks for), or takes it out (`null`). */
export async function editDesk(
  archive: Archive,
  workbook: WorkbookPart,
  xml: string | null,
): Promise<Result<DeskChange>> {
  const present = await readDeskPart(archive, workbook.customXml);
  if (!present.ok) return present;
  if (xml === null) return present.value === null ? success(nothing) : removal(archive, present.value.name);
  if (!readXml(xml, deskNamespace, {}).ok || !xml.includes(deskNamespace)) {
    return fail("bad-desk", "要保存的设置内容不是有效的 XML。", "The settings to store are not valid XML.");
  }
  if (present.value) return success({ ...nothing, parts: new Map([[present.value.name, encodeXml(xml)]]) });

  let number = 1;
  const taken = new Set(archive.names.map((name) => name.toLowerCase()));
  while (taken.has(`customxml/item${number}.xml`) || taken.has(`customxml/itemprops${number}.xml`)) number++;
  const item = `customXml/item${number}.xml`;
  const properties = `customXml/itemProps${number}.xml`;
  return success({
    parts: new Map([
      [item, encodeXml(xml)],
      [properties, encodeXml(propertiesXml)],
      [relationshipsName(item), encodeXml(itemRelationships(number))],
    ]),
    links: {
      link: [{ kind: "customXml", target: item }],
      type: [{ part: properties, contentType: propertiesType }],
      drop: [],
    },
  });
}

const nothing: DeskChange = { parts: new Map(), links: { link: [], type: [], drop: [] } };

async function removal(archive: Archive, item: string): Promise<Result<DeskChange>> {
  const own = await readRelationships(archive, item);
  if (!own.ok) return own;
  const drop = [item, ...own.value.filter(({ external }) => !external).map(({ target }) => target)];
  const parts = new Map<string, null>([...drop, relationshipsName(item)].map((name) => [name, null]));
  return success({ parts, links: { link: [], type: [], drop } });
}

const propertiesXml =
  `${declaration}<ds:datastoreItem ds:itemID="${itemId}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml">` +
  `<ds:schemaRefs><ds:schemaRef ds:uri="${deskNamespace}"/></ds:schemaRefs></ds:datastoreItem>`;

function itemRelationships(number: number): string {
  return (
    `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps"' +
    ` Target="itemProps${number}.xml"/></Relationships>`
  );
}
