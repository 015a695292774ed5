import { parseXmlDocument, serializeToWellFormedString, type Document, type Element } from "slimdom";
import { edit } from "./package.js";

const w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/** The document with all tracked insertions and deletions accepted, or all rejected, as Word would do it. */
export async function resolved(bytes: Uint8Array, answer: "accept" | "reject"): Promise<Uint8Array> {
  return edit(bytes, "word/document.xml", (xml) => {
    const document = parseXmlDocument(xml);
    const [gone, stays] = answer === "accept" ? (["del", "ins"] as const) : (["ins", "del"] as const);
    resolveControls(document, gone === "del" ? "Del" : "Ins");
    const marks = all(document, gone).filter(({ parentElement }) => parentElement?.localName === "rPr");
    for (const found of all(document, gone)) if (found.parentElement?.localName !== "rPr") found.remove();
    for (const mark of marks) joinWithNext(mark.parentElement?.parentElement?.parentElement ?? null);
    for (const found of all(document, stays)) found.replaceWith(...found.childNodes);
    for (const text of all(document, "delText")) {
      const live = document.createElementNS(w, "w:t");
      live.setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:space", "preserve");
      live.append(text.textContent ?? "");
      text.replaceWith(live);
    }
    return serializeToWellFormedString(document);
  });
}

function all(document: Document, name: string): readonly Element[] {
  return document.getElementsByTagNameNS(w, name);
}

/** A control between the marks of a deletion goes; marks of the other kind are dropped. */
function resolveControls(document: Document, gone: "Del" | "Ins"): void {
  for (const start of all(document, `customXml${gone}RangeStart`)) {
    if (start.nextElementSibling?.localName === "sdt") start.nextElementSibling.remove();
  }
  for (const kind of ["Ins", "Del"]) {
    for (const side of ["Start", "End"])
      for (const mark of all(document, `customXml${kind}Range${side}`)) mark.remove();
  }
}

/** A paragraph that loses its mark becomes the beginning of the next one. */
function joinWithNext(paragraph: Element | null): void {
  if (!paragraph) return;
  const next = paragraph.nextElementSibling;
  const words = paragraph.children.filter(({ localName }) => localName !== "pPr");
  if (next?.localName === "p") {
    const layout = next.children.find(({ localName }) => localName === "pPr");
    if (layout) layout.after(...words);
    else next.prepend(...words);
    paragraph.remove();
  } else if (words.length === 0) paragraph.remove();
}
