import type { Document, Element } from "slimdom";
import { escapeAttribute } from "../xml/index.js";
import { fragment } from "./fragment.js";
import { wordNamespace } from "./names.js";
import { childNamed } from "./report-package.js";

/** Who changes a document that tracks its changes, as Word will show it. */
export interface Reviser {
  readonly author: string;
  /** ISO 8601, in UTC: 2025-03-01T08:00:00Z. Null where no time shall be told. */
  readonly date: string | null;
}

/** Puts words in and out as tracked changes. */
export class RevisionMarks {
  private next: number;

  /** Marks have ids of their own, none twice in a document. */
  constructor(
    private readonly reviser: Reviser,
    documents: readonly Document[],
  ) {
    const taken = documents.flatMap((document) =>
      document.getElementsByTagNameNS("*", "*").map((element) => Number(element.getAttributeNS(wordNamespace, "id"))),
    );
    this.next = taken.reduce((most, id) => (id > most && id < 1e9 ? id : most), 0) + 1;
  }

  /** Runs as text, inserted. */
  inserted(runs: string): string {
    return `<w:ins${this.attributes()}>${runs}</w:ins>`;
  }

  /** A control as text, inserted together with what is in it. */
  insertedControl(control: string): string {
    const content = /^(.*<w:sdtContent>)(.*)(<\/w:sdtContent><\/w:sdt>)$/s.exec(control);
    if (!content) return control;
    const [, start = "", inner = "", end = ""] = content;
    return this.around("Ins", (close, open) => start + close + this.inserted(inner) + open + end);
  }

  /** The properties of a paragraph mark, inserted or deleted. */
  mark(kind: "ins" | "del"): string {
    return `<w:${kind}${this.attributes()}/>`;
  }

  /** The runs stay, as deleted ones. */
  deleteRun(run: Element): void {
    const parent = run.parentElement;
    if (parent?.localName === "ins" && this.isOwn(parent)) {
      run.remove();
      if (parent.children.length === 0) parent.remove();
      return;
    }
    const [deletion] = fragment(`<w:del${this.attributes()}/>`);
    if (!deletion) return;
    run.before(deletion);
    deletion.append(run);
    for (const text of run.getElementsByTagNameNS(wordNamespace, "t")) {
      const [deleted] = fragment('<w:delText xml:space="preserve"/>');
      if (!deleted) continue;
      deleted.append(text.textContent ?? "");
      text.replaceWith(deleted);
    }
  }

  /**
   * Word marks the start and the end of a control as deleted, and its runs by themselves. The control is unbound: its
   * node would show through the deletion. Where that is rejected, the next update binds it again.
   */
  deleteControl(control: Element, content: Element): void {
    const [before, after] = [control.previousElementSibling, control.nextElementSibling];
    if (before?.localName === "customXmlInsRangeStart" && this.isOwn(before)) {
      if (after?.localName === "customXmlInsRangeEnd") after.remove();
      before.remove();
      control.remove();
      return;
    }
    const properties = childNamed(control, "sdtPr");
    if (properties) childNamed(properties, "dataBinding")?.remove();
    for (const run of content.getElementsByTagNameNS(wordNamespace, "r")) {
      if ((run.parentNode as Element).localName !== "del") this.deleteRun(run);
    }
    const [first, second] = [this.range("Del"), this.range("Del")];
    control.before(...fragment(first.start));
    content.prepend(...fragment(first.end));
    content.append(...fragment(second.start));
    control.after(...fragment(second.end));
  }

  /** What the same person put in and nobody accepted yet is taken out without a trace, as Word does. */
  isOwn(insertion: Element): boolean {
    return insertion.getAttributeNS(wordNamespace, "author") === this.reviser.author;
  }

  private around(kind: "Ins", write: (close: string, open: string) => string): string {
    const [first, second] = [this.range(kind), this.range(kind)];
    return first.start + write(first.end, second.start) + second.end;
  }

  private range(kind: "Ins" | "Del"): { readonly start: string; readonly end: string } {
    const attributes = this.attributes();
    const id = /w:id="(\d+)"/.exec(attributes)?.[0] ?? "";
    return { start: `<w:customXml${kind}RangeStart${attributes}/>`, end: `<w:customXml${kind}RangeEnd ${id}/>` };
  }

  private attributes(): string {
    const { author, date } = this.reviser;
    const time = date === null ? "" : ` w:date="${escapeAttribute(date)}"`;
    return ` w:id="${this.next++}" w:author="${escapeAttribute(author)}"${time}`;
  }
}
