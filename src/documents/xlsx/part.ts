import { fail, success, type Result } from "../../core/result/index.js";
import type { Archive } from "../archive/index.js";
import { decodeXml, readXml, type XmlHandlers } from "../xml/index.js";

/** A part that the workbook refers to and that is not there makes it `damaged`. */
export async function readPartText(archive: Archive, name: string): Promise<Result<string>> {
  const bytes = await archive.read(name);
  if (!bytes.ok && bytes.failure.code === "no-part") {
    return fail(
      "damaged",
      `文件已损坏：缺少部件 ${name}，请用 Excel 或 WPS 打开并另存后再试。`,
      `The file is damaged: its part ${name} is missing; open it in Excel or WPS, save it anew and try again.`,
    );
  }
  return bytes.ok ? decodeXml(bytes.value, name) : bytes;
}

/** Reads one part through handlers; gives back its text, for those who splice. */
export async function readPart(archive: Archive, name: string, handlers: XmlHandlers): Promise<Result<string>> {
  const text = await readPartText(archive, name);
  if (!text.ok) return text;
  const read = readXml(text.value, name, handlers);
  return read.ok ? success(text.value) : read;
}

/** Booleans of SpreadsheetML: `1`, `true`, `on`. */
export function flag(value: string | undefined): boolean {
  return value === "1" || value === "true" || value === "on";
}

/** A whole number that is not negative, else null. */
export function count(value: string | undefined): number | null {
  return value !== undefined && /^[0-9]{1,9}$/.test(value) ? Number(value) : null;
}
