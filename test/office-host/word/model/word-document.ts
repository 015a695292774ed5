import { openArchive, rewriteArchive, type Archive } from "../../../../src/documents/archive/index.js";
import { ContentControlModel } from "./content-control.js";
import type { CustomPartModel } from "./custom-part.js";
import { addedPart } from "./added-part.js";
import { nodesAt } from "./simple-path.js";
import { parseXml, w, xmlText } from "./word-xml.js";

/** A document open in Word: the text parts and custom XML parts of a real .docx, with their bindings alive. */
export class WordDocument {
  readonly customParts: CustomPartModel[] = [];
  changeTracking: "Off" | "TrackAll" = "Off";
  /** Where the cursor is. */
  selection: Element | null = null;
  /** Changes of the add-in and of the person since it was opened. */
  changes = 0;
  private readonly texts = new Map<string, Document>();
  private readonly ids = new Map<Element, number>();
  private lastId = 1_000_000;

  private constructor(
    private readonly archive: Archive,
    readonly name: string,
  ) {}

  static async open(bytes: Uint8Array, name: string): Promise<WordDocument> {
    const archive = await openArchive(bytes);
    if (!archive.ok) throw new Error(archive.failure.message.en);
    const opened = new WordDocument(archive.value, name);
    for (const part of archive.value.names) {
      if (/^word\/(document|header\d+|footer\d+|footnotes|endnotes)\.xml$/.test(part)) {
        opened.texts.set(part, parseXml(await opened.text(part)));
      } else if (/^customXml\/item\d+\.xml$/.test(part)) {
        const properties = await opened.text(part.replace("item", "itemProps"));
        const id = /itemID="([^"]+)"/.exec(properties)?.[1] ?? "";
        opened.customParts.push({ id, name: part, document: parseXml(await opened.text(part)) });
      }
    }
    const hasSettings = archive.value.has(settingsName);
    if (hasSettings && (await opened.text(settingsName)).includes("<w:trackRevisions"))
      opened.changeTracking = "TrackAll";
    opened.refresh();
    opened.changes = 0;
    return opened;
  }

  private async text(part: string): Promise<string> {
    const read = await this.archive.read(part);
    if (!read.ok) throw new Error(read.failure.message.en);
    return new TextDecoder().decode(read.value);
  }

  get body(): Element {
    const [body] = this.texts.get("word/document.xml")?.getElementsByTagNameNS(w, "body") ?? [];
    if (body === undefined) throw new Error("a document without body");
    return body;
  }

  /** Controls inside an element, in reading order. */
  controlsIn(element: Element): readonly ContentControlModel[] {
    return [...element.getElementsByTagNameNS(w, "sdt")].map((found) => this.control(found));
  }

  control(element: Element): ContentControlModel {
    const id = this.ids.get(element) ?? ++this.lastId;
    this.ids.set(element, id);
    return new ContentControlModel(element, id);
  }

  private get allControls(): readonly ContentControlModel[] {
    return [...this.texts.values()].flatMap(({ documentElement }) => this.controlsIn(documentElement));
  }

  /** Bound controls show their nodes. A binding that leads nowhere leaves the control as it is. */
  refresh(): void {
    for (const control of this.allControls) {
      const node = control.isStruckOut ? null : this.boundNode(control);
      if (node !== null && control.text !== node.textContent) {
        control.setText(node.textContent ?? "");
        this.changes += 1;
      }
    }
  }

  boundNode({ binding }: ContentControlModel): Node | null {
    const part = binding && this.customParts.find(({ id }) => id === binding.store);
    return binding && part ? (nodesAt(part.document, binding.xpath, binding.mappings)[0] ?? null) : null;
  }

  /** The package as it would be saved now. */
  async bytes(): Promise<Uint8Array> {
    const parts = new Map<string, Uint8Array>();
    const set = (name: string, text: string): void => void parts.set(name, new TextEncoder().encode(text));
    for (const [name, document] of this.texts) set(name, xmlText(document));
    if (this.archive.has(settingsName)) {
      const settings = (await this.text(settingsName)).replace(/<w:trackRevisions[^>]*>/, "");
      const mark = this.changeTracking === "Off" ? "" : "<w:trackRevisions/>";
      set(settingsName, settings.replace(/(<w:zoom [^>]*>)/, `$1${mark}`));
    }
    const kept = new Set(this.customParts.map(({ name }) => name));
    for (const { name, document } of this.customParts) if (name !== null) set(name, xmlText(document));
    const added = this.customParts.filter(({ name }) => name === null);
    if (added.length > 0) {
      const files = { types: await this.text("[Content_Types].xml"), relations: await this.text(relationsName) };
      for (const [name, text] of addedPart(added, this.archive.names, files)) set(name, text);
    }
    const removed = this.archive.names.filter((name) => /^customXml\/item\d+\.xml$/.test(name) && !kept.has(name));
    return rewriteArchive(
      this.archive,
      new Map<string, Uint8Array | null>([...parts, ...removed.map((name) => [name, null] as const)]),
    );
  }
}

const settingsName = "word/settings.xml";
const relationsName = "word/_rels/document.xml.rels";
