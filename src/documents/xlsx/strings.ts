import { fail, success, type Result } from "../../core/result/index.js";
import type { Archive } from "../archive/index.js";
import type { XmlTag } from "../xml/index.js";
import { readPart } from "./part.js";

/**
 * Collects the text of one string item (`si` of the shared strings, `is` inside a cell): plain text or rich-text runs;
 * phonetic runs (`rPh`) are reading aids, not content.
 */
export class StringItem {
  #text = "";
  #phonetic = 0;
  #inText = false;

  open(tag: XmlTag): void {
    if (tag.name === "rPh") this.#phonetic++;
    else if (tag.name === "t") this.#inText = this.#phonetic === 0;
  }

  text(piece: string): void {
    if (this.#inText) this.#text += piece;
  }

  close(name: string): void {
    if (name === "rPh") this.#phonetic--;
    else if (name === "t") this.#inText = false;
  }

  /** The text so far, and a fresh start. */
  take(): string {
    const text = decodeEscapes(this.#text);
    this.#text = "";
    this.#phonetic = 0;
    this.#inText = false;
    return text;
  }
}

/** `_x000D_` stands for a character that XML cannot carry; a literal one has its underscore escaped as `_x005F_`. */
export function decodeEscapes(text: string): string {
  if (!text.includes("_x")) return text;
  return text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replaceAll("\r\n", "\n");
}

export function encodeEscapes(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
}

/** Sheets within the caps can refer to no more texts than they have cells. */
const maxStrings = 1_000_000;

/** Failure beside those of the part (`damaged` where it is named and not there): `too-large` for more than a million texts. */
export async function readSharedStrings(archive: Archive, name: string | null): Promise<Result<readonly string[]>> {
  if (name === null) return success([]);
  const strings: string[] = [];
  const item = new StringItem();
  const read = await readPart(archive, name, {
    open: (tag) => item.open(tag),
    text: (piece) => item.text(piece),
    close: (tag) => {
      if (tag === "si") strings.push(item.take());
      else item.close(tag);
    },
    done: () => strings.length > maxStrings,
  });
  if (!read.ok) return read;
  return strings.length > maxStrings
    ? fail(
        "too-large",
        "文件中的文字条目超过一百万条，不像附表，不予打开。",
        "The file holds more than a million texts, is no annex workbook, and is not opened.",
      )
    : success(strings);
}
