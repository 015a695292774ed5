import { serializeToWellFormedString, type Element } from "slimdom";
import { success, type Result } from "../../core/result/index.js";
import { escapeAttribute } from "../xml/index.js";
import { wordNamespace } from "./names.js";
import { readText, type ReportPackage } from "./report-package.js";
import { written } from "./serialize.js";
import { withoutDeclaration } from "./without-declaration.js";

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const types = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const relationsType = "application/vnd.openxmlformats-package.relationships+xml";

/**
 * Blocks of the document as a package in one text (Flat OPC), as Word takes them for insertion. The styles of the
 * document go along: paragraphs name them, and a package without them would be set in Word's own.
 */
export async function flatPackage(report: ReportPackage): Promise<Result<(blocks: readonly Element[]) => string>> {
  const root = report.texts[0]?.document.documentElement;
  const start = root?.getAttribute("xmlns:w") === wordNamespace ? startTag(root) : null;
  const name = report.relations.find(({ type }) => type.endsWith("/styles"))?.target;
  const styles = name !== undefined && report.archive.has(name) ? await readText(report.archive, name) : success("");
  if (!styles.ok) return styles;
  const stylesPart =
    styles.value === "" ? "" : part("/word/styles.xml", `${types}.styles+xml`, withoutDeclaration(styles.value));
  const documentRelations =
    stylesPart === "" ? "" : part("/word/_rels/document.xml.rels", relationsType, relation("styles", "styles.xml"));
  return success((blocks) => {
    // Where `w` means something else, each block brings its own declarations.
    const content = blocks.map(start === null ? serializeToWellFormedString : written).join("");
    const open = start ?? `<w:document xmlns:w="${wordNamespace}">`;
    const document = `${open}<w:body>${content}</w:body></w:document>`;
    return (
      '<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">' +
      part("/_rels/.rels", relationsType, relation("officeDocument", "word/document.xml")) +
      documentRelations +
      part("/word/document.xml", `${types}.document.main+xml`, document) +
      stylesPart +
      "</pkg:package>"
    );
  });
}

/** With all its declarations. */
function startTag(root: Element): string {
  const attributes = root.attributes.map(({ name, value }) => ` ${name}="${escapeAttribute(value)}"`);
  return `<${root.nodeName}${attributes.join("")}>`;
}

function part(name: string, type: string, xml: string): string {
  return `<pkg:part pkg:name="${name}" pkg:contentType="${type}"><pkg:xmlData>${xml}</pkg:xmlData></pkg:part>`;
}

function relation(kind: string, target: string): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/${kind}" Target="${target}"/></Relationships>`;
}
