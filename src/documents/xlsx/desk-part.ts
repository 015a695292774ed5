import { success, type Result } from "../../core/result/index.js";
import type { Archive } from "../archive/index.js";
import { readXml } from "../xml/index.js";
import { readPartText } from "./part.js";

/** The namespace of our own custom XML part in a workbook. */
export const deskNamespace = "urn:annex-desk:workbook:1";

export interface DeskPart {
  readonly name: string;
  readonly xml: string;
}

/** Our part among the custom XML of a workbook; parts that cannot be read are somebody else's. */
export async function readDeskPart(archive: Archive, customXml: readonly string[]): Promise<Result<DeskPart | null>> {
  for (const name of customXml) {
    if (!archive.has(name)) continue;
    const text = await readPartText(archive, name);
    if (!text.ok) {
      if (text.failure.code === "too-large") return text;
      continue;
    }
    if (text.value.includes(deskNamespace) && rootNamespace(text.value, name) === deskNamespace) {
      return success({ name, xml: text.value });
    }
  }
  return success(null);
}

function rootNamespace(xml: string, part: string): string | null {
  let depth = 0;
  let namespace: string | null = null;
  const read = readXml(xml, part, {
    open: ({ attributes }) => {
      if (depth === 0) {
        namespace =
          attributes["xmlns"] === deskNamespace || Object.values(attributes).includes(deskNamespace)
            ? deskNamespace
            : (attributes["xmlns"] ?? null);
      }
      depth++;
    },
  });
  return read.ok ? namespace : null;
}
