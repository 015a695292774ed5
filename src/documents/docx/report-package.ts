import { parseXmlDocument, type Document, type Element } from "slimdom";
import { fail, success, type Result } from "../../core/result/index.js";
import { openArchive, type Archive } from "../archive/index.js";
import { mayHoldPlaceholders } from "./template/placeholder-syntax.js";
import { decodeXml, readXml } from "../xml/index.js";
import { PartText, placesOf } from "./part-text.js";

/** An opened .docx: the parts an update reads and may change. */
export interface ReportPackage {
  readonly archive: Archive;
  /** The document first, then headers, footers and notes that hold controls of ours or might hold placeholders. */
  readonly texts: readonly TextPart[];
  readonly relations: readonly Relation[];
  readonly relationsName: string;
  readonly customXml: readonly CustomPart[];
  /** Word notes every change, to be accepted or rejected. */
  readonly tracksChanges: boolean;
}

export interface TextPart {
  readonly name: string;
  readonly document: Document;
  readonly source: PartText;
}

export interface Relation {
  readonly id: string;
  readonly type: string;
  /** Part name from the package's root. */
  readonly target: string;
}

export interface CustomPart {
  readonly name: string;
  readonly xml: string;
}

const main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
const cleanFile = "请用 Word 或 WPS 打开后另存为 .docx 再试";

/**
 * Failures: `encrypted`, `old-doc`, `not-a-zip`, `not-a-docx`, `damaged`, `unsafe`, `too-large`, `signed`, `protected`.
 * Nothing but the document's own parts is inflated.
 */
export async function openReport(bytes: Uint8Array): Promise<Result<ReportPackage>> {
  const compound = compoundFile(bytes);
  if (compound) return compound;
  const archive = await openArchive(bytes);
  if (!archive.ok) return archive;
  if (archive.value.names.some((name) => name.startsWith("_xmlsignatures/"))) {
    return fail(
      "signed",
      "文档带有数字签名，改动会使签名失效，因此没有改动。请用未签名的文档。",
      "The document is signed and any change would break the signature; use an unsigned copy.",
    );
  }
  const name = await documentName(archive.value);
  if (!name.ok) return name;
  const relations = await relationsOf(archive.value, name.value);
  if (!relations.ok) return relations;
  const body = await readTextPart(archive.value, name.value);
  if (!body.ok) return body;
  const texts = [body.value];
  for (const { type, target } of relations.value) {
    if (!/\/(header|footer|footnotes|endnotes)$/.test(type) || !archive.value.has(target)) continue;
    const text = await readText(archive.value, target);
    if (!text.ok) return text;
    if (!text.value.includes("annex:") && !mayHoldPlaceholders(text.value)) continue;
    const part = parseText(target, text.value);
    if (!part.ok) return part;
    texts.push(part.value);
  }
  const settings = await readSettings(archive.value, relations.value);
  if (!settings.ok) return settings;
  const customXml: CustomPart[] = [];
  for (const { type, target } of relations.value) {
    if (!type.endsWith("/customXml") || !archive.value.has(target)) continue;
    const text = await readText(archive.value, target);
    if (text.ok) customXml.push({ name: target, xml: text.value });
  }
  return success({
    archive: archive.value,
    texts,
    relations: relations.value,
    relationsName: relationsNameOf(name.value),
    customXml,
    tracksChanges: settings.value.tracksChanges,
  });
}

