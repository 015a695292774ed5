import type { Document, Element } from "slimdom";
import { wordNamespace } from "../names.js";
import { noLetter } from "./placeholder-syntax.js";

/** Where a paragraph stands, for people. */
export type TextPlace = "body" | "table" | "header" | "footer" | "footnote" | "textbox";

/** Letters of a paragraph that stand in one `w:t`. */
export interface Piece {
  /** Of its first letter in the paragraph's text. */
  readonly from: number;
  readonly element: Element;
  readonly run: Element;
  /** What the run stands in, below the paragraph: hyperlink, tracked insertion, control; null for the paragraph. */
  readonly holder: Element | null;
  /** In the result of a field, which Word writes anew. */
  readonly isFieldResult: boolean;
}

/** A paragraph as a reader sees it, with the way back to the letters. */
export interface TextParagraph {
  readonly element: Element;
  /** Counts from 1 in the part, in reading order. */
  readonly number: number;
  readonly place: TextPlace;
  /** Word's second drawing of a text box, for programs that cannot show the first. */
  readonly isFallback: boolean;
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** Layout and records of edits, never text; deleted and moved-away text is gone for the reader. */
const silent = new Set(["pPr", "rPr", "tblPr", "trPr", "tcPr", "sdtPr", "del", "moveFrom", "instrText", "delText"]);
/** Wrappers that change nothing for the runs inside. */
const transparent = new Set(["smartTag", "customXml", "dir", "bdo", "sdtContent"]);

interface Open {
  text: string;
  readonly pieces: Piece[];
}

interface Around {
  readonly place: TextPlace;
  readonly isFallback: boolean;
  readonly holder: Element | null;
}

/** Drawings and formulas have paragraphs and runs of their own, which are none of ours. */
function nameOf({ namespaceURI, localName }: Element): string {
  return namespaceURI === wordNamespace || localName === "Fallback" ? localName : "";
}

/** Every paragraph of a part, text boxes and table cells included. */
export function paragraphTexts(document: Document, place: TextPlace): readonly TextParagraph[] {
  return new PartReader().read(document, place);
}

class PartReader {
  private readonly found: { paragraph: Omit<TextParagraph, "text" | "pieces">; open: Open }[] = [];
  private count = 0;
  /** Fields may begin in one paragraph and end in another; true from the result on. */
  private fields: boolean[] = [];

  read(document: Document, place: TextPlace): readonly TextParagraph[] {
    const root = document.documentElement;
    if (root) this.inside(root, { place, isFallback: false, holder: null }, null);
    return this.found.map(({ paragraph, open }) => ({ ...paragraph, text: open.text, pieces: open.pieces }));
  }

  private inside(parent: Element, around: Around, open: Open | null): void {
    for (let child = parent.firstElementChild; child; child = child.nextElementSibling)
      this.element(child, around, open);
  }

  private element(element: Element, around: Around, open: Open | null): void {
    const name = nameOf(element);
    if (silent.has(name)) return;
    if (name === "p") this.paragraph(element, around);
    else if (name === "tbl")
      this.inside(element, { ...around, place: around.place === "body" ? "table" : around.place }, null);
    else if (name === "txbxContent") this.textBox(element, around);
    else if (name === "Fallback") this.inside(element, { ...around, isFallback: true }, open);
    else if (name === "r") this.run(element, around, open);
    else if (open && !transparent.has(name)) this.inside(element, { ...around, holder: element }, open);
    else this.inside(element, around, open);
  }

  private paragraph(element: Element, around: Around): void {
    if (!around.isFallback) this.count++;
    const { place, isFallback } = around;
    const open: Open = { text: "", pieces: [] };
    this.found.push({ paragraph: { element, number: this.count, place, isFallback }, open });
    this.inside(element, { ...around, holder: null }, open);
  }

  private textBox(element: Element, around: Around): void {
    const outer = this.fields;
    this.fields = [];
    this.inside(element, { ...around, place: "textbox", holder: null }, null);
    this.fields = outer;
  }

  private run(run: Element, around: Around, open: Open | null): void {
    for (let child = run.firstElementChild; child; child = child.nextElementSibling) {
      const name = nameOf(child);
      if (name === "fldChar") this.field(child);
      else if (name === "t" && open) {
        const isFieldResult = this.fields.length > 0 || around.holder?.localName === "fldSimple";
        open.pieces.push({ from: open.text.length, element: child, run, holder: around.holder, isFieldResult });
        open.text += child.textContent ?? "";
      } else if (!silent.has(name)) {
        if (open && name !== "lastRenderedPageBreak" && name !== "softHyphen") open.text += noLetter;
        this.element(child, around, open);
      }
    }
  }

  private field(mark: Element): void {
    const type = mark.getAttributeNS(mark.namespaceURI, "fldCharType");
    if (type === "begin") this.fields.push(false);
    else if (type === "separate" && this.fields.length > 0) this.fields[this.fields.length - 1] = true;
    else if (type === "end") this.fields.pop();
  }
}
