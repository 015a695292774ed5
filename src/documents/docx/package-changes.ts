import { success, type Result } from "../../core/result/index.js";
import type { Archive } from "../archive/index.js";
import { encodeXml, escapeAttribute } from "../xml/index.js";
import { readText, type ReportPackage } from "./report-package.js";
import { customXmlRelations } from "./write-report.js";

/** Parts to be written over or added; everything else keeps its bytes. */
export class PackageChanges {
  private readonly changed = new Map<string, Uint8Array>();

  constructor(private readonly archive: Archive) {}

  get isEmpty(): boolean {
    return this.changed.size === 0;
  }

  get parts(): ReadonlyMap<string, Uint8Array> {
    return this.changed;
  }

  has(name: string): boolean {
    return this.changed.has(name) || this.archive.has(name);
  }

  set(name: string, content: Uint8Array): void {
    this.changed.set(name, content);
  }

  async text(name: string): Promise<Result<string>> {
    const changed = this.changed.get(name);
    return changed ? success(new TextDecoder().decode(changed)) : readText(this.archive, name);
  }
}

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const propertiesType = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml";

/** A further custom XML part with its description, related from the document. */
export async function addCustomXml(
  report: ReportPackage,
  changes: PackageChanges,
  content: Uint8Array,
  properties: string,
): Promise<Result<void>> {
  let number = 1;
  while (changes.has(`customXml/item${number}.xml`) || changes.has(`customXml/itemProps${number}.xml`)) number++;
  const [item, props] = [`customXml/item${number}.xml`, `customXml/itemProps${number}.xml`];
  changes.set(item, content);
  changes.set(props, encodeXml(properties));
  changes.set(`customXml/_rels/item${number}.xml.rels`, encodeXml(customXmlRelations(number)));
  const override = `<Override PartName="/${props}" ContentType="${propertiesType}"/>`;
  const typed = await insertBefore(changes, "[Content_Types].xml", "</Types>", withDefault, override);
  if (!typed.ok) return typed;
  const id = `annexDesk${number}`;
  const relation = `<Relationship Id="${escapeAttribute(id)}" Type="${office}/customXml" Target="/${item}"/>`;
  if (!changes.has(report.relationsName)) {
    const empty = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`;
    changes.set(report.relationsName, encodeXml(empty));
  }
  return insertBefore(changes, report.relationsName, "</Relationships>", (text) => text, relation);
}

/** Both parts are flat lists in one namespace, so an entry goes before the end of the list. */
async function insertBefore(
  changes: PackageChanges,
  name: string,
  end: string,
  prepare: (text: string) => string,
  entry: string,
): Promise<Result<void>> {
  const read = await changes.text(name);
  if (!read.ok) return read;
  const text = prepare(read.value.replace(/<(Types|Relationships)([^<>]{0,500})\/>/, "<$1$2></$1>"));
  const at = text.lastIndexOf(end);
  if (at >= 0) changes.set(name, encodeXml(text.slice(0, at) + entry + text.slice(at)));
  return success(undefined);
}

/** Custom XML parts themselves take the default type of `.xml`. */
function withDefault(text: string): string {
  if (/Extension="xml"/i.test(text)) return text;
  return text.replace(
    /<Types[^<>]{0,500}>/,
    (start) => `${start}<Default Extension="xml" ContentType="application/xml"/>`,
  );
}