export function relationsNameOf(part: string): string {
  const slash = part.lastIndexOf("/") + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

export async function readText(archive: Archive, name: string): Promise<Result<string>> {
  const bytes = await archive.read(name);
  return bytes.ok ? decodeXml(bytes.value, name) : bytes;
}

/** The text of the body, of any Word document that can be read; signed and protected ones too. */
export async function readBody(bytes: Uint8Array): Promise<Result<{ readonly xml: string; readonly styles: string }>> {
  const compound = compoundFile(bytes);
  if (compound) return compound;
  const archive = await openArchive(bytes);
  if (!archive.ok) return archive;
  const name = await documentName(archive.value);
  if (!name.ok) return name;
  const xml = await readText(archive.value, name.value);
  if (!xml.ok) return xml;
  const relations = await relationsOf(archive.value, name.value);
  if (!relations.ok) return relations;
  const part = relations.value.find(({ type }) => type.endsWith("/styles"))?.target;
  const styles = part !== undefined && archive.value.has(part) ? await readText(archive.value, part) : null;
  return success({ xml: xml.value, styles: styles?.ok ? styles.value : "" });
}

/** The children of that name, in any namespace of WordprocessingML (strict and transitional differ). */
export function childNamed(element: Element, name: string): Element | null {
  for (let child = element.firstElementChild; child; child = child.nextElementSibling) {
    if (child.localName === name) return child;
  }
  return null;
}

/** Both an encrypted .docx and an old .doc are OLE compound files; only the former has a stream of this name. */
function compoundFile(bytes: Uint8Array): Result<never> | null {
  if (bytes[0] !== 0xd0 || bytes[1] !== 0xcf || bytes[2] !== 0x11 || bytes[3] !== 0xe0) return null;
  const names = new TextDecoder("utf-16le").decode(bytes.subarray(0, Math.min(bytes.length, 1 << 25)));
  const isEncrypted = names.includes("EncryptedPackage") || names.includes("EncryptionInfo");
  return isEncrypted
    ? fail("encrypted", "文档设有打开密码，请去掉密码后再试。", "The document has a password; remove it and try again.")
    : fail(
        "old-doc",
        `这是旧版 .doc 文件，${cleanFile}。`,
        "This is an old .doc file; save it as .docx and try again.",
      );
}

async function documentName(archive: Archive): Promise<Result<string>> {
  const relations = await relationsOf(archive, "");
  const target = relations.ok
    ? relations.value.find(({ type }) => type.endsWith("/relationships/officeDocument"))?.target
    : undefined;
  const types = archive.has("[Content_Types].xml") ? await readText(archive, "[Content_Types].xml") : null;
  if (target === undefined || !types?.ok || !types.value.includes(main) || !archive.has(target)) {
    return fail(
      "not-a-docx",
      `文件不是 Word 文档（.docx），${cleanFile}。`,
      "The file is no Word document (.docx); save it as .docx and try again.",
    );
  }
  return success(target);
}

async function relationsOf(archive: Archive, part: string): Promise<Result<readonly Relation[]>> {
  const name = relationsNameOf(part);
  if (!archive.has(name)) return success([]);
  const text = await readText(archive, name);
  if (!text.ok) return text;
  const relations: Relation[] = [];
  const read = readXml(text.value, name, {
    open: ({ name: tag, attributes }) => {
      if (tag !== "Relationship" || attributes["TargetMode"] === "External") return;
      const { Id = "", Type = "", Target = "" } = attributes;
      relations.push({ id: Id, type: Type, target: resolved(part, Target) });
    },
  });
  return read.ok ? success(relations) : read;
}

function resolved(part: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const folders = part.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") folders.pop();
    else if (step !== "." && step !== "") folders.push(step);
  }
  return folders.join("/");
}

async function readTextPart(archive: Archive, name: string): Promise<Result<TextPart>> {
  const text = await readText(archive, name);
  return text.ok ? parseText(name, text.value) : text;
}

/** Checked by the guarded reader first: no document type, no depth that would overflow a tree. */
function parseText(name: string, text: string): Result<TextPart> {
  const places = placesOf(text, name);
  if (!places.ok) return places;
  try {
    const document = parseXmlDocument(text);
    return success({ name, document, source: new PartText(text, document, places.value) });
  } catch {
    return fail(
      "damaged",
      `文件已损坏：部件 ${name} 的 XML 有误，${cleanFile}。`,
      `The file is damaged: its part ${name} is malformed.`,
    );
  }
}

/** Failure: `protected`. */
async function readSettings(
  archive: Archive,
  relations: readonly Relation[],
): Promise<Result<{ readonly tracksChanges: boolean }>> {
  const settings = relations.find(({ type }) => type.endsWith("/settings"))?.target;
  if (settings === undefined || !archive.has(settings)) return success({ tracksChanges: false });
  const text = await readText(archive, settings);
  if (!text.ok) return text;
  let isProtected = false;
  let tracksChanges = false;
  const read = readXml(text.value, settings, {
    open: ({ name, attributes }) => {
      if (name === "documentProtection") isProtected = isOn(attributes["w:enforcement"]);
      if (name === "trackRevisions") tracksChanges = isOn(attributes["w:val"] ?? "1");
    },
  });
  if (!read.ok) return read;
  return isProtected
    ? fail(
        "protected",
        "文档启用了“限制编辑”，请先在 Word 的“审阅”中停止保护再试。",
        "Editing of the document is restricted; stop the protection in Word (Review) and try again.",
      )
    : success({ tracksChanges });
}

function isOn(value: string | undefined): boolean {
  return value === "1" || value === "true" || value === "on";
}
