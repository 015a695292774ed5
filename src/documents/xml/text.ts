import { fail, success, type Result } from "../../core/result/index.js";

/**
 * The text of a part: UTF-8, or UTF-16 where a byte-order mark says so (both are allowed in packages).
 * Failure: `damaged` when the bytes are not text of that encoding.
 */
export function decodeXml(bytes: Uint8Array, part: string): Result<string> {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  try {
    return success(new TextDecoder(encoding, { fatal: true }).decode(bytes));
  } catch {
    return fail(
      "damaged",
      `文件已损坏：部件 ${part} 含有无法识别的字符编码。`,
      `The file is damaged: its part ${part} is not valid text.`,
    );
  }
}

/** Always UTF-8: an encoding named in the declaration is changed to match. */
export function encodeXml(text: string): Uint8Array {
  const declared = /^<\?xml[^>]{0,100}\?>/.exec(text)?.[0];
  const honest = declared?.replace(/encoding\s*=\s*["'][^"']*["']/, 'encoding="UTF-8"');
  return new TextEncoder().encode(declared === undefined ? text : (honest ?? "") + text.slice(declared.length));
}

/** Characters that XML 1.0 cannot carry at all, not even as references; lone surrogates among them. */
const impossible = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** For element content. Line breaks stay as they are. */
export function escapeText(text: string): string {
  return text
    .replace(impossible, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\r", "&#13;");
}

/** For attribute values in double quotes. */
export function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', "&quot;").replaceAll("\n", "&#10;").replaceAll("\t", "&#9;");
}
