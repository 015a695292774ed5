import { childNamed, w, wordElement } from "./word-xml.js";

/** A content control as it stands in the text. */
export class ContentControlModel {
  constructor(
    readonly element: Element,
    readonly id: number,
  ) {}

  private get properties(): Element | null {
    return childNamed(this.element, "sdtPr");
  }

  get content(): Element {
    const content = childNamed(this.element, "sdtContent");
    if (content === null) throw new Error("a control without content");
    return content;
  }

  private value(name: string, attribute = "val"): string {
    const property = this.properties && childNamed(this.properties, name);
    return property?.getAttributeNS(w, attribute) ?? "";
  }

  get tag(): string {
    return this.value("tag");
  }

  get title(): string {
    return this.value("alias");
  }

  /** Without a kind of its own a control holds rich text. */
  get isPlainText(): boolean {
    return this.properties !== null && childNamed(this.properties, "text") !== null;
  }

  get isLocked(): boolean {
    return /contentLocked$/i.test(this.value("lock"));
  }

  get binding(): { readonly store: string; readonly xpath: string; readonly mappings: string } | null {
    if (this.properties === null || childNamed(this.properties, "dataBinding") === null) return null;
    const [store, xpath, mappings] = ["storeItemID", "xpath", "prefixMappings"].map((name) =>
      this.value("dataBinding", name),
    );
    return { store: store ?? "", xpath: xpath ?? "", mappings: mappings ?? "" };
  }

  /** Its words are deleted as a tracked change. */
  get isStruckOut(): boolean {
    return this.text === "" && this.content.getElementsByTagNameNS(w, "del").length > 0;
  }

  get text(): string {
    return textOf(this.content);
  }

  /** One run in the control's own format, as Word writes what comes from a binding. */
  setText(text: string): void {
    if (this.text === text) return;
    const { ownerDocument } = this.element;
    const run = wordElement(ownerDocument, "r");
    const format = this.properties && childNamed(this.properties, "rPr");
    if (format) run.append(format.cloneNode(true));
    const words = wordElement(ownerDocument, "t");
    words.setAttribute("xml:space", "preserve");
    words.append(text);
    run.append(words);
    const placeholder = this.properties && childNamed(this.properties, "showingPlcHdr");
    placeholder?.remove();
    const paragraph = childNamed(this.content, "p");
    if (paragraph === null) this.content.replaceChildren(run);
    else paragraph.replaceChildren(...[...paragraph.children].filter(({ localName }) => localName === "pPr"), run);
  }
}

/** Words that are there: deleted ones are marked with an element of their own. */
export function textOf(element: Element): string {
  return [...element.getElementsByTagNameNS(w, "t")].map(({ textContent }) => textContent ?? "").join("");
}
