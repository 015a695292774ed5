import { SaxesParser } from "saxes";
import { fail, success, type Result } from "../../core/result/index.js";

/** A start tag. Prefixes are dropped: producers choose them freely (`x:row`), and the local names are distinct. */
export interface XmlTag {
  readonly name: string;
  /** With prefixes as written; see `prefixedAttribute`. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly selfClosing: boolean;
  /** Offset just after the tag's `>`, in UTF-16 units from the start of the text. */
  readonly end: number;
}

export interface XmlHandlers {
  open?(tag: XmlTag): void;
  /** Text of one element may arrive in pieces (CDATA, comments between). */
  text?(text: string): void;
  /** `end` is the offset just after the closing tag (after the start tag of a self-closing one). */
  close?(name: string, end: number): void;
  /** Asked after each slice of text; true ends the reading early and successfully. */
  done?(): boolean;
}

const slice = 64 * 1024;
const maxDepth = 256;

/**
 * Reads a whole document. Failures: `unsafe` for a document type (entities, external files), `damaged` for anything
 * not well-formed or nested deeper than 256.
 */
export function readXml(text: string, part: string, handlers: XmlHandlers): Result<void> {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  let problem: "unsafe" | "damaged" | null = null;
  let depth = 0;
  parser.on("error", () => (problem ??= "damaged"));
  parser.on("doctype", () => (problem ??= "unsafe"));
  parser.on("opentag", (tag) => {
    depth++;
    if (depth > maxDepth) problem ??= "damaged";
    if (problem) return;
    handlers.open?.({
      name: localName(tag.name),
      attributes: tag.attributes,
      selfClosing: tag.isSelfClosing,
      end: parser.position,
    });
  });
  parser.on("closetag", (tag) => {
    depth--;
    if (!problem) handlers.close?.(localName(tag.name), parser.position);
  });
  const content = (piece: string): void => {
    if (!problem) handlers.text?.(piece);
  };
  parser.on("text", content);
  parser.on("cdata", content);

  if (text.slice(0, 4096).includes("<!DOCTYPE")) return refused(part);
  for (let at = 0; at < text.length; at += slice) {
    parser.write(text.slice(at, at + slice));
    if (problem) return problem === "unsafe" ? refused(part) : malformed(part);
    if (handlers.done?.()) return success(undefined);
  }
  parser.close();
  return problem ? malformed(part) : success(undefined);
}

export function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

/** The attribute of that local name under any prefix but none, e.g. `id` of `r:id`. */
export function prefixedAttribute(tag: XmlTag, local: string): string | undefined {
  for (const name of Object.keys(tag.attributes)) {
    if (name.endsWith(`:${local}`)) return tag.attributes[name];
  }
  return undefined;
}

function refused(part: string): Result<void> {
  return fail(
    "unsafe",
    `文件不安全：部件 ${part} 含有文档类型声明（DTD），正常的 Office 文件不会有，不予打开。`,
    `The file is unsafe: its part ${part} carries a document type declaration, which Office files never do; it is not opened.`,
  );
}

function malformed(part: string): Result<void> {
  return fail(
    "damaged",
    `文件已损坏：部件 ${part} 的 XML 不完整或有错误，请用 Excel 或 WPS 打开并另存后再试。`,
    `The file is damaged: the XML of its part ${part} is incomplete or malformed; open it in Excel or WPS, save it anew and try again.`,
  );
}
